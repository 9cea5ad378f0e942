#ifndef NODE_UNION_H
#define NODE_UNION_H

/* t:union(), for nodes.c. */

#include <libxml/xpath.h>

void node_union(xmlXPathParserContextPtr parser, int given);

#endif
