#ifndef RELATED_LETTERS_H
#define RELATED_LETTERS_H

/*
 * The letters of a text (see related.h) and the pairs of neighbours in them:
 * what texts are compared by.
 *
 * Errors: running out of memory is sticky: check `failed` once.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct letters {
    uint32_t *codes;            /* the letters, folded to ASCII's width */
    size_t count, room;
    bool failed;
};

#define LETTERS_EMPTY {0}

/* A letter at ASCII's width and small; 0 for what is none. */
uint32_t letters_fold(unsigned code);

/* In place of what was there. */
void letters_read(struct letters *letters, const char *text, size_t length);

/* The number of pairs, and the k-th as a key. */
size_t letters_pairs(const struct letters *letters);
uint64_t letters_pair(const struct letters *letters, size_t k);

void letters_free(struct letters *letters);

#endif
