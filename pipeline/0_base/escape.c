/* The characters that XML has for itself, written so that they are text. */

#include "0_base/escape.h"

#include <string.h>

void escape_add(struct buffer *out, const char *text)
{
    for (;;) {
        size_t plain = strcspn(text, "&<>\"");
        buffer_add(out, text, plain);
        text += plain;
        if (*text == '\0')
            return;
        buffer_add_string(out, *text == '&' ? "&amp;" : *text == '<' ? "&lt;"
            : *text == '>' ? "&gt;" : "&quot;");
        text++;
    }
}
