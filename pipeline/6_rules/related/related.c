/* What the functions on several texts keep between calls, and their table. */

#include "6_rules/related/related.h"

#include <stdlib.h>
#include <string.h>
#include <libxml/xpathInternals.h>

#include "6_rules/related/parts.h"
#include "6_rules/related/texts.h"
#include "6_rules/related/values.h"

struct related *related_of(const struct call *call)
{
    return call->parser->context->user;
}

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
            || xmlXPathNodeSetAddUnique(found, list->nodes[k]) == 0;
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

static const struct related_function functions[] = {
    { "known-figures", related_call_known, 1, related_prepare_figures,
        related_check_known },
    { "unknown-figures", related_call_unknown, 1, related_prepare_figures,
        related_check_unknown },
    { "unknown-figure", related_call_first_unknown, 1,
        related_prepare_figures, related_check_first_unknown },
    { "twins", related_call_twins, 2, NULL, NULL },
    { "twin", related_call_twin, 1, NULL, NULL },
    { "overlap", related_call_overlap, 2, related_prepare_overlap,
        related_check_overlap },
    { "uncovered", related_call_uncovered, 3, NULL, NULL },
    { "repeated", related_call_repeated, 2, NULL, NULL },
    { "original", related_call_original, 1, NULL, NULL },
    { "near-name", related_call_names, 3, related_prepare_names,
        related_check_near_name },
    { "meant-name", related_call_names, 3, NULL, NULL },
    { "variant", related_call_variant, 2, NULL, NULL },
    { "variant-of", related_call_variant_of, 2, NULL, NULL },
    { "rate-differs", related_call_differs, 2, related_prepare_rates,
        related_check_differs },
    { "figure-differs", related_call_differs, 2, related_prepare_labels,
        related_check_differs },
};

#define FUNCTION_COUNT (sizeof functions / sizeof *functions)

const struct related_function *related_function_find(struct text_span name,
    int arguments)
{
    for (size_t k = 0; k < FUNCTION_COUNT; k++)
        if (functions[k].check && functions[k].arguments == arguments
            && text_span_equals(name, functions[k].name))
            return &functions[k];
    return NULL;
}

bool related_register(xmlXPathContextPtr context, struct related *related)
{
    context->user = related;
    for (size_t k = 0; k < FUNCTION_COUNT; k++)
        if (xmlXPathRegisterFuncNS(context, BAD_CAST functions[k].name,
                BAD_CAST RELATED_NAMESPACE, functions[k].function) != 0)
            return false;
    return xmlXPathRegisterNs(context, BAD_CAST "t",
        BAD_CAST RELATED_NAMESPACE) == 0;
}

struct text_scope *related_scope(struct related *related)
{
    return related ? &related->scope : NULL;
}

struct related *related_new(xmlDocPtr submission,
    const struct lexicon *lexicon)
{
    struct related *related = calloc(1, sizeof *related);

    if (!related)
        return NULL;
    related->scope.lexicon = lexicon;
    related->submission = submission;
    if (elements_read(&related->elements, submission))
        return related;
    related_free(related);
    return NULL;
}

void related_free(struct related *related)
{
    if (!related)
        return;
    elements_free(&related->elements);
    passage_free(&related->passage);
    texts_free(related->texts);
    values_free(related->values);
    twins_free(related->twins);
    node_links_free(&related->originals);
    coverage_free(related->coverage);
    known_names_free(related->names);
    variants_free(related->variants);
    for (int k = 0; k < LABEL_KIND_COUNT; k++)
        labelled_nodes_free(related->labelled[k]);
    free(related);
}
