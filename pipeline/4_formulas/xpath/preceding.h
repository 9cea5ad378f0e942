#ifndef PRECEDING_H
#define PRECEDING_H

#include "4_formulas/xpath/xpath.h"

/* The nearest sibling before a node of a tree that the step's test passes; NULL
 * where there is none.  To ask each of many siblings, in their order, takes no
 * longer than to walk over them once. */
struct node *preceding_nearest(const struct step *step, struct node *from,
    struct context *context);

#endif
