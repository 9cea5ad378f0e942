/* Remembers for a node another one, in a hash. */

#include "6_rules/related/links.h"

#include <stdlib.h>

bool node_links_add(struct node_links *links, xmlNodePtr from, xmlNodePtr to)
{
    uint32_t id;
    xmlNodePtr *list = id_map_list(&links->from, (uintptr_t)from, links->to,
        &links->room, sizeof *list, &id);

    if (!list)
        return false;
    links->to = list;
    list[id] = to;
    return true;
}

xmlNodePtr node_links_find(const struct node_links *links, xmlNodePtr from)
{
    uint32_t id;

    return id_map_find(&links->from, (uintptr_t)from, &id) ? links->to[id]
        : NULL;
}

void node_links_free(struct node_links *links)
{
    id_map_free(&links->from);
    free(links->to);
    *links = (struct node_links){0};
}
