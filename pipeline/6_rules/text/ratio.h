#ifndef TEXT_RATIO_H
#define TEXT_RATIO_H

/*
 * One figure of a text in percent of another one.
 */

#include <stdbool.h>

#include "0_base/buffer.h"
#include "6_rules/text/figures.h"

/* above / below, and how far each can be off from what was rounded to it. */
struct text_ratio {
    struct decimal above, above_doubt;
    struct decimal below, below_doubt;
};

/* The ratio of two figures; false where they do not fit. */
bool text_ratio_of(const struct text_figure *part,
    const struct text_figure *whole, struct text_ratio *ratio);

/* Whether a rate can be the ratio, rounded to its own places.  True also
 * where that cannot be told. */
bool text_ratio_agrees(const struct text_ratio *ratio, struct decimal rate);

/* Adds the ratio in percent as exactly as the rate, with two places or more:
 * "94.53%". */
void text_add_ratio(const struct text_ratio *ratio, struct decimal rate,
    struct buffer *out);

/* Adds what is wrong with a rate that is said to be the ratio, if anything is:
 * "190÷201=94.53%≠95.5%". */
void text_ratio_judge(const struct text_figure *part,
    const struct text_figure *whole, const struct text_figure *rate,
    struct buffer *found);

#endif
