#ifndef TEXT_CHANGE_PAIR_H
#define TEXT_CHANGE_PAIR_H

/* A change that a text states, against the two figures that it comes from. */

#include "0_base/buffer.h"
#include "6_rules/text/figures.h"

struct change_pair {
    const struct text_figure *now, *before;
};

/* Adds what the change is instead of what is stated, an amount or a rate:
 * 99898−100000=−102≠−120, (99898−100000)÷100000=−0.10%≠−0.2%.  Nothing where
 * both agree as they are rounded, or where one of the figures is not exact.  A
 * sign of -1 makes what is stated a decrease; without one it has its own. */
void change_pair_judge(const struct change_pair *pair,
    const struct text_figure *stated, int sign, struct buffer *found);

#endif
