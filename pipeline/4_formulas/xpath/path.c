/*
 * Location paths: what their steps find; where the nodes could come twice or in
 * another order than the document's, they are put in order at the end.
 */

#include "4_formulas/xpath/path.h"

#include "4_formulas/xpath/axis.h"
#include "4_formulas/xpath/predicate.h"
#include "4_formulas/xpath/step_walk.h"

/* Nodes of a tree that a path has reached: one; some, none in another; in
 * order; or in any order, some of them more than once. */
enum reach { REACH_ONE, REACH_APART, REACH_ORDERED, REACH_ANY, REACH_COUNT };

static const enum reach reaches[AXIS_COUNT][REACH_COUNT] = {
    [AXIS_ANCESTOR] = { REACH_ANY, REACH_ANY, REACH_ANY, REACH_ANY },
    [AXIS_ANCESTOR_OR_SELF] = { REACH_ANY, REACH_ANY, REACH_ANY, REACH_ANY },
    [AXIS_ATTRIBUTE] = { REACH_APART, REACH_APART, REACH_ORDERED, REACH_ANY },
    [AXIS_CHILD] = { REACH_APART, REACH_APART, REACH_ANY, REACH_ANY },
    [AXIS_DESCENDANT] = { REACH_ORDERED, REACH_ORDERED, REACH_ANY,
        REACH_ANY },
    [AXIS_DESCENDANT_OR_SELF] = { REACH_ORDERED, REACH_ORDERED, REACH_ANY,
        REACH_ANY },
    [AXIS_FOLLOWING_SIBLING] = { REACH_APART, REACH_ANY, REACH_ANY,
        REACH_ANY },
    [AXIS_PARENT] = { REACH_ONE, REACH_ANY, REACH_ANY, REACH_ANY },
    [AXIS_PRECEDING_SIBLING] = { REACH_ANY, REACH_ANY, REACH_ANY, REACH_ANY },
    [AXIS_SELF] = { REACH_ONE, REACH_APART, REACH_ORDERED, REACH_ANY },
};

/* The node in what a path gives. */
static struct node *kept(struct visitor *visitor, struct node *node)
{
    return node_is_flat(node) ? flat_keep(node, visitor->context->pool)
        : node;
}

static bool collect(struct visitor *visitor, struct node *node)
{
    nodes_add(&visitor->nodes, kept(visitor, node), visitor->context->pool);
    return false;
}

static bool stop(struct visitor *visitor, struct node *node)
{
    (void)visitor;
    (void)node;
    return true;
}

static bool stop_at_text(struct visitor *visitor, struct node *node)
{
    return text_equal(node_text(node), visitor->text);
}

static bool keep_first(struct visitor *visitor, struct node *node)
{
    visitor->nodes.at[0] = kept(visitor, node);
    return true;
}

static struct node *root_of(struct node *node)
{
    return node_is_flat(node) ? flat_root(node) : node->tree->root;
}

/* The nodes that the steps begin with. */
static struct nodes base_nodes(const struct expr *path,
    struct context *context, struct node **one)
{
    if (!path->base) {
        *one = path->from_root ? root_of(context->node) : context->node;
        return (struct nodes){ one, 1, 1 };
    }
    struct nodes nodes = expr_nodes(path->base, context);
    return path->predicates
        ? predicates_filter(nodes, path->predicates, context) : nodes;
}

static enum reach reach_of(const struct nodes *nodes)
{
    if (nodes->count < 2)
        return REACH_ONE;
    const struct node *parent = axis_first(AXIS_PARENT, nodes->at[0]);
    for (size_t k = 1; k < nodes->count; k++)
        if (!parent || axis_first(AXIS_PARENT, nodes->at[k]) != parent)
            return REACH_ORDERED;
    return REACH_APART;
}

static bool is_in_order(const struct expr *path, const struct nodes *nodes)
{
    enum reach reach = reach_of(nodes);

    for (const struct step *step = path->steps; step; step = step->next)
        if (reach != REACH_ONE || !step->last)
            reach = reaches[step->axis][reach];
    return reach != REACH_ANY;
}

static bool walk_all(const struct expr *path, const struct nodes *from,
    struct visitor *visitor)
{
    for (size_t k = 0; k < from->count; k++)
        if (path->steps ? step_walk(path->steps, from->at[k], visitor)
            : visitor->visit(visitor, from->at[k]))
            return true;
    return false;
}

struct value path_evaluate(const struct expr *path, struct context *context)
{
    struct node *one;
    struct nodes from = base_nodes(path, context, &one);
    struct visitor visitor = { .visit = collect, .context = context };

    if (!path->steps && path->base)
        return value_nodes(from);
    walk_all(path, &from, &visitor);
    if (!is_in_order(path, &from))
        nodes_sort(&visitor.nodes, context->pool);
    return value_nodes(visitor.nodes);
}

/* Whether it is one step from the node at hand. */
static bool is_lone(const struct expr *path)
{
    return !path->base && !path->from_root && !path->steps->next
        && !path->steps->predicates;
}

/* Whether it is @name alone, asked of an element in flats.h. */
static bool is_attribute_of_flat(const struct expr *path,
    const struct context *context)
{
    return is_lone(path) && step_is_named_attribute(path->steps)
        && node_is_flat(context->node);
}

/* Whether it is @name or "." alone, asked of a node in a tree; found becomes
 * the node that it is, or NULL. */
static bool is_at_hand(const struct expr *path, struct context *context,
    struct node **found)
{
    const struct step *step = path->steps;

    if (!is_lone(path) || node_is_flat(context->node))
        return false;
    *found = context->node;
    if (step->axis == AXIS_SELF && step->test == TEST_NODE)
        return true;
    if (!step_is_named_attribute(step))
        return false;
    machine_count_test(context->machine, context->pool);
    *found = context->node->attributes;
    while (*found && (*found)->name != step->name)
        *found = (*found)->next;
    return true;
}

static struct node *first(const struct expr *path, struct context *context)
{
    struct node *one, *found = NULL;

    if (is_at_hand(path, context, &found))
        return found;
    found = NULL;
    struct nodes from = base_nodes(path, context, &one);
    struct visitor visitor = { .visit = keep_first, .context = context,
        .nodes = { &found, 0, 1 } };

    if (is_in_order(path, &from)) {
        walk_all(path, &from, &visitor);
        return found;
    }
    visitor = (struct visitor){ .visit = collect, .context = context };
    walk_all(path, &from, &visitor);
    for (size_t k = 0; k < visitor.nodes.count; k++)
        if (!found || node_compare(visitor.nodes.at[k], found) < 0)
            found = visitor.nodes.at[k];
    return found;
}

static bool finds(const struct expr *path, struct context *context)
{
    struct node *one;

    if (is_attribute_of_flat(path, context))
        return flat_value(context->node, path->steps->name);
    if (is_at_hand(path, context, &one))
        return one;
    struct nodes from = base_nodes(path, context, &one);
    struct visitor visitor = { .visit = stop, .context = context };

    return walk_all(path, &from, &visitor);
}

static bool finds_text(const struct expr *path, struct context *context,
    struct text text)
{
    struct node *one;

    if (is_attribute_of_flat(path, context)) {
        const char *value = flat_value(context->node, path->steps->name);
        return value && text_equal(text_of_string(value), text);
    }
    if (is_at_hand(path, context, &one))
        return one && text_equal(node_text(one), text);
    struct nodes from = base_nodes(path, context, &one);
    struct visitor visitor = { .visit = stop_at_text, .context = context,
        .text = text };

    return walk_all(path, &from, &visitor);
}

const struct walking path_walking = { first, finds, finds_text };

static bool is_found(const struct step *step, struct node *node,
    struct context *context)
{
    struct visitor visitor = { .visit = collect, .context = context };
    struct step lone = *step;

    lone.next = NULL;
    step_walk(&lone, node->parent, &visitor);
    for (size_t k = 0; k < visitor.nodes.count; k++)
        if (visitor.nodes.at[k] == node)
            return true;
    return false;
}

static bool is_at(const struct step *step, const struct node *node)
{
    size_t position = 1;

    for (node = node->before; node && position <= step->wanted;
        node = node->before)
        position += step_passes(step, node);
    return position == step->wanted;
}

/* Whether the predicates hold, none of which asks for the place. */
static bool all_hold(const struct step *step, struct node *node,
    const struct context *context)
{
    struct context inner = *context;

    inner.node = node;
    for (const struct predicate *predicate = step->predicates; predicate;
        predicate = predicate->next)
        if (!expr_is_true(predicate->expr, &inner))
            return false;
    return true;
}

bool step_takes(const struct step *step, struct node *node,
    struct context *context)
{
    if (!step_passes(step, node))
        return false;
    if (!step->predicates)
        return true;
    if (step->wanted)
        return is_at(step, node);
    if (step->needs_place)
        return node->parent && is_found(step, node, context);
    return all_hold(step, node, context);
}

struct expr *path_of_base(struct pool *pool, const struct expr *base,
    struct predicate *predicates)
{
    struct expr *path = pool_new(pool, 1, sizeof *path);

    *path = (struct expr){ .evaluate = path_evaluate, .type = TYPE_NODES,
        .base = base, .predicates = predicates,
        .uses_node = base->uses_node, .uses_position = base->uses_position,
        .uses_size = base->uses_size };
    return path;
}
