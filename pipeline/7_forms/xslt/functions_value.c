/* XPath's functions of numbers and booleans, and XSLT's of formats. */

#include <math.h>
#include <string.h>

#include "0_base/libxslt.h"
#include "7_forms/xslt/functions.h"

#define FORMATTED_SIZE 512      /* of a number, beside its pattern */

struct value xpath_boolean(const struct expr *call, struct context *context)
{
    return value_boolean(expr_is_true(call->arguments[0], context));
}

struct value xpath_not(const struct expr *call, struct context *context)
{
    return value_boolean(!expr_is_true(call->arguments[0], context));
}

struct value xpath_true(const struct expr *call, struct context *context)
{
    (void)call;
    (void)context;
    return value_boolean(true);
}

struct value xpath_false(const struct expr *call, struct context *context)
{
    (void)call;
    (void)context;
    return value_boolean(false);
}

struct value xpath_position(const struct expr *call, struct context *context)
{
    (void)call;
    return value_number((double)context->position);
}

struct value xpath_last(const struct expr *call, struct context *context)
{
    (void)call;
    return value_number((double)context->size);
}

struct value xpath_count(const struct expr *call, struct context *context)
{
    return value_number((double)expr_nodes(call->arguments[0],
        context).count);
}

struct value xpath_sum(const struct expr *call, struct context *context)
{
    struct nodes nodes = expr_nodes(call->arguments[0], context);
    double sum = 0;

    for (size_t k = 0; k < nodes.count; k++)
        sum += number_of_text(node_text(nodes.at[k]), context->pool);
    return value_number(sum);
}

struct value xpath_number(const struct expr *call, struct context *context)
{
    if (call->count)
        return value_number(expr_number(call->arguments[0], context));
    return value_number(number_of_text(node_text(context->node),
        context->pool));
}

struct value xpath_floor(const struct expr *call, struct context *context)
{
    return value_number(floor(expr_number(call->arguments[0], context)));
}

struct value xpath_ceiling(const struct expr *call, struct context *context)
{
    return value_number(ceil(expr_number(call->arguments[0], context)));
}

/* Half up; from -0.5 to 0 it is a negative zero. */
struct value xpath_round(const struct expr *call, struct context *context)
{
    double number = expr_number(call->arguments[0], context);

    if (number >= -0.5 && number < 0.5)
        return value_number(number * 0.0);
    double whole = floor(number);
    return value_number(number - whole < 0.5 ? whole : whole + 1);
}

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
