#include "0_base/utf8.h"

#include <stdbool.h>

static bool is_continuation(unsigned char byte)
{
    return (byte & 0xC0) == 0x80;
}

size_t utf8_size(unsigned code)
{
    return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

size_t utf8_read(const char *bytes, size_t length, unsigned *code)
{
    const unsigned char *from = (const unsigned char *)bytes;
    unsigned value;
    size_t size;

    if (length == 0)
        return 0;
    size = from[0] < 0x80 ? 1 : from[0] < 0xC2 ? 0 : from[0] < 0xE0 ? 2
        : from[0] < 0xF0 ? 3 : from[0] < 0xF5 ? 4 : 0;
    if (size == 0 || size > length)
        return 0;

    value = size == 1 ? from[0] : from[0] & (0xFFu >> (size + 1));
    for (size_t k = 1; k < size; k++) {
        if (!is_continuation(from[k]))
            return 0;
        value = value << 6 | (from[k] & 0x3Fu);
    }
    if (utf8_size(value) != size || value > 0x10FFFF
        || (value >= 0xD800 && value <= 0xDFFF))
        return 0;
    if (code)
        *code = value;
    return size;
}
