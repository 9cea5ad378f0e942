#ifndef SENTENCE_FILL_H
#define SENTENCE_FILL_H

/* Sentences of the catalogue with their {placeholders} filled. */

#include <stddef.h>

#include "0_base/buffer.h"
#include "0_base/phrases.h"

/* Stands in a text between its Chinese and its English words. */
#define SLOT_ENGLISH "\x1C"

struct slot {
    const char *name, *text;
};

/* Appends the text of a slot in each language: a phrase between what is the
 * same in both. */
void slot_add_phrase(const char *before, enum phrase phrase,
    const char *behind, struct buffer *text);

/* The filled sentence; a placeholder without a text stays.  The caller's to
 * free; NULL if memory runs out. */
char *sentence_fill(const char *sentence, enum language language,
    const struct slot *slots, size_t count);

#endif
