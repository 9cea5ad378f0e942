/* Keywords that say what objects may hold. */

#include "2_schema/compile/compile.h"

#include <string.h>

bool compile_properties(struct compiler *compiler, struct schema_node *node,
    struct check *check)
{
    size_t count = (size_t)cJSON_GetArraySize(check->json);

    if (!cJSON_IsObject(check->json))
        return compiler_wrong(compiler, node, check->json, PHRASE_AN_OBJECT);
    node->own = compiler_new(compiler, count, sizeof *node->own);
    if (!node->own)
        return false;
    for (const cJSON *entry = check->json->child; entry;
        entry = entry->next)
        node->own[node->own_count++] = (struct schema_member){
            entry->string, compiler_node(compiler, node, entry) };
    node->own_by_name = compiler_sort(compiler, node->own, node->own_count);
    return node->own_by_name;
}

bool compile_pattern_properties(struct compiler *compiler,
    struct schema_node *node, struct check *check)
{
    size_t count = (size_t)cJSON_GetArraySize(check->json);

    if (!cJSON_IsObject(check->json))
        return compiler_wrong(compiler, node, check->json, PHRASE_AN_OBJECT);
    node->patterns = compiler_new(compiler, count, sizeof *node->patterns);
    if (!node->patterns)
        return false;
    for (const cJSON *entry = check->json->child; entry;
        entry = entry->next) {
        struct pattern_member *member
            = &node->patterns[node->pattern_count];
        member->pattern = entry->string;
        member->node = compiler_node(compiler, node, entry);
        member->regex = compiler_regex(compiler, node, entry, entry->string,
            strlen(entry->string));
        if (!member->node || !member->regex)
            return false;
        node->pattern_count++;
    }
    return true;
}

bool compile_additional_properties(struct compiler *compiler,
    struct schema_node *node, struct check *check)
{
    node->additional = compiler_node(compiler, node, check->json);
    return node->additional;
}

bool compile_property_names(struct compiler *compiler,
    struct schema_node *node, struct check *check)
{
    node->names = compiler_node(compiler, node, check->json);
    return node->names;
}

bool compile_unevaluated_properties(struct compiler *compiler,
    struct schema_node *node, struct check *check)
{
    node->unevaluated_members = compiler_node(compiler, node, check->json);
    return node->unevaluated_members;
}

static bool is_list_of_names(const cJSON *json)
{
    if (!cJSON_IsArray(json))
        return false;
    for (const cJSON *name = json->child; name; name = name->next)
        if (!cJSON_IsString(name))
            return false;
    return true;
}

/* dependencies holds lists of names as well as schemas. */
bool compile_dependents(struct compiler *compiler, struct schema_node *node,
    struct check *check)
{
    size_t count = (size_t)cJSON_GetArraySize(check->json);
    bool schemas = check->keyword->shape == SHAPE_MAP;

    if (!cJSON_IsObject(check->json))
        return compiler_wrong(compiler, node, check->json, PHRASE_AN_OBJECT);
    check->dependents.list = compiler_new(compiler, count,
        sizeof *check->dependents.list);
    if (!check->dependents.list)
        return false;
    for (const cJSON *entry = check->json->child; entry;
        entry = entry->next) {
        struct dependent *dependent
            = &check->dependents.list[check->dependents.count++];
        dependent->name = entry->string;
        if (is_list_of_names(entry))
            dependent->required = entry;
        else if (schemas)
            dependent->node = compiler_node(compiler, node, entry);
        else
            return compiler_wrong(compiler, node, entry, PHRASE_NAMES);
    }
    return true;
}

bool compile_required(struct compiler *compiler, struct schema_node *node,
    struct check *check)
{
    if (is_list_of_names(check->json))
        return true;
    return compiler_wrong(compiler, node, check->json, PHRASE_NAMES);
}
