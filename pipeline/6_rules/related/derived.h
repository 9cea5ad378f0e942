#ifndef RELATED_DERIVED_H
#define RELATED_DERIVED_H

/*
 * Figures of a text that no value of the data is, but that follow from two or
 * more: 比年初预算少2900元 behind 支出75100元, 社会救助类支出4509万元 before its
 * parts.
 */

#include <stdbool.h>

#include "6_rules/related/typed.h"

/*
 * Whether the figure in hand is
 *   the difference or the sum of two figures near it that are values of the
 *       data; or of such a figure and an amount that stands beside it in the
 *       data; or the sum of those right before or behind it;
 *   a part of a value: the figures on one side of that value, or all amounts of
 *       a sentence that does not name it, make just so much: 到位80万元，第一批50万
 *       元、第二批30万元; or what leads from one value to another: 追加46万元，调减
 *       12万元;
 *   of a rate with so many digits that chance is no cause: the ratio of two
 *       such figures, or their difference in percent of one; the same of one
 *       and what stands beside it in the data, its target; the share of any
 *       value that the figure right before it has, 占7.63%;
 *   of any rate that is called a change or a share: that of two figures of its
 *       sentence, the last one before it among them.
 * A sum of values (values.h) is as good as a value.
 */
bool reading_is_derived(const struct reading *reading,
    const struct values *values);

/* Whether the figure in hand is called what is left, 其他人员112人, and is what
 * the whole of its sentence leaves behind the parts that are named: it has no
 * source of its own. */
bool reading_is_rest(const struct reading *reading);

#endif
