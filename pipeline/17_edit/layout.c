/*
 * Indents and line ends as the file has them.
 */

#include "17_edit/layout.h"

#include <string.h>

#define INDENT "  "             /* of texts that are put in */

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t';
}

void layout_add_indent(const struct json *json, size_t at,
    struct buffer *out)
{
    size_t length, from = at;
    const char *text = json_text(json, &length);

    while (from > 0 && text[from - 1] != '\n')
        from--;
    for (; from < at && is_blank(text[from]); from++)
        buffer_add_char(out, text[from]);
}

/* The end of the file's lines; NULL where it has but one. */
static const char *line_end(const struct json *json)
{
    size_t length;
    const char *text = json_text(json, &length);
    const char *end = memchr(text, '\n', length);

    if (!end || strspn(end, " \t\r\n") >= (size_t)(text + length - end))
        return NULL;
    return end > text && end[-1] == '\r' ? "\r\n" : "\n";
}

/* One level of indent: that of the first member of the root. */
static void add_unit(const struct json *json, struct buffer *out)
{
    const cJSON *first = json_root(json)->child;
    size_t before = out->length;

    if (first)
        layout_add_indent(json, json_name_span(json, first).start, out);
    if (out->length == before)
        buffer_add_string(out, INDENT);
}

void layout_add_break(const struct json *json, size_t at, bool inner,
    struct buffer *out)
{
    const char *end = line_end(json);

    if (!end) {
        buffer_add_char(out, ' ');
        return;
    }
    buffer_add_string(out, end);
    layout_add_indent(json, at, out);
    if (inner)
        add_unit(json, out);
}

/* What a line of the text begins with, in the file's own indents. */
static const char *add_indents(const struct json *json, const char *line,
    struct buffer *out)
{
    while (strncmp(line, INDENT, strlen(INDENT)) == 0) {
        add_unit(json, out);
        line += strlen(INDENT);
    }
    return line;
}

void layout_add_lines(const struct json *json, const char *text,
    const char *line_break, struct buffer *out)
{
    bool has_lines = strchr(line_break, '\n') != NULL;

    for (const char *end; (end = strchr(text, '\n')) != NULL; text = end) {
        buffer_add(out, text, (size_t)(end - text));
        buffer_add_string(out, line_break);
        end++;
        end = has_lines ? add_indents(json, end, out)
            : end + strspn(end, " ");
    }
    buffer_add_string(out, text);
}
