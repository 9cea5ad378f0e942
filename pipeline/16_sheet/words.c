/*
 * Texts and states as the words of a cell.
 */

#include "16_sheet/words.h"

#include <string.h>

#include "0_base/phrases.h"
#include "0_base/utf8.h"
#include "13_pull/parted.h"

#define ESCAPE '\''

const char *words_of_state(enum cell_state state)
{
    return phrase_text(state == CELL_BLANK ? PHRASE_SHEET_BLANK
        : PHRASE_SHEET_NONE, LANGUAGE_ZH);
}

/* What is behind the apostrophes at the beginning, if it has to be told from
 * a text; NULL if not. */
static const char *special(const char *words)
{
    const char *rest = words + strspn(words, "'");

    return *rest == '\0' || strcmp(rest, words_of_state(CELL_BLANK)) == 0
        || strcmp(rest, words_of_state(CELL_NONE)) == 0 ? rest : NULL;
}

enum cell_state words_read(const char *words, const char **text)
{
    const char *rest = special(words);

    *text = rest && *words == ESCAPE ? words + 1 : words;
    if (!rest || rest != words || *words == '\0')
        return CELL_VALUE;
    return strcmp(words, words_of_state(CELL_BLANK)) == 0 ? CELL_BLANK
        : CELL_NONE;
}

void words_add(const char *text, struct buffer *out)
{
    if (special(text))
        buffer_add_char(out, ESCAPE);
    buffer_add_string(out, text);
}

const char *words_skip_space(const char *at)
{
    unsigned code;
    size_t size;

    while ((size = utf8_first(at, &code)) > 0 && *at && utf8_is_space(code))
        at += size;
    return at;
}

const char *words_behind(const char *words, const char *text, size_t length)
{
    for (size_t k = 0; k < length; k++) {
        words = words_skip_space(words);
        if (*words++ != text[k])
            return NULL;
    }
    return words_skip_space(words);
}

bool words_are(const char *words, const char *text)
{
    const char *rest = words_behind(words, text, strlen(text));

    return rest && !*rest;
}

bool words_are_among(const char *words, const struct word_list *list)
{
    for (size_t k = 0; k < list->count; k++) {
        const char *rest = words_behind(words, list->list[k].text,
            list->list[k].length);
        if (rest && !*rest)
            return true;
    }
    return false;
}

/* Whether words are the points of a class, with or without their unit. */
static bool are_points(const struct lexicon *lexicon, const char *words,
    bool *failed)
{
    const struct word_list *units = lexicon_words(lexicon,
        NOTION_POINT_UNITS);
    struct parted parted;
    bool good = parted_read(lexicon, words, &parted, failed)
        && !parted.is_money;

    if (good && parted.rest.length > 0)
        good = word_of(units, (struct text_span){
            buffer_string(&parted.rest), parted.rest.length });
    parted_free(&parted);
    return good;
}

/* Whether a text is its points in round brackets, in half width. */
static bool are_bracketed(const struct lexicon *lexicon, struct buffer *text,
    bool *failed)
{
    const struct word *opening = word_at(lexicon_words(lexicon,
        NOTION_ROUND_BRACKETS), buffer_string(text), 0);
    struct text_span closing = opening ? opening->meaning
        : (struct text_span){ NULL, 0 };

    if (!opening || text->length < opening->length + closing.length)
        return false;
    size_t end = text->length - closing.length;
    if (memcmp(text->bytes + end, closing.text, closing.length) != 0)
        return false;
    buffer_cut(text, end);
    return are_points(lexicon, buffer_string(text) + opening->length, failed);
}

bool words_are_title(const struct lexicon *lexicon, const char *words,
    const char *title, bool *failed)
{
    const char *rest = words_behind(words, title, strlen(title));
    struct buffer behind = BUFFER_EMPTY;

    if (!rest || !*rest)
        return rest;
    parted_narrow(rest, &behind);
    bool good = are_bracketed(lexicon, &behind, failed);
    *failed = *failed || behind.failed;
    buffer_free(&behind);
    return good;
}
