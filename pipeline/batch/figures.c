/* Digits as they are typed. */

#include "batch/figures.h"

bool figures_read(const char *text, size_t length, size_t least, size_t most,
    size_t *number)
{
    size_t value = 0;

    for (size_t k = 0; k < length; k++) {
        if (text[k] < '0' || text[k] > '9' || value > most)
            return false;
        value = value * 10 + (size_t)(text[k] - '0');
    }
    if (length == 0 || value < least || value > most)
        return false;
    *number = value;
    return true;
}
