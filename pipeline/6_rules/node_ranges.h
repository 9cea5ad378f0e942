#ifndef NODE_RANGES_H
#define NODE_RANGES_H

/* t:within() and t:outside(), for nodes.c. */

#include <libxml/xpath.h>

void node_within(xmlXPathParserContextPtr parser, int given);

#endif
