#ifndef GATHER_H
#define GATHER_H

/* Sets of nodes, for functions that are written in C. */

#include <libxml/xpath.h>
#include <stdbool.h>

/* Adds a node of a tree, which is not in the set yet.  It is not looked at: in
 * a large tree it may be far away.  False if memory runs out. */
bool gather_node(xmlNodeSetPtr set, xmlNodePtr node);

#endif
