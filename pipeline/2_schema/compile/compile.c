/* A document and all that it refers to become nodes. */

#include "2_schema/compile/compile.h"

#include <stdlib.h>

static bool is_active(const struct compiler *compiler,
    const struct schema_node *node, const struct keyword *keyword)
{
    unsigned active = node->resource->vocabularies;

    if (keyword->vocabulary == VOCABULARY_FORMAT_ANNOTATION)
        return compiler->schema->assert_format
            || active >> VOCABULARY_FORMAT_ASSERTION & 1;
    return active >> keyword->vocabulary & 1;
}

/* False where there is nothing to be checked. */
static bool compile_keyword(struct compiler *compiler,
    struct schema_node *node, struct check *check)
{
    static bool (*const functions[])(struct compiler *,
        struct schema_node *, struct check *) = {
#define K(id, name, vocabulary, shape, function, check) \
        [KEYWORD_##id] = function,
#include "2_schema/keywords.def"
#undef K
    };

    return functions[check->keyword->id]
        && functions[check->keyword->id](compiler, node, check);
}

/* Every keyword of a node, and the references, which come first. */
static void compile_node(struct compiler *compiler,
    struct schema_node *node)
{
    const cJSON *json = node->json;
    size_t count = 0;

    if (!cJSON_IsObject(json))
        return;
    const cJSON *ref = cJSON_GetObjectItemCaseSensitive(json, "$ref");
    const cJSON *dynamic_ref = cJSON_GetObjectItemCaseSensitive(json,
        "$dynamicRef");
    if (ref)
        node->ref = compiler_follow(compiler, node, ref);
    if (dynamic_ref)
        compiler_follow_dynamic(compiler, node, dynamic_ref);
    node->contains_least = 1;
    node->contains_most = (size_t)-1;
    for (const cJSON *entry = json->child; entry; entry = entry->next)
        count++;
    node->checks = compiler_new(compiler, count, sizeof *node->checks);
    if (!node->checks)
        return;
    for (const cJSON *entry = json->child; entry; entry = entry->next) {
        const struct keyword *keyword = keyword_find(entry->string);
        if (!keyword || !is_active(compiler, node, keyword))
            continue;
        struct check *check = &node->checks[node->check_count];
        *check = (struct check){ .keyword = keyword, .json = entry };
        if (compile_keyword(compiler, node, check))
            node->check_count++;
    }
}

static bool compile_all(struct compiler *compiler, const char *uri)
{
    struct schema *schema = compiler->schema;
    struct schema_document *document = compiler_document(compiler, uri);

    if (!document)
        return false;
    schema->root = document->nodes[0];
    schema->assert_types = cJSON_IsTrue(cJSON_GetObjectItemCaseSensitive(
        schema->root->json, "x-assert-format"));
    schema->assert_format = schema->assert_types
        || compiler->options->assert_format;
    /* References make more pending nodes on the way. */
    for (size_t k = 0; k < compiler->pending_count; k++)
        compile_node(compiler, compiler->pending[k]);
    for (size_t k = 0; k < compiler->pending_count; k++)
        node_find_circle(compiler, compiler->pending[k]);
    if (compiler->faulty || schema->arena.failed)
        return false;
    /* Merging makes more of them, too. */
    for (size_t k = 0; k < compiler->pending_count && !compiler->endless
        && !schema->arena.failed; k++)
        node_merge(compiler, compiler->pending[k]);
    if (compiler->faulty || schema->arena.failed)
        return false;
    for (size_t k = 0; k < compiler->pending_count; k++)
        node_find_types(compiler->pending[k]);
    if (schema->assert_types)
        compiler_check_types(compiler);
    return !compiler->faulty && !schema->arena.failed;
}

struct schema *schema_compile(const char *uri,
    const struct schema_options *options, struct findings *findings)
{
    struct schema *schema = calloc(1, sizeof *schema);
    struct compiler compiler = { .schema = schema, .options = options,
        .findings = findings, .found.ids = ID_MAP_EMPTY };

    if (!schema) {
        findings_out_of_memory(findings);
        return NULL;
    }
    if (!compile_all(&compiler, uri)) {
        if (schema->arena.failed)
            findings_out_of_memory(findings);
        schema_free(schema);
        schema = NULL;
    }
    free(compiler.pending);
    free(compiler.parts.nodes);
    free(compiler.found.list);
    id_map_free(&compiler.found.ids);
    return schema;
}

void schema_free(struct schema *schema)
{
    if (!schema)
        return;
    for (size_t k = 0; k < schema->regex_count; k++)
        regex_free(schema->regexes[k]);
    for (struct schema_document *document = schema->documents; document;
        document = document->next)
        json_free(document->json);
    free(schema->regexes);
    arena_free(&schema->arena);
    free(schema);
}
