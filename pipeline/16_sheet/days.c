/*
 * Days of the proleptic Gregorian calendar, counted by eras of 400 years that
 * begin in March.
 */

#include "16_sheet/days.h"

#include <stdio.h>
#include <string.h>

#include "0_base/value.h"

#define ERA_YEARS 400
#define ERA_DAYS 146097
#define ZERO 693899             /* 1899-12-30, from 0000-03-01 */
#define SINCE_1904 1462
#define FIRST 61                /* 1900-03-01 */
#define LAST 2958465            /* 9999-12-31 */
#define TEXT_SIZE (3 * 20 + 3)  /* of any three numbers; a date takes 11 */

static long count(long year, long month, long day)
{
    year -= month <= 2;
    long of_era = year % ERA_YEARS;
    long of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5
        + day - 1;

    return year / ERA_YEARS * ERA_DAYS + of_era * 365 + of_era / 4
        - of_era / 100 + of_year - ZERO;
}

static void print(long days, char text[TEXT_SIZE])
{
    days += ZERO;
    long of_era = days % ERA_DAYS;
    long year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096)
        / 365;
    long of_year = of_era - (365 * year + year / 4 - year / 100);
    long part = (5 * of_year + 2) / 153;
    long month = part < 10 ? part + 3 : part - 9;

    snprintf(text, TEXT_SIZE, "%04ld-%02ld-%02ld", year
        + days / ERA_DAYS * ERA_YEARS + (month <= 2), month,
        of_year - (153 * part + 2) / 5 + 1);
}

bool days_of_date(const char *date, long *days)
{
    char again[TEXT_SIZE];
    int year, month, day;

    if (!date_numbers(date, &year, &month, &day) || year < 1
        || month < 1 || month > 12)
        return false;
    *days = count(year, month, day);
    if (*days < FIRST || *days > LAST)
        return false;
    print(*days, again);
    return strcmp(again, date) == 0;
}

bool days_print(long days, bool since_1904, struct buffer *out)
{
    char text[TEXT_SIZE];

    if (days < 0 || days > LAST)
        return false;
    if (since_1904)
        days += SINCE_1904;
    if (days < FIRST || days > LAST)
        return false;
    print(days, text);
    buffer_add_string(out, text);
    return true;
}
