/* Lengths as they stand in a file. */

#include "8_formats/layout/extent.h"

void extent_add(struct buffer *out, extent thousandths)
{
    char digits[16];
    size_t at = sizeof digits;
    unsigned left = thousandths < 0
        ? 0u - (unsigned)thousandths : (unsigned)thousandths;
    bool is_needed = false;

    for (int place = 0; place < 3; place++, left /= 10) {
        is_needed = is_needed || left % 10 != 0;
        if (is_needed)
            digits[--at] = (char)('0' + left % 10);
    }
    if (is_needed)
        digits[--at] = '.';
    do
        digits[--at] = (char)('0' + left % 10);
    while ((left /= 10) > 0);
    if (thousandths < 0)
        digits[--at] = '-';
    buffer_add(out, digits + at, sizeof digits - at);
}
