#include "4_formulas/exact.h"

#include <stdio.h>
#include <string.h>
#include <libxml/xpathInternals.h>
#include <libxslt/extensions.h>
#include <libxslt/xsltutils.h>

#include "0_base/digest.h"
#include "4_formulas/call.h"

/* Where a run keeps its style: see exact_register_*(). */
static const struct print_style *style_of(xmlXPathParserContextPtr parser)
{
    xsltTransformContextPtr transform = xsltXPathGetTransformContext(parser);

    return transform ? transform->_private : parser->context->userData;
}

static xmlChar *value_of_node(xmlNodePtr node)
{
    return node->type == XML_ELEMENT_NODE
        ? xmlGetNoNsProp(node, BAD_CAST "value") : xmlNodeGetContent(node);
}

/* False where the text is no decimal. */
static bool parse_value(const xmlChar *text, struct decimal *value)
{
    *value = decimal_blank;
    return !text || decimal_parse((const char *)text,
        strlen((const char *)text), value) == DECIMAL_OK;
}

static bool decimal_of_node(xmlNodePtr node, struct decimal *value)
{
    xmlChar *text = value_of_node(node);
    bool good = parse_value(text, value);

    xmlFree(text);
    return good;
}

static bool decimal_of_object(xmlXPathObjectPtr object, struct decimal *value)
{
    xmlNodeSetPtr nodes = object->nodesetval;

    *value = decimal_blank;
    if (object->type == XPATH_NODESET)
        return xmlXPathNodeSetIsEmpty(nodes)
            || decimal_of_node(nodes->nodeTab[0], value);
    xmlChar *text = xmlXPathCastToString(object);
    bool good = text && parse_value(text, value)
        && (object->type != XPATH_NUMBER || value->places == 0);
    xmlFree(text);
    return good;
}

static bool call_decimal(struct call *call, int k, struct decimal *value)
{
    if (decimal_of_object(call->objects[k], value))
        return true;
    xmlXPathSetTypeError(call->parser);
    return false;
}

static void return_decimal(struct call *call, bool good, struct decimal value)
{
    char text[DECIMAL_TEXT_SIZE];

    if (good)
        call_return_string(call, decimal_print(value, text));
    else
        xmlXPathSetError(call->parser, XPATH_INVALID_OPERAND);
}

/* Function of two figures and, for some, a number of places. */
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

static const struct {
    const char *name;
    binary *function;
    bool takes_places;
} binaries[] = {
    { "difference", difference, false },
    { "product", product, true },
    { "ratio", ratio, true },
    { "change-rate", change_rate, true },
    { "share", share, true },
    { "min", minimum, false },
    { "max", maximum, false },
    { "compare", compare, false },
};

static bool places_of(struct decimal value, int *places)
{
    if (value.blank || value.places || value.units < 0
        || value.units > DECIMAL_PLACES_MAX)
        return false;
    *places = (int)value.units;
    return true;
}

/* All functions of the table above; which one, the call itself says. */
static void call_binary(xmlXPathParserContextPtr parser, int given)
{
    const char *name = (const char *)parser->context->function;
    struct decimal a, b, third = { 0, 0, false }, result = decimal_blank;
    struct call call;
    size_t k = 0;
    int places = 0;

    while (strcmp(binaries[k].name, name) != 0)
        k++;
    bool takes_places = binaries[k].takes_places;
    bool good = call_begin(&call, parser, given, takes_places ? 3 : 2)
        && call_decimal(&call, 0, &a) && call_decimal(&call, 1, &b)
        && (!takes_places || call_decimal(&call, 2, &third));
    if (good)
        return_decimal(&call, places_of(third, &places)
            && binaries[k].function(a, b, places, &result), result);
    call_end(&call);
}

static void call_sum(xmlXPathParserContextPtr parser, int given)
{
    struct decimal total = { 0, 0, false }, value;
    struct call call;
    bool good = call_begin(&call, parser, given, 1);

    if (good && call.objects[0]->type != XPATH_NODESET) {
        xmlXPathSetTypeError(parser);
    } else if (good) {
        xmlNodeSetPtr nodes = call.objects[0]->nodesetval;
        if (xmlXPathNodeSetIsEmpty(nodes))
            total = decimal_blank;
        for (int k = 0; good && nodes && k < nodes->nodeNr; k++)
            good = decimal_of_node(nodes->nodeTab[k], &value)
                && decimal_add(total, value, &total);
        return_decimal(&call, good, total);
    }
    call_end(&call);
}

static void call_round(xmlXPathParserContextPtr parser, int given)
{
    struct decimal value, places;
    struct call call;
    int count = 0;

    if (call_begin(&call, parser, given, 2) && call_decimal(&call, 0, &value)
        && call_decimal(&call, 1, &places)) {
        bool good = places_of(places, &count);
        return_decimal(&call, good, decimal_round(value, count));
    }
    call_end(&call);
}

static bool has_words(xmlNodePtr node)
{
    xmlChar *text = xmlNodeGetContent(node);
    bool found = text && text[strspn((const char *)text, " \t\r\n")];

    xmlFree(text);
    return found;
}

static bool is_blank_node(xmlNodePtr node)
{
    return !(node->type == XML_ELEMENT_NODE
        && xmlHasProp(node, BAD_CAST "value")) && !has_words(node);
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

static xmlChar *attribute_of(xmlXPathObjectPtr object, const char *name)
{
    if (object->type != XPATH_NODESET
        || xmlXPathNodeSetIsEmpty(object->nodesetval)
        || object->nodesetval->nodeTab[0]->type != XML_ELEMENT_NODE)
        return NULL;
    return xmlGetNoNsProp(object->nodesetval->nodeTab[0], BAD_CAST name);
}

/* Type and unit from the node, or from the notation for a bare string. */
static bool print_figure(struct call *call, const char *notation,
    struct buffer *out)
{
    xmlChar *type = attribute_of(call->objects[0], "type");
    xmlChar *unit = attribute_of(call->objects[0], "unit");
    struct figure figure = { .type = value_type_of_unit(notation),
        .unit = (const char *)unit };
    bool good = (!type || value_type_parse((const char *)type, &figure.type))
        && decimal_of_object(call->objects[0], &figure.value)
        && figure_apply_notation(&figure, notation);

    if (good)
        figure_print(&figure, *style_of(call->parser), out);
    xmlFree(type);
    xmlFree(unit);
    return good;
}

static void call_print(xmlXPathParserContextPtr parser, int given)
{
    struct buffer out = BUFFER_EMPTY;
    struct call call;

    if (call_begin(&call, parser, given, 2)) {
        xmlChar *notation = xmlXPathCastToString(call.objects[1]);
        bool good = notation
            && print_figure(&call, (const char *)notation, &out);
        if (!good) {
            xmlXPathSetTypeError(parser);
        } else if (out.failed) {
            call_fail_memory(&call);
        } else {
            call_return_string(&call, buffer_string(&out));
        }
        xmlFree(notation);
    }
    buffer_free(&out);
    call_end(&call);
}

static void call_date(xmlXPathParserContextPtr parser, int given)
{
    struct buffer out = BUFFER_EMPTY;
    struct call call;

    if (call_begin(&call, parser, given, 1)) {
        xmlChar *date = attribute_of(call.objects[0], "value");
        if (!date)
            date = xmlXPathCastToString(call.objects[0]);
        if (date)
            date_print((const char *)date, &out);
        if (!date || out.failed) {
            call_fail_memory(&call);
        } else {
            call_return_string(&call, buffer_string(&out));
        }
        xmlFree(date);
    }
    buffer_free(&out);
    call_end(&call);
}

/* The year's digits, none before them, 年 behind them. */
static bool contains_year(const char *text, const char *year)
{
    size_t length = strlen(year);

    for (const char *at = text; length && (at = strstr(at, year)); at++)
        if ((at == text || at[-1] < '0' || at[-1] > '9')
            && strncmp(at + length, "年", strlen("年")) == 0)
            return true;
    return false;
}

static void call_contains_year(xmlXPathParserContextPtr parser, int given)
{
    struct call call;

    if (call_begin(&call, parser, given, 2)) {
        xmlChar *text = xmlXPathCastToString(call.objects[0]);
        xmlChar *year = xmlXPathCastToString(call.objects[1]);
        if (text && year)
            xmlXPathReturnBoolean(parser, contains_year((const char *)text,
                (const char *)year));
        else
            call_fail_memory(&call);
        xmlFree(text);
        xmlFree(year);
    }
    call_end(&call);
}

static void call_tag(xmlXPathParserContextPtr parser, int given)
{
    struct call call;

    if (call_begin(&call, parser, given, 1)) {
        xmlChar *pointer = xmlXPathCastToString(call.objects[0]);
        char tag[TAG_SIZE];
        if (pointer) {
            tag_from_pointer((const char *)pointer, tag);
            call_return_string(&call, tag);
        } else {
            call_fail_memory(&call);
        }
        xmlFree(pointer);
    }
    call_end(&call);
}

static const struct {
    const char *name;
    xmlXPathFunction function;
} functions[] = {
    { "sum", call_sum },
    { "difference", call_binary },
    { "product", call_binary },
    { "ratio", call_binary },
    { "change-rate", call_binary },
    { "share", call_binary },
    { "min", call_binary },
    { "max", call_binary },
    { "compare", call_binary },
    { "round", call_round },
    { "is-blank", call_is_blank },
    { "print", call_print },
    { "date", call_date },
    { "contains-year", call_contains_year },
    { "tag", call_tag },
};

#define FUNCTION_COUNT (sizeof functions / sizeof *functions)

bool exact_register_xpath(xmlXPathContextPtr context,
    const struct print_style *style)
{
    context->userData = (void *)style;
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
