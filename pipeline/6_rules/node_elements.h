#ifndef NODE_ELEMENTS_H
#define NODE_ELEMENTS_H

/* t:elements(), for nodes.c. */

#include <libxml/xpath.h>

void node_elements(xmlXPathParserContextPtr parser, int given);

#endif
