/*
 * The exact functions for XPath that give words, or look at them: figures as
 * the edition prints them, dates, years, tags.
 */

#include <string.h>

#include "0_base/digest.h"
#include "0_base/findings.h"
#include "0_base/phrases.h"
#include "3_transform/submission.h"
#include "4_formulas/exact_calls.h"

/* Of the first node; NULL where it has none. */
static const char *attribute_of(const struct call *call, const char *name)
{
    xmlNodePtr node = call_node(call, 0);

    return node && node->type == XML_ELEMENT_NODE
        ? node_attribute(node, name) : NULL;
}

static void note_printed(const struct call *call, struct figure figure)
{
    struct exact *exact = exact_of(call);

    if (exact) {
        exact->printed = figure;
        exact->has_printed = true;
    }
}

/* Type, unit and style from the leaf, or from the notation for a bare
 * string. */
static bool print_figure(struct call *call, const char *notation,
    struct buffer *out)
{
    const struct print_style style = *exact_style(call->parser);
    const char *type = attribute_of(call, "type");
    struct figure figure = type ? node_figure(call_node(call, 0), style)
        : (struct figure){ .type = value_type_of_unit(notation),
            .style = style };
    bool good = (!type || value_type_parse(type, &figure.type))
        && exact_operand(call->objects[0], &figure.value)
        && figure_apply_notation(&figure, notation, style);

    if (good) {
        figure_print(&figure, out);
        note_printed(call, figure);
    }
    return good;
}

void call_print(xmlXPathParserContextPtr parser, int given)
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

/* The figure of an argument, as fine as it is printed. */
static struct decimal printed_figure(const struct call *call, int k)
{
    xmlNodePtr leaf = call_node(call, k);
    struct figure figure = { .value = decimal_blank };

    if (leaf && leaf->type == XML_ELEMENT_NODE)
        figure = node_figure(leaf, *exact_style(call->parser));
    return decimal_round(value_in_unit(figure.type, figure.unit,
        figure.value), figure.style.most);
}

void call_prints_alike(xmlXPathParserContextPtr parser, int given)
{
    struct call call;

    if (call_begin(&call, parser, given, 2)) {
        struct decimal a = printed_figure(&call, 0);
        struct decimal b = printed_figure(&call, 1);
        xmlXPathReturnBoolean(parser,
            a.blank || b.blank || decimal_compare(a, b) == 0);
    }
    call_end(&call);
}

void call_date(xmlXPathParserContextPtr parser, int given)
{
    struct buffer out = BUFFER_EMPTY;
    struct call call;

    if (call_begin(&call, parser, given, 1)) {
        const char *value = attribute_of(&call, "value");
        xmlChar *text = value ? NULL : call_string(&call, 0);
        if (value || text)
            date_print(value ? value : (const char *)text, &out);
        if (out.failed)
            call_fail_memory(&call);
        else if (value || text)
            call_return_string(&call, buffer_string(&out));
        xmlFree(text);
    }
    buffer_free(&out);
    call_end(&call);
}

/* The year's digits, none before them, 年 behind them. */
static bool contains_year(const char *text, const char *year)
{
    size_t length = strlen(year);
    const char *unit = phrase_text(PHRASE_OF_YEAR, LANGUAGE_ZH);

    for (const char *at = text; length && (at = strstr(at, year)); at++)
        if ((at == text || at[-1] < '0' || at[-1] > '9')
            && strncmp(at + length, unit, strlen(unit)) == 0)
            return true;
    return false;
}

void call_contains_year(xmlXPathParserContextPtr parser, int given)
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

void call_tag(xmlXPathParserContextPtr parser, int given)
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
