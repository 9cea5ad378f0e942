/* Puts sets of nodes together by sorting, whatever their size. */

#include "6_rules/node_union.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <libxml/xpathInternals.h>

#include "4_formulas/call.h"
#include "6_rules/gather.h"

/* In the order of the document, and trees one after the other.  The sort of
 * libxml2 ends the program where memory runs out. */
static int compare(const void *a, const void *b)
{
    xmlNodePtr left = *(const xmlNodePtr *)a, right = *(const xmlNodePtr *)b;

    if (left->doc != right->doc)
        return (uintptr_t)left->doc < (uintptr_t)right->doc ? -1 : 1;
    return -xmlXPathCmpNodes(left, right);
}

/* What a node of an argument gives to the set; NULL for nothing.  Namespaces
 * are in XPath nodes, too, but none of a tree. */
typedef xmlNodePtr given_by(xmlNodePtr node);

static xmlNodePtr itself(xmlNodePtr node)
{
    return node->type == XML_NAMESPACE_DECL ? NULL : node;
}

static xmlNodePtr its_parent(xmlNodePtr node)
{
    xmlNodePtr parent = itself(node) ? node->parent : NULL;

    return parent && parent->type == XML_ELEMENT_NODE ? parent : NULL;
}

static bool add(xmlNodeSetPtr all, xmlNodePtr node)
{
    return !node || gather_node(all, node);
}

/* What all nodes of the arguments give; NULL, and the call failed, where they
 * are no sets or memory runs out. */
static xmlXPathObjectPtr gather(struct call *call, given_by *give)
{
    xmlXPathObjectPtr all = xmlXPathNewNodeSet(NULL);

    for (int k = 0; all && k < call->count; k++) {
        xmlNodeSetPtr nodes = call->objects[k]->nodesetval;
        bool good = call->objects[k]->type == XPATH_NODESET;
        int error = good ? XPATH_MEMORY_ERROR : XPATH_INVALID_TYPE;
        for (int n = 0; good && n < xmlXPathNodeSetGetLength(nodes); n++)
            good = add(all->nodesetval, give(nodes->nodeTab[n]));
        if (!good) {
            xmlXPathFreeObject(all);
            call_fail(call, error);
            return NULL;
        }
    }
    if (!all)
        call_fail_memory(call);
    return all;
}

/* Keeps the first of equal neighbours. */
static void thin_out(xmlNodeSetPtr nodes)
{
    int count = 0;

    for (int k = 0; k < nodes->nodeNr; k++)
        if (count == 0 || nodes->nodeTab[count - 1] != nodes->nodeTab[k])
            nodes->nodeTab[count++] = nodes->nodeTab[k];
    nodes->nodeNr = count;
}

static bool is_sorted(xmlNodeSetPtr nodes)
{
    int k = 1;

    while (k < nodes->nodeNr
        && compare(&nodes->nodeTab[k - 1], &nodes->nodeTab[k]) < 0)
        k++;
    return k >= nodes->nodeNr;
}

/* Sorts them, of which each stands there once afterwards. */
static void sort_out(xmlNodeSetPtr nodes)
{
    thin_out(nodes);            /* neighbours have one parent */
    if (!is_sorted(nodes))
        qsort(nodes->nodeTab, (size_t)nodes->nodeNr, sizeof *nodes->nodeTab,
            compare);
    thin_out(nodes);
}

static void answer(xmlXPathParserContextPtr parser, int given, int wanted,
    given_by *give)
{
    struct call call;

    if (call_begin(&call, parser, given, wanted)) {
        xmlXPathObjectPtr all = gather(&call, give);
        if (all) {
            sort_out(all->nodesetval);
            valuePush(parser, all);
        }
    }
    call_end(&call);
}

void node_union(xmlXPathParserContextPtr parser, int given)
{
    bool fits = given >= 2 && given <= CALL_ARGUMENTS_MAX;

    answer(parser, given, fits ? given : 2, itself);
}

void node_parents(xmlXPathParserContextPtr parser, int given)
{
    answer(parser, given, 1, its_parent);
}

struct value flat_union(const struct value *arguments, size_t count,
    const struct flats *flats, struct pool *pool)
{
    struct nodes all = {0};

    (void)flats;
    if (count < 2 || count > CALL_ARGUMENTS_MAX)
        flat_refuse(pool);
    for (size_t k = 0; k < count; k++) {
        if (arguments[k].type != TYPE_NODES)
            flat_refuse(pool);
        all = nodes_merge(&all, &arguments[k].nodes, pool);
    }
    return value_nodes(all);
}

struct value flat_parents(const struct value *arguments, size_t count,
    const struct flats *flats, struct pool *pool)
{
    struct nodes parents = {0};
    struct node *last = NULL;

    (void)flats;
    if (count != 1 || arguments[0].type != TYPE_NODES)
        flat_refuse(pool);
    for (size_t k = 0; k < arguments[0].nodes.count; k++) {
        struct node *parent = flat_first(AXIS_PARENT,
            arguments[0].nodes.at[k]);
        if (parent != last && parent->kind == NODE_FLAT)
            nodes_add(&parents, parent, pool);
        last = parent;
    }
    nodes_sort(&parents, pool);
    return value_nodes(parents);
}
