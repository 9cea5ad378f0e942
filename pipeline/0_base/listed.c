/* Names in a row: put together for all languages, and printed in one. */

#include "0_base/listed.h"

#include <string.h>

#include "0_base/phrases.h"

void listed_add(struct buffer *list, const char *name)
{
    if (list->length)
        buffer_add_string(list, LISTED_NEXT);
    buffer_add_string(list, name);
}

void listed_print(const char *text, enum language language,
    struct buffer *out)
{
    for (;;) {
        size_t length = strcspn(text, LISTED_NEXT);
        buffer_add(out, text, length);
        text += length;
        if (!*text)
            return;
        buffer_add_string(out, phrase_text(PHRASE_COMMA, language));
        text++;
    }
}
