/* Writes JSON Pointers (RFC 6901) as text, a step at a time. */

#include <string.h>

#include "1_read/json.h"

void json_pointer_add(struct buffer *pointer, const char *name)
{
    size_t length = strcspn(name, "~/");

    buffer_add_char(pointer, '/');
    buffer_add(pointer, name, length);
    for (name += length; *name; name += length) {
        buffer_add_string(pointer, *name++ == '~' ? "~0" : "~1");
        length = strcspn(name, "~/");
        buffer_add(pointer, name, length);
    }
}

void json_pointer_add_index(struct buffer *pointer, size_t index)
{
    char digits[24], *first = digits + sizeof digits;

    do
        *--first = (char)('0' + index % 10);
    while (index /= 10);
    *--first = '/';
    buffer_add(pointer, first, (size_t)(digits + sizeof digits - first));
}
