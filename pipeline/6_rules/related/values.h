#ifndef RELATED_VALUES_H
#define RELATED_VALUES_H

/*
 * The figures of the data, sorted, and the figures in texts that are looked
 * up among them.
 *
 * Kinds: amounts are in yuan, rates in percent, all others in their unit
 *        without 百千万亿, and a second time in any unit; none has a sign.
 */

#include <stdbool.h>
#include <stddef.h>

#include "6_rules/related/related.h"
#include "6_rules/text/figures.h"

enum value_kind {
    VALUES_AMOUNT,
    VALUES_RATE,
    VALUES_OTHER,
    VALUES_ANY_UNIT
};

struct value {
    enum value_kind kind;
    const char *unit;           /* of VALUES_OTHER; in the tree, or a word */
    size_t unit_length;
    struct decimal size;
    xmlNodePtr leaf;
    bool in_words;              /* of a text without other words */
    size_t order;               /* in the data */
};

/* What a figure in a text can stand for. */
struct sought {
    enum value_kind kind;
    const char *unit;           /* in the text, or a word */
    size_t unit_length;
    struct decimal size;
    struct decimal low, high;   /* low <= what rounds to it < high */
    bool exactly;               /* only what is equal */
};

struct values;

/* Those of the data, collected at the first call; NULL if memory runs out. */
const struct values *values_of(struct related *related);
void values_free(struct values *values);        /* NULL is allowed */

/* False where the figure has no unit or is too large. */
bool values_seek(const struct text_figure *figure, struct sought *sought);

/* The first value from low on, in the order of size and then of the data; the
 * next one after it.  NULL where there is none below high. */
const struct value *values_first(const struct values *values,
    const struct sought *sought);
const struct value *values_next(const struct values *values,
    const struct value *value, const struct sought *sought);

/* Whether the values of all entries of a list make an amount together: the
 * budgets of all projects. */
bool values_have_sum(const struct values *values, const struct sought *sought);

#endif
