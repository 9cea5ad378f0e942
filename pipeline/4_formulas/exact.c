/*
 * The exact functions for XPath: a table of them all, and those that give
 * figures.  What gives words is in exact_words.c.
 */

#include "4_formulas/exact.h"

#include <string.h>
#include <libxml/xpathInternals.h>

#include "0_base/libxslt.h"
#include "3_transform/submission.h"
#include "4_formulas/exact_calls.h"
#include "4_formulas/parts.h"

static void note_lack(const struct call *call, xmlNodePtr node)
{
    struct exact *exact = exact_of(call);

    if (exact && !exact->lack)
        exact->lack = node;
}

static void note_sum(const struct call *call, xmlNodeSetPtr parts,
    struct decimal value)
{
    struct exact *exact = exact_of(call);

    if (exact && exact->sum && !value.blank)
        sum_note(exact->sum, parts, value, *exact->style);
}

static void note_places(const struct call *call, int places)
{
    struct exact *exact = exact_of(call);

    if (exact && (exact->places < 0 || places < exact->places))
        exact->places = places;
}

static bool call_decimal(struct call *call, int k, struct decimal *value)
{
    if (!exact_operand(call->objects[k], value)) {
        xmlXPathSetTypeError(call->parser);
        return false;
    }
    if (value->blank)
        note_lack(call, call_node(call, k));
    return true;
}

static void return_decimal(struct call *call, bool good, struct decimal value)
{
    char text[DECIMAL_TEXT_SIZE];

    if (good)
        call_return_string(call, decimal_print(value, text));
    else
        call_fail(call, XPATH_INVALID_OPERAND);
}

/* A function of two figures and, for some, a number of places. */
typedef bool binary(struct decimal a, struct decimal b, int places,
    struct decimal *out);

static bool difference(struct decimal a, struct decimal b, int places,
    struct decimal *out)
{
    (void)places;
    return decimal_subtract(a, b, out);
}

static bool product(struct decimal a, struct decimal b, int places,
    struct decimal *out)
{
    return decimal_multiply(a, b, 0, places, out);
}

static bool ratio(struct decimal a, struct decimal b, int places,
    struct decimal *out)
{
    return decimal_divide(a, b, 2, places, out);
}

static bool change_rate(struct decimal a, struct decimal b, int places,
    struct decimal *out)
{
    struct decimal change;

    return decimal_subtract(a, b, &change)
        && decimal_divide(change, b, 2, places, out);
}

static bool share(struct decimal a, struct decimal b, int places,
    struct decimal *out)
{
    return decimal_multiply(a, b, 2, places, out);
}

static bool pick(struct decimal a, struct decimal b, int wanted,
    struct decimal *out)
{
    *out = a.blank || b.blank ? decimal_blank
        : decimal_compare(a, b) == wanted ? a : b;
    return true;
}

static bool minimum(struct decimal a, struct decimal b, int places,
    struct decimal *out)
{
    (void)places;
    return pick(a, b, -1, out);
}

static bool maximum(struct decimal a, struct decimal b, int places,
    struct decimal *out)
{
    (void)places;
    return pick(a, b, 1, out);
}

static bool compare(struct decimal a, struct decimal b, int places,
    struct decimal *out)
{
    (void)places;
    *out = a.blank || b.blank ? decimal_blank
        : (struct decimal){ decimal_compare(a, b), 0, false };
    return true;
}

static bool places_of(struct decimal value, int *places)
{
    if (value.blank || value.places || value.units < 0
        || value.units > DECIMAL_PLACES_MAX)
        return false;
    *places = (int)value.units;
    return true;
}

/* Whether a function may be given the places of its result; without them the
 * result has those that it needs. */
enum places { NEVER, MAYBE };

static void call_binary(xmlXPathParserContextPtr parser, int given,
    binary *function, enum places asked)
{
    struct decimal a, b, third = decimal_blank, result = decimal_blank;
    struct call call;
    bool exact = asked == NEVER || given == 2;
    int places = asked == MAYBE ? DECIMAL_PLACES_MAX : 0;
    bool good = call_begin(&call, parser, given, exact ? 2 : 3)
        && call_decimal(&call, 0, &a) && call_decimal(&call, 1, &b)
        && (exact || call_decimal(&call, 2, &third));

    if (good) {
        good = exact || places_of(third, &places);
        while (good && !function(a, b, places, &result))
            good = --places >= 0;
        return_decimal(&call, good, asked == MAYBE && exact
            ? decimal_trim(result, 0) : result);
    }
    if (good && !exact)
        note_places(&call, places);
    if (good && result.blank && !a.blank && !b.blank)
        note_lack(&call, call_node(&call, 1));
    call_end(&call);
}

#define BINARY(function, places) \
    static void call_##function(xmlXPathParserContextPtr parser, int given) \
    { \
        call_binary(parser, given, function, places); \
    }

BINARY(difference, NEVER)
BINARY(product, MAYBE)
BINARY(ratio, MAYBE)
BINARY(change_rate, MAYBE)
BINARY(share, MAYBE)
BINARY(minimum, NEVER)
BINARY(maximum, NEVER)
BINARY(compare, NEVER)

/* Adds up the nodes; if all are needed, the sum is blank unless all are
 * known. */
static void add_up(xmlXPathParserContextPtr parser, int given, bool all)
{
    struct parts parts;
    struct call call;
    bool good = call_begin(&call, parser, given, 1);

    if (good && call.objects[0]->type != XPATH_NODESET) {
        xmlXPathSetTypeError(parser);
    } else if (good) {
        xmlNodeSetPtr nodes = call.objects[0]->nodesetval;
        good = parts_add_up(nodes, &parts);
        if (parts.first_blank)
            note_lack(&call, parts.first_blank);
        if (good && parts_are_complete(&parts))
            note_sum(&call, nodes, parts.known);
        return_decimal(&call, good, all && !parts_are_complete(&parts)
            ? decimal_blank : parts.known);
    }
    call_end(&call);
}

static void call_sum(xmlXPathParserContextPtr parser, int given)
{
    add_up(parser, given, true);
}

static void call_known(xmlXPathParserContextPtr parser, int given)
{
    add_up(parser, given, false);
}

static void call_round(xmlXPathParserContextPtr parser, int given)
{
    struct decimal value, places;
    struct call call;
    int count = 0;

    if (call_begin(&call, parser, given, 2) && call_decimal(&call, 0, &value)
        && call_decimal(&call, 1, &places)) {
        bool good = places_of(places, &count);
        if (good)
            note_places(&call, count);
        return_decimal(&call, good, decimal_round(value, count));
    }
    call_end(&call);
}

static bool is_space(const char *text)
{
    return !text[strspn(text, " \t\r\n")];
}

static bool has_words(xmlNodePtr node)
{
    xmlNodePtr only = node->type == XML_ELEMENT_NODE ? node->children : NULL;

    if (only && only->type == XML_TEXT_NODE && !only->next)
        return !is_space((const char *)only->content);
    xmlChar *text = xmlNodeGetContent(node);
    bool found = text && !is_space((const char *)text);
    xmlFree(text);
    return found;
}

static bool is_blank_node(xmlNodePtr node)
{
    return !(node->type == XML_ELEMENT_NODE && node_attribute(node, "value"))
        && !has_words(node);
}

static void call_is_blank(xmlXPathParserContextPtr parser, int given)
{
    struct call call;

    if (call_begin(&call, parser, given, 1)) {
        xmlNodeSetPtr nodes = call.objects[0]->nodesetval;
        bool blank = call.objects[0]->type != XPATH_NODESET
            || xmlXPathNodeSetIsEmpty(nodes)
            || is_blank_node(nodes->nodeTab[0]);
        xmlXPathReturnBoolean(parser, blank);
    }
    call_end(&call);
}

static const struct {
    const char *name;
    xmlXPathFunction function;
} functions[] = {
    { "sum", call_sum },
    { "known", call_known },
    { "difference", call_difference },
    { "product", call_product },
    { "ratio", call_ratio },
    { "change-rate", call_change_rate },
    { "share", call_share },
    { "min", call_minimum },
    { "max", call_maximum },
    { "compare", call_compare },
    { "round", call_round },
    { "is-blank", call_is_blank },
    { "print", call_print },
    { "prints-alike", call_prints_alike },
    { "date", call_date },
    { "contains-year", call_contains_year },
    { "tag", call_tag },
};

#define FUNCTION_COUNT (sizeof functions / sizeof *functions)

xmlXPathFunction exact_function(const char *name)
{
    for (size_t k = 0; k < FUNCTION_COUNT; k++)
        if (strcmp(functions[k].name, name) == 0)
            return functions[k].function;
    return NULL;
}

bool exact_register_xpath(xmlXPathContextPtr context, struct exact *exact)
{
    context->userData = exact;
    for (size_t k = 0; k < FUNCTION_COUNT; k++)
        if (xmlXPathRegisterFuncNS(context, BAD_CAST functions[k].name,
                BAD_CAST EXACT_NAMESPACE, functions[k].function) != 0)
            return false;
    return xmlXPathRegisterNs(context, BAD_CAST "x",
        BAD_CAST EXACT_NAMESPACE) == 0;
}

bool exact_register_xslt(xsltTransformContextPtr context,
    const struct print_style *style)
{
    context->_private = (void *)style;
    for (size_t k = 0; k < FUNCTION_COUNT; k++)
        if (xsltRegisterExtFunction(context, BAD_CAST functions[k].name,
                BAD_CAST EXACT_NAMESPACE, functions[k].function) != 0)
            return false;
    return true;
}
