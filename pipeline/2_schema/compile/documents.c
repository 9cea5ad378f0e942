/* Documents, what is a schema in them, and by which URIs they are known. */

#include "2_schema/compile/compile.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "0_base/list.h"
#include "2_schema/compile/uri.h"
#include "2_schema/keywords.h"

#define META_SCHEMA "https://json-schema.org/draft/2020-12/schema"

/* All but format-assertion. */
#define VOCABULARIES_STANDARD \
    (((1u << VOCABULARY_COUNT) - 1) & ~(1u << VOCABULARY_FORMAT_ASSERTION))

const char *compiler_resolve(struct compiler *compiler, const char *base,
    const char *uri)
{
    struct arena *arena = &compiler->schema->arena;
    struct buffer buffer = BUFFER_EMPTY;

    uri_resolve(base, uri, &buffer);
    arena->failed = arena->failed || buffer.failed;
    const char *resolved = arena_copy(arena, buffer_string(&buffer),
        buffer.length);
    buffer_free(&buffer);
    return resolved;
}

struct schema_resource *compiler_resource(const struct compiler *compiler,
    const char *uri)
{
    for (struct schema_resource *resource = compiler->schema->resources;
        resource; resource = resource->next)
        if (strcmp(resource->uri, uri) == 0)
            return resource;
    return NULL;
}

static struct schema_document *find_document(const struct schema *schema,
    const char *uri)
{
    for (struct schema_document *document = schema->documents; document;
        document = document->next)
        if (strcmp(document->uri, uri) == 0)
            return document;
    return NULL;
}

static struct schema_resource *add_resource(struct compiler *compiler,
    struct schema_document *document, const char *uri, unsigned vocabularies)
{
    struct schema_resource *resource = compiler_new(compiler, 1,
        sizeof *resource);

    if (!resource || !uri)
        return NULL;
    resource->uri = uri;
    resource->document = document;
    resource->vocabularies = vocabularies;
    resource->next = compiler->schema->resources;
    compiler->schema->resources = resource;
    return resource;
}

static void add_anchor(struct compiler *compiler, struct schema_node *node,
    const char *keyword, bool dynamic)
{
    const char *name = node_string(node->json, keyword);
    struct anchor *anchor = name
        ? compiler_new(compiler, 1, sizeof *anchor) : NULL;

    if (!anchor)
        return;
    anchor->name = name;
    anchor->node = node;
    anchor->dynamic = dynamic;
    anchor->next = node->resource->anchors;
    node->resource->anchors = anchor;
}

static struct json *load_json(struct compiler *compiler, const char *uri)
{
    size_t length = 0;
    errno = 0;
    char *text = compiler->options->load(compiler->options->context, uri,
        &length);

    if (!text) {
        if (errno == ENOMEM)
            compiler->schema->arena.failed = true;
        else
            compiler_missing(compiler, CATALOGUE_SCHEMA_MISSING, uri);
        return NULL;
    }
    findings_set_file(compiler->findings, uri);
    struct json *json = json_parse(text, length, compiler->findings);
    free(text);
    if (json && !json_repeats_names(json))
        return json;
    json_free(json);
    compiler->faulty = true;
    return NULL;
}

/* The document at uri, without its schemas; NULL, with a finding the first
 * time, if there is none. */
static struct schema_document *open_document(struct compiler *compiler,
    const char *uri)
{
    struct schema *schema = compiler->schema;
    struct schema_document *document = find_document(schema, uri);

    if (document)
        return document->nodes ? document : NULL;
    document = compiler_new(compiler, 1, sizeof *document);
    const char *copy = arena_copy(&schema->arena, uri, strlen(uri));
    if (!document || !copy)
        return NULL;
    document->uri = copy;
    document->next = schema->documents;
    schema->documents = document;
    document->json = load_json(compiler, uri);
    if (!document->json)
        return NULL;
    document->nodes = compiler_new(compiler,
        json_value_count(document->json), sizeof *document->nodes);
    return document->nodes ? document : NULL;
}

/* The vocabularies that the meta-schema at uri names. */
static unsigned read_vocabularies(struct compiler *compiler,
    const char *uri)
{
    struct schema_document *document = open_document(compiler, uri);
    const cJSON *list = document ? cJSON_GetObjectItemCaseSensitive(
        json_root(document->json), "$vocabulary") : NULL;
    unsigned vocabularies = 1u << VOCABULARY_CORE;

    if (!cJSON_IsObject(list))
        return VOCABULARIES_STANDARD;
    const cJSON *entry;
    cJSON_ArrayForEach(entry, list) {
        enum vocabulary vocabulary = vocabulary_find(entry->string);
        if (vocabulary < VOCABULARY_COUNT)
            vocabularies |= 1u << vocabulary;
        else if (cJSON_IsTrue(entry))
            compiler_missing(compiler, CATALOGUE_SCHEMA_VOCABULARY,
                entry->string);
    }
    return vocabularies;
}

/* The resource that a schema belongs to: a new one where it has an $id. */
static struct schema_resource *enter_resource(struct compiler *compiler,
    const cJSON *json, struct schema_resource *around)
{
    const char *id = node_string(json, "$id");
    const char *meta = node_string(json, "$schema");
    struct schema_resource *resource = around;

    if (id && *id != '#')
        resource = add_resource(compiler, around->document,
            compiler_resolve(compiler, around->uri, id), around->vocabularies);
    if (!resource || !meta || (resource == around && around->root))
        return resource;
    if (strcmp(meta, META_SCHEMA) == 0)
        resource->vocabularies = VOCABULARIES_STANDARD;
    else if (strcmp(meta, resource->uri) != 0)
        resource->vocabularies = read_vocabularies(compiler, meta);
    return resource;
}

/* cJSON's names end at a \u0000, behind which two could still differ: a
 * name with one is none of a keyword or a member. */
static bool check_name(struct compiler *compiler,
    const struct schema_node *node, const cJSON *member)
{
    size_t length;
    const char *name = json_name(node->resource->document->json, member,
        &length);

    return !name || strlen(name) == length
        || compiler_wrong(compiler, node, member, PHRASE_A_WHOLE_NAME);
}

/* Makes nodes of the schemas inside a keyword. */
static void scan_keyword(struct compiler *compiler,
    const struct schema_node *node, const cJSON *json)
{
    const struct keyword *keyword = keyword_find(json->string);
    enum shape shape = keyword ? keyword->shape : SHAPE_NONE;

    if (!check_name(compiler, node, json))
        return;
    if (shape == SHAPE_SCHEMA)
        compiler_scan(compiler, json, node->resource);
    if ((shape == SHAPE_LIST && cJSON_IsArray(json))
        || (shape == SHAPE_MAP && cJSON_IsObject(json)))
        for (const cJSON *entry = json->child; entry; entry = entry->next)
            if (check_name(compiler, node, entry))
                compiler_scan(compiler, entry, node->resource);
}

struct schema_node *compiler_scan(struct compiler *compiler,
    const cJSON *json, struct schema_resource *around)
{
    struct schema_node **place = &around->document->nodes[json->valueint];

    if (*place || !(cJSON_IsObject(json) || cJSON_IsBool(json)))
        return *place;
    struct schema_node *node = compiler_new(compiler, 1, sizeof *node);
    if (!node || !compiler_add(compiler, node))
        return NULL;
    node->json = json;
    node->never = cJSON_IsFalse(json);
    node->resource = enter_resource(compiler, json, around);
    if (!node->resource)
        return NULL;
    *place = node;
    if (!node->resource->root)
        node->resource->root = node;
    add_anchor(compiler, node, "$anchor", false);
    add_anchor(compiler, node, "$dynamicAnchor", true);
    for (const cJSON *entry = json->child; entry; entry = entry->next)
        scan_keyword(compiler, node, entry);
    return node;
}

const struct schema_node *compiler_node(struct compiler *compiler,
    const struct schema_node *around, const cJSON *json)
{
    const struct schema_node *node = compiler_scan(compiler, json,
        around->resource);

    if (!node && !compiler->schema->arena.failed)
        compiler_wrong(compiler, around, json, PHRASE_A_SCHEMA);
    return node;
}

struct schema_document *compiler_document(struct compiler *compiler,
    const char *uri)
{
    struct schema_document *document = open_document(compiler, uri);

    if (!document || document->nodes[0])
        return document;
    struct schema_resource *resource = add_resource(compiler, document,
        document->uri, VOCABULARIES_STANDARD);
    if (!resource)
        return NULL;
    /* An $id makes a resource of its own, which the document's URI means
     * as well. */
    resource->root = compiler_scan(compiler, json_root(document->json),
        resource);
    if (resource->root)
        return document;
    if (!compiler->schema->arena.failed)
        compiler_missing(compiler, CATALOGUE_SCHEMA_MISSING, uri);
    return NULL;
}
