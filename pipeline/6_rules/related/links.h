#ifndef RELATED_LINKS_H
#define RELATED_LINKS_H

/* A table that remembers for a node another one, such as its twin. */

#include <libxml/tree.h>

#include "0_base/id_map.h"

struct node_links {
    struct id_map from;
    xmlNodePtr *to;             /* by the numbers of these */
    size_t room;
};

/* A former one of the node is replaced.  False if memory runs out. */
bool node_links_add(struct node_links *links, xmlNodePtr from, xmlNodePtr to);

/* NULL where there is none, or no node. */
xmlNodePtr node_links_find(const struct node_links *links, xmlNodePtr from);

void node_links_free(struct node_links *links);

#endif
