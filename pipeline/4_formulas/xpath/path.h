#ifndef XPATH_PATH_H
#define XPATH_PATH_H

/* Location paths, walked node by node: what asks whether there is one stops at
 * the first. */

#include "4_formulas/xpath/xpath.h"

evaluate path_evaluate;         /* of an expression that is a path */

/* A base with predicates, to which steps may come. */
struct expr *path_of_base(struct pool *pool, const struct expr *base,
    struct predicate *predicates);

extern const struct walking path_walking;

/* Whether a node passes a step's test and predicates where it stands. */
bool step_takes(const struct step *step, struct node *node,
    struct context *context);

#endif
