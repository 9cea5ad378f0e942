/* Functions of the names of nodes. */

#include <stdio.h>
#include <string.h>

#include "4_formulas/xpath/flats.h"
#include "4_formulas/xpath/functions.h"

const struct node *argument_node(const struct expr *call,
    struct context *context)
{
    if (!call->count)
        return context->node;
    struct nodes nodes = expr_nodes(call->arguments[0], context);
    return nodes.count ? nodes.at[0] : NULL;
}

/* "" for none. */
static struct text local_name(const struct node *node)
{
    const char *name = !node ? NULL : node_is_flat(node) ? flat_name(node)
        : node->name ? node->name->local : NULL;

    return text_of_string(name ? name : "");
}

struct value xpath_name(const struct expr *call, struct context *context)
{
    const struct node *node = argument_node(call, context);

    if (node && node_is_flat(node))
        return value_text(local_name(node));
    if (!node || !node->name)
        return value_text(text_of_string(""));
    if (!node->prefix)
        return value_text(text_of_string(node->name->local));
    size_t prefix = strlen(node->prefix), local = strlen(node->name->local);
    char *name = pool_get(context->pool, prefix + local + 2);
    snprintf(name, prefix + local + 2, "%s:%s", node->prefix,
        node->name->local);
    return value_text((struct text){ name, prefix + local + 1 });
}

struct value xpath_local_name(const struct expr *call,
    struct context *context)
{
    const struct node *node = argument_node(call, context);

    return value_text(local_name(node));
}

struct value xpath_namespace_uri(const struct expr *call,
    struct context *context)
{
    const struct node *node = argument_node(call, context);

    return value_text(text_of_string(node && !node_is_flat(node)
        && node->name ? node->name->uri : ""));
}
