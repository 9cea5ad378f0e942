/* The arguments and results of the functions on several texts. */

#include <libxml/xpathInternals.h>

#include "6_rules/related/related_calls.h"
#include "6_rules/gather.h"

struct related *related_of(const struct call *call)
{
    return call->parser->context->user;
}

xmlNodeSetPtr related_nodes(const struct call *call, int k)
{
    return call->objects[k]->type == XPATH_NODESET
        ? call->objects[k]->nodesetval : NULL;
}

void related_return_nodes(struct call *call, const struct node_list *list,
    const bool *marked)
{
    xmlNodeSetPtr found = xmlXPathNodeSetCreate(NULL);
    bool good = found != NULL;

    for (size_t k = 0; good && k < list->count; k++)
        good = !marked[k]
            || gather_node(found, list->nodes[k]);
    xmlXPathObjectPtr object = good ? xmlXPathWrapNodeSet(found) : NULL;
    if (object) {
        valuePush(call->parser, object);
        return;
    }
    xmlXPathFreeNodeSet(found);
    call_fail_memory(call);
}

void related_return_node(struct call *call, xmlNodePtr node)
{
    bool marked = node != NULL;

    related_return_nodes(call, &(struct node_list){ &node, 1 }, &marked);
}
