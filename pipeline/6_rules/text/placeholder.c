/* Signs that hold a place, and what Word prints where a field failed. */

#include <string.h>

#include "6_rules/text/characters.h"
#include "6_rules/text/checks.h"
#include "6_rules/text/leftovers.h"

static const struct word *find_word(const struct lexicon *lexicon,
    enum notion notion, const char *text, size_t at)
{
    return word_at(lexicon_words(lexicon, notion), text, at);
}

/* Names of Word's fields and of what is still to be done. */
static size_t find_name(const struct lexicon *lexicon, const char *text,
    size_t at)
{
    size_t length = notion_at(lexicon, NOTION_FIELDS, text, at);

    return length > 0 && text_stands_alone(text, at, length) ? length : 0;
}

/* [bookmark:_Toc1], also where it does not close. */
static size_t find_bookmark(const struct lexicon *lexicon, const char *text,
    size_t at)
{
    const struct word_list *words = lexicon_words(lexicon, NOTION_BOOKMARKS);
    struct text_span inside;
    size_t length = text_brackets_at(words, text, at,
        TEXT_LEFTOVER_REACH, &inside);

    return length > 0 ? length : word_size_at(words, text, at);
}

/* What Word prints for a field that leads nowhere, or for an empty one. */
static size_t find_word_error(const struct lexicon *lexicon,
    const char *text, size_t at)
{
    return notion_at(lexicon, NOTION_FIELD_ERRORS, text, at);
}

/* Whether a numeral that is not the sign itself stands before or behind:
 * 二〇〇九. */
static bool is_of_numeral(const struct lexicon *lexicon, const char *text,
    size_t at, size_t length)
{
    const struct word_list *numerals = lexicon_words(lexicon,
        NOTION_NUMERALS);

    return word_size_at(numerals, text, at) > 0
        && (word_size_before(numerals, text, at) > 0
            || word_size_at(numerals, text, at + length) > 0);
}

/* 202×年, 20__年, 2023年×月: signs for digits of a date. */
static size_t find_open_date(const struct lexicon *lexicon, const char *text,
    size_t at)
{
    const struct word *sign = find_word(lexicon, NOTION_CROSSES, text, at);

    if (!sign)
        sign = find_word(lexicon, NOTION_FILLERS, text, at);
    size_t length = sign ? text_run_of(text, at, sign) : 0;
    bool begun = at > 0 && (text_is_digit((unsigned char)text[at - 1])
        || notion_before(lexicon, NOTION_NUMERALS, text, at) > 0
        || notion_before(lexicon, NOTION_DATE_UNITS, text, at) > 0);
    return length > 0 && begun && !is_of_numeral(lexicon, text, at, length)
        && notion_at(lexicon, NOTION_DATE_UNITS, text, at + length) > 0
        ? length : 0;
}

/* ××, XX, 20xx: at least two in a row, and in no Latin word nor in a code,
 * XX-200A, nor in a year, 二〇〇九年. */
static size_t find_crosses(const struct lexicon *lexicon, const char *text,
    size_t at)
{
    const struct word *cross = find_word(lexicon, NOTION_CROSSES, text, at);
    size_t length = cross ? text_run_of(text, at, cross) : 0;
    bool code = text[at + length] == '-'
        && text_is_latin((unsigned char)text[at + length + 1]);

    return cross && length > cross->length && !code
        && !is_of_numeral(lexicon, text, at, length)
        && text_stands_alone(text, at, length) ? length : 0;
}

/* ** and __, not within a word or a masked number: 138****0000. */
static size_t find_filler(const struct lexicon *lexicon, const char *text,
    size_t at)
{
    const struct word *filler = find_word(lexicon, NOTION_FILLERS, text, at);
    size_t length = filler ? text_run_of(text, at, filler) : 0;
    bool within = at > 0 && text_is_latin((unsigned char)text[at - 1])
        && text_is_latin((unsigned char)text[at + length]);

    return filler && length > filler->length && !within ? length : 0;
}

/* A sign of money without its amount. */
static size_t find_lone_sign(const struct lexicon *lexicon, const char *text,
    size_t at)
{
    size_t size = notion_at(lexicon, NOTION_MONEY_SIGNS, text, at);
    const char *behind = text + at + size;

    if (size > 0 && *behind == ' ')
        behind++;
    return size > 0 && !text_is_digit((unsigned char)*behind) ? size : 0;
}

/* （ ） and 〔〕, to be filled in. */
static size_t find_empty_brackets(const struct lexicon *lexicon,
    const char *text, size_t at)
{
    static const enum notion kinds[] = { NOTION_ROUND_BRACKETS,
        NOTION_BRACKETS };

    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
        struct text_span inside;
        size_t length = text_brackets_at(lexicon_words(lexicon, kinds[k]),
            text, at, TEXT_LEFTOVER_REACH, &inside);
        if (length > 0 && text_blanks_at(inside.text) >= inside.length)
            return length;
    }
    return 0;
}

const struct text_needs text_placeholder_needs = { TEXT_ANY, 8,
    { NOTION_FIELDS, NOTION_BOOKMARKS, NOTION_FIELD_ERRORS, NOTION_CROSSES,
    NOTION_FILLERS, NOTION_MONEY_SIGNS, NOTION_ROUND_BRACKETS,
    NOTION_BRACKETS } };

bool text_placeholder(const struct lexicon *lexicon, const char *text,
    const char *argument, struct buffer *found)
{
    static text_finder *const finders[] = { find_name, find_bookmark,
        find_word_error, find_crosses, find_open_date, find_filler,
        find_lone_sign, find_empty_brackets, NULL };

    (void)argument;
    text_add_leftover(lexicon, text, &text_placeholder_needs, finders, found);
    return true;
}
