#ifndef XPATH_NAMES_H
#define XPATH_NAMES_H

/*
 * Expanded names, one for each: two are equal where their pointers are.  The
 * names of a stylesheet are known once it is compiled; a run adds those that
 * only its trees have.
 */

#include <stdint.h>

#include "4_formulas/xpath/pool.h"

struct name {
    const char *uri;            /* "" where there is no namespace */
    const char *local;
    uint32_t hash;
    struct name *next;          /* of the same slot */
};

/* Of FNV-1a. */
uint32_t hash_bytes(const char *bytes, size_t length);

struct names {
    struct pool *pool;
    const struct names *known;  /* looked at first; NULL: none */
    struct name **slots;
    size_t room, count;
};

void names_begin(struct names *names, struct pool *pool,
    const struct names *known);

/* The same string for all that are equal, borrowed likewise; NULL for NULL. */
const char *names_string(struct names *names, const char *string);

/* uri and local are borrowed as long as the names live. */
const struct name *names_get(struct names *names, const char *uri,
    const char *local);

#endif
