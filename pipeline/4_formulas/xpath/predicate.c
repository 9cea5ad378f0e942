/* Predicates: of one node, and of a list. */

#include "4_formulas/xpath/predicate.h"

#include <math.h>

#include "4_formulas/xpath/functions.h"
#include "4_formulas/xpath/operator.h"

static bool is_fixed(const struct expr *expr)
{
    return !expr->uses_node && !expr->uses_position && !expr->uses_size;
}

static bool is_position(const struct expr *expr)
{
    return expr->evaluate == xpath_position;
}

/* position() beside a bound; to its right the order is the other one. */
static const struct { enum operator order, turned; } orders[] = {
    { OPERATOR_LESS, OPERATOR_MORE },
    { OPERATOR_LESS_EQUAL, OPERATOR_MORE_EQUAL },
    { OPERATOR_MORE, OPERATOR_LESS },
    { OPERATOR_MORE_EQUAL, OPERATOR_LESS_EQUAL },
    { OPERATOR_EQUAL, OPERATOR_EQUAL },
};

static void note_bound(struct predicate *predicate)
{
    const struct expr *expr = predicate->expr;

    if (expr->type == TYPE_NUMBER && !expr->uses_node
            && !expr->uses_position) {
        predicate->bound = expr;
        predicate->order = OPERATOR_EQUAL;
    }
    for (size_t k = 0; k < sizeof orders / sizeof *orders; k++) {
        if (!operator_is(expr, orders[k].order))
            continue;
        const struct expr *a = expr->arguments[0], *b = expr->arguments[1];
        if (is_position(a) && is_fixed(b)) {
            predicate->bound = b;
            predicate->order = orders[k].order;
        } else if (is_position(b) && is_fixed(a)) {
            predicate->bound = a;
            predicate->order = orders[k].turned;
        }
    }
}

void predicate_note(struct predicate *predicate)
{
    const struct expr *expr = predicate->expr;

    note_bound(predicate);
    if (!operator_is(expr, OPERATOR_EQUAL))
        return;
    for (size_t k = 0; k < 2; k++)
        if (expr->arguments[k]->walking && is_fixed(expr->arguments[1 - k])) {
            predicate->path = expr->arguments[k];
            predicate->fixed = expr->arguments[1 - k];
        }
}

/* A text where that compares the same. */
static struct value fixed_value(const struct predicate *predicate,
    struct context *context)
{
    struct value value = expr_value(predicate->fixed, context);

    return value.type == TYPE_FRAGMENT
        || (value.type == TYPE_NODES && value.nodes.count == 1)
        ? value_text(value_to_text(&value, context->pool)) : value;
}

static bool is_equal(const struct predicate *predicate,
    struct context *context, struct held *held)
{
    const struct expr *path = predicate->path;

    if (held->fixed.type == TYPE_UNSET)
        held->fixed = fixed_value(predicate, context);
    if (held->fixed.type == TYPE_TEXT)
        return path->walking->finds_text(path, context, held->fixed.text);
    struct value value = expr_value(path, context);
    return value_compare(&value, &held->fixed, COMPARE_EQUAL, context->pool);
}

bool predicate_holds(const struct predicate *predicate,
    struct context *context, struct held *held)
{
    const struct expr *expr = predicate->expr;

    machine_count_test(context->machine, context->pool);
    if (predicate->fixed)
        return is_equal(predicate, context, held);
    if (expr->type == TYPE_UNKNOWN || expr->type == TYPE_NUMBER) {
        struct value value = expr_value(expr, context);
        return value.type == TYPE_NUMBER
            ? value.number == (double)context->position
            : value_is_true(&value);
    }
    return expr_is_true(expr, context);
}

/* Takes those within the bound; false where it is none of one number. */
static bool bind(const struct predicate *predicate, struct context *context,
    struct nodes *nodes)
{
    double least = 1, most = (double)nodes->count;

    context->size = nodes->count;
    machine_count_test(context->machine, context->pool);
    struct value value = expr_value(predicate->bound, context);
    if (value.type == TYPE_NODES || value.type == TYPE_BOOLEAN)
        return false;
    double bound = value_to_number(&value, context->pool);
    switch (predicate->order) {
    case OPERATOR_MORE:
        least = fmax(least, floor(bound) + 1);
        break;
    case OPERATOR_MORE_EQUAL:
        least = fmax(least, ceil(bound));
        break;
    case OPERATOR_LESS:
        most = fmin(most, ceil(bound) - 1);
        break;
    case OPERATOR_LESS_EQUAL:
        most = fmin(most, floor(bound));
        break;
    default:
        least = fmax(least, ceil(bound));
        most = fmin(most, floor(bound));
    }
    if (isnan(bound) || least > most) {
        *nodes = (struct nodes){ 0 };
        return true;
    }
    nodes->at += (size_t)least - 1;
    nodes->count = nodes->room = (size_t)(most - least) + 1;
    return true;
}

static struct nodes keep(struct nodes nodes,
    const struct predicate *predicate, struct context *context)
{
    struct node **kept = pool_get(context->pool,
        nodes.count * sizeof *kept);
    struct held held = { .position = 0 };
    size_t count = 0;

    context->size = nodes.count;
    for (size_t k = 0; k < nodes.count; k++) {
        context->node = nodes.at[k];
        context->position = k + 1;
        if (predicate_holds(predicate, context, &held))
            kept[count++] = nodes.at[k];
    }
    return (struct nodes){ kept, count, nodes.count };
}

struct nodes predicates_filter(struct nodes nodes,
    const struct predicate *predicate, const struct context *outer)
{
    struct context context = *outer;

    for (; predicate && nodes.count; predicate = predicate->next)
        if (!predicate->bound || !bind(predicate, &context, &nodes))
            nodes = keep(nodes, predicate, &context);
    return nodes;
}
