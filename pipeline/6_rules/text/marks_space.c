/* White space in Chinese, or beside its marks. */

#include <string.h>

#include "0_base/utf8.h"
#include "6_rules/text/characters.h"
#include "6_rules/text/punctuation_marks.h"

static bool is_shared_mark(unsigned code)
{
    return (code >= 0x2014 && code <= 0x201D) || code == 0x2026;
}

/* The bytes behind the mark that opens the title around `at`; NULL where it
 * stands in none. */
static const char *title_begin(const struct mark_place *place, size_t at)
{
    const struct word_list *brackets = lexicon_words(place->lexicon,
        NOTION_TITLE_BRACKETS);
    size_t end = at, size;
    unsigned code;

    while (end - at < MARK_REACH && (size = text_character_before(
                place->text, at, &code)) > 0 && code != '\n') {
        at -= size;
        const struct word *bracket = word_at(brackets, place->text, at);
        if (bracket)
            return place->text + at + bracket->length;
        if (word_size_at(lexicon_words(place->lexicon,
                NOTION_TITLE_ENDS), place->text, at) > 0)
            return NULL;
    }
    return NULL;
}

/* The text that follows, up to the end of the clause or of the title. */
static struct text_span rest_of_clause(const struct mark_place *place,
    size_t at)
{
    struct text_span rest = { place->text + at, 0 };
    unsigned code;
    size_t size;

    while (rest.length < MARK_REACH && (size = text_character(
                rest.text + rest.length, &code)) > 0
        && (text_is_ideograph(code) || utf8_is_space(code)) && code != '\n')
        rest.length += size;
    return rest;
}

static bool has(const struct mark_place *place, enum notion notion,
    struct text_span span)
{
    return word_is_in(lexicon_words(place->lexicon, notion), span);
}

/* 《中共中央 国务院关于…》: those who issue a document together stand side by
 * side; 《… 第四卷》 tells a part of it.  Outside of titles only the former:
 * 中共中央 国务院印发《…》, or where they sign: 中共甲县委 甲县人民政府. */
static bool parts_names(const struct mark_place *place, size_t end)
{
    struct text_span rest = rest_of_clause(place, end);
    bool organ = word_size_before(lexicon_words(place->lexicon,
        NOTION_ORGANS), place->text, place->begin) > 0;

    if (title_begin(place, place->begin))
        return organ || has(place, NOTION_ISSUING, rest)
            || word_size_at(lexicon_words(place->lexicon, NOTION_ORDINAL),
                place->text, end) > 0;
    return organ && (has(place, NOTION_ISSUING, rest)
        || word_before(lexicon_words(place->lexicon, NOTION_ORGANS),
            rest.text, rest.length)
        || word_at(lexicon_words(place->lexicon, NOTION_TITLE_BRACKETS),
            rest.text, rest.length));
}

/* Blank at either end of a text, by which names differ; what a paragraph is
 * indented by, or has behind its stop, is none. */
static bool is_outside(const struct mark_place *place, size_t end)
{
    static const char indent[] = "　　";

    if (place->begin == 0)
        return place->text[end] && (end != strlen(indent)
            || memcmp(place->text, indent, end) != 0);
    return !place->text[end] && !text_is_chinese_mark(place->before);
}

void mark_find_space(const struct mark_place *place,
    struct mark_fixes *fixes)
{
    const char *text = place->text;
    size_t end = place->begin, size;
    unsigned code, before = place->before;

    while ((size = text_character(text + end, &code)) > 0
        && utf8_is_space(code) && code != '\n')
        end += size;
    fixes->skip = end;
    if (is_outside(place, end))
        mark_add_fix(fixes, place->begin, end, (struct text_span){ "", 0 });
    if (!before || before == '\n' || !code || code == '\n')
        return;
    bool inside = text_is_ideograph(before) && text_is_ideograph(code);
    if (text_is_chinese_mark(before) || text_is_chinese_mark(code)
        || (inside && !parts_names(place, end))
        || (text_is_ideograph(before) && is_shared_mark(code))
        || (is_shared_mark(before) && text_is_ideograph(code)))
        mark_add_fix(fixes, place->begin, end, (struct text_span){ "", 0 });
}
