/* Bytes behind their length, and behind them a NUL. */

#include "0_base/packed.h"

#include <string.h>

#define NO_TEXT ((size_t)-1)    /* in place of a length */

void packed_add_number(struct buffer *out, size_t number)
{
    buffer_add(out, &number, sizeof number);
}

void packed_add_bytes(struct buffer *out, const void *bytes, size_t length)
{
    packed_add_number(out, length);
    buffer_add(out, bytes, length);
    buffer_add(out, "", 1);
}

void packed_add_text(struct buffer *out, const char *text)
{
    if (text)
        packed_add_bytes(out, text, strlen(text));
    else
        packed_add_number(out, NO_TEXT);
}

/* Where the next bytes begin; NULL where there are not so many. */
static const char *take(struct packed *packed, size_t length)
{
    const char *at = packed->at;

    if (packed->failed || (size_t)(packed->end - at) < length) {
        packed->failed = true;
        return NULL;
    }
    packed->at += length;
    return at;
}

size_t packed_number(struct packed *packed)
{
    size_t number = 0;
    const char *at = take(packed, sizeof number);

    if (at)
        memcpy(&number, at, sizeof number);
    return number;
}

static const char *take_bytes(struct packed *packed, size_t length)
{
    const char *at = length < NO_TEXT ? take(packed, length + 1) : NULL;

    if (at && at[length] == '\0')
        return at;
    packed->failed = true;
    return NULL;
}

const char *packed_bytes(struct packed *packed, size_t *length)
{
    *length = packed_number(packed);
    return take_bytes(packed, *length);
}

const char *packed_text(struct packed *packed)
{
    size_t length = packed_number(packed);

    return packed->failed || length == NO_TEXT ? NULL
        : take_bytes(packed, length);
}
