/* XPath functions about nodes, as a table with a function each. */

#include "6_rules/nodes.h"

#include <stdlib.h>
#include <string.h>

#include "3_transform/submission.h"
#include "3_transform/where.h"
#include "4_formulas/call.h"
#include "4_formulas/exact.h"
#include "6_rules/elements.h"
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
                && xmlXPathNodeSetAddUnique(found->nodesetval,
                    nodes->nodeTab[k]) != 0)
                call_fail_memory(&call);
        if (found)
            valuePush(parser, found);
        else
            call_fail_memory(&call);
        xmlFree(text);
    }
    call_end(&call);
}

/* Conditions of t:elements(), one after the other. */
#define CONDITIONS_MAX 4

struct condition {
    enum { ATTRIBUTE_STATE, ATTRIBUTE_TYPE, ATTRIBUTE_OTHER } attribute;
    struct text_span name, values;
    bool any;                   /* of its values */
};

static struct condition read_condition(struct text_span word)
{
    size_t name = text_span_find(word, "=");
    size_t values = name < word.length ? name + 1 : name;
    struct condition condition = { ATTRIBUTE_OTHER, { word.text, name },
        { word.text + values, word.length - values }, name == word.length };

    if (text_span_equals(condition.name, "state"))
        condition.attribute = ATTRIBUTE_STATE;
    if (text_span_equals(condition.name, "type"))
        condition.attribute = ATTRIBUTE_TYPE;
    return condition;
}

/* How many there are; 0 where there are none or too many. */
static size_t read_conditions(const char *text,
    struct condition conditions[CONDITIONS_MAX])
{
    struct text_span word = { text, 0 };
    size_t count = 0;

    for (; text_word_next(&word); count++) {
        if (count == CONDITIONS_MAX)
            return 0;
        conditions[count] = read_condition(word);
    }
    return count;
}

static bool is_one_of(const char *value, struct text_span values)
{
    const char *at = values.text, *end = at + values.length;

    while (true) {
        const char *byte = value;
        while (at < end && *at == *byte && *byte) {
            at++;
            byte++;
        }
        if (!*byte && (at == end || *at == '|'))
            return true;
        while (at < end && *at != '|')
            at++;
        if (at == end)
            return false;
        at++;
    }
}

static const char *value_of(const struct element *element,
    const struct condition *condition)
{
    if (condition->attribute == ATTRIBUTE_STATE)
        return element->state;
    if (condition->attribute == ATTRIBUTE_TYPE)
        return element->type;
    for (xmlAttrPtr attribute = element->node->properties; attribute;
        attribute = attribute->next)
        if (text_span_equals(condition->name,
                (const char *)attribute->name))
            return attribute->children
                ? (const char *)attribute->children->content : "";
    return NULL;
}

static bool fulfils(const struct element *element,
    const struct condition *conditions, size_t count)
{
    for (size_t k = 0; k < count; k++) {
        const char *value = value_of(element, &conditions[k]);
        if (!value || (!conditions[k].any
                && !is_one_of(value, conditions[k].values)))
            return false;
    }
    return true;
}

static const struct elements *elements_of(const struct call *call)
{
    return &related_of(call)->elements;
}

/* NULL if memory runs out. */
static xmlXPathObjectPtr find_elements(const struct elements *elements,
    const struct condition *conditions, size_t count)
{
    xmlXPathObjectPtr found = xmlXPathNewNodeSet(NULL);

    for (size_t k = 0; found && k < elements->count; k++)
        if (fulfils(&elements->list[k], conditions, count)
            && xmlXPathNodeSetAddUnique(found->nodesetval,
                elements->list[k].node) != 0) {
            xmlXPathFreeObject(found);
            found = NULL;
        }
    return found;
}

static void call_elements(xmlXPathParserContextPtr parser, int given)
{
    struct condition conditions[CONDITIONS_MAX];
    struct call call;

    if (call_begin(&call, parser, given, 1)) {
        xmlChar *text = call_string(&call, 0);
        size_t count = text ? read_conditions((const char *)text, conditions)
            : 0;
        xmlXPathObjectPtr found = count ? find_elements(elements_of(&call),
            conditions, count) : NULL;
        if (found)
            valuePush(parser, found);
        else if (text && !count)
            call_fail(&call, XPATH_INVALID_OPERAND);
        else
            call_fail_memory(&call);
        xmlFree(text);
    }
    call_end(&call);
}

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
static void call_within(xmlXPathParserContextPtr parser, int given)
{
    bool within = strcmp((const char *)parser->context->function, "within")
        == 0;
    struct call call;

    if (call_begin(&call, parser, given, 2)) {
        xmlXPathObjectPtr found = NULL;
        bool good = call.objects[0]->type == XPATH_NODESET
            && call.objects[1]->type == XPATH_NODESET;
        if (good)
            found = find_within(elements_of(&call),
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

bool nodes_register(xmlXPathContextPtr context)
{
    static const struct {
        const char *name;
        xmlXPathFunction function;
    } functions[] = {
        { "elements", call_elements },
        { "having", call_having },
        { "outside", call_within },
        { "parents", node_parents },
        { "place", call_place },
        { "rests", call_rests },
        { "union", node_union },
        { "within", call_within },
    };

    for (size_t k = 0; k < sizeof functions / sizeof *functions; k++)
        if (xmlXPathRegisterFuncNS(context, BAD_CAST functions[k].name,
                BAD_CAST TEXT_NAMESPACE, functions[k].function) != 0)
            return false;
    return true;
}
