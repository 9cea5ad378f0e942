#ifndef NODE_RANGES_H
#define NODE_RANGES_H

/* t:within(), t:outside(), t:with() and t:without(), for nodes.c. */

#include <libxml/xpath.h>

void node_ranges(xmlXPathParserContextPtr parser, int given);

#endif
