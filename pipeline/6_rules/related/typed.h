#ifndef RELATED_TYPED_H
#define RELATED_TYPED_H

/*
 * The figures that are typed into a text and worth looking up among the
 * values of the data.
 */

#include <libxml/tree.h>
#include <stdbool.h>

#include "6_rules/related/passage.h"
#include "6_rules/related/values.h"

/* So many figures before the one in hand are kept. */
#define READING_REACH 8

/* A text and the figure in hand.  The passage is the reading's own. */
struct reading {
    const struct lexicon *lexicon;
    xmlNodePtr node;
    struct passage passage;
    bool has_standard;          /* there is a word of one in the text */
    struct text_figure figure;
    struct sought sought;
    struct text_figure before[READING_REACH];   /* a ring, of all figures */
    size_t count;               /* of the figures before the one in hand */
};

/* Read the text of a node, from before its first figure. */
void reading_begin(struct reading *reading, const struct lexicon *lexicon,
    xmlNodePtr node);
void reading_end(struct reading *reading);

/* Whether the text was not typed, or was typed as the name of its entry. */
bool reading_is_left_out(const struct reading *reading);

/* The next typed figure that is worth looking up. */
bool reading_next(struct reading *reading);

/* Whether words before the figure make it one for each of many, 人均2.3万元, or
 * words on either side one that a rule sets: 单位缴费比例16%, 高于60%的要求. */
bool reading_is_general(const struct reading *reading);

/* Whether a figure has so many digits, without zeros at its head, that what
 * rounds to it may be meant. */
bool reading_may_round(const struct reading *reading, struct decimal value);

#endif
