/* Keywords that say what single values may be. */

#include "2_schema/compile/compile.h"

static bool add_type(struct check *check, const cJSON *name)
{
    enum json_type type = cJSON_IsString(name)
        ? json_type_parse(name->valuestring) : TYPE_COUNT;

    check->types |= type < TYPE_COUNT ? 1u << type : 0;
    return type < TYPE_COUNT;
}

bool compile_type(struct compiler *compiler, struct schema_node *node,
    struct check *check)
{
    bool good = !cJSON_IsArray(check->json)
        ? add_type(check, check->json) : check->json->child != NULL;

    for (const cJSON *name = cJSON_IsArray(check->json)
        ? check->json->child : NULL; name; name = name->next)
        good = good && add_type(check, name);
    if (good)
        return true;
    return compiler_wrong(compiler, node, check->json, PHRASE_TYPE_NAMES);
}

bool compile_enum(struct compiler *compiler, struct schema_node *node,
    struct check *check)
{
    if (cJSON_IsArray(check->json))
        return true;
    return compiler_wrong(compiler, node, check->json, PHRASE_ALLOWED_VALUES);
}

bool compile_const(struct compiler *compiler, struct schema_node *node,
    struct check *check)
{
    (void)compiler;
    (void)node;
    (void)check;
    return true;
}

bool compile_number(struct compiler *compiler, struct schema_node *node,
    struct check *check)
{
    if (!cJSON_IsNumber(check->json))
        return compiler_wrong(compiler, node, check->json, PHRASE_A_NUMBER);
    check->number = compiler_number(node, check->json);
    return true;
}

bool compile_multiple_of(struct compiler *compiler,
    struct schema_node *node, struct check *check)
{
    if (cJSON_IsNumber(check->json)) {
        check->number = compiler_number(node, check->json);
        if (!number_is_zero(&check->number) && !check->number.negative
            && check->number.count <= NUMBER_DIVISOR_DIGITS_MAX)
            return true;
    }
    return compiler_wrong(compiler, node, check->json, PHRASE_A_DIVISOR);
}

bool compile_size(struct compiler *compiler, struct schema_node *node,
    struct check *check)
{
    if (cJSON_IsNumber(check->json)) {
        struct number number = compiler_number(node, check->json);
        if (number_to_size(&number, &check->size))
            return true;
    }
    return compiler_wrong(compiler, node, check->json, PHRASE_A_SIZE);
}

bool compile_pattern(struct compiler *compiler, struct schema_node *node,
    struct check *check)
{
    size_t length;
    const char *pattern = json_string(node->resource->document->json,
        check->json, &length);

    if (!pattern)
        return compiler_wrong(compiler, node, check->json, PHRASE_A_STRING);
    check->regex = compiler_regex(compiler, node, check->json, pattern,
        length);
    return check->regex;
}

/* A format that is not known stays an annotation. */
bool compile_format(struct compiler *compiler, struct schema_node *node,
    struct check *check)
{
    if (!cJSON_IsString(check->json))
        return compiler_wrong(compiler, node, check->json, PHRASE_A_STRING);
    check->format = format_find(check->json->valuestring);
    return check->format;
}
