/*
 * The steps of a path, walked.  Each node that a step finds goes to the next
 * step at once, so that nothing is stored.
 */

#include "4_formulas/xpath/step_walk.h"

#include "4_formulas/xpath/axis.h"
#include "4_formulas/xpath/preceding.h"
#include "4_formulas/xpath/predicate.h"

/* step_passes(), counted. */
static bool lets_pass(const struct step *step, const struct node *node,
    struct context *context)
{
    machine_count_test(context->machine, context->pool);
    return step_passes(step, node);
}

static bool go_on(const struct step *step, struct node *node,
    struct visitor *visitor)
{
    return step->next ? step_walk(step->next, node, visitor)
        : visitor->visit(visitor, node);
}

static bool walk_sized(const struct step *step, struct node *from,
    struct visitor *visitor)
{
    struct context *context = visitor->context;
    struct nodes nodes = { 0 };

    for (struct node *node = axis_first(step->axis, from); node;
        node = axis_next(step->axis, from, node))
        if (lets_pass(step, node, context))
            nodes_add(&nodes, node, context->pool);
    nodes = predicates_filter(nodes, step->predicates, context);
    for (size_t k = 0; k < nodes.count; k++)
        if (go_on(step, nodes.at[k], visitor))
            return true;
    return false;
}

static bool passes_all(const struct step *step, struct context *context,
    struct held *held)
{
    for (const struct predicate *predicate = step->predicates; predicate;
        predicate = predicate->next, held++) {
        context->position = ++held->position;
        if (!predicate_holds(predicate, context, held))
            return false;
    }
    return true;
}

static bool walk_to(const struct step *step, size_t wanted,
    struct node *from, struct visitor *visitor)
{
    for (struct node *node = axis_first(step->axis, from); node;
        node = axis_next(step->axis, from, node))
        if (lets_pass(step, node, visitor->context) && --wanted == 0)
            return go_on(step, node, visitor);
    return false;
}

static bool walk_to_nearest(const struct step *step, struct node *from,
    struct visitor *visitor)
{
    struct node *node = preceding_nearest(step, from, visitor->context);

    return node && go_on(step, node, visitor);
}

static bool walk_filtered(const struct step *step, struct node *from,
    struct visitor *visitor)
{
    struct held held[PREDICATES_MAX];
    struct context context = *visitor->context;
    size_t k = 0;

    for (const struct predicate *predicate = step->predicates; predicate;
        predicate = predicate->next)
        held[k++] = (struct held){ .position = 0 };
    for (struct node *node = axis_first(step->axis, from); node;
        node = axis_next(step->axis, from, node)) {
        if (!lets_pass(step, node, &context))
            continue;
        context.node = node;
        if (passes_all(step, &context, held)
            && go_on(step, node, visitor))
            return true;
        if (held[0].position == step->last)
            return false;
    }
    return false;
}

/* An attribute that is asked for by its name is found without a walk. */
static bool walk_named(const struct step *step, struct node *from,
    struct visitor *visitor)
{
    struct flat_attribute place;
    struct node *node = flat_attribute(from, step->name, &place);

    machine_count_test(visitor->context->machine, visitor->context->pool);
    return node && go_on(step, node, visitor);
}

/* So are children of a name: those of other names are passed over at once. */
static bool walk_children(const struct step *step, struct node *from,
    struct visitor *visitor)
{
    struct context *context = visitor->context;

    machine_count_test(context->machine, context->pool);
    for (struct node *node = flat_child(from, NULL, step->name); node;
        node = flat_child(from, node, step->name)) {
        machine_count_test(context->machine, context->pool);
        if (go_on(step, node, visitor))
            return true;
    }
    return false;
}

static bool is_named_child(const struct step *step)
{
    return step->axis == AXIS_CHILD && step->test == TEST_NAME
        && !step->predicates;
}

bool step_is_named_attribute(const struct step *step)
{
    return step->axis == AXIS_ATTRIBUTE && step->test == TEST_NAME
        && !step->predicates;
}

/* Those of a name among attributes or children in a tree. */
static bool walk_list(const struct step *step, struct node *node,
    struct visitor *visitor)
{
    struct context *context = visitor->context;

    for (; node; node = node->next) {
        machine_count_test(context->machine, context->pool);
        if (node->name == step->name && node->kind == step->principal
            && go_on(step, node, visitor))
            return true;
    }
    return false;
}

bool step_walk(const struct step *step, struct node *from,
    struct visitor *visitor)
{
    size_t wanted = step->wanted;

    if (step_is_named_attribute(step))
        return node_is_flat(from) ? walk_named(step, from, visitor)
            : walk_list(step, from->attributes, visitor);
    if (is_named_child(step))
        return node_is_flat(from) ? walk_children(step, from, visitor)
            : walk_list(step, from->first, visitor);
    if (step->needs_size)
        return walk_sized(step, from, visitor);
    if (wanted == 1 && step->axis == AXIS_PRECEDING_SIBLING
        && !node_is_flat(from))
        return walk_to_nearest(step, from, visitor);
    if (wanted)
        return walk_to(step, wanted, from, visitor);
    if (step->predicates)
        return walk_filtered(step, from, visitor);
    for (struct node *node = axis_first(step->axis, from); node;
        node = axis_next(step->axis, from, node))
        if (lets_pass(step, node, visitor->context)
            && go_on(step, node, visitor))
            return true;
    return false;
}
