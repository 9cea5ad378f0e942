/* The operands of the exact functions as decimals, and the run that calls
 * them. */

#include <string.h>

#include "4_formulas/exact.h"
#include "4_formulas/exact_calls.h"
#include "4_formulas/parts.h"

/* The stylesheet's run by libxslt that calls a function, NULL where there is
 * none: xsltXPathGetTransformContext(), without libxslt. */
static xsltTransformContextPtr transform_of(xmlXPathParserContextPtr parser)
{
    return parser->context->extra;
}

const struct print_style *exact_style(xmlXPathParserContextPtr parser)
{
    xsltTransformContextPtr transform = transform_of(parser);
    const struct exact *exact = parser->context->userData;

    return transform ? transform->_private : exact->style;
}

struct exact *exact_of(const struct call *call)
{
    return transform_of(call->parser) ? NULL
        : call->parser->context->userData;
}

static bool parse_value(const char *text, struct decimal *value)
{
    return decimal_parse(text, strlen(text), value) == DECIMAL_OK;
}

static bool parse_and_free(xmlChar *text, struct decimal *value)
{
    bool good = text && parse_value((const char *)text, value);

    xmlFree(text);
    return good;
}

/* False where the number is not whole or has more than 18 digits. */
static bool decimal_of_number(double number, struct decimal *value)
{
    if (!(number > -1e18 && number < 1e18)
        || (double)(int64_t)number != number)
        return false;
    *value = (struct decimal){ (int64_t)number, 0, false };
    return true;
}

bool exact_operand(xmlXPathObjectPtr object, struct decimal *value)
{
    *value = decimal_blank;
    switch (object->type) {
    case XPATH_NODESET:
        return xmlXPathNodeSetIsEmpty(object->nodesetval)
            || parts_read_node(object->nodesetval->nodeTab[0], value);
    case XPATH_STRING:
        return parse_value((const char *)object->stringval, value);
    case XPATH_NUMBER:
        return decimal_of_number(object->floatval, value);
    default:
        return parse_and_free(xmlXPathCastToString(object), value);
    }
}
