#ifndef NODE_ELEMENTS_H
#define NODE_ELEMENTS_H

/* t:elements(), for nodes.c; and what counts among elements. */

#include <string.h>

#include "4_formulas/xpath/flat_function.h"

static inline bool flat_is_reference(const struct flat *flat)
{
    return flat->name[0] == 'r' && strcmp(flat->name, "reference") == 0;
}

/* Whether it is an element, and no reference in a text. */
static inline bool flat_is_part(const struct node *node)
{
    return node->kind == NODE_FLAT && !flat_is_reference(flat_of(node));
}

flat_evaluate node_elements;

#endif
