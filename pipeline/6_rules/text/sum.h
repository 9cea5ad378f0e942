#ifndef TEXT_SUM_H
#define TEXT_SUM_H

/*
 * A whole and what a text seems to call its parts.
 */

#include <stdbool.h>
#include <stddef.h>

#include "0_base/buffer.h"
#include "6_rules/text/statements.h"

/* Figures in units that are alike (figures.h), all borrowed. */
struct text_sum {
    const struct text_figure *whole;
    const struct text_figure *parts[TEXT_STATEMENT_FIGURES];
    size_t count;
    struct decimal rest;        /* what behind the parts is added and taken off,
                                   in the base unit: …，调减8万元 */
    size_t nearness;            /* they miss the whole by one part in so many,
                                   or they are none */
    bool open;                  /* there may be more parts */
    bool exact;                 /* an equation: nothing is rounded */
    bool spoilt;                /* they are no parts, as one of them shows */
};

/*
 * Adds what is wrong, if anything is: "22+181=203≠201", "22>20".  A sum that
 * is far from the whole is taken for none, and so is one of which the first
 * or the last parts alone make up the whole, or all of them with the rest.
 */
void text_sum_judge(const struct text_sum *sum, struct buffer *found);

/* Whether all of them are taken for no parts, as far as they are from the
 * whole. */
bool text_sum_is_far(const struct text_sum *sum);

#endif
