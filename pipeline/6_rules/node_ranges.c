/* Tells which nodes are in others, and which have others in them, by their
 * numbers in the tree. */

#include "6_rules/node_ranges.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "4_formulas/call.h"
#include "6_rules/elements.h"
#include "6_rules/gather.h"
#include "6_rules/related/related_calls.h"

/* Elements with numbers from `begin` to the one before `end`. */
struct range {
    size_t begin, end;
};

static int compare_ranges(const void *a, const void *b)
{
    const struct range *left = a, *right = b;

    return (left->begin > right->begin) - (left->begin < right->begin);
}

static struct range range_of(const struct elements *elements,
    const struct element *element)
{
    return (struct range){ (size_t)(element - elements->list), element->end };
}

/* The ranges of elements that nodes cover, in order, as nodes mostly are;
 * returns how many. */
static size_t read_ranges(const struct elements *elements,
    xmlNodeSetPtr nodes, struct range *ranges)
{
    size_t count = 0;
    bool in_order = true;

    for (int k = 0; k < xmlXPathNodeSetGetLength(nodes); k++) {
        const struct element *element = elements_find(elements,
            nodes->nodeTab[k]);
        if (!element)
            continue;
        ranges[count] = range_of(elements, element);
        in_order = in_order && (count == 0
            || compare_ranges(&ranges[count - 1], &ranges[count]) <= 0);
        count++;
    }
    if (!in_order)
        qsort(ranges, count, sizeof *ranges, compare_ranges);
    return count;
}

/* Leaves out those inside another one; returns how many are left. */
static size_t keep_outer(struct range *ranges, size_t count)
{
    size_t outer = 0;

    for (size_t k = 0; k < count; k++)
        if (outer == 0 || ranges[k].begin >= ranges[outer - 1].end)
            ranges[outer++] = ranges[k];
    return outer;
}

/* Whether an element is in one of these, which are apart. */
static bool is_within(struct range own, const struct range *ranges,
    size_t count)
{
    size_t from = 0, to = count;

    /* Goes on to the first range that ends behind the element. */
    while (from < to) {
        size_t middle = from + (to - from) / 2;
        if (ranges[middle].end <= own.begin)
            from = middle + 1;
        else
            to = middle;
    }
    return from < count && ranges[from].begin <= own.begin;
}

/* Whether one of these is in an element. */
static bool has_within(struct range own, const struct range *ranges,
    size_t count)
{
    size_t from = 0, to = count;

    /* Goes on to the first range that does not begin before the element. */
    while (from < to) {
        size_t middle = from + (to - from) / 2;
        if (ranges[middle].begin < own.begin)
            from = middle + 1;
        else
            to = middle;
    }
    return from < count && ranges[from].begin < own.end;
}

/* What a function asks of a node and the others, by its name. */
static const struct relation {
    const char *name;
    bool upwards, wanted;       /* whether the node is in them or they in it */
} relations[] = {
    { "within", true, true },
    { "outside", true, false },
    { "with", false, true },
    { "without", false, false },
};

static const struct relation *find_relation(const xmlChar *name)
{
    size_t k = 0;

    while (strcmp(relations[k].name, (const char *)name) != 0)
        k++;
    return &relations[k];
}

/* Those of the nodes that are so related to the others; NULL if memory runs
 * out. */
static xmlXPathObjectPtr find_related(const struct elements *elements,
    xmlNodeSetPtr nodes, xmlNodeSetPtr others, const struct relation *relation)
{
    xmlXPathObjectPtr found = xmlXPathNewNodeSet(NULL);
    struct range *ranges = malloc(((size_t)xmlXPathNodeSetGetLength(others)
            + 1) * sizeof *ranges);
    bool good = found && ranges;
    size_t count = good ? read_ranges(elements, others, ranges) : 0;

    if (relation->upwards)
        count = keep_outer(ranges, count);
    for (int k = 0; good && k < xmlXPathNodeSetGetLength(nodes); k++) {
        const struct element *element = elements_find(elements,
            nodes->nodeTab[k]);
        good = !element
            || (relation->upwards ? is_within : has_within)(
                range_of(elements, element), ranges, count)
                != relation->wanted
            || gather_node(found->nodesetval, element->node);
    }
    free(ranges);
    if (good)
        return found;
    xmlXPathFreeObject(found);
    return NULL;
}

void node_ranges(xmlXPathParserContextPtr parser, int given)
{
    struct call call;

    if (call_begin(&call, parser, given, 2)) {
        xmlXPathObjectPtr found = NULL;
        bool good = call.objects[0]->type == XPATH_NODESET
            && call.objects[1]->type == XPATH_NODESET;
        if (good)
            found = find_related(&related_of(&call)->elements,
                call.objects[0]->nodesetval, call.objects[1]->nodesetval,
                find_relation(parser->context->function));
        if (found)
            valuePush(parser, found);
        else if (good)
            call_fail_memory(&call);
        else
            call_fail(&call, XPATH_INVALID_TYPE);
    }
    call_end(&call);
}
