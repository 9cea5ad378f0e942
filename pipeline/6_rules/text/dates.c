/* Finds dates that do not exist, 202年1月, 2023年13月, 2月30日, 2023-02-30,
 * 二〇二三年六月三十一日, 2O23年, 〔20233〕, 每月35日, 第5季度, and 06月, which is to
 * be 6月. */

#include <stdio.h>
#include <string.h>

#include "0_base/signs.h"
#include "6_rules/text/characters.h"
#include "6_rules/text/checks.h"
#include "6_rules/text/date_parts.h"
#include "6_rules/text/numerals.h"

#define DAYS_MOST 12            /* listed behind each other */

/* Whether a number counts in an order: 第15年度. */
static bool is_ordinal(const struct lexicon *lexicon, const char *text,
    size_t at)
{
    return word_before(lexicon_words(lexicon, NOTION_ORDINAL), text, at)
        != NULL;
}

/* Whether a year of another number of digits than four is meant for one: a
 * month follows, or 度, or it begins as a year of now does.  100年 is a number
 * of years, and of two digits 度 or a day must follow, or other words of a year:
 * 23年6月 alone may be a time. */
static bool is_misspelt_year(const struct lexicon *lexicon, const char *text,
    const struct date *date)
{
    const struct date_part *year = &date->parts[DATE_YEAR];
    bool of_business = word_size_at(lexicon_words(lexicon,
        NOTION_BUSINESS_YEARS), text, year->begin + year->digits) > 0;
    int century = year->value;

    if (year->count == 2)
        return date->parts[DATE_DAY].count > 0
            || (!is_ordinal(lexicon, text, year->begin)
                && (of_business || date_has_short_year(lexicon, text,
                    date)));
    if (year->count < 3 || year->count == 4)
        return false;
    while (century >= 100)
        century /= 10;
    return date->parts[DATE_MONTH].count > 0
        || of_business
        || ((century == 19 || century == 20) && year->value % 10 != 0);
}

static int days_of(const struct date_part *year, int month)
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
    const struct date_part *month = &date->parts[DATE_MONTH];
    const struct date_part *day = &date->parts[DATE_DAY];

    if (is_misspelt_year(lexicon, text, date))
        return true;
    if (month->count == 0)
        return false;
    if (month->value < 1 || month->value > 12)
        return true;
    return day->count > 0 && (day->value < 1
        || day->value > days_of(&date->parts[DATE_YEAR], month->value));
}

/* The date with its numbers as they should be. */
static void add_short(const char *text, const struct date *date,
    struct buffer *found)
{
    for (int k = DATE_YEAR; k < DATE_PARTS; k++) {
        const struct date_part *part = &date->parts[k];
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
    bool padded = date->parts[DATE_MONTH].padded
        || date->parts[DATE_DAY].padded;
    bool impossible = is_impossible(lexicon, text, date);

    if (!padded && !impossible)
        return;
    buffer_add(found, text + begin, date->end - begin);
    if (!impossible) {
        buffer_add_string(found, SIGN_ARROW);
        add_short(text, date, found);
    }
}

/* Whether digits belong to a code or to decimals, and so to no date: A06月,
 * 1.5月. */
static bool may_begin(const char *text, size_t at)
{
    unsigned before;

    text_character_before(text, at, &before);
    return !text_is_latin(before) && before != '.' && before != '_';
}

/* Whether the calendar is another one, in which every month may have 30 days:
 * 农历二月三十日. */
static bool is_lunar(const struct lexicon *lexicon, const char *text,
    size_t begin)
{
    return word_before(lexicon_words(lexicon, NOTION_LUNAR), text, begin)
        != NULL;
}

/* Where the day begins that the one at a byte is listed behind, 每月5日、25日; the
 * byte itself where there is none. */
static size_t day_before(const struct lexicon *lexicon, const char *text,
    size_t at)
{
    static const enum notion joints[] = { NOTION_ITEM_MARKS, NOTION_JOINTS,
        NOTION_RANGE_JOINTS };
    size_t size = 0, end, begin;
    unsigned code;
    int value;

    for (size_t k = 0; size == 0 && k < sizeof joints / sizeof *joints; k++)
        size = notion_before(lexicon, joints[k], text, at);
    if (size == 0)
        return at;
    end = at - size;
    end -= notion_before(lexicon, NOTION_DAY_UNITS, text, end);
    for (begin = end;
         (size = text_character_before(text, begin, &code)) > 0
         && (date_digit_read(text + begin - size, &value) > 0 || notion_at(
             lexicon, NOTION_NUMERALS, text, begin - size) > 0);)
        begin -= size;
    return begin < end ? begin : at;
}

/* The word that says of what the days listed from a byte on are days, 每月; NULL
 * for none. */
static const struct word *recurring_before(const struct lexicon *lexicon,
    const char *text, size_t *begin)
{
    const struct word *word = NULL;

    for (int k = 0; k < DAYS_MOST && !word; k++) {
        word = word_before(lexicon_words(lexicon, NOTION_RECURRING), text,
            *begin);
        *begin = word ? *begin - word->length
            : day_before(lexicon, text, *begin);
    }
    return word;
}

/* Adds the day at a byte if no month or week has it, 每月35日, or the part if no
 * year has, 第5季度; the end of what was added, or 0. */
static size_t judge_part(const struct lexicon *lexicon, const char *text,
    size_t at, struct buffer *found)
{
    const struct word *whole = NULL, *unit;
    struct date_part number;
    size_t begin = at;

    if (!date_number_read(lexicon, text, at, &number))
        return 0;
    size_t end = at + number.digits;
    if ((unit = word_at(lexicon_words(lexicon, NOTION_PARTS_OF_YEARS), text,
            end)))
        whole = is_ordinal(lexicon, text, at) ? unit : NULL;
    else if ((unit = word_at(lexicon_words(lexicon, NOTION_DAY_UNITS), text,
            end)))
        whole = recurring_before(lexicon, text, &begin);
    if (!whole || (number.value > 0 && number.value <= word_number(whole)))
        return 0;
    end += unit->length;
    buffer_add(found, text + begin, end - begin);
    return end;
}

/* Adds what is wrong with the date at a digit or a numeral; the end of what
 * was read. */
static size_t judge_at(const struct lexicon *lexicon, const char *text,
    size_t at, struct buffer *found)
{
    size_t wrong = date_mixed_end(lexicon, text, at);
    size_t year = date_document_year_end(lexicon, text, at);
    struct date date;

    if (!may_begin(text, at) || is_lunar(lexicon, text, at))
        return at;
    if (wrong > 0) {
        buffer_add(found, text + at, wrong - at);
        return wrong;
    }
    if (year > 0) {             /* with the brackets around it */
        size_t begin = text_back(text, at, 1);
        buffer_add(found, text + begin, text_forward(text, year, 1) - begin);
        return year;
    }
    if ((wrong = judge_part(lexicon, text, at, found)) > 0)
        return wrong;
    if (date_read_signed(lexicon, text, at, &date)) {
        if (is_impossible(lexicon, text, &date))
            buffer_add(found, text + at, date.end - at);
        return date.end;
    }
    if (date_read(lexicon, text, at, &date))
        judge(lexicon, text, at, &date, found);
    return date.end;
}

const struct text_needs text_wrong_date_needs = { TEXT_ANY, 6,
    { NOTION_YEAR_UNITS, NOTION_MONTH_UNITS, NOTION_DATE_SIGNS,
        NOTION_YEAR_BRACKETS, NOTION_RECURRING, NOTION_PARTS_OF_YEARS } };

bool text_wrong_date(const struct lexicon *lexicon, const char *text,
    const char *argument, struct buffer *found)
{
    static const enum notion numerals[] = { NOTION_NUMERALS };
    const struct word_marks beginnings = lexicon_beginnings(lexicon,
        numerals, 1);
    size_t at = 0;
    unsigned code;

    (void)argument;
    while (found->length == 0
        && text[at = text_skip_plain(&beginnings, text, at)]) {
        size_t number = date_skip_number(lexicon, text, at);
        size_t date = number > at ? judge_at(lexicon, text, at, found)
            : at + text_character(text + at, &code);
        at = date > number ? date : number;
    }
    return true;
}
