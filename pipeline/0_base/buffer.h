#ifndef BUFFER_H
#define BUFFER_H

/*
 * A growing run of bytes, kept NUL-terminated.
 *
 * Ownership: the buffer owns its bytes until buffer_take() hands them over.
 * Errors:    running out of memory is sticky: later calls do nothing, and
 *            buffer_take() returns NULL.  Check once, at the end.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct buffer {
    char *bytes;        /* NULL until something is added */
    size_t length;      /* without the NUL */
    size_t capacity;
    bool failed;
};

#define BUFFER_EMPTY {0}

void buffer_add(struct buffer *buffer, const void *bytes, size_t length);
void buffer_add_string(struct buffer *buffer, const char *string);
void buffer_add_char(struct buffer *buffer, char byte);
void buffer_printf(struct buffer *buffer, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* In decimal digits, as %lld prints it, for what prints thousands. */
void buffer_add_integer(struct buffer *buffer, int64_t value);

/* An unsigned number as so many bytes, at most 4, the highest first. */
void buffer_add_number(struct buffer *buffer, uint32_t value, unsigned size);

/* Makes the buffer empty.  It keeps its room, and a failure that it had. */
void buffer_clear(struct buffer *buffer);

/* Room for so many bytes behind those that there are, to be written there and
 * then taken in by buffer_cut(); NULL if memory ran out. */
char *buffer_room(struct buffer *buffer, size_t more);

/* Keeps the first length bytes alone; length is no more than there are. */
void buffer_cut(struct buffer *buffer, size_t length);

/* The bytes so far, "" when there are none; borrowed until the next add. */
const char *buffer_string(const struct buffer *buffer);

/* Hands the string to the caller, who frees it; NULL if memory ran out. */
char *buffer_take(struct buffer *buffer);

void buffer_free(struct buffer *buffer);

#endif
