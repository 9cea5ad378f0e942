#ifndef NEAREST_H
#define NEAREST_H

/*
 * The name that somebody meant: the candidate with the fewest insertions,
 * deletions, replacements and swaps of neighbours, by code points.
 *
 * Ownership: the names are borrowed, the word is not kept.
 */

#include <stddef.h>
#include <stdint.h>

/* Longer names are compared by their first code points alone. */
#define NEAREST_POINTS 64

/* What is compared of a name. */
struct nearest_points {
    uint32_t list[NEAREST_POINTS];
    size_t count;
    uint64_t marks;             /* a bit for each code point among them */
};

/* All zero, it finds no name. */
struct nearest {
    struct nearest_points word;
    const char *name;           /* the best so far; NULL while none is near */
    size_t distance;
};

/* Begin a search.  A name counts as near when at most a third of the longer
 * of the two (one of the two at the least) has to change. */
struct nearest nearest_to(const char *word, size_t length);

/* Tries a name; of several that are equally near, the first one tried wins. */
void nearest_try(struct nearest *nearest, const char *name);

#endif
