/* Numbers in the formats of XSLT. */

#include <string.h>

#include "0_base/libxslt.h"
#include "7_forms/xslt/calls.h"

#define FORMATTED_SIZE 512      /* of a number, beside its pattern */

/* The format that a stylesheet has where it states none. */
struct value xpath_format_number(const struct expr *call,
    struct context *context)
{
    xsltDecimalFormat format = { .digit = BAD_CAST "#",
        .patternSeparator = BAD_CAST ";", .minusSign = BAD_CAST "-",
        .infinity = BAD_CAST "Infinity", .noNumber = BAD_CAST "NaN",
        .decimalPoint = BAD_CAST ".", .grouping = BAD_CAST ",",
        .percent = BAD_CAST "%", .permille = BAD_CAST "\xE2\x80\xB0",
        .zeroDigit = BAD_CAST "0" };
    double number = expr_number(call->arguments[0], context);
    struct text pattern = expr_text(call->arguments[1], context);
    size_t room = pattern.length + FORMATTED_SIZE;
    char *copy = pool_get(context->pool, room);
    xmlChar *printed = NULL;

    if (!libxslt_open(NULL) || xsltFormatNumberConversion(&format,
            BAD_CAST pool_copy(context->pool, pattern.at, pattern.length),
            number, &printed) != XPATH_EXPRESSION_OK || !printed
            || strlen((const char *)printed) >= room) {
        xmlFree(printed);
        give_up(context->pool->out, "a format of numbers", NULL);
    }
    strcpy(copy, (const char *)printed);
    xmlFree(printed);
    return value_text(text_of_string(copy));
}
