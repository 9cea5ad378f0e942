/* Tells which nodes are in others, by their numbers in the tree. */

#include "6_rules/node_ranges.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "4_formulas/call.h"
#include "6_rules/elements.h"
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

/* The ranges of elements that nodes cover, in order, without those inside
 * another one; returns how many. */
static size_t read_ranges(const struct elements *elements,
    xmlNodeSetPtr nodes, struct range *ranges)
{
    size_t count = 0, outer = 0;

    for (int k = 0; k < xmlXPathNodeSetGetLength(nodes); k++) {
        const struct element *element = elements_find(elements,
            nodes->nodeTab[k]);
        if (element)
            ranges[count++] = (struct range){
                (size_t)(element - elements->list), element->end };
    }
    qsort(ranges, count, sizeof *ranges, compare_ranges);
    for (size_t k = 0; k < count; k++)
        if (outer == 0 || ranges[k].begin >= ranges[outer - 1].end)
            ranges[outer++] = ranges[k];
    return outer;
}

static bool is_within(const struct element *element,
    const struct elements *elements, const struct range *ranges, size_t count)
{
    size_t number = (size_t)(element - elements->list), from = 0, to = count;

    /* Goes on to the first range that ends behind the element. */
    while (from < to) {
        size_t middle = from + (to - from) / 2;
        if (ranges[middle].end <= number)
            from = middle + 1;
        else
            to = middle;
    }
    return from < count && ranges[from].begin <= number;
}

/* Those of the nodes that are in the others, or are not; NULL if memory runs
 * out. */
static xmlXPathObjectPtr find_within(const struct elements *elements,
    xmlNodeSetPtr nodes, xmlNodeSetPtr others, bool within)
{
    xmlXPathObjectPtr found = xmlXPathNewNodeSet(NULL);
    struct range *ranges = malloc(((size_t)xmlXPathNodeSetGetLength(others)
            + 1) * sizeof *ranges);
    bool good = found && ranges;
    size_t count = good ? read_ranges(elements, others, ranges) : 0;

    for (int k = 0; good && k < xmlXPathNodeSetGetLength(nodes); k++) {
        const struct element *element = elements_find(elements,
            nodes->nodeTab[k]);
        good = !element
            || is_within(element, elements, ranges, count) != within
            || xmlXPathNodeSetAddUnique(found->nodesetval, element->node)
                == 0;
    }
    free(ranges);
    if (good)
        return found;
    xmlXPathFreeObject(found);
    return NULL;
}

/* t:within and t:outside. */
void node_within(xmlXPathParserContextPtr parser, int given)
{
    bool within = strcmp((const char *)parser->context->function, "within")
        == 0;
    struct call call;

    if (call_begin(&call, parser, given, 2)) {
        xmlXPathObjectPtr found = NULL;
        bool good = call.objects[0]->type == XPATH_NODESET
            && call.objects[1]->type == XPATH_NODESET;
        if (good)
            found = find_within(&related_of(&call)->elements,
                call.objects[0]->nodesetval, call.objects[1]->nodesetval,
                within);
        if (found)
            valuePush(parser, found);
        else if (good)
            call_fail_memory(&call);
        else
            call_fail(&call, XPATH_INVALID_TYPE);
    }
    call_end(&call);
}
