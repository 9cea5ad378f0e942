#ifndef NODE_UNION_H
#define NODE_UNION_H

/* t:union() and t:parents(), for nodes.c. */

#include <libxml/xpath.h>

void node_union(xmlXPathParserContextPtr parser, int given);
void node_parents(xmlXPathParserContextPtr parser, int given);

#endif
