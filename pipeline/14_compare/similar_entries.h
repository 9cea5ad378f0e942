#ifndef SIMILAR_ENTRIES_H
#define SIMILAR_ENTRIES_H

/*
 * Entries of two lists that were edited: not the same, but more alike than
 * others.
 *
 * Way:   each value has a sketch, the least of the hashes of every two
 *        characters of its literal in each of some classes; how many of them
 *        are the same tells how alike the values are.
 * Time:  in proportion to the values: of the new ones few are looked at for
 *        each old one.
 */

#include "14_compare/meanings.h"

/* Old and new entries, in order, between two that are the same. */
struct gap {
    const cJSON **old, **new;
    size_t old_count, new_count;
};

/*
 * partners has a place for each old entry, and gets the number of the new one
 * in the gap that it has become, growing, or SIZE_MAX.  False if memory runs
 * out.
 */
bool similar_pair(const struct meanings *old, const struct meanings *new,
    const struct gap *gap, size_t *partners);

#endif
