#ifndef XPATH_POOL_H
#define XPATH_POOL_H

/*
 * Memory of a stylesheet that is read or run: given back down to a mark, or
 * all at once.
 *
 * Errors: where memory runs out, or more is asked for than a run may have, the
 *         work is given up: pool_get() does not come back then, and whoever
 *         began the work goes on behind its setjmp().
 */

#include <setjmp.h>
#include <stdbool.h>
#include <stddef.h>

/* Where work that cannot be done here goes on, and why it cannot be. */
struct way_out {
    jmp_buf back;
    const char *why;            /* static text */
    const char *detail;         /* lives as long as the work; or NULL */
};

/* Why work is given up that does not seem to end. */
extern const char too_many_steps[], too_much_memory[];

_Noreturn void give_up(struct way_out *out, const char *why,
    const char *detail);

struct piece;

struct pool {
    struct piece *piece;        /* the newest */
    char *at, *end;             /* what is free in it */
    size_t left;                /* bytes that may still be asked for */
    size_t first;               /* bytes of its first piece; 0: many */
    struct way_out *out;
};

struct pool_mark {
    struct piece *piece;
    char *at;
};

void pool_begin(struct pool *pool, size_t most, struct way_out *out);
/* Takes all back, and keeps the first piece for what comes next. */
void pool_clear(struct pool *pool);
void pool_free(struct pool *pool);

/* Another piece, and the first size bytes of it. */
void *pool_get_more(struct pool *pool, size_t size);

/* Whatever it held, fit for any object of 8 bytes. */
static inline void *pool_get(struct pool *pool, size_t size)
{
    char *start = pool->at;

    size = (size + 7) & ~(size_t)7;
    if (size > (size_t)(pool->end - start))
        return pool_get_more(pool, size);
    pool->at = start + size;
    return start;
}

void *pool_new(struct pool *pool, size_t count, size_t size);   /* zeroed */
char *pool_copy(struct pool *pool, const char *bytes, size_t length);

static inline struct pool_mark pool_mark(const struct pool *pool)
{
    return (struct pool_mark){ pool->piece, pool->at };
}

void pool_release_pieces(struct pool *pool, struct pool_mark mark);

static inline void pool_release(struct pool *pool, struct pool_mark mark)
{
    if (pool->piece != mark.piece)
        pool_release_pieces(pool, mark);
    pool->at = mark.at;
}

#endif
