/* A day of the calendar that is written in another way than 2024-04-24:
 * 2024-4-24, 2024/04/24, 2024.4.24, 2024年4月24日, 20240424. */

#include <stdio.h>

#include "0_base/utf8.h"
#include "2_schema/formats/format.h"
#include "2_schema/report/step.h"

#define DAY_SIZE 11             /* 2024-04-24 and its end */
#define REST_MAX 24             /* bytes behind the day: its unit, a time */
#define GAP_MAX 8               /* bytes between two numbers */

enum { YEAR, MONTH, DAY, NUMBER_COUNT };

static const int most_digits[NUMBER_COUNT] = { 4, 2, 2 };

/* The value of a digit of either width; 10 or more for another character. */
static unsigned digit_value(unsigned code)
{
    return code >= 0xFF10 ? code - 0xFF10 : code - '0';
}

/* Reads up to so many digits; how many there are. */
static int read_number(const char **at, const char *end, int most,
    unsigned *value)
{
    unsigned code;
    size_t size;
    int count = 0;

    *value = 0;
    while (count < most
        && (size = utf8_read(*at, (size_t)(end - *at), &code)) > 0
        && digit_value(code) < 10) {
        *value = *value * 10 + digit_value(code);
        *at += size;
        count++;
    }
    return count;
}

/* Leaves out what stands before the next digit; how many bytes. */
static size_t skip_gap(const char **at, const char *end)
{
    const char *begin = *at;
    unsigned code;
    size_t size;

    while ((size = utf8_read(*at, (size_t)(end - *at), &code)) > 0
        && digit_value(code) >= 10)
        *at += size;
    return (size_t)(*at - begin);
}

/* Numbers of four, of one or two, and of one or two digits, all of them apart,
 * or none. */
static bool read_day(const char *text, size_t length,
    unsigned numbers[NUMBER_COUNT])
{
    const char *at = text, *end = text + length;
    size_t gaps = 0;

    skip_gap(&at, end);
    if (at > text + GAP_MAX)
        return false;
    for (int k = YEAR; k < NUMBER_COUNT; k++) {
        size_t gap = k == YEAR ? 0 : skip_gap(&at, end);
        int count = read_number(&at, end, most_digits[k], &numbers[k]);
        gaps += gap > 0;
        if (gap > GAP_MAX || count == 0
            || ((k == YEAR || gaps == 0) && count < most_digits[k]))
            return false;
    }
    unsigned code;
    return (gaps == 0 || gaps == 2) && end - at <= REST_MAX
        && (utf8_read(at, (size_t)(end - at), &code) == 0
            || digit_value(code) >= 10);
}

void day_hint(struct words *hint, const char *text, size_t length)
{
    unsigned numbers[NUMBER_COUNT];
    char day[DAY_SIZE];

    if (!read_day(text, length, numbers))
        return;
    snprintf(day, sizeof day, "%04u-%02u-%02u", numbers[YEAR] % 10000,
        numbers[MONTH] % 100, numbers[DAY] % 100);
    if (!format_is_date(day, sizeof day - 1))
        return;
    words_add_phrase(hint, PHRASE_WRITE_DATE);
    words_add_text(hint, day);
}
