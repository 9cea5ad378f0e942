#ifndef SEGMENTS_H
#define SEGMENTS_H

/*
 * Two rows of tokens as segments: by turns what is the same on both sides and
 * what is not.
 *
 * Ownership: the caller's list, which has room for SEGMENTS_MOST().
 */

#include <stdbool.h>
#include <stddef.h>

#include "12_redline/tokens.h"

/* A run of tokens that are the same on both sides, or of those that are not:
 * these may be read alike, as a figure that was typed where it was quoted. */
struct segment {
    bool is_same, reads_alike;
    size_t old_first, old_count, new_first, new_count;
};

struct segments {
    struct segment *list;
    size_t count;
};

/* So many at most, by the old tokens. */
#define SEGMENTS_MOST(count) (2 * (count) + 3)

/* partners: of each old token the new one, or ALIGN_NONE. */
void segments_note(struct segments *segments, const size_t *partners,
    size_t old_count, size_t new_count);

/* Makes phrases: changes that have less between them than they are, and nothing
 * but words, are one change, unless one of them is read alike. */
void segments_join(struct segments *segments, const struct tokens *old);

#endif
