/* Which nodes a function was called with, to know them again. */

#include "6_rules/related/node_list.h"

#include <stdlib.h>
#include <string.h>
#include <libxml/xpathInternals.h>

static bool is_equal(const struct node_list *list, xmlNodeSetPtr nodes)
{
    size_t count = nodes ? (size_t)nodes->nodeNr : 0;

    return list->count == count && (count == 0
        || memcmp(list->nodes, nodes->nodeTab, count * sizeof *list->nodes)
            == 0);
}

bool node_list_is(const struct node_list *list, xmlNodeSetPtr nodes)
{
    if (is_equal(list, nodes))
        return true;
    if (!nodes || list->count != (size_t)nodes->nodeNr)
        return false;
    xmlXPathNodeSetSort(nodes);
    return is_equal(list, nodes);
}

bool node_list_set(struct node_list *list, xmlNodeSetPtr nodes)
{
    size_t count = nodes ? (size_t)nodes->nodeNr : 0;

    node_list_free(list);
    if (count == 0)
        return true;
    list->nodes = malloc(count * sizeof *list->nodes);
    if (!list->nodes)
        return false;
    xmlXPathNodeSetSort(nodes);
    memcpy(list->nodes, nodes->nodeTab, count * sizeof *list->nodes);
    list->count = count;
    return true;
}

void node_list_free(struct node_list *list)
{
    free(list->nodes);
    *list = (struct node_list){0};
}
