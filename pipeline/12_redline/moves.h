#ifndef MOVES_H
#define MOVES_H

/*
 * What went in one place and came in another: both elements of the result say
 * so in @moved, with a number that no others of their attachment have, and in
 * @entry the number that each had in its list, where that is another one.
 *
 * Ownership: moves_free() frees what moves_find() has made.
 */

#include "12_redline/merging.h"

/* The keys of what is to be compared. */
struct sides {
    const uint64_t *old, *new;
    size_t old_count, new_count;
    const xmlNodePtr *old_elements, *new_elements;
};

struct move {
    size_t number;              /* 0: it did not move */
    size_t entry;               /* entries.h; 0: none, or as it was */
};

struct moves {
    struct move *old, *new;     /* one for each */
};

/* partners are those that align() has given.  False if memory runs out;
 * moves_free() in any case. */
bool moves_find(struct moves *moves, struct merging *merging,
    const struct sides *sides, const size_t *partners);
void moves_free(struct moves *moves);

/* The element, which may be NULL, is one that did so. */
void moves_mark(struct merging *merging, xmlNodePtr element,
    struct move move);

#endif
