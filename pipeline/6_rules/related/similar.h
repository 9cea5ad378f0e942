#ifndef RELATED_SIMILAR_H
#define RELATED_SIMILAR_H

/*
 * Which texts of a sequence are nearly equal to an earlier one.
 *
 *     struct similar *similar = similar_new(count);
 *     for all texts: similar_add(similar, letters)
 *     similar_find(similar, share, twins)
 *
 * Two texts are nearly equal where the pairs of neighbouring letters that
 * both have are at least share percent of those that they have on average.
 * The answer is exact: candidates are looked up, and each one is counted.
 *
 * Errors: false, or NULL, where memory runs out.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "6_rules/related/letters.h"

#define SIMILAR_NONE UINT32_MAX

struct similar;

struct similar *similar_new(size_t count);      /* of texts, at most */

/* The next text; with no letters it is like no other. */
bool similar_add(struct similar *similar, const struct letters *letters);

/* To twins[k]: an earlier text that the k-th is nearly equal to, the first
 * equal one if there is one; SIMILAR_NONE for none.  share: 1 to 100. */
bool similar_find(struct similar *similar, unsigned share, uint32_t *twins);

void similar_free(struct similar *similar);     /* NULL is allowed */

#endif
