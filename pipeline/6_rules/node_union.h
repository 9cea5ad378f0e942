#ifndef NODE_UNION_H
#define NODE_UNION_H

/* t:union() and t:parents(), for nodes.c: of nodes of any tree, as libxml2
 * calls them, and of the elements of a list. */

#include "4_formulas/xpath/flat_function.h"

void node_union(xmlXPathParserContextPtr parser, int given);
void node_parents(xmlXPathParserContextPtr parser, int given);

flat_evaluate flat_union, flat_parents;

#endif
