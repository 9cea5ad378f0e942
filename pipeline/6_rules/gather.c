/* Adds to sets of nodes.  That of libxml2 asks each node whether it is a
 * namespace, which has to be copied. */

#include "6_rules/gather.h"

#include <limits.h>

enum { NODES_AT_FIRST = 16 };

static bool make_room(xmlNodeSetPtr set)
{
    int room = set->nodeMax > 0 ? set->nodeMax : NODES_AT_FIRST / 2;

    if (room > INT_MAX / 2)
        return false;
    xmlNodePtr *nodes = xmlRealloc(set->nodeTab,
        2 * (size_t)room * sizeof *nodes);
    if (!nodes)
        return false;
    set->nodeTab = nodes;
    set->nodeMax = 2 * room;
    return true;
}

bool gather_node(xmlNodeSetPtr set, xmlNodePtr node)
{
    if (set->nodeNr == set->nodeMax && !make_room(set))
        return false;
    set->nodeTab[set->nodeNr++] = node;
    return true;
}
