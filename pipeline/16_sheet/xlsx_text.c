/*
 * The texts of a workbook, in which _x0041_ stands for a character.
 */

#include <stdio.h>
#include <string.h>

#include "0_base/utf8.h"
#include "16_sheet/xlsx.h"

#define ESCAPE_SIZE sizeof "_x0041_"

static bool looks_escaped(const char *text)
{
    return strncmp(text, "_x", 2) == 0
        && strspn(text + 2, "0123456789ABCDEFabcdef") >= 4 && text[6] == '_';
}

/* What a cell has in place of a byte, in a buffer of ESCAPE_SIZE; false where
 * it has the byte itself. */
static bool escape(const char *at, char escaped[ESCAPE_SIZE])
{
    unsigned char byte = (unsigned char)*at;
    bool is_control = byte < ' ' && byte != '\t' && byte != '\n';

    if (is_control || looks_escaped(at))
        snprintf(escaped, ESCAPE_SIZE, "_x%04X_", byte);
    return is_control || looks_escaped(at);
}

void xlsx_add_text(const char *text, struct buffer *out)
{
    char escaped[ESCAPE_SIZE];

    for (; *text; text++)
        if (escape(text, escaped))
            buffer_add_string(out, escaped);
        else
            buffer_add_char(out, *text);
}

size_t xlsx_text_head(const char *text, size_t units)
{
    char escaped[ESCAPE_SIZE];
    size_t head = 0;

    while (text[head]) {
        size_t size = utf8_first(text + head, NULL);
        size_t taken = escape(text + head, escaped) ? ESCAPE_SIZE - 1
            : size == UTF8_LENGTH_MAX ? 2 : 1;
        if (taken > units)
            break;
        units -= taken;
        head += size ? size : 1;
    }
    return head;
}
