#ifndef NODE_RANGES_H
#define NODE_RANGES_H

/* t:within(), t:outside(), t:with() and t:without(), for nodes.c. */

#include "4_formulas/xpath/flat_function.h"

flat_evaluate node_within, node_outside, node_with, node_without;

#endif
