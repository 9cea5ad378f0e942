#ifndef NEAREST_H
#define NEAREST_H

/*
 * The name that somebody meant: the candidate with the fewest insertions,
 * deletions, replacements and swaps of neighbours, by code points.
 *
 * Ownership: the word and the names are borrowed.
 */

#include <stddef.h>

struct nearest {
    const char *word;
    size_t length;              /* of word, in bytes */
    const char *name;           /* the best so far; NULL while none is near */
    size_t distance;
};

/* Begin a search.  A name counts as near when at most a third of the longer
 * of the two (one of the two at the least) has to change. */
struct nearest nearest_to(const char *word, size_t length);

/* Tries a name; of several that are equally near, the first one tried wins. */
void nearest_try(struct nearest *nearest, const char *name);

#endif
