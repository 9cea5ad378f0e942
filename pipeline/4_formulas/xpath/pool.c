/* Memory that is given back down to a mark: pieces, each twice as large as
 * the one before, up to a limit. */

#include "4_formulas/xpath/pool.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define PIECE_MIN ((size_t)16 << 10)
#define PIECE_MAX ((size_t)1 << 20)

struct piece {
    struct piece *older;
    size_t size;
    char bytes[];
};

const char too_many_steps[] = "too many steps",
    too_much_memory[] = "too much memory";

void give_up(struct way_out *out, const char *why, const char *detail)
{
    out->why = why;
    out->detail = detail;
    longjmp(out->back, 1);
}

void pool_begin(struct pool *pool, size_t most, struct way_out *out)
{
    *pool = (struct pool){ .left = most, .out = out };
}

static void drop_piece(struct pool *pool)
{
    struct piece *piece = pool->piece;

    pool->left += piece->size;
    pool->piece = piece->older;
    free(piece);
}

void pool_free(struct pool *pool)
{
    while (pool->piece)
        drop_piece(pool);
    pool->at = pool->end = NULL;
}

void pool_clear(struct pool *pool)
{
    struct piece *piece;

    while ((piece = pool->piece) && piece->older)
        drop_piece(pool);
    pool->at = piece ? piece->bytes : NULL;
    pool->end = piece ? piece->bytes + piece->size : NULL;
}

void *pool_get_more(struct pool *pool, size_t size)
{
    size_t wanted = pool->piece ? 2 * pool->piece->size
        : pool->first ? pool->first : PIECE_MIN;

    if (wanted > PIECE_MAX)
        wanted = PIECE_MAX;
    if (wanted < size)
        wanted = size;
    if (wanted > pool->left)
        give_up(pool->out, too_much_memory, NULL);
    struct piece *piece = malloc(sizeof *piece + wanted);
    if (!piece)
        give_up(pool->out, "no memory", NULL);
    pool->left -= wanted;
    *piece = (struct piece){ .older = pool->piece, .size = wanted };
    pool->piece = piece;
    pool->at = piece->bytes + size;
    pool->end = piece->bytes + wanted;
    return piece->bytes;
}

void *pool_new(struct pool *pool, size_t count, size_t size)
{
    if (size && count > SIZE_MAX / 4 / size)
        give_up(pool->out, too_much_memory, NULL);
    void *start = pool_get(pool, count * size);
    memset(start, 0, count * size);
    return start;
}

char *pool_copy(struct pool *pool, const char *bytes, size_t length)
{
    char *copy = pool_get(pool, length + 1);

    memcpy(copy, bytes, length);
    copy[length] = '\0';
    return copy;
}

void pool_release_pieces(struct pool *pool, struct pool_mark mark)
{
    while (pool->piece != mark.piece)
        drop_piece(pool);
    pool->end = pool->piece ? pool->piece->bytes + pool->piece->size : NULL;
}
