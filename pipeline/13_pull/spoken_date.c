/*
 * Words to dates, exactly or not at all.
 */

#include "13_pull/spoken.h"

#include <stdlib.h>
#include <string.h>

#include "13_pull/parted.h"

#define UNMARKED 8              /* digits of 20250310 */
#define YEAR_DIGITS 4

/* Digits, or numerals: 二〇二五, 十八, 二十, 三十一; 0 where there are none.
 * More than a year has are 0, which is no part of a date. */
static size_t read_part(const struct lexicon *lexicon, const char *text,
    int *number, bool *failed)
{
    struct buffer digits = BUFFER_EMPTY;
    size_t size = parted_digits(text);

    if (size > 0)
        buffer_add(&digits, text, size);
    else
        size = parted_numeral(lexicon, text, &digits);
    *number = digits.length <= YEAR_DIGITS
        ? (int)strtol(buffer_string(&digits), NULL, 10) : 0;
    *failed = *failed || digits.failed;
    buffer_free(&digits);
    return size;
}

/* What stands behind the k-th part: its word, or a mark, which is the same
 * behind the first two. */
static size_t skip_mark(const struct lexicon *lexicon, const char *text,
    int k, char *mark)
{
    static const enum notion units[] = { NOTION_YEAR_UNITS,
        NOTION_MONTH_UNITS, NOTION_DAY_UNITS };
    size_t length = *mark ? 0
        : word_size_at(lexicon_words(lexicon, units[k]), text, 0);

    if (length > 0 || k == 2)
        return length;
    if (!*text || !strchr("-./", *text) || (*mark && *mark != *text)
        || (k > 0 && !*mark))
        return 0;
    *mark = *text;
    return 1;
}

static int days_of(int year, int month)
{
    static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30,
        31 };
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

    return days[month - 1] + (month == 2 && leap);
}

/* 20250310; false where the text is none such. */
static bool read_unmarked(const char *text, int parts[3])
{
    long number = strtol(text, NULL, 10);

    if (parted_digits(text) != UNMARKED || text[UNMARKED] != '\0')
        return false;
    parts[0] = (int)(number / 10000);
    parts[1] = (int)(number / 100 % 100);
    parts[2] = (int)(number % 100);
    return true;
}

/* The three parts of a date, each with what is behind it; false where the text
 * is none. */
static bool read_marked(const struct lexicon *lexicon, const char *text,
    int parts[3], bool *failed)
{
    char mark = '\0';

    for (int k = 0; k < 3; k++) {
        text += *text == ' ';
        size_t size = read_part(lexicon, text, &parts[k], failed);
        text += size;
        text += size > 0 && *text == ' ';
        size_t behind = skip_mark(lexicon, text, k, &mark);
        if (size == 0 || (behind == 0 && (k < 2 || !mark)))
            return false;
        text += behind;
    }
    return *text == '\0';
}

static bool is_day(const int parts[3])
{
    return parts[0] > 999 && parts[1] >= 1 && parts[1] <= 12
        && parts[2] >= 1 && parts[2] <= days_of(parts[0], parts[1]);
}

bool spoken_date(const struct lexicon *lexicon, const char *words,
    struct buffer *out, bool *failed)
{
    struct buffer text = BUFFER_EMPTY;
    int parts[3];

    parted_narrow(words, &text);
    bool good = (read_unmarked(buffer_string(&text), parts)
            || read_marked(lexicon, buffer_string(&text), parts, failed))
        && is_day(parts);
    if (good)
        buffer_printf(out, "%04d-%02d-%02d", parts[0], parts[1], parts[2]);
    *failed = *failed || text.failed || out->failed;
    buffer_free(&text);
    return good;
}
