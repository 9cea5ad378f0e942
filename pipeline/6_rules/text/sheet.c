/* Finds what spreadsheets print where they cannot calculate or show a value. */

#include <string.h>

#include "6_rules/text/characters.h"
#include "6_rules/text/checks.h"
#include "6_rules/text/leftovers.h"

static size_t find_sheet_error(const struct lexicon *lexicon,
    const char *text, size_t at)
{
    size_t length = word_size_at(lexicon_words(lexicon,
        NOTION_SHEET_ERRORS), text, at);

    return length > 0 && !text_is_latin((unsigned char)text[at + length])
        ? length : 0;
}

static size_t find_hashes(const struct lexicon *lexicon, const char *text,
    size_t at)
{
    size_t length = strspn(text + at, "#");
    bool whole = at == 0 && length > 1 && !text[length];

    return length >= lexicon_limit(lexicon, LIMIT_CELL_HASHES) || whole
        ? length : 0;
}

/* =SUM(B2:B9) */
static size_t find_formula(const struct lexicon *lexicon, const char *text,
    size_t at)
{
    size_t letters = text[at] == '='
        ? strspn(text + at + 1, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") : 0;

    (void)lexicon;
    return letters > 1 && text[at + 1 + letters] == '(' ? letters + 2 : 0;
}

/* 1.23E+08 */
static size_t find_exponent(const struct lexicon *lexicon, const char *text,
    size_t at)
{
    size_t length = 0;

    (void)lexicon;
    if (at > 0 && text_is_latin((unsigned char)text[at - 1]))
        return 0;
    while (length < TEXT_LEFTOVER_REACH
        && (text[at + length] == '.'
            || text_is_digit((unsigned char)text[at + length])))
        length++;
    const char *exponent = text + at + length;
    if (length == 0 || exponent[0] != 'E'
        || (exponent[1] != '+' && exponent[1] != '-'))
        return 0;
    size_t digits = strspn(exponent + 2, "0123456789");
    return digits > 0 ? length + 2 + digits : 0;
}

const struct text_needs text_sheet_error_needs = { TEXT_ANY, 2,
    { NOTION_SHEET_ERRORS, NOTION_SHEET_SIGNS } };

bool text_sheet_error(const struct lexicon *lexicon, const char *text,
    const char *argument, struct buffer *found)
{
    static const struct text_needs begins = { TEXT_DIGIT, 2,
        { NOTION_SHEET_ERRORS, NOTION_SHEET_SIGNS } };
    static text_finder *const finders[] = { find_sheet_error, find_hashes,
        find_formula, find_exponent, NULL };

    (void)argument;
    text_add_leftover(lexicon, text, &begins, finders, found);
    return true;
}
