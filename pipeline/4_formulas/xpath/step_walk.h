#ifndef STEP_WALK_H
#define STEP_WALK_H

/*
 * Steps of a path, walked node by node.
 *
 * Ownership: nodes are the trees'; what a visitor keeps is in the pool.
 */

#include "4_formulas/xpath/xpath.h"

/* Where found nodes go: true where no more are wanted.  An attribute stays only
 * where a visitor keeps it. */
struct visitor {
    bool (*visit)(struct visitor *visitor, struct node *node);
    struct context *context;
    struct nodes nodes;
    struct text text;
};

/* Visits what the step and those behind it find from a node on; true where no
 * more are wanted. */
bool step_walk(const struct step *step, struct node *from,
    struct visitor *visitor);

/* Whether it is @name without predicates. */
bool step_is_named_attribute(const struct step *step);

#endif
