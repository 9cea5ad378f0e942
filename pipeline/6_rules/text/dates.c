/* Finds dates that do not exist, 202年1月, 2023年13月, 2月30日, 2023-02-30,
 * 2O23年, 〔20233〕, and 06月, which is to be 6月. */

#include <stdio.h>
#include <string.h>

#include "0_base/signs.h"
#include "6_rules/text/characters.h"
#include "6_rules/text/checks.h"
#include "6_rules/text/numerals.h"

#define COUNT(table) (sizeof (table) / sizeof *(table))
#define LETTERS_LIKE_DIGITS "OoIl"
#define DIGITS_MOST 6           /* more are the number of something */

/* A number of a date with its unit. */
struct part {
    size_t begin, digits, length;       /* bytes of the text */
    int value;
    int count;                  /* of digits; 0: there is no such part */
    bool padded;                /* 06 for 6 */
};

enum { YEAR, MONTH, DAY, PART_COUNT };

struct date {
    struct part parts[PART_COUNT];
    size_t end;
};

static const enum notion units[PART_COUNT] = { NOTION_YEAR_UNITS,
    NOTION_MONTH_UNITS, NOTION_DAY_UNITS };

/* Bytes of a digit of either width at text, and its value. */
static size_t read_digit(const char *text, int *value)
{
    unsigned code;
    size_t size = text_character(text, &code);

    *value = (int)(code >= 0xFF10 ? code - 0xFF10 : code - '0');
    return text_is_digit(code) || text_is_digit(code - 0xFEE0) ? size : 0;
}

/* The digits at `begin`, numerals for those of a month or a day, and one of
 * the units behind them. */
static bool read_part(const struct lexicon *lexicon, const char *text,
    size_t begin, enum notion notion, struct part *part)
{
    size_t at = begin, size;
    int value;

    *part = (struct part){ .begin = begin };
    for (; (size = read_digit(text + at, &value)) > 0; at += size) {
        if (part->count++ == 0)
            part->padded = value == 0;
        if (part->count <= DIGITS_MOST)
            part->value = part->value * 10 + value;
    }
    if (part->count == 0 && notion != NOTION_YEAR_UNITS) {
        at += text_numeral_read(lexicon, text + at, &part->value);
        part->count = at > begin;
    }
    part->digits = at - begin;
    part->padded = part->padded && part->count > 1;
    if (text[at] == ' ' && part->count > 0)
        at++;
    size = word_size_at(lexicon_words(lexicon, notion), text, at);
    part->length = at + size - begin;
    if (size == 0 || part->count > DIGITS_MOST)
        part->count = 0;
    return part->count > 0;
}

/* The parts of a date that follow each other from `begin` on. */
static bool read_date(const struct lexicon *lexicon, const char *text,
    size_t begin, struct date *date)
{
    *date = (struct date){ .end = begin };
    for (int k = YEAR; k < PART_COUNT; k++) {
        if (k == DAY && date->parts[MONTH].count == 0)
            break;              /* 30日 may be a number of days */
        size_t at = date->end + (date->end > begin
            && text[date->end] == ' ');
        if (read_part(lexicon, text, at, units[k], &date->parts[k]))
            date->end = at + date->parts[k].length;
    }
    return date->end > begin;
}

/* Whether a year of another number of digits than four is meant for one: a
 * month follows, or 度, or it begins as a year of now does.  100年 is a number
 * of years. */
static bool is_misspelt_year(const struct lexicon *lexicon, const char *text,
    const struct date *date)
{
    const struct part *year = &date->parts[YEAR];
    int century = year->value;

    if (year->count < 3 || year->count == 4)
        return false;
    while (century >= 100)
        century /= 10;
    return date->parts[MONTH].count > 0
        || word_size_at(lexicon_words(lexicon, NOTION_BUSINESS_YEARS), text,
            year->begin + year->digits) > 0
        || ((century == 19 || century == 20) && year->value % 10 != 0);
}

static int days_of(const struct part *year, int month)
{
    static const int days[] = { 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30,
        31 };
    bool leap = year->count == 0 || (year->value % 4 == 0
        && (year->value % 100 != 0 || year->value % 400 == 0));

    return days[month - 1] - (month == 2 && !leap);
}

static bool is_impossible(const struct lexicon *lexicon, const char *text,
    const struct date *date)
{
    const struct part *month = &date->parts[MONTH], *day = &date->parts[DAY];

    if (is_misspelt_year(lexicon, text, date))
        return true;
    if (month->count == 0)
        return false;
    if (month->value < 1 || month->value > 12)
        return true;
    return day->count > 0 && (day->value < 1
        || day->value > days_of(&date->parts[YEAR], month->value));
}

/* The date with its numbers as they should be. */
static void add_short(const char *text, const struct date *date,
    struct buffer *found)
{
    for (int k = YEAR; k < PART_COUNT; k++) {
        const struct part *part = &date->parts[k];
        const char *unit = text + part->begin + part->digits;
        if (part->count > 0)
            buffer_printf(found, "%d%.*s", part->value,
                (int)(part->length - part->digits), unit);
    }
}

/* Adds what is wrong with a date, if anything is. */
static void judge(const struct lexicon *lexicon, const char *text,
    size_t begin, const struct date *date, struct buffer *found)
{
    bool padded = date->parts[MONTH].padded || date->parts[DAY].padded;
    bool impossible = is_impossible(lexicon, text, date);

    if (!padded && !impossible)
        return;
    buffer_add(found, text + begin, date->end - begin);
    if (!impossible) {
        buffer_add_string(found, SIGN_ARROW);
        add_short(text, date, found);
    }
}

/* A number of a date with its sign behind it; none is behind the day. */
static bool read_signed_part(const struct lexicon *lexicon, const char *text,
    size_t begin, const struct word *sign, struct part *part)
{
    size_t at = begin, size;
    int value;

    *part = (struct part){ .begin = begin };
    for (; part->count <= 4 && (size = read_digit(text + at, &value)) > 0;
        at += size, part->count++)
        part->value = part->value * 10 + value;
    const struct word *behind = word_at(lexicon_words(lexicon,
        NOTION_DATE_SIGNS), text, at);
    part->digits = at - begin;
    part->length = part->digits + (sign && behind ? behind->length : 0);
    return part->count > 0 && (sign ? behind == sign : !behind);
}

/* 2023-02-30, 2023/2/30, 2023.2.30: a year of our time, and numbers that
 * are hardly those of anything else. */
static bool read_signed_date(const struct lexicon *lexicon, const char *text,
    size_t begin, struct date *date)
{
    struct part *year = &date->parts[YEAR], *month = &date->parts[MONTH];
    struct part *day = &date->parts[DAY];
    unsigned behind;

    *date = (struct date){ .end = begin };
    if (begin > 0 && strchr("-/", text[begin - 1]))
        return false;
    size_t digits = begin;
    for (int value; read_digit(text + digits, &value) > 0;)
        digits += read_digit(text + digits, &value);
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

/* Where a year ends whose figures are of two kinds, 2O24年 and 202四年; 0 for
 * none. */
static size_t read_mixed_year(const struct lexicon *lexicon, const char *text,
    size_t begin)
{
    size_t at = begin, count = 0, others = 0, size;
    char digit;
    int value;

    for (;; at += size, count++) {
        bool arabic = (size = read_digit(text + at, &value)) > 0;
        if (!arabic && strchr(LETTERS_LIKE_DIGITS, text[at]) && text[at])
            size = 1;
        else if (!arabic)
            size = text_any_digit(lexicon, text + at, &digit);
        if (size == 0)
            break;
        others += !arabic;
    }
    size = word_size_at(lexicon_words(lexicon, NOTION_YEAR_UNITS), text, at);
    return count == 4 && others > 0 && size > 0 ? at + size : 0;
}

/* Where the year of a document ends that has not four digits, 〔20244〕; 0 for
 * none. */
static size_t read_document_year(const struct lexicon *lexicon,
    const char *text, size_t begin)
{
    const struct word *bracket = word_before(lexicon_words(lexicon,
        NOTION_YEAR_BRACKETS), text, begin);
    size_t at = begin, count = 0, size;
    int value;

    for (; (size = read_digit(text + at, &value)) > 0; at += size)
        count++;
    return bracket && (count == 3 || count == 5) && strncmp(text + at,
            bracket->meaning.text, bracket->meaning.length) == 0 ? at : 0;
}

/* Whether digits belong to a code or to decimals, and so to no date: A06月,
 * 1.5月. */
static bool may_begin(const char *text, size_t at)
{
    unsigned before;

    text_character_before(text, at, &before);
    return !text_is_latin(before) && before != '.' && before != '_';
}

const struct text_needs text_wrong_date_needs = { TEXT_DIGIT, 4,
    { NOTION_YEAR_UNITS, NOTION_MONTH_UNITS, NOTION_DATE_SIGNS,
        NOTION_YEAR_BRACKETS } };

bool text_wrong_date(const struct lexicon *lexicon, const char *text,
    const char *argument, struct buffer *found)
{
    struct date date;
    size_t size;
    int value;

    (void)argument;
    for (size_t at = 0; text[at] && found->length == 0;) {
        unsigned code;
        size_t begin = at;
        if (read_digit(text + at, &value) == 0) {
            at += text_character(text + at, &code);
            continue;
        }
        size_t wrong = read_mixed_year(lexicon, text, at);
        wrong = wrong > 0 ? wrong : read_document_year(lexicon, text, at);
        if (!may_begin(text, at)) {
            at = begin;
        } else if (wrong > 0) {
            buffer_add(found, text + begin, wrong - begin);
        } else if (read_signed_date(lexicon, text, at, &date)) {
            if (is_impossible(lexicon, text, &date))
                buffer_add(found, text + begin, date.end - begin);
            at = date.end;
        } else if (read_date(lexicon, text, at, &date)) {
            judge(lexicon, text, begin, &date, found);
            at = date.end;
        }
        while ((size = read_digit(text + at, &value)) > 0)
            at += size;
    }
    return true;
}
