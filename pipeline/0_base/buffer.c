/* A run of bytes that grows by doubling. */

#include "0_base/buffer.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool widen(struct buffer *buffer, size_t more)
{
    if (buffer->failed)
        return false;

    size_t capacity = buffer->capacity ? buffer->capacity : 64;
    while (capacity - buffer->length <= more) {
        if (capacity > SIZE_MAX / 2) {
            buffer->failed = true;
            return false;
        }
        capacity *= 2;
    }

    char *bytes = realloc(buffer->bytes, capacity);
    if (!bytes) {
        buffer->failed = true;
        return false;
    }
    buffer->bytes = bytes;
    buffer->capacity = capacity;
    return true;
}

static inline bool make_room(struct buffer *buffer, size_t more)
{
    return (!buffer->failed && more < buffer->capacity - buffer->length)
        || widen(buffer, more);
}

void buffer_add(struct buffer *buffer, const void *bytes, size_t length)
{
    if (!make_room(buffer, length))
        return;
    if (length)
        memcpy(buffer->bytes + buffer->length, bytes, length);
    buffer->length += length;
    buffer->bytes[buffer->length] = '\0';
}

char *buffer_room(struct buffer *buffer, size_t more)
{
    return make_room(buffer, more) ? buffer->bytes + buffer->length : NULL;
}

void buffer_add_string(struct buffer *buffer, const char *string)
{
    buffer_add(buffer, string, strlen(string));
}

void buffer_add_char(struct buffer *buffer, char byte)
{
    if (!make_room(buffer, 1))
        return;
    buffer->bytes[buffer->length++] = byte;
    buffer->bytes[buffer->length] = '\0';
}

void buffer_add_integer(struct buffer *buffer, int64_t value)
{
    char digits[20];
    size_t at = sizeof digits;
    uint64_t left = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;

    do
        digits[--at] = (char)('0' + left % 10);
    while ((left /= 10) > 0);
    if (value < 0)
        digits[--at] = '-';
    buffer_add(buffer, digits + at, sizeof digits - at);
}

void buffer_add_number(struct buffer *buffer, uint32_t value, unsigned size)
{
    while (size-- > 0)
        buffer_add_char(buffer, (char)(value >> (8 * size) & 0xFF));
}

/* Into the room that there is; once more where that was too little. */
void buffer_printf(struct buffer *buffer, const char *format, ...)
{
    size_t room = buffer->failed ? 0 : buffer->capacity - buffer->length;
    va_list arguments;

    va_start(arguments, format);
    int length = vsnprintf(room ? buffer->bytes + buffer->length : NULL, room,
        format, arguments);
    va_end(arguments);
    if (length < 0 || !make_room(buffer, (size_t)length)) {
        buffer->failed = true;
        if (room)
            buffer->bytes[buffer->length] = '\0';
        return;
    }

    if ((size_t)length >= room) {
        va_start(arguments, format);
        vsnprintf(buffer->bytes + buffer->length, (size_t)length + 1, format,
            arguments);
        va_end(arguments);
    }
    buffer->length += (size_t)length;
}

void buffer_clear(struct buffer *buffer)
{
    buffer_cut(buffer, 0);
}

void buffer_cut(struct buffer *buffer, size_t length)
{
    buffer->length = length;
    if (buffer->bytes)
        buffer->bytes[length] = '\0';
}

const char *buffer_string(const struct buffer *buffer)
{
    return buffer->bytes ? buffer->bytes : "";
}

char *buffer_take(struct buffer *buffer)
{
    buffer_add(buffer, "", 0);      /* the empty string needs room too */
    char *bytes = buffer->bytes;
    if (buffer->failed) {
        free(bytes);
        bytes = NULL;
    }
    *buffer = (struct buffer)BUFFER_EMPTY;
    return bytes;
}

void buffer_free(struct buffer *buffer)
{
    free(buffer->bytes);
    *buffer = (struct buffer)BUFFER_EMPTY;
}
