#ifndef RELATED_DERIVED_TERMS_H
#define RELATED_DERIVED_TERMS_H

/*
 * The figures around one in hand, and the values of the data that they are:
 * what that one may follow from.
 */

#include <stdbool.h>

#include "6_rules/related/typed.h"

#define TERMS_MAX (2 * READING_REACH)

struct term {
    struct text_figure figure;
    struct sought sought;
    const struct value *value;  /* of the data; NULL: none */
    bool known;                 /* it has one, or is a sum of values */
};

/* In the order of the text; the figure in hand stands before the one of index
 * `here`. */
struct terms {
    struct term list[TERMS_MAX];
    int count, here;
};

/* Whether something may follow from a figure, or the figure from others. */
bool terms_may_follow(const struct text_figure *figure);

/* Of figures in other units than the one in hand there is no sum, and they are
 * left out; a rate is one of two in any. */
void terms_find(struct terms *terms, const struct values *values,
    const struct reading *reading);

/* The sentence of the figure in hand; ；does not end it. */
struct text_span terms_sentence(const struct reading *reading);

/* Whether a rate in hand is one that two figures make, or values of the data
 * that stand beside each other or are named. */
bool derived_rate(const struct reading *reading, const struct values *values);

#endif
