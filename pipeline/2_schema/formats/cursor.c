/* The steps that checks of formats are made of. */

#include "2_schema/formats/format.h"

#include "0_base/utf8.h"

bool cursor_char(struct cursor *text, char c)
{
    if (text->at == text->end || *text->at != c)
        return false;
    text->at++;
    return true;
}

bool cursor_digits(struct cursor *text, size_t least, size_t most,
    unsigned *value)
{
    size_t count = 0;

    *value = 0;
    while (count < most && text->at < text->end
        && *text->at >= '0' && *text->at <= '9') {
        *value = *value * 10 + (unsigned)(*text->at++ - '0');
        count++;
    }
    return count >= least;
}

static bool is_hex(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f')
        || (c >= 'A' && c <= 'F');
}

bool cursor_hex(struct cursor *text, size_t least, size_t most)
{
    size_t count = 0;

    while (count < most && text->at < text->end && is_hex(*text->at)) {
        text->at++;
        count++;
    }
    return count >= least;
}

bool cursor_percent(struct cursor *text)
{
    return cursor_char(text, '%') && cursor_hex(text, 2, 2);
}

unsigned cursor_next(struct cursor *text)
{
    unsigned code = 0;
    size_t length = utf8_read(text->at, (size_t)(text->end - text->at),
        &code);

    text->at = length ? text->at + length : text->end;
    return code;
}
