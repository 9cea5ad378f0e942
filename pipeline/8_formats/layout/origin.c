/* What the data say of the day that a paged file is of. */

#include "8_formats/layout/origin.h"

#include <stddef.h>
#include <string.h>

bool origin_has_day(const struct origin *origin)
{
    const char *date = origin->date;

    if (!date || strlen(date) != 10)
        return false;
    for (size_t i = 0; i < 10; i++)
        if (i == 4 || i == 7 ? date[i] != '-'
            : date[i] < '0' || date[i] > '9')
            return false;
    return true;
}
