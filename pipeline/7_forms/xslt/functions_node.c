/* Functions of nodes: XSLT's and EXSLT's. */

#include <libxml/uri.h>
#include <stdio.h>
#include <string.h>

#include "4_formulas/xpath/functions.h"
#include "7_forms/xslt/calls.h"
#include "7_forms/xslt/fragment.h"

#define UNRESERVED "-_.!~*'()"
#define RESERVED ";/?:@&=+$,[]"

struct value xpath_current(const struct expr *call, struct context *context)
{
    struct nodes nodes = { 0 };

    (void)call;
    nodes_add(&nodes, context->current, context->pool);
    return value_nodes(nodes);
}

struct value xpath_generate_id(const struct expr *call,
    struct context *context)
{
    const struct node *node = argument_node(call, context);
    char id[40];

    if (!node)
        return value_text(text_of_string(""));
    int length = snprintf(id, sizeof id, "id%un%u", node->tree->serial,
        (unsigned)node->order);
    return value_text((struct text){ pool_copy(context->pool, id,
        (size_t)length), (size_t)length });
}

struct value xpath_node_set(const struct expr *call, struct context *context)
{
    struct value value = expr_value(call->arguments[0], context);
    struct nodes nodes = { 0 };

    if (value.type == TYPE_NODES)
        return value;
    if (value.type != TYPE_FRAGMENT)
        give_up(context->pool->out, "node-set() of another type", NULL);
    nodes_add(&nodes, fragment_root(&value.fragment, context),
        context->pool);
    return value_nodes(nodes);
}

/* set:distinct(): of nodes with the same text the first. */
struct value xpath_distinct(const struct expr *call, struct context *context)
{
    struct nodes nodes = expr_nodes(call->arguments[0], context), first = { 0 };
    struct text_set set;

    text_set_begin(&set, nodes.count, context->pool);
    for (size_t k = 0; k < nodes.count; k++) {
        struct node **slot = text_set_slot(&set, node_text(nodes.at[k]));
        if (!*slot) {
            *slot = nodes.at[k];
            nodes_add(&first, nodes.at[k], context->pool);
        }
    }
    return value_nodes(first);
}

/* str:encode-uri(text, escape-reserved?), in UTF-8. */
struct value xpath_encode_uri(const struct expr *call,
    struct context *context)
{
    struct text text = expr_text(call->arguments[0], context);
    bool all = expr_is_true(call->arguments[1], context);
    char *copy = pool_get(context->pool, 3 * text.length + 1);
    xmlChar *encoded = xmlURIEscapeStr(BAD_CAST pool_copy(context->pool,
        text.at, text.length), BAD_CAST (all ? UNRESERVED
        : UNRESERVED RESERVED));

    if (!encoded)
        give_up(context->pool->out, "no memory", NULL);
    strcpy(copy, (const char *)encoded);
    xmlFree(encoded);
    return value_text(text_of_string(copy));
}

/* str:tokenize(text): <token> elements of a tree of their own. */
struct value xpath_tokenize(const struct expr *call, struct context *context)
{
    struct text text = expr_text(call->arguments[0], context);
    struct text apart = call->count < 2 ? text_of_string("\t\r\n ")
        : expr_text(call->arguments[1], context);
    struct nodes nodes = { 0 };
    size_t from = 0;

    for (size_t k = 0; k < apart.length; k++)
        if (apart.at[k] & 0x80)
            give_up(context->pool->out, "tokenize() by other signs", NULL);
    if (!apart.length)
        give_up(context->pool->out, "tokenize() by nothing", NULL);
    struct tree *tree = fragment_tree(context);
    for (size_t k = 0; k <= text.length; k++) {
        if (k < text.length && !memchr(apart.at, text.at[k], apart.length))
            continue;
        if (k > from) {
            nodes_add(&nodes, tree_open(tree, fragment_name(context, "token"),
                NULL), context->pool);
            tree_text(tree, (struct text){ text.at + from, k - from });
            tree_close(tree);
        }
        from = k + 1;
    }
    return value_nodes(nodes);
}
