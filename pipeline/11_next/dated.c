/*
 * Years and days that were typed into a text: digits with the units of a date
 * behind them, dates with signs, numbers of documents, and words such as 去年.
 */

#include "11_next/dated.h"

#include <string.h>

#include "0_base/signs.h"
#include "5_references/notation.h"
#include "6_rules/related/letters.h"
#include "6_rules/text/characters.h"
#include "6_rules/text/date_parts.h"
#include "6_rules/text/document_number.h"
#include "6_rules/text/numerals.h"

#define YEAR_DIGITS 4
#define LISTED_MOST 5           /* more say nothing more */

/* The bytes of the digits that begin the text, all that stand together; 0 where
 * they are fewer than the least or more than the most that are allowed. */
static size_t read_digits(const struct lexicon *lexicon, const char *text,
    size_t least, size_t most)
{
    size_t at = 0, digits = 0, size;
    char digit;

    while ((size = text_any_digit(lexicon, text + at, &digit)) > 0) {
        at += size;
        digits++;
    }
    return digits < least || digits > most ? 0 : at;
}

/* The same with one of the units behind them. */
static size_t read_part(const struct lexicon *lexicon, const char *text,
    enum notion notion, size_t least, size_t most)
{
    size_t at = read_digits(lexicon, text, least, most);
    size_t size = at ? notion_at(lexicon, notion, text, at) : 0;

    return size ? at + size : 0;
}

/* A year, a month, or both, and then perhaps a day. */
static size_t read_date(const struct lexicon *lexicon, const char *text,
    size_t at)
{
    text += at;
    size_t year = read_part(lexicon, text, NOTION_YEAR_UNITS, YEAR_DIGITS,
        YEAR_DIGITS);
    size_t month = read_part(lexicon, text + year, NOTION_MONTH_UNITS, 1, 2);
    size_t day = month ? read_part(lexicon, text + year + month,
        NOTION_DAY_UNITS, 1, 2) : 0;

    return year + month + day;
}

/* 24年 is a year where what is said of one stands around it; else it may be a
 * number of years. */
static size_t read_short_year(const struct lexicon *lexicon,
    const char *text, size_t at)
{
    struct date date;

    return date_read(lexicon, text, at, &date)
        && date_has_short_year(lexicon, text, &date) ? date.end - at : 0;
}

/* 2024-02-28, with one sign twice. */
static size_t read_signed_date(const struct lexicon *lexicon,
    const char *text, size_t at)
{
    text += at;
    size_t year = read_digits(lexicon, text, YEAR_DIGITS, YEAR_DIGITS);
    size_t sign = year ? notion_at(lexicon, NOTION_DATE_SIGNS, text, year)
        : 0;
    size_t month = sign ? read_digits(lexicon, text + year + sign, 1, 2) : 0;
    const char *behind = text + year + sign + month;

    if (!month || strncmp(behind, text + year, sign) != 0)
        return 0;
    size_t day = read_digits(lexicon, behind + sign, 1, 2);
    return day ? (size_t)(behind - text) + sign + day : 0;
}

/* 〔2024〕5号, 〔2024〕5、7号, 〔2024〕5文件, in whatever brackets. */
static size_t read_document(const struct lexicon *lexicon, const char *text,
    size_t at)
{
    struct document_year year;

    if (!document_year_read(lexicon, text, at, &year))
        return 0;
    size_t end = document_number_end(lexicon, text, year.end);
    end = end ? end : document_bare_end(lexicon, text, &year);
    return end ? end - at : 0;
}

/* The bytes of what names a year and begins at a byte of the text; 0 for
 * none. */
static size_t read_named(const struct lexicon *lexicon, const char *text,
    size_t at)
{
    static size_t (*const readers[])(const struct lexicon *, const char *,
        size_t) = { read_document, read_signed_date, read_date,
        read_short_year };
    size_t size = 0;

    for (size_t k = 0; !size && k < sizeof readers / sizeof *readers; k++)
        size = readers[k](lexicon, text, at);
    return size ? size : notion_at(lexicon, NOTION_YEAR_WORDS, text, at);
}

static bool is_listed(const struct buffer *list, const char *text,
    size_t length)
{
    for (size_t at = 0; at + length <= list->length; at++)
        if (memcmp(list->bytes + at, text, length) == 0)
            return true;
    return false;
}

/* The bytes of a reference that begins the text; 0 for none. */
static size_t read_reference(const char *text)
{
    size_t opens = text_starts(text, REFERENCE_OPENING);
    const char *end = opens ? strstr(text, REFERENCE_CLOSING) : NULL;

    return end ? (size_t)(end - text) + strlen(REFERENCE_CLOSING) : 0;
}

/* The bytes of a reference, of all digits that stand together, or else of one
 * character. */
static size_t skip(const struct lexicon *lexicon, const char *text)
{
    size_t at = read_reference(text), size;
    unsigned code;
    char digit;

    if (at)
        return at;
    while ((size = text_any_digit(lexicon, text + at, &digit)) > 0)
        at += size;
    return at ? at : text_character(text, &code);
}

void dated_list(const struct lexicon *lexicon, const char *text,
    struct buffer *out)
{
    int listed = 0;

    for (size_t at = 0, size; text[at] && listed <= LISTED_MOST;
        at += size ? size : skip(lexicon, text + at)) {
        size = read_named(lexicon, text, at);
        if (!size || is_listed(out, text + at, size))
            continue;
        buffer_add_string(out, listed ? SIGN_AND : "");
        if (listed++ < LISTED_MOST)
            buffer_add(out, text + at, size);
        else
            buffer_add_string(out, SIGN_CUT);
    }
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
