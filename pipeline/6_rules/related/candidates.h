#ifndef RELATED_CANDIDATES_H
#define RELATED_CANDIDATES_H

/* The values of the data that a typed figure may stand for. */

#include <stdbool.h>
#include <stddef.h>

#include "6_rules/related/typed.h"

#define NAMED_MAX 4             /* equal values that are named */

/* A value that a figure stands for, and how near the text it is. */
struct candidate {
    const struct value *value;
    size_t labels;
    size_t depth;               /* of the innermost entry around both */
    size_t steps;
};

/* The values that a figure stands for, the best first. */
struct candidates {
    struct candidate list[NAMED_MAX];
    size_t count;
    bool more;                  /* than are named */
};

/* The values that are the figure, or else those that round to it. */
void candidates_find(const struct values *values,
    const struct reading *reading, struct candidates *candidates);

/* Whether the clause of the figure in hand has something of what a value is
 * called by. */
bool candidates_speak_of(const struct reading *reading,
    const struct value *value);

#endif
