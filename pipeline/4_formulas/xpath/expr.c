/* Expressions as their parts need them, and operators. */

#include "4_formulas/xpath/operator.h"

#include <math.h>

bool expr_is_true(const struct expr *expr, struct context *context)
{
    if (expr->walking)
        return expr->walking->finds(expr, context);
    struct value value = expr_value(expr, context);
    return value_is_true(&value);
}

static struct text text_of(const struct expr *expr, struct context *context)
{
    if (expr->walking) {
        struct node *node = expr->walking->first(expr, context);
        return node ? node_text(node) : (struct text){ "", 0 };
    }
    struct value value = expr_value(expr, context);
    return value_to_text(&value, context->pool);
}

struct text expr_text(const struct expr *expr, struct context *context)
{
    struct text text = text_of(expr, context);

    machine_count_tests(context->machine, text.length / TEXT_OF_A_TEST,
        context->pool);
    return text;
}

double expr_number(const struct expr *expr, struct context *context)
{
    if (expr->walking)
        return number_of_text(expr_text(expr, context), context->pool);
    struct value value = expr_value(expr, context);
    return value_to_number(&value, context->pool);
}

struct nodes expr_nodes(const struct expr *expr, struct context *context)
{
    struct value value = expr_value(expr, context);

    if (value.type != TYPE_NODES)
        give_up(context->pool->out, "no node set", NULL);
    return value.nodes;
}

static struct value either(const struct expr *expr, struct context *context)
{
    return value_boolean(expr_is_true(expr->arguments[0], context)
        || expr_is_true(expr->arguments[1], context));
}

static struct value both(const struct expr *expr, struct context *context)
{
    return value_boolean(expr_is_true(expr->arguments[0], context)
        && expr_is_true(expr->arguments[1], context));
}

static struct value compare(const struct expr *expr, struct context *context)
{
    struct value x = expr_value(expr->arguments[0], context);
    struct value y = expr_value(expr->arguments[1], context);

    return value_boolean(value_compare(&x, &y,
        (enum comparison)(expr->operator - OPERATOR_EQUAL), context->pool));
}

/* A path that is compared with a text stops where they are equal. */
static struct value equal(const struct expr *expr, struct context *context)
{
    const struct expr *a = expr->arguments[0], *b = expr->arguments[1];
    const struct expr *path = a->walking ? a : b;
    struct value x, y;

    if (!path->walking)
        return compare(expr, context);
    y = expr_value(path == a ? b : a, context);
    if (y.type == TYPE_NODES && y.nodes.count == 1)
        y = value_text(node_text(y.nodes.at[0]));
    if (y.type == TYPE_TEXT)
        return value_boolean(path->walking->finds_text(path, context,
            y.text));
    x = expr_value(path, context);
    return value_boolean(value_compare(&x, &y, COMPARE_EQUAL,
        context->pool));
}

static struct value calculate(const struct expr *expr,
    struct context *context)
{
    double x = expr_number(expr->arguments[0], context);
    double y = expr_number(expr->arguments[1], context);

    switch (expr->operator) {
    case OPERATOR_ADD:
        return value_number(x + y);
    case OPERATOR_SUBTRACT:
        return value_number(x - y);
    case OPERATOR_MULTIPLY:
        return value_number(x * y);
    case OPERATOR_DIVIDE:
        return value_number(x / y);
    default:
        return value_number(y == 0 ? (double)NAN : fmod(x, y));
    }
}

static struct value negate(const struct expr *expr, struct context *context)
{
    return value_number(-expr_number(expr->arguments[0], context));
}

static struct value unite(const struct expr *expr, struct context *context)
{
    struct nodes a = expr_nodes(expr->arguments[0], context);
    struct nodes b = expr_nodes(expr->arguments[1], context);

    if (!a.count || !b.count)
        return value_nodes(a.count ? a : b);
    return value_nodes(nodes_merge(&a, &b, context->pool));
}

static struct value number(const struct expr *expr, struct context *context)
{
    (void)context;
    return value_number(expr->number);
}

static struct value literal(const struct expr *expr, struct context *context)
{
    (void)context;
    return value_text(expr->text);
}

static const struct { evaluate *evaluate; enum type type; } operators[] = {
    [OPERATOR_OR] = { either, TYPE_BOOLEAN },
    [OPERATOR_AND] = { both, TYPE_BOOLEAN },
    [OPERATOR_EQUAL] = { equal, TYPE_BOOLEAN },
    [OPERATOR_UNEQUAL] = { compare, TYPE_BOOLEAN },
    [OPERATOR_LESS] = { compare, TYPE_BOOLEAN },
    [OPERATOR_LESS_EQUAL] = { compare, TYPE_BOOLEAN },
    [OPERATOR_MORE] = { compare, TYPE_BOOLEAN },
    [OPERATOR_MORE_EQUAL] = { compare, TYPE_BOOLEAN },
    [OPERATOR_ADD] = { calculate, TYPE_NUMBER },
    [OPERATOR_SUBTRACT] = { calculate, TYPE_NUMBER },
    [OPERATOR_MULTIPLY] = { calculate, TYPE_NUMBER },
    [OPERATOR_DIVIDE] = { calculate, TYPE_NUMBER },
    [OPERATOR_MODULO] = { calculate, TYPE_NUMBER },
    [OPERATOR_UNION] = { unite, TYPE_NODES },
};

struct expr *operator_call(struct pool *pool, enum operator operator,
    const struct expr *a, const struct expr *b)
{
    struct expr *expr = pool_new(pool, 1, sizeof *expr);

    expr->evaluate = operators[operator].evaluate;
    expr->type = operators[operator].type;
    expr->operator = operator;
    expr->count = 2;
    expr->arguments = pool_get(pool, 2 * sizeof *expr->arguments);
    expr->arguments[0] = a;
    expr->arguments[1] = b;
    expr->uses_node = a->uses_node || b->uses_node;
    expr->uses_position = a->uses_position || b->uses_position;
    expr->uses_size = a->uses_size || b->uses_size;
    return expr;
}

bool operator_is(const struct expr *expr, enum operator operator)
{
    return expr->operator == operator
        && expr->evaluate == operators[operator].evaluate;
}

struct expr *operator_negate(struct pool *pool, const struct expr *a)
{
    struct expr *expr = operator_call(pool, OPERATOR_SUBTRACT, a, a);

    expr->evaluate = negate;
    return expr;
}

static struct expr *constant(struct pool *pool, enum type type,
    evaluate *by)
{
    struct expr *expr = pool_new(pool, 1, sizeof *expr);

    expr->evaluate = by;
    expr->type = type;
    expr->is_constant = true;
    return expr;
}

struct expr *operator_number(struct pool *pool, double value)
{
    struct expr *expr = constant(pool, TYPE_NUMBER, number);

    expr->number = value;
    return expr;
}

struct expr *operator_literal(struct pool *pool, struct text text)
{
    struct expr *expr = constant(pool, TYPE_TEXT, literal);

    expr->text = text;
    return expr;
}
