/* Functions of numbers and booleans. */

#include <math.h>

#include "4_formulas/xpath/functions.h"

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
