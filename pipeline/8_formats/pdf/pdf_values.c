/* Numbers, names and text as they stand in a PDF file. */

#include <string.h>

#include "0_base/utf8.h"
#include "8_formats/pdf/pdf_parts.h"

#define SUPPLEMENT 0x10000u     /* where characters take two UTF-16 units */

void pdf_add_reference(struct buffer *out, uint32_t number)
{
    buffer_add_integer(out, number);
    buffer_add_string(out, " 0 R");
}

void pdf_add_hex16(struct buffer *out, unsigned value)
{
    static const char digits[] = "0123456789ABCDEF";
    char text[4];

    for (unsigned i = 0; i < 4; i++)
        text[i] = digits[value >> (12 - 4 * i) & 0xF];
    buffer_add(out, text, sizeof text);
}

void pdf_add_utf16(struct buffer *out, uint32_t character)
{
    if (character >= SUPPLEMENT) {
        pdf_add_hex16(out, 0xD800 + ((character - SUPPLEMENT) >> 10));
        character = 0xDC00 + ((character - SUPPLEMENT) & 0x3FF);
    }
    pdf_add_hex16(out, character);
}

void pdf_add_text(struct buffer *out, const char *text)
{
    size_t left = strlen(text), size;
    unsigned code;

    buffer_add_string(out, "<FEFF");
    for (; (size = utf8_read(text, left, &code)) > 0; text += size) {
        left -= size;
        pdf_add_utf16(out, code);
    }
    buffer_add_char(out, '>');
}

void pdf_add_name(struct buffer *out, const char *name)
{
    buffer_add_char(out, '/');
    for (; *name; name++) {
        unsigned char byte = (unsigned char)*name;
        if (byte > ' ' && byte < 0x7F && !strchr("#()<>[]{}/%", byte))
            buffer_add_char(out, *name);
        else
            buffer_printf(out, "#%02X", byte);
    }
}
