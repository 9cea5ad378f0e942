#ifndef PULL_PLACED_H
#define PULL_PLACED_H

/*
 * Findings that are about no value, and where they are; for what compares a
 * file, which says it of all of them at once.
 *
 * Ownership: placed_free() frees it.  Errors are sticky: `failed`.
 */

#include "13_pull/line_places.h"

struct placed {
    size_t finding;             /* its number */
    char *where;
    const char *kind;           /* of the attachment; borrowed; or NULL */
};

struct placed_list {
    struct placed *list;
    size_t count, room;
    bool failed;
};

#define PLACED_EMPTY { .list = NULL }

/* The finding that was added last is about lines from one to the one before
 * another. */
void placed_add(struct placed_list *placed, const struct findings *findings,
    const struct line_places *places, size_t begin, size_t end);

/* Says of the findings where they are. */
void placed_put(const struct placed_list *placed, struct findings *findings);
void placed_free(struct placed_list *placed);

#endif
