/* Memory that is freed all at once: large pieces, which are handed out in
 * parts. */

#include "0_base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define CHUNK_SIZE 16384

struct arena_chunk {
    struct arena_chunk *older;
    unsigned char *end;         /* of what is handed out */
    unsigned char bytes[];
};

static bool add_chunk(struct arena *arena, size_t size)
{
    if (size < CHUNK_SIZE)
        size = CHUNK_SIZE;

    struct arena_chunk *chunk = malloc(sizeof *chunk + ARENA_LINE + size);
    if (!chunk) {
        arena->failed = true;
        return false;
    }
    chunk->older = arena->chunks;
    chunk->end = chunk->bytes + size
        + (ARENA_LINE - (uintptr_t)chunk->bytes % ARENA_LINE) % ARENA_LINE;
    arena->chunks = chunk;
    arena->left = size;
    return true;
}

void *arena_take(struct arena *arena, size_t count, size_t size)
{
    const size_t unit = alignof(max_align_t);

    if (arena->failed)
        return NULL;
    if (size && count > SIZE_MAX / 4 / size) {
        arena->failed = true;
        return NULL;
    }
    size_t bytes = (count * size + unit - 1) / unit * unit;
    if (bytes > arena->left && !add_chunk(arena, bytes))
        return NULL;

    struct arena_chunk *chunk = arena->chunks;
    void *start = chunk->end - arena->left;
    arena->left -= bytes;
    return start;
}

/* What is handed out is cleared, not whole pieces: much of those stays
 * unused, or is a copy that is written over. */
void *arena_new(struct arena *arena, size_t count, size_t size)
{
    void *start = arena_take(arena, count, size);

    if (start && count && size)
        memset(start, 0, count * size);
    return start;
}

char *arena_copy(struct arena *arena, const char *bytes, size_t length)
{
    char *copy = arena_take(arena, length + 1, 1);

    if (!copy)
        return NULL;
    if (length)
        memcpy(copy, bytes, length);
    copy[length] = '\0';
    return copy;
}

void arena_free(struct arena *arena)
{
    while (arena->chunks) {
        struct arena_chunk *older = arena->chunks->older;
        free(arena->chunks);
        arena->chunks = older;
    }
    arena->left = 0;
}
