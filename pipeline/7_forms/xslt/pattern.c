/* Whether a node matches a pattern: its steps from the last one upwards. */

#include "7_forms/xslt/pattern.h"

#include "4_formulas/xpath/axis.h"
#include "4_formulas/xpath/path.h"

static bool is_below(const struct pattern *pattern, const struct step *step,
    struct node *node, struct context *context);

static bool is_taken(const struct pattern *pattern, const struct step *step,
    struct node *node, struct context *context)
{
    return (step->axis == AXIS_ATTRIBUTE) == (node->kind == NODE_ATTRIBUTE)
        && node->kind != NODE_ROOT && step_takes(step, node, context)
        && is_below(pattern, step, node, context);
}

/* Whether what the steps before want stands above a node. */
static bool is_below(const struct pattern *pattern, const struct step *step,
    struct node *node, struct context *context)
{
    const struct step *above = step->next;
    bool anywhere = step->axis == AXIS_DESCENDANT;

    if (!above)
        return !pattern->is_anchored || anywhere
            || (node->parent && node->parent->kind == NODE_ROOT);
    for (node = node->parent; node; node = anywhere ? node->parent : NULL)
        if (is_taken(pattern, above, node, context))
            return true;
    return false;
}

bool pattern_ends_at(const struct pattern *pattern, const struct node *node)
{
    return pattern->is_root ? node->kind == NODE_ROOT
        : step_passes(pattern->steps, node);
}

bool pattern_takes(const struct pattern *pattern, struct node *node,
    struct context *context)
{
    if (pattern->is_root)
        return node->kind == NODE_ROOT;
    return is_taken(pattern, pattern->steps, node, context);
}
