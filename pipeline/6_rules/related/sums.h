#ifndef RELATED_SUMS_H
#define RELATED_SUMS_H

/*
 * What amounts make over all entries of a list, each of which states one in the
 * same place: the budgets of all projects.
 */

#include <libxml/tree.h>
#include <stdbool.h>
#include <stddef.h>

#include "0_base/decimal.h"

struct sums {
    struct decimal *list;       /* sorted, without sign */
    size_t count, room;
};

#define SUMS_EMPTY {0}

/* Those of all lists below a node.  False if memory runs out; sums_free() is
 * due in any case. */
bool sums_collect(struct sums *sums, xmlNodePtr node);
void sums_free(struct sums *sums);

/* Whether there is one with low <= sum < high. */
bool sums_have(const struct sums *sums, struct decimal low,
    struct decimal high);

#endif
