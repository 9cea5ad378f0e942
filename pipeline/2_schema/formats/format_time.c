/* Dates and times of RFC 3339; its appendix A for durations. */

#include "2_schema/formats/format.h"

#include <string.h>

static unsigned days_in(unsigned year, unsigned month)
{
    static const unsigned days[] = {
        31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31,
    };
    bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

    return days[month - 1] + (month == 2 && leap);
}

bool fits_date(struct cursor *text)
{
    unsigned year, month, day;

    return cursor_digits(text, 4, 4, &year) && cursor_char(text, '-')
        && cursor_digits(text, 2, 2, &month) && cursor_char(text, '-')
        && cursor_digits(text, 2, 2, &day)
        && month >= 1 && month <= 12
        && day >= 1 && day <= days_in(year, month);
}

/* Z or +hh:mm, as minutes ahead of universal time. */
static bool read_offset(struct cursor *text, int *minutes)
{
    unsigned hour, minute;

    *minutes = 0;
    if (cursor_char(text, 'Z') || cursor_char(text, 'z'))
        return true;
    bool behind = cursor_char(text, '-');
    if (!behind && !cursor_char(text, '+'))
        return false;
    if (!cursor_digits(text, 2, 2, &hour) || !cursor_char(text, ':')
        || !cursor_digits(text, 2, 2, &minute) || hour > 23 || minute > 59)
        return false;
    *minutes = (int)(hour * 60 + minute) * (behind ? -1 : 1);
    return true;
}

bool fits_time(struct cursor *text)
{
    const int day = 24 * 60;
    unsigned hour, minute, second, fraction;
    int offset;

    if (!cursor_digits(text, 2, 2, &hour) || !cursor_char(text, ':')
        || !cursor_digits(text, 2, 2, &minute) || !cursor_char(text, ':')
        || !cursor_digits(text, 2, 2, &second))
        return false;
    if (cursor_char(text, '.')
        && !cursor_digits(text, 1, (size_t)-1, &fraction))
        return false;
    if (!read_offset(text, &offset))
        return false;
    if (hour > 23 || minute > 59 || second > 60)
        return false;
    /* A leap second ends a day of universal time. */
    int universal = ((int)(hour * 60 + minute) - offset + day) % day;
    return second < 60 || universal == day - 1;
}

bool fits_date_time(struct cursor *text)
{
    return fits_date(text)
        && (cursor_char(text, 'T') || cursor_char(text, 't'))
        && fits_time(text);
}

/* One or more "digits unit", the units following each other as in units. */
static bool read_units(struct cursor *text, const char *units)
{
    unsigned value;
    const char *expected = NULL;

    while (text->at < text->end && *text->at != 'T') {
        if (!cursor_digits(text, 1, (size_t)-1, &value)
            || text->at == text->end)
            return false;
        const char *unit = strchr(units, *text->at++);
        if (!unit || (expected && unit != expected))
            return false;
        expected = unit + 1;
    }
    return expected != NULL;
}

bool fits_duration(struct cursor *text)
{
    if (!cursor_char(text, 'P'))
        return false;
    if (text->end > text->at && text->end[-1] == 'W')
        return read_units(text, "W");
    if (text->at < text->end && *text->at != 'T' && !read_units(text, "YMD"))
        return false;
    if (cursor_char(text, 'T'))
        return read_units(text, "HMS");
    return text->end[-1] != 'P';
}
