/* Finds the bracket that was not closed by how lines are indented. */

#include "1_read/unclosed.h"

#include <stdbool.h>

#include "1_read/scan.h"

/* Brackets that are open, and the indentation of their lines. */
struct open_brackets {
    size_t offsets[SCAN_DEPTH_LIMIT], indents[SCAN_DEPTH_LIMIT];
    size_t count;
};

/* Where the string that begins at an offset ends. */
static size_t skip_string(const char *text, size_t length, size_t at)
{
    for (at++; at < length && text[at] != '"' && text[at] != '\n'; at++)
        at += text[at] == '\\';
    return at;
}

static bool is_indent(char byte)
{
    return byte == ' ' || byte == '\t';
}

static size_t measure_indent(const char *text, size_t length, size_t line)
{
    size_t at = line;

    while (at < length && is_indent(text[at]))
        at++;
    return at - line;
}

size_t unclosed_bracket(const char *text, size_t length, size_t otherwise)
{
    struct open_brackets open = { .count = 0 };
    size_t line = 0, indent = measure_indent(text, length, 0);

    for (size_t at = 0; at < length; at++) {
        char byte = text[at];
        if (byte == '"') {
            at = skip_string(text, length, at);
        } else if (byte == '\n') {
            line = at + 1;
            indent = measure_indent(text, length, line);
        } else if ((byte == '{' || byte == '[')
            && open.count < SCAN_DEPTH_LIMIT) {
            open.offsets[open.count] = at;
            open.indents[open.count++] = indent;
        } else if ((byte == '}' || byte == ']') && open.count > 0) {
            open.count--;
            if (at == line + indent && open.indents[open.count] > indent)
                return open.offsets[open.count];
        }
    }
    return otherwise;
}
