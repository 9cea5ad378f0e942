#ifndef TEXT_SKETCH_H
#define TEXT_SKETCH_H

/*
 * Which characters a text has, roughly: what its sketch lacks is not in the
 * text, what the sketch has may be.  So most texts need not be read to know
 * that a check finds nothing in them.  Digits of either width are all one; so
 * are unusual characters, beside what each of them is.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "0_base/lexicon.h"

#define TEXT_SKETCH_BITS 11     /* the sketch has 2^11 */
#define TEXT_CUE_SIZE 6         /* the first characters of a longer cue count */

struct text_sketch {
    uint64_t bits[(1 << TEXT_SKETCH_BITS) / 64];
    uint16_t first;             /* the bit of the first character */
};

/* What every font for print has and everybody sees: ASCII, line ends, usual
 * ideographs, marks and full-width letters, ≤ and ≥. */
bool text_is_usual(unsigned code);

void text_sketch_draw(struct text_sketch *sketch, const char *text);

/* Characters that are in a text together, in whatever order, if a check is
 * to find something there. */
struct text_cue {
    uint16_t bits[TEXT_CUE_SIZE];
    size_t count;
};

struct text_cue text_cue_of(const char *characters, size_t length);
bool text_cue_fits(const struct text_cue *cue,
    const struct text_sketch *sketch);

struct text_cues {
    struct text_cue *list;
    size_t count;
    uint64_t heads[(1 << TEXT_SKETCH_BITS) / 64];       /* first bits */
    struct text_cue shared;     /* what all of them have */
};

#define TEXT_CUES_EMPTY {0}

#define TEXT_NEEDS_MAX 8

enum text_class { TEXT_ANY, TEXT_DIGIT, TEXT_UNUSUAL };

/* What a text has for a check to find something in it: a word of one of the
 * notions, and a character of the class. */
struct text_needs {
    enum text_class class;
    size_t count;               /* 0: no word */
    enum notion notions[TEXT_NEEDS_MAX];
};

/* Cues that fit where a text may have it.  They are the caller's, who frees
 * them.  False if memory runs out. */
bool text_cues_make(struct text_cues *cues, const struct lexicon *lexicon,
    const struct text_needs *needs);

/*
 * Cues with white space between them; of wrong→right the left side is one.
 * They are the caller's, who frees them.  False if memory runs out.
 */
bool text_cues_read(struct text_cues *cues, const char *words);
void text_cues_free(struct text_cues *cues);

/* Whether a text may have one of them; whether it may begin with one. */
bool text_cues_fit(const struct text_cues *cues,
    const struct text_sketch *sketch);
bool text_cues_begin(const struct text_cues *cues,
    const struct text_sketch *sketch);

#endif
