/* Finds what spreadsheets print where they cannot calculate or show a value. */

#include <string.h>

#include "6_rules/text/characters.h"
#include "6_rules/text/checks.h"
#include "6_rules/text/date_parts.h"
#include "6_rules/text/leftovers.h"

#define CELL_LETTERS 3          /* of the name of a column, at most */

static const char capitals[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

static size_t find_sheet_error(const struct lexicon *lexicon,
    const char *text, size_t at)
{
    return text_whole_word_at(lexicon, NOTION_SHEET_ERRORS, text, at);
}

static size_t find_hashes(const struct lexicon *lexicon, const char *text,
    size_t at)
{
    size_t length = strspn(text + at, "#");
    bool whole = at == 0 && length > 1 && !text[length];

    return length >= lexicon_limit(lexicon, LIMIT_CELL_HASHES) || whole
        ? length : 0;
}

/* The length of the name of a cell: B2, $AB$12; 0 for none. */
static size_t measure_cell(const char *text)
{
    size_t begin = text[0] == '$';
    size_t letters = strspn(text + begin, capitals);
    size_t fixed = text[begin + letters] == '$';
    size_t digits = strspn(text + begin + letters + fixed, "0123456789");
    size_t length = begin + letters + fixed + digits;

    return letters > 0 && letters <= CELL_LETTERS && digits > 0
        && !text_is_latin((unsigned char)text[length]) ? length : 0;
}

/* The name of a sheet before that of a cell: Sheet1!, '2024年'!. */
static size_t measure_sheet(const char *text)
{
    size_t length = 0;

    if (text[0] == '\'') {
        size_t inside = strnlen(text + 1, TEXT_LEFTOVER_REACH);
        const char *close = memchr(text + 1, '\'', inside);
        length = close ? (size_t)(close - text) + 1 : 0;
    } else {
        while (length < TEXT_LEFTOVER_REACH
            && text_is_latin((unsigned char)text[length]))
            length++;
    }
    return length > 0 && text[length] == '!'
        && measure_cell(text + length + 1) > 0 ? length + 1 : 0;
}

/* Behind the = of a formula: INDIRECT(, Sheet1!B2, A1+B1.  A cell alone makes
 * one where nothing stands before it: 规格=A4 is none. */
static size_t measure_formula(const char *text, bool alone)
{
    size_t letters = strspn(text, capitals);
    size_t sheet = measure_sheet(text);
    size_t cell = sheet + measure_cell(text + sheet);

    if (letters > 1 && text[letters] == '(')
        return letters + 1;
    if (sheet > 0 || (alone && cell > 0 && !text[cell]))
        return cell;
    return cell > 0 && text[cell] && strchr("+-*/:&^", text[cell])
        && (measure_cell(text + cell + 1) > 0
            || text_is_digit((unsigned char)text[cell + 1]))
        ? cell + 1 : 0;
}

/* =SUM(B2:B9), =A1+B1, =-B2*3 */
static size_t find_formula(const struct lexicon *lexicon, const char *text,
    size_t at)
{
    size_t sign = text[at] == '=' ? 1 : 0;
    if (sign > 0 && (text[at + 1] == '+' || text[at + 1] == '-'))
        sign++;
    size_t length = sign > 0 ? measure_formula(text + at + sign, at == 0) : 0;

    (void)lexicon;
    return length > 0 ? sign + length : 0;
}

/* VLOOKUP( and Sheet1! without the = before them. */
static size_t find_function(const struct lexicon *lexicon, const char *text,
    size_t at)
{
    return at > 0 && text_is_latin((unsigned char)text[at - 1]) ? 0
        : word_size_at(lexicon_words(lexicon, NOTION_SHEET_FUNCTIONS), text,
            at);
}

/* $B$2 */
static size_t find_fixed_cell(const struct lexicon *lexicon,
    const char *text, size_t at)
{
    size_t letters = text[at] == '$' ? strspn(text + at + 1, capitals) : 0;

    (void)lexicon;
    return letters > 0 && text[at + 1 + letters] == '$'
        ? measure_cell(text + at) : 0;
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

/* 1905/7/15, the number 2023 as a date. */
static size_t find_serial_date(const struct lexicon *lexicon,
    const char *text, size_t at)
{
    struct date date;

    if (!text_is_digit((unsigned char)text[at])
        || (at > 0 && text_is_latin((unsigned char)text[at - 1]))
        || !date_read_signed(lexicon, text, at, &date))
        return 0;
    return date.parts[DATE_YEAR].value
        < (int)lexicon_limit(lexicon, LIMIT_SHEET_YEAR) ? date.end - at : 0;
}

const struct text_needs text_sheet_error_needs = { TEXT_ANY, 4,
    { NOTION_SHEET_ERRORS, NOTION_SHEET_SIGNS, NOTION_SHEET_FUNCTIONS,
    NOTION_DATE_SIGNS } };

bool text_sheet_error(const struct lexicon *lexicon, const char *text,
    const char *argument, struct buffer *found)
{
    static const struct text_needs begins = { TEXT_DIGIT, 3,
        { NOTION_SHEET_ERRORS, NOTION_SHEET_SIGNS, NOTION_SHEET_FUNCTIONS } };
    static text_finder *const finders[] = { find_sheet_error, find_hashes,
        find_formula, find_function, find_fixed_cell, find_exponent,
        find_serial_date, NULL };

    (void)argument;
    text_add_leftover(lexicon, text, &begins, finders, found);
    return true;
}
