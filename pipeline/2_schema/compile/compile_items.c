/* Keywords that say what arrays may hold. */

#include "2_schema/compile/compile.h"

bool compile_prefix_items(struct compiler *compiler,
    struct schema_node *node, struct check *check)
{
    if (!compile_branches(compiler, node, check))
        return false;
    node->prefix = check->branches;
    return true;
}

bool compile_items(struct compiler *compiler, struct schema_node *node,
    struct check *check)
{
    node->items = compiler_node(compiler, node, check->json);
    return node->items;
}

bool compile_unevaluated_items(struct compiler *compiler,
    struct schema_node *node, struct check *check)
{
    node->unevaluated_items = compiler_node(compiler, node, check->json);
    return node->unevaluated_items;
}

/* contains, minContains and maxContains. */
bool compile_contains(struct compiler *compiler, struct schema_node *node,
    struct check *check)
{
    bool least = check->keyword->id == KEYWORD_MIN_CONTAINS;

    if (check->keyword->id == KEYWORD_CONTAINS) {
        node->contains = compiler_node(compiler, node, check->json);
        return node->contains;
    }
    if (!compile_size(compiler, node, check))
        return false;
    *(least ? &node->contains_least : &node->contains_most) = check->size;
    return true;
}

bool compile_unique_items(struct compiler *compiler,
    struct schema_node *node, struct check *check)
{
    if (cJSON_IsBool(check->json))
        return true;
    return compiler_wrong(compiler, node, check->json, PHRASE_A_BOOLEAN);
}
