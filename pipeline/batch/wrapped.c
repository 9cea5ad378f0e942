/* Takes quotes and blanks away from both ends of a path. */

#include "batch/wrapped.h"

#include <string.h>
#include <unistd.h>

#include "0_base/utf8.h"
#include "0_base/word_list.h"

static bool is_quote(unsigned code)
{
    return utf8_is_one_of(code, U"\"'“”‘’＂");
}

/* The length of the last character of a text. */
static size_t last_length(const char *text, size_t length)
{
    size_t back = 1;

    while (back < length && !word_begins(text[length - back]))
        back++;
    return back;
}

bool wrapped_is(const char *path, struct buffer *meant)
{
    size_t length = strlen(path), one;
    bool has_quotes = false;
    unsigned code;

    buffer_clear(meant);
    if (access(path, F_OK) == 0)
        return false;
    while (length && (one = utf8_read(path, length, &code)) != 0
        && (is_quote(code) || utf8_is_space(code))) {
        has_quotes = has_quotes || is_quote(code);
        path += one;
        length -= one;
    }
    while (length && (one = last_length(path, length)) != 0
        && utf8_read(path + length - one, one, &code) == one
        && (is_quote(code) || utf8_is_space(code))) {
        has_quotes = has_quotes || is_quote(code);
        length -= one;
    }
    buffer_add(meant, path, length);
    return length && (meant->failed || has_quotes
        || access(buffer_string(meant), F_OK) == 0);
}
