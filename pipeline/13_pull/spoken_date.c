/*
 * Words to dates, exactly or not at all.
 */

#include "13_pull/spoken.h"

#include <stdlib.h>
#include <string.h>

#include "13_pull/parted.h"

#define UNMARKED 8              /* digits of 20250310 */

/* What a Chinese numeral at the beginning means; its bytes, or 0. */
static size_t numeral_at(const struct word_list *numerals, const char *text,
    int *value)
{
    for (size_t k = 0; k < numerals->count; k++) {
        const struct word *word = &numerals->list[k];
        if (strncmp(text, word->text, word->length) == 0) {
            *value = (int)strtol(word->meaning.text, NULL, 10);
            return word->length;
        }
    }
    return 0;
}

/* Digits, or numerals: 二〇二五, 十八, 二十, 三十一; 0 where there are none. */
static size_t read_part(const struct word_list *numerals, const char *text,
    int *number)
{
    size_t at = parted_digits(text), size;
    int value, total = 0, last = 0;
    bool tens = false;

    if (at > 0) {
        *number = at <= 4 ? (int)strtol(text, NULL, 10) : 0;
        return at;
    }
    while ((size = numeral_at(numerals, text + at, &value)) > 0) {
        at += size;
        if (value >= 10) {
            total = (last ? last : 1) * value;
            tens = true;
            last = 0;
        } else {
            last = tens ? value : last * 10 + value;
        }
        if (total > 9999 || last > 9999)
            return 0;
    }
    *number = total + last;
    return at;
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
    int parts[3])
{
    const struct word_list *numerals = lexicon_words(lexicon,
        NOTION_NUMERALS);
    char mark = '\0';

    for (int k = 0; k < 3; k++) {
        text += *text == ' ';
        size_t size = read_part(numerals, text, &parts[k]);
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
            || read_marked(lexicon, buffer_string(&text), parts))
        && is_day(parts);
    if (good)
        buffer_printf(out, "%04d-%02d-%02d", parts[0], parts[1], parts[2]);
    *failed = *failed || text.failed || out->failed;
    buffer_free(&text);
    return good;
}
