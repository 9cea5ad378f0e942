/* XPath functions about nodes, as a table with a function each. */

#include "6_rules/nodes.h"

#include <stdlib.h>
#include <string.h>

#include "3_transform/submission.h"
#include "3_transform/where.h"
#include "4_formulas/call.h"
#include "4_formulas/exact.h"
#include "6_rules/gather.h"
#include "6_rules/node_elements.h"
#include "6_rules/node_ranges.h"
#include "6_rules/node_union.h"
#include "6_rules/related/related_calls.h"
#include "6_rules/text/spans.h"

/* Whether the node's string value is the text; false, and the call failed,
 * where memory runs out. */
static bool has_value(struct call *call, xmlNodePtr node, const xmlChar *text)
{
    xmlChar *value = xmlXPathCastNodeToString(node);
    bool same = value && xmlStrEqual(value, text);

    if (!value)
        call_fail_memory(call);
    xmlFree(value);
    return same;
}

static void call_having(xmlXPathParserContextPtr parser, int given)
{
    struct call call;

    if (call_begin(&call, parser, given, 2)) {
        xmlNodeSetPtr nodes = related_nodes(&call, 0);
        int count = xmlXPathNodeSetGetLength(nodes);
        xmlChar *text = call_string(&call, 1);
        xmlXPathObjectPtr found = text ? xmlXPathNewNodeSet(NULL) : NULL;
        for (int k = 0; found && k < count; k++)
            if (has_value(&call, nodes->nodeTab[k], text)
                && !gather_node(found->nodesetval, nodes->nodeTab[k]))
                call_fail_memory(&call);
        if (found)
            valuePush(parser, found);
        else
            call_fail_memory(&call);
        xmlFree(text);
    }
    call_end(&call);
}

static struct value flat_having(const struct value *arguments, size_t count,
    const struct flats *flats, struct pool *pool)
{
    struct nodes found = {0};

    (void)flats;
    if (count != 2)
        flat_refuse(pool);
    struct text text = value_to_text(&arguments[1], pool);
    const struct nodes *nodes = &arguments[0].nodes;
    for (size_t k = 0; arguments[0].type == TYPE_NODES && k < nodes->count;
        k++)
        if (text_equal(node_text(nodes->at[k]), text))
            nodes_add(&found, nodes->at[k], pool);
    return value_nodes(found);
}

static void call_place(xmlXPathParserContextPtr parser, int given)
{
    struct call call;

    if (call_begin(&call, parser, given, 1)) {
        xmlNodePtr node = call_node(&call, 0);
        struct buffer place = BUFFER_EMPTY;
        if (node)
            where_print(node, &place);
        if (place.failed)
            call_fail_memory(&call);
        else
            call_return_string(&call, buffer_string(&place));
        buffer_free(&place);
    }
    call_end(&call);
}

/* Appends the amount that a total leaves for a blank, in the unit of the
 * blank. */
static void print_rest(xmlNodePtr blank, struct print_style style,
    struct buffer *out)
{
    const char *rest = node_attribute(blank, "rest");
    struct figure figure = node_figure(blank, style);

    decimal_parse(rest, strlen(rest), &figure.value);
    figure.with_unit = true;
    figure_print(&figure, out);
}

/* The same for every blank right in the node. */
static void print_rests(xmlNodePtr node, struct print_style style,
    const char *separator, struct buffer *out)
{
    for (xmlNodePtr child = xmlFirstElementChild(node); child;
        child = xmlNextElementSibling(child)) {
        if (!node_attribute(child, "rest"))
            continue;
        if (out->length)
            buffer_add_string(out, separator);
        where_print_name(child, out);
        print_rest(child, style, out);
    }
}

/* The first part in the node, itself among them, with such a blank. */
static xmlNodePtr find_short(xmlNodePtr node)
{
    xmlNodePtr child = xmlFirstElementChild(node), found = NULL;

    while (child && !node_attribute(child, "rest"))
        child = xmlNextElementSibling(child);
    if (child)
        return node;
    for (child = xmlFirstElementChild(node); child && !found;
        child = xmlNextElementSibling(child))
        found = find_short(child);
    return found;
}

static void call_rests(xmlXPathParserContextPtr parser, int given)
{
    struct buffer out = BUFFER_EMPTY;
    struct call call;

    if (call_begin(&call, parser, given, 2)) {
        const struct exact *exact = parser->context->userData;
        xmlNodePtr node = call_node(&call, 0);
        xmlNodePtr part = node ? find_short(node) : NULL;
        xmlChar *separator = call_string(&call, 1);
        if (node && node_attribute(node, "rest"))
            print_rest(node, *exact->style, &out);
        else if (part && separator)
            print_rests(part, *exact->style, (const char *)separator, &out);
        if (out.failed)
            call_fail_memory(&call);
        else if (separator)
            call_return_string(&call, buffer_string(&out));
        xmlFree(separator);
    }
    buffer_free(&out);
    call_end(&call);
}

static void call_on_elements(xmlXPathParserContextPtr parser, int given);

/* By name. */
static const struct flat_function functions[] = {
    { TEXT_NAMESPACE, "elements", node_elements, call_on_elements },
    { TEXT_NAMESPACE, "having", flat_having, call_having },
    { TEXT_NAMESPACE, "outside", node_outside, call_on_elements },
    { TEXT_NAMESPACE, "parents", flat_parents, node_parents },
    { TEXT_NAMESPACE, "place", NULL, call_place },
    { TEXT_NAMESPACE, "rests", NULL, call_rests },
    { TEXT_NAMESPACE, "union", flat_union, node_union },
    { TEXT_NAMESPACE, "with", node_with, call_on_elements },
    { TEXT_NAMESPACE, "within", node_within, call_on_elements },
    { TEXT_NAMESPACE, "without", node_without, call_on_elements },
};

#define FUNCTION_COUNT (sizeof functions / sizeof *functions)

/* One that asks of the elements of the list alone. */
static void call_on_elements(xmlXPathParserContextPtr parser, int given)
{
    const struct related *related = parser->context->user;
    size_t k = 0;

    while (strcmp(functions[k].name,
            (const char *)parser->context->function) != 0)
        k++;
    flat_call(parser, given, functions[k].evaluate, related->flats);
}

void nodes_offer(struct native_run *run)
{
    native_offer(run, functions, FUNCTION_COUNT);
}

bool nodes_register(xmlXPathContextPtr context)
{
    for (size_t k = 0; k < FUNCTION_COUNT; k++)
        if (xmlXPathRegisterFuncNS(context, BAD_CAST functions[k].name,
                BAD_CAST functions[k].uri, functions[k].call) != 0)
            return false;
    return true;
}
