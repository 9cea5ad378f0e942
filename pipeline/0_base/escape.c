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

static const struct { const char *written; char byte; } escapes[] = {
    { "&amp;", '&' }, { "&lt;", '<' }, { "&gt;", '>' }, { "&quot;", '"' },
    { "&#9;", '\t' }, { "&#10;", '\n' }, { "&#13;", '\r' },
};

/* The bytes of text that stand for the one that is appended. */
static size_t undo_one(struct buffer *out, const char *text, size_t length)
{
    for (size_t k = 0; k < sizeof escapes / sizeof *escapes; k++) {
        size_t size = strlen(escapes[k].written);
        if (size <= length && memcmp(text, escapes[k].written, size) == 0) {
            buffer_add_char(out, escapes[k].byte);
            return size;
        }
    }
    buffer_add_char(out, *text);
    return 1;
}

void escape_undo(struct buffer *out, const char *text, size_t length)
{
    while (length > 0) {
        const char *mark = memchr(text, '&', length);
        size_t plain = mark ? (size_t)(mark - text) : length;
        buffer_add(out, text, plain);
        if (mark)
            plain += undo_one(out, mark, length - plain);
        text += plain;
        length -= plain;
    }
}
