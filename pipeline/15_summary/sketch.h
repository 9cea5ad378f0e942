#ifndef SUMMARY_SKETCH_H
#define SUMMARY_SKETCH_H

/*
 * Sketches of texts, and of whole sets, by which they are compared where they
 * themselves are no longer there.
 *
 * Way:   what has a sketch is a set of hashes; each falls into one of some
 *        classes, of which the least hash is kept.  The share of classes that
 *        two sketches have alike is about that of the hashes they have alike.
 */

#include <stdbool.h>
#include <stdint.h>

#include "0_base/buffer.h"
#include "6_rules/related/letters.h"

#define SKETCH_CLASSES 32
#define SKETCH_DIGITS 4         /* of a class, as text */

struct sketch {
    uint16_t least[SKETCH_CLASSES];     /* SKETCH_NONE: no hash of the class */
};

#define SKETCH_NONE UINT16_MAX

void sketch_begin(struct sketch *sketch);
void sketch_add(struct sketch *sketch, uint64_t hash);

/* The runs of neighbouring letters of a text, figures left out. */
void sketch_add_letters(struct sketch *sketch, const struct letters *letters);

/* In percent of the classes that one of them has. */
unsigned sketch_alike(const struct sketch *left, const struct sketch *right);

/* As hexadecimal digits, SKETCH_DIGITS a class. */
void sketch_print(const struct sketch *sketch, struct buffer *out);

/* False where the text is none. */
bool sketch_read(const char *text, struct sketch *sketch);

#endif
