#ifndef PREDICATE_H
#define PREDICATE_H

/* Predicates of paths.  What is the same for all nodes is evaluated once, and
 * what bounds the position takes a run of the nodes. */

#include "4_formulas/xpath/xpath.h"

/* Knows what its expression, which is set, is like. */
void predicate_note(struct predicate *predicate);

/* What a predicate keeps from one node to the next; { 0 } before the first. */
struct held {
    struct value fixed;         /* TYPE_UNSET: not asked for yet */
    size_t position;            /* of the last node that it was asked of */
};

/* Whether a predicate holds for the context's node and position. */
bool predicate_holds(const struct predicate *predicate,
    struct context *context, struct held *held);

/* Of all that pass one predicate those that pass the next, and so on; the list
 * itself stays as it is. */
struct nodes predicates_filter(struct nodes nodes,
    const struct predicate *predicate, const struct context *context);

#endif
