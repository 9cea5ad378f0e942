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

void listed_add_beside(struct buffer *list, const char *name,
    const char *beside)
{
    listed_add(list, name);
    buffer_add_string(list, LISTED_OPEN);
    buffer_add_string(list, beside);
    buffer_add_string(list, LISTED_CLOSE);
}

static enum phrase mark_phrase(char mark)
{
    return mark == *LISTED_OPEN ? PHRASE_OPEN_BRACKET
        : mark == *LISTED_CLOSE ? PHRASE_CLOSE_BRACKET : PHRASE_COMMA;
}

void listed_print(const char *text, enum language language,
    struct buffer *out)
{
    for (;;) {
        size_t length = strcspn(text, LISTED_NEXT LISTED_OPEN LISTED_CLOSE);
        buffer_add(out, text, length);
        text += length;
        if (!*text)
            return;
        buffer_add_string(out, phrase_text(mark_phrase(*text), language));
        text++;
    }
}
