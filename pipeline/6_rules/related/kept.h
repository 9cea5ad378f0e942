#ifndef RELATED_KEPT_H
#define RELATED_KEPT_H

/*
 * What a function found for its last call, kept until one with other arguments.
 *
 * Ownership: the memory is the slot's, which frees it; what kept_renew() and
 *            kept_drop() return is borrowed from it.
 */

#include <stddef.h>

/* Free what is in the memory, not the memory itself. */
typedef void kept_emptier(void *memory);

/* A slot, zero while nothing is kept in it. */
struct kept {
    void *memory;
    kept_emptier *empty;
};

/* In place of what was kept, memory of all zeros; NULL if it runs out. */
void *kept_renew(struct kept *kept, size_t size, kept_emptier *empty);

/* Nothing is kept any more.  NULL, for the caller to return. */
void *kept_drop(struct kept *kept);

#endif
