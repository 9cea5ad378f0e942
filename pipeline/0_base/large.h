#ifndef LARGE_H
#define LARGE_H

/*
 * Large pieces of memory, which are used in large pages where the system has
 * any: to be given small ones takes longer than to fill them, and looking up
 * where those are is what searches through much data wait for.
 */

#include <stdbool.h>
#include <stddef.h>

#define LARGE_PAGE ((size_t)2 << 20)

/* Bytes rounded up to whole large pages. */
static inline size_t large_size(size_t bytes)
{
    return (bytes + LARGE_PAGE - 1) / LARGE_PAGE * LARGE_PAGE;
}

/* So many bytes, a multiple of LARGE_PAGE, for free(); NULL if memory runs
 * out. */
void *large_new(size_t size);

/* Whether so many bytes could be had; libraries that fail without them do not
 * say so. */
bool large_is_left(size_t size);

/* From now on memory that one data file has used is kept for the next one; the
 * system would give it again only page by page.  For programs of our own: it
 * sets what malloc() does in all of the process. */
void memory_keep(void);

#endif
