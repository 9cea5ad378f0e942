#ifndef ARENA_H
#define ARENA_H

/*
 * Memory that is given back all at once.
 *
 * Errors: running out of memory is sticky: arena_new() then answers NULL
 *         for good, and `failed` says so once, at the end.
 */

#include <stdbool.h>
#include <stddef.h>

/* What a processor fetches at once.  Where all that an arena gives takes whole
 * lines, all of it begins with one. */
#define ARENA_LINE 64

struct arena_chunk;

struct arena {
    struct arena_chunk *chunks;
    size_t left;                /* bytes free in the newest chunk */
    size_t taken;               /* bytes in all chunks */
    bool failed;
};

/* Bytes that hold whatever they held, fit for any object. */
void *arena_take(struct arena *arena, size_t count, size_t size);

/* Zeroed, fit for any object; count * size bytes. */
void *arena_new(struct arena *arena, size_t count, size_t size);

char *arena_copy(struct arena *arena, const char *bytes, size_t length);

void arena_free(struct arena *arena);

#endif
