/* Memory that is freed all at once: large pieces, which are handed out in
 * parts. */

#include "0_base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "0_base/large.h"

#define CHUNK_SIZE 16384
#define MANY ((size_t)1 << 20)          /* bytes: from here on chunks grow, */
#define CHUNK_MOST ((size_t)16 << 20)   /* up to this */

struct arena_chunk {
    struct arena_chunk *older;
    unsigned char *end;         /* of what is handed out */
    unsigned char bytes[];
};

/* A large arena takes as much again as it has. */
static size_t chunk_size(const struct arena *arena)
{
    return arena->taken < MANY ? CHUNK_SIZE
        : arena->taken < CHUNK_MOST ? arena->taken : CHUNK_MOST;
}

static bool add_chunk(struct arena *arena, size_t least)
{
    const size_t own = sizeof (struct arena_chunk) + ARENA_LINE;
    size_t size = own + (least < chunk_size(arena) ? chunk_size(arena)
        : least);

    if (size >= MANY)
        size = large_size(size);
    struct arena_chunk *chunk = size < LARGE_PAGE ? malloc(size)
        : large_new(size);
    if (!chunk) {
        arena->failed = true;
        return false;
    }
    size -= own;
    chunk->older = arena->chunks;
    chunk->end = chunk->bytes + size
        + (ARENA_LINE - (uintptr_t)chunk->bytes % ARENA_LINE) % ARENA_LINE;
    arena->chunks = chunk;
    arena->left = size;
    arena->taken += size;
    return true;
}

/* Two numbers of half a word each have a product that fits; the division that
 * tells of others takes longer than all the rest. */
static bool is_too_much(size_t count, size_t size)
{
    return (count | size) > UINT32_MAX / 2 && size
        && count > SIZE_MAX / 4 / size;
}

void *arena_take(struct arena *arena, size_t count, size_t size)
{
    const size_t unit = alignof(max_align_t);

    arena->failed = arena->failed || is_too_much(count, size);
    if (arena->failed)
        return NULL;
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
    arena->left = arena->taken = 0;
}
