#ifndef NODE_LIST_H
#define NODE_LIST_H

/*
 * Which nodes a function was called with, in the order of the document, to
 * know them again.
 *
 * Ownership: the list is the caller's, who frees it; the nodes are borrowed.
 */

#include <libxml/xpath.h>
#include <stdbool.h>
#include <stddef.h>

struct node_list {
    xmlNodePtr *nodes;
    size_t count;
};

/* Whether the list is of these nodes, which may be put into order. */
bool node_list_is(const struct node_list *list, xmlNodeSetPtr nodes);

/* Make it that of these nodes; false if memory runs out. */
bool node_list_set(struct node_list *list, xmlNodeSetPtr nodes);
void node_list_free(struct node_list *list);

#endif
