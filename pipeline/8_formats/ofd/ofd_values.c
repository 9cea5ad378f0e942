/* Lengths and text as they stand in the parts of an OFD file. */

#include "0_base/escape.h"
#include "8_formats/ofd/ofd_parts.h"

int32_t ofd_length(int64_t extents)
{
    /* An extent is 25400/72000 micrometres. */
    int64_t product = extents * 127;

    return (int32_t)((product + (product < 0 ? -180 : 180)) / 360);
}

void ofd_add_length(struct buffer *out, int32_t length)
{
    extent_add(out, length);
}

void ofd_add_lengths(struct buffer *out, const int32_t *lengths,
    size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            buffer_add_char(out, ' ');
        ofd_add_length(out, lengths[i]);
    }
}

void ofd_add_element(struct buffer *out, const char *name, const char *text)
{
    if (!text)
        return;
    buffer_printf(out, "<ofd:%s>", name);
    escape_add(out, text);
    buffer_printf(out, "</ofd:%s>", name);
}
