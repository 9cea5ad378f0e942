/* Reads dates, whether they exist or not. */

#include "6_rules/text/date_parts.h"

#include <string.h>

#include "6_rules/text/characters.h"
#include "6_rules/text/numerals.h"

#define LETTERS_LIKE_DIGITS "OoIl"
#define DIGITS_MOST 6           /* more are the number of something */
#define NUMERAL_MOST 99         /* more is no month, nor is it a day */

static const enum notion units[DATE_PARTS] = { NOTION_YEAR_UNITS,
    NOTION_MONTH_UNITS, NOTION_DAY_UNITS };

size_t date_digit_read(const char *text, int *value)
{
    unsigned code;
    size_t size = text_character(text, &code);

    *value = (int)(code >= 0xFF10 ? code - 0xFF10 : code - '0');
    return text_is_digit(code) || text_is_digit(code - 0xFEE0) ? size : 0;
}

/* The digits at `begin`, of any script for a year. */
static void read_digits(const struct lexicon *lexicon, const char *text,
    bool of_year, struct date_part *part)
{
    size_t at = part->begin, size;
    int value;

    for (;; at += size) {
        char digit = '0';
        size = of_year ? text_any_digit(lexicon, text + at, &digit)
            : date_digit_read(text + at, &value);
        if (size == 0)
            break;
        value = of_year ? digit - '0' : value;
        if (part->count++ == 0)
            part->padded = value == 0;
        if (part->count <= DIGITS_MOST)
            part->value = part->value * 10 + value;
    }
    part->digits = at - part->begin;
}

/* A month or a day in numerals: 十二. */
static void read_numeral(const struct lexicon *lexicon, const char *text,
    struct date_part *part)
{
    size_t length = text_numeral_read(lexicon, text + part->begin,
        &part->value);

    part->digits = length;
    part->count = length > 0 && part->value <= NUMERAL_MOST;
}

bool date_number_read(const struct lexicon *lexicon, const char *text,
    size_t begin, struct date_part *number)
{
    *number = (struct date_part){ .begin = begin };
    read_digits(lexicon, text, false, number);
    if (number->count == 0)
        read_numeral(lexicon, text, number);
    return number->count > 0 && number->count <= DIGITS_MOST;
}

/* The number at `begin`, and one of the units behind it. */
static bool read_part(const struct lexicon *lexicon, const char *text,
    size_t begin, enum notion notion, struct date_part *part)
{
    bool of_year = notion == NOTION_YEAR_UNITS;
    size_t at, size;

    *part = (struct date_part){ .begin = begin };
    read_digits(lexicon, text, of_year, part);
    if (part->count == 0 && !of_year)
        read_numeral(lexicon, text, part);
    part->padded = part->padded && part->count > 1;
    at = begin + part->digits;
    if (text[at] == ' ' && part->count > 0)
        at++;
    size = word_size_at(lexicon_words(lexicon, notion), text, at);
    part->length = at + size - begin;
    if (size == 0 || part->count > DIGITS_MOST)
        part->count = 0;
    return part->count > 0;
}

bool date_read(const struct lexicon *lexicon, const char *text,
    size_t begin, struct date *date)
{
    *date = (struct date){ .end = begin };
    for (int k = DATE_YEAR; k < DATE_PARTS; k++) {
        if (k == DATE_DAY && date->parts[DATE_MONTH].count == 0)
            break;              /* 30日 may be a number of days */
        size_t at = date->end + (date->end > begin
            && text[date->end] == ' ');
        if (read_part(lexicon, text, at, units[k], &date->parts[k]))
            date->end = at + date->parts[k].length;
    }
    return date->end > begin;
}

static bool begins_sentence(const struct lexicon *lexicon, const char *text,
    size_t at)
{
    return at == 0 || text[at - 1] == '\n'
        || word_before(lexicon_words(lexicon, NOTION_STOPS), text, at);
}

bool date_has_short_year(const struct lexicon *lexicon, const char *text,
    const struct date *date)
{
    const struct date_part *year = &date->parts[DATE_YEAR];
    size_t end = year->begin + year->length;

    if (year->count != 2
        || year->value < (int)lexicon_limit(lexicon, LIMIT_SHORT_YEAR))
        return false;
    if (date->parts[DATE_MONTH].count > 0)
        return notion_before(lexicon, NOTION_SHORT_YEAR_LEADS, text,
            year->begin) > 0;
    return word_at(lexicon_words(lexicon, NOTION_SHORT_YEAR_ENDS), text, end)
        || (begins_sentence(lexicon, text, year->begin)
            && word_at(lexicon_words(lexicon, NOTION_SHORT_YEAR_HEADS), text,
                end));
}

/* A number of a date with its sign behind it; none is behind the day. */
static bool read_signed_part(const struct lexicon *lexicon, const char *text,
    size_t begin, const struct word *sign, struct date_part *part)
{
    size_t at = begin, size;
    int value;

    *part = (struct date_part){ .begin = begin };
    for (; part->count <= 4 && (size = date_digit_read(text + at, &value)) > 0;
        at += size, part->count++)
        part->value = part->value * 10 + value;
    const struct word *behind = word_at(lexicon_words(lexicon,
        NOTION_DATE_SIGNS), text, at);
    part->digits = at - begin;
    part->length = part->digits + (sign && behind ? behind->length : 0);
    return part->count > 0 && (sign ? behind == sign : !behind);
}

bool date_read_signed(const struct lexicon *lexicon, const char *text,
    size_t begin, struct date *date)
{
    struct date_part *year = &date->parts[DATE_YEAR];
    struct date_part *month = &date->parts[DATE_MONTH];
    struct date_part *day = &date->parts[DATE_DAY];
    unsigned behind;

    *date = (struct date){ .end = begin };
    if (begin > 0 && strchr("-/", text[begin - 1]))
        return false;
    size_t digits = begin;
    for (int value; date_digit_read(text + digits, &value) > 0;)
        digits += date_digit_read(text + digits, &value);
    const struct word *sign = word_at(lexicon_words(lexicon,
        NOTION_DATE_SIGNS), text, digits);
    if (!sign || !read_signed_part(lexicon, text, begin, sign, year)
        || !read_signed_part(lexicon, text, begin + year->length, sign, month)
        || !read_signed_part(lexicon, text, month->begin + month->length,
            NULL, day))
        return false;
    date->end = day->begin + day->length;
    text_character(text + date->end, &behind);
    return year->count == 4 && year->value / 100 >= 19
        && year->value / 100 <= 20 && month->count <= 2 && day->count <= 2
        && month->value < 20 && day->value < 40 && !text_is_latin(behind);
}

/* What digits are written in. */
enum script { ARABIC = 1, NUMERAL = 2, LETTER = 4 };

/* Bytes of a digit, or of a letter that is typed for one. */
static size_t read_script(const struct lexicon *lexicon, const char *text,
    enum script *script)
{
    size_t size;
    char digit;
    int value;

    *script = ARABIC;
    if ((size = date_digit_read(text, &value)) > 0)
        return size;
    *script = LETTER;
    if (*text && strchr(LETTERS_LIKE_DIGITS, *text))
        return 1;
    *script = NUMERAL;
    return text_any_digit(lexicon, text, &digit);
}

size_t date_mixed_end(const struct lexicon *lexicon, const char *text,
    size_t begin)
{
    static const size_t counts[DATE_PARTS] = { 4, 2, 2 };
    size_t at = begin, count = 0, size;
    enum script script;
    int scripts = 0;

    for (; (size = read_script(lexicon, text + at, &script)) > 0; count++) {
        scripts |= (int)script;
        at += size;
    }
    if ((scripts & (scripts - 1)) == 0)
        return 0;               /* all of one kind */
    for (int k = DATE_YEAR; k < DATE_PARTS; k++) {
        size = word_size_at(lexicon_words(lexicon, units[k]), text, at);
        if (size > 0 && count == counts[k]
            && (k == DATE_YEAR || (scripts & LETTER)))
            return at + size;
    }
    return 0;
}

/* Whether the number of a document is behind its year: 〕5号. */
static bool is_numbered(const struct lexicon *lexicon, const char *text,
    size_t at)
{
    size_t size;
    int value;

    while ((size = date_digit_read(text + at, &value)) > 0)
        at += size;
    return word_size_at(lexicon_words(lexicon, NOTION_DOCUMENT_NUMBERS), text,
        at) > 0;
}

size_t date_document_year_end(const struct lexicon *lexicon,
    const char *text, size_t begin)
{
    const struct word *bracket = word_before(lexicon_words(lexicon,
        NOTION_YEAR_BRACKETS), text, begin);
    size_t at = begin, count = 0, size;
    int value;

    for (; (size = date_digit_read(text + at, &value)) > 0; at += size)
        count++;
    if (!bracket || strncmp(text + at, bracket->meaning.text,
            bracket->meaning.length) != 0)
        return 0;
    return count == 3 || count == 5 || (count == 2 && is_numbered(lexicon,
            text, at + bracket->meaning.length)) ? at : 0;
}

size_t date_year_unit(const struct lexicon *lexicon, const char *text,
    size_t at)
{
    size_t size = notion_at(lexicon, NOTION_BUSINESS_YEARS, text, at);

    return size > 0 ? size : notion_at(lexicon, NOTION_YEAR_UNITS, text, at);
}

size_t date_skip_number(const struct lexicon *lexicon, const char *text,
    size_t at)
{
    size_t size;
    int value;

    while ((size = date_digit_read(text + at, &value)) > 0
        || (size = word_size_at(lexicon_words(lexicon, NOTION_NUMERALS), text,
                at)) > 0)
        at += size;
    return at;
}
