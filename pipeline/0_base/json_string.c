/*
 * Texts as strings of JSON, with the escapes that they need.
 */

#include "0_base/json_string.h"

#include <string.h>

#include "0_base/unseen.h"
#include "0_base/utf8.h"

/* RFC 8259, 7: as a pair of surrogates beyond 16 bits. */
static void add_code(unsigned code, struct buffer *out)
{
    if (code > 0xFFFF) {
        buffer_printf(out, "\\u%04x", 0xD800 + ((code - 0x10000) >> 10));
        code = 0xDC00 + (code & 0x3FF);
    }
    buffer_printf(out, "\\u%04x", code);
}

void json_string_add(const char *text, struct buffer *out)
{
    static const char plain[] = "\"\\\n\r\t", short_ones[] = "\"\\nrt";
    size_t left = strlen(text);

    buffer_add_char(out, '"');
    while (left > 0) {
        const char *found = strchr(plain, *text);
        unsigned code = 0;
        size_t size = utf8_read(text, left, &code);
        enum unseen kind = size ? unseen_kind(code) : UNSEEN_NOT;
        if (found)
            buffer_printf(out, "\\%c", short_ones[found - plain]);
        else if (kind != UNSEEN_NOT && kind != UNSEEN_SPACE)
            add_code(code, out);
        else
            buffer_add(out, text, size ? size : 1);
        text += size ? size : 1;
        left -= size ? size : 1;
    }
    buffer_add_char(out, '"');
}
