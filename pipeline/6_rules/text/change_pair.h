#ifndef TEXT_CHANGE_PAIR_H
#define TEXT_CHANGE_PAIR_H

/* A change that a text states, against the two figures that it comes from. */

#include "0_base/buffer.h"
#include "6_rules/text/figures.h"

struct change_pair {
    const struct text_figure *now, *before;
};

/* Whether a figure is the difference of two rates: 3个百分点. */
bool text_is_points(const struct lexicon *lexicon,
    const struct text_figure *figure);

/* Adds what the change is instead of what is stated, an amount, points or a
 * rate: 99898−100000=−102≠−120, (99898−100000)÷100000=−0.10%≠−0.2%, and 3%→3个百
 * 分点 of two rates.  Nothing where both agree as they are rounded, or where one
 * of the figures is not exact.  A sign of -1 makes what is stated a decrease;
 * without one it has its own. */
void change_pair_judge(const struct lexicon *lexicon,
    const struct change_pair *pair, const struct text_figure *stated,
    int sign, struct buffer *found);

#endif
