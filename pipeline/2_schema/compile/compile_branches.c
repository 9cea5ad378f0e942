/* Keywords that hold schemas for the same value. */

#include "2_schema/compile/compile.h"

bool compile_branches(struct compiler *compiler, struct schema_node *node,
    struct check *check)
{
    size_t count = (size_t)cJSON_GetArraySize(check->json);

    if (!cJSON_IsArray(check->json) || count == 0)
        return compiler_wrong(compiler, node, check->json, PHRASE_SCHEMAS);
    check->branches.nodes = compiler_new(compiler, count,
        sizeof *check->branches.nodes);
    if (!check->branches.nodes)
        return false;
    for (const cJSON *entry = check->json->child; entry;
        entry = entry->next) {
        const struct schema_node *branch = compiler_node(compiler, node,
            entry);
        if (!branch)
            return false;
        check->branches.nodes[check->branches.count++] = branch;
    }
    return true;
}

bool compile_subschema(struct compiler *compiler, struct schema_node *node,
    struct check *check)
{
    check->node = compiler_node(compiler, node, check->json);
    return check->node;
}

bool compile_if(struct compiler *compiler, struct schema_node *node,
    struct check *check)
{
    const struct schema_node *inner = compiler_node(compiler, node,
        check->json);

    switch (check->keyword->id) {
    case KEYWORD_IF:
        node->condition = inner;
        break;
    case KEYWORD_THEN:
        node->then = inner;
        break;
    default:
        node->otherwise = inner;
        break;
    }
    return inner;
}
