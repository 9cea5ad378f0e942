/*
 * Lines broken before members as a person has broken them.
 */

#include "11_next/member_break.h"

#include <string.h>

void member_break_add(const struct json *json, const cJSON *member,
    struct buffer *out)
{
    size_t length, name = json_name_span(json, member).start, from = name;
    const char *text = json_text(json, &length);

    while (strchr(" \t\r\n", text[from - 1]))
        from--;
    if (memchr(text + from, '\n', name - from))
        buffer_add(out, text + from, name - from);
    else
        buffer_add_char(out, ' ');
}
