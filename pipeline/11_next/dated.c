/*
 * Years and days that were typed into a text: digits with the units of a date
 * behind them.
 */

#include "11_next/dated.h"

#include <string.h>

#include "6_rules/related/letters.h"
#include "6_rules/text/characters.h"
#include "6_rules/text/numerals.h"

#define YEAR_DIGITS 4
#define LISTED_MOST 5           /* more say nothing more */

/* Digits with one of the units behind them; 0 for none.  count: as many, or 0
 * for one or two. */
static size_t read_part(const struct lexicon *lexicon, const char *text,
    enum notion notion, size_t count)
{
    size_t at = 0, digits = 0, size;
    char digit;

    while ((size = text_any_digit(lexicon, text + at, &digit)) > 0) {
        at += size;
        digits++;
    }
    if (count ? digits != count : digits == 0 || digits > 2)
        return 0;
    size = word_size_at(lexicon_words(lexicon, notion), text, at);
    return size ? at + size : 0;
}

/* The bytes of a date that begins the text: a year, a month, or both, and then
 * perhaps a day. */
static size_t read_date(const struct lexicon *lexicon, const char *text)
{
    size_t year = read_part(lexicon, text, NOTION_YEAR_UNITS, YEAR_DIGITS);
    size_t month = read_part(lexicon, text + year, NOTION_MONTH_UNITS, 0);
    size_t day = month ? read_part(lexicon, text + year + month,
        NOTION_DAY_UNITS, 0) : 0;

    return year + month + day;
}

static bool is_listed(const struct buffer *list, const char *text,
    size_t length)
{
    for (size_t at = 0; at + length <= list->length; at++)
        if (memcmp(list->bytes + at, text, length) == 0)
            return true;
    return false;
}

/* The bytes of one character, or of all digits that stand together. */
static size_t skip(const struct lexicon *lexicon, const char *text)
{
    size_t at = 0, size;
    unsigned code;
    char digit;

    while ((size = text_any_digit(lexicon, text + at, &digit)) > 0)
        at += size;
    return at ? at : text_character(text, &code);
}

void dated_list(const struct lexicon *lexicon, const char *text,
    struct buffer *out)
{
    int listed = 0;

    while (*text && listed <= LISTED_MOST) {
        size_t size = read_date(lexicon, text);
        if (size && !is_listed(out, text, size)) {
            buffer_add_string(out, listed ? "、" : "");
            if (listed++ < LISTED_MOST)
                buffer_add(out, text, size);
            else
                buffer_add_string(out, "…");
        }
        text += size ? size : skip(lexicon, text);
    }
}

/* The bytes of a reference that begins the text; 0 for none. */
static size_t read_reference(const char *text)
{
    const char *end = strncmp(text, "{{", 2) == 0 ? strstr(text, "}}") : NULL;

    return end ? (size_t)(end + 2 - text) : 0;
}

bool dated_by_references(const char *text)
{
    bool found = false;

    while (*text) {
        size_t size = read_reference(text);
        unsigned code;
        found = found || size;
        if (!size) {
            size = text_character(text, &code);
            if (letters_fold(code))
                return false;
        }
        text += size;
    }
    return found;
}
