#include "2_schema/compile.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "2_schema/keywords.h"
#include "2_schema/uri.h"

#define META_SCHEMA "https://json-schema.org/draft/2020-12/schema"

/* All but format-assertion. */
#define VOCABULARIES_STANDARD \
    (((1u << VOCABULARY_COUNT) - 1) & ~(1u << VOCABULARY_FORMAT_ASSERTION))

void *compiler_new(struct compiler *compiler, size_t count, size_t size)
{
    return arena_new(&compiler->schema->arena, count, size);
}

bool compiler_wrong(struct compiler *compiler,
    const struct schema_node *node, const cJSON *json, const char *zh,
    const char *en)
{
    const struct schema_document *document = node->resource->document;
    struct buffer pointer = BUFFER_EMPTY;

    json_pointer_to(document->json, json, &pointer);
    findings_set_file(compiler->findings, document->uri);
    findings_add(compiler->findings, CATALOGUE_SCHEMA_MALFORMED,
        json_name_place(document->json, json), buffer_string(&pointer),
        "keyword", json->string ? json->string : "schema", "expected", zh,
        "expected_en", en, (char *)NULL);
    buffer_free(&pointer);
    compiler->faulty = true;
    return false;
}

/* A resource whose document cannot be had or is refused. */
static void add_missing(struct compiler *compiler, enum catalogue id,
    const char *uri)
{
    findings_set_file(compiler->findings, uri);
    findings_add(compiler->findings, id, (struct place){0}, NULL, "uri", uri,
        (char *)NULL);
    compiler->faulty = true;
}

struct number compiler_number(const struct schema_node *node,
    const cJSON *json)
{
    size_t length;
    const char *literal = json_literal(node->resource->document->json, json,
        &length);

    return number_read(literal, length);
}

static bool keep_regex(struct compiler *compiler, struct regex *regex)
{
    struct schema *schema = compiler->schema;

    if (schema->regex_count == schema->regex_capacity) {
        size_t capacity = schema->regex_capacity * 2 + 16;
        struct regex **regexes = realloc(schema->regexes,
            capacity * sizeof *regexes);
        if (!regexes) {
            schema->arena.failed = true;
            return false;
        }
        schema->regexes = regexes;
        schema->regex_capacity = capacity;
    }
    schema->regexes[schema->regex_count++] = regex;
    return true;
}

struct regex *compiler_regex(struct compiler *compiler,
    const struct schema_node *node, const cJSON *json, const char *pattern,
    size_t length)
{
    struct regex *regex;
    enum regex_fault fault = regex_compile(pattern, length, &regex);

    if (fault == REGEX_NO_MEMORY)
        compiler->schema->arena.failed = true;
    if (fault == REGEX_MALFORMED)
        compiler_wrong(compiler, node, json, "ECMA-262 的正则表达式",
            "a regular expression of ECMA-262");
    if (fault || keep_regex(compiler, regex))
        return regex;
    regex_free(regex);
    return NULL;
}

static int compare_members(const void *left, const void *right)
{
    const struct schema_member *const *a = left;
    const struct schema_member *const *b = right;

    return strcmp((*a)->name, (*b)->name);
}

const struct schema_member **compiler_sort(struct compiler *compiler,
    const struct schema_member *members, size_t count)
{
    const struct schema_member **sorted = compiler_new(compiler, count,
        sizeof *sorted);

    if (!sorted)
        return NULL;
    for (size_t k = 0; k < count; k++)
        sorted[k] = &members[k];
    qsort(sorted, count, sizeof *sorted, compare_members);
    return sorted;
}

static const char *string_member(const cJSON *json, const char *name)
{
    return cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(json, name));
}

/* uri as seen from base, in the schema's memory. */
static const char *resolve(struct compiler *compiler, const char *base,
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

static struct schema_resource *find_resource(const struct schema *schema,
    const char *uri)
{
    for (struct schema_resource *resource = schema->resources; resource;
        resource = resource->next)
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
    const char *name = string_member(node->json, keyword);
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

static bool add_pending(struct compiler *compiler, struct schema_node *node)
{
    if (compiler->pending_count == compiler->pending_capacity) {
        size_t capacity = compiler->pending_capacity * 2 + 64;
        struct schema_node **pending = realloc(compiler->pending,
            capacity * sizeof *pending);
        if (!pending) {
            compiler->schema->arena.failed = true;
            return false;
        }
        compiler->pending = pending;
        compiler->pending_capacity = capacity;
    }
    compiler->pending[compiler->pending_count++] = node;
    return true;
}

/* The values of a tree, that is the number of the last one, and one. */
static size_t count_values(const cJSON *value)
{
    for (;;) {
        while (value->next)
            value = value->next;
        if (!value->child)
            return (size_t)value->valueint + 1;
        value = value->child;
    }
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
            add_missing(compiler, CATALOGUE_SCHEMA_MISSING, uri);
        return NULL;
    }
    findings_set_file(compiler->findings, uri);
    struct json *json = json_parse(text, length, compiler->findings);
    free(text);
    compiler->faulty = compiler->faulty || !json;
    return json;
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
        count_values(json_root(document->json)), sizeof *document->nodes);
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
    for (const cJSON *entry = list->child; entry; entry = entry->next) {
        enum vocabulary vocabulary = vocabulary_find(entry->string);
        if (vocabulary < VOCABULARY_COUNT)
            vocabularies |= 1u << vocabulary;
        else if (cJSON_IsTrue(entry))
            add_missing(compiler, CATALOGUE_SCHEMA_VOCABULARY,
                entry->string);
    }
    return vocabularies;
}

/* The resource that a schema belongs to: a new one where it has an $id. */
static struct schema_resource *enter_resource(struct compiler *compiler,
    const cJSON *json, struct schema_resource *around)
{
    const char *id = string_member(json, "$id");
    const char *meta = string_member(json, "$schema");
    struct schema_resource *resource = around;

    if (id && *id != '#')
        resource = add_resource(compiler, around->document,
            resolve(compiler, around->uri, id), around->vocabularies);
    if (!resource || !meta || (resource == around && around->root))
        return resource;
    if (strcmp(meta, META_SCHEMA) == 0)
        resource->vocabularies = VOCABULARIES_STANDARD;
    else if (strcmp(meta, resource->uri) != 0)
        resource->vocabularies = read_vocabularies(compiler, meta);
    return resource;
}

static struct schema_node *scan(struct compiler *compiler,
    const cJSON *json, struct schema_resource *around);

/* Makes nodes of the schemas inside a keyword's value. */
static void scan_keyword(struct compiler *compiler, const cJSON *json,
    enum shape shape, struct schema_resource *resource)
{
    if (shape == SHAPE_SCHEMA)
        scan(compiler, json, resource);
    if ((shape == SHAPE_LIST && cJSON_IsArray(json))
        || (shape == SHAPE_MAP && cJSON_IsObject(json)))
        for (const cJSON *entry = json->child; entry; entry = entry->next)
            scan(compiler, entry, resource);
}

/* Makes the node of a schema and of those inside it; NULL if it is none. */
static struct schema_node *scan(struct compiler *compiler,
    const cJSON *json, struct schema_resource *around)
{
    struct schema_node **place = &around->document->nodes[json->valueint];

    if (*place || !(cJSON_IsObject(json) || cJSON_IsBool(json)))
        return *place;
    struct schema_node *node = compiler_new(compiler, 1, sizeof *node);
    if (!node || !add_pending(compiler, node))
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
    for (const cJSON *entry = json->child; entry; entry = entry->next) {
        const struct keyword *keyword = keyword_find(entry->string);
        if (keyword)
            scan_keyword(compiler, entry, keyword->shape, node->resource);
    }
    return node;
}

const struct schema_node *compiler_node(struct compiler *compiler,
    const struct schema_node *around, const cJSON *json)
{
    const struct schema_node *node = scan(compiler, json, around->resource);

    if (!node && !compiler->schema->arena.failed)
        compiler_wrong(compiler, around, json, "模式（对象、true 或 false）",
            "a schema (an object, true or false)");
    return node;
}

/* The document at uri with its schemas; NULL, with a finding, if there is
 * none. */
static struct schema_document *load_document(struct compiler *compiler,
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
    resource->root = scan(compiler, json_root(document->json), resource);
    if (resource->root)
        return document;
    if (!compiler->schema->arena.failed)
        add_missing(compiler, CATALOGUE_SCHEMA_MISSING, uri);
    return NULL;
}

/* One step of a JSON Pointer: the member or entry that token names. */
static const cJSON *step(const cJSON *value, const char *token,
    size_t length)
{
    size_t index = 0;

    if (cJSON_IsArray(value)) {
        for (size_t k = 0; k < length; k++) {
            if (token[k] < '0' || token[k] > '9' || index > 100000000)
                return NULL;
            index = index * 10 + (size_t)(token[k] - '0');
        }
        return length ? cJSON_GetArrayItem(value, (int)index) : NULL;
    }
    for (const cJSON *child = cJSON_IsObject(value) ? value->child : NULL;
        child; child = child->next) {
        const char *name = child->string;
        size_t k = 0;
        for (; k < length && *name; k++, name++) {
            char c = token[k];
            if (c == '~' && k + 1 < length)
                c = token[++k] == '0' ? '~' : '/';
            if (c != *name)
                break;
        }
        if (k == length && !*name)
            return child;
    }
    return NULL;
}

/* The node at a JSON Pointer below a resource's root: any value may be a
 * schema if a reference takes it for one. */
static const struct schema_node *follow_pointer(struct compiler *compiler,
    struct schema_resource *resource, const char *pointer)
{
    const struct schema_document *document = resource->document;
    const cJSON *value = resource->root->json;

    resource = resource->root->resource;
    while (*pointer == '/') {
        size_t length = strcspn(++pointer, "/");
        value = step(value, pointer, length);
        if (!value)
            return NULL;
        pointer += length;
        if (document->nodes[value->valueint])
            resource = document->nodes[value->valueint]->resource;
    }
    return scan(compiler, value, resource);
}

static const struct anchor *find_anchor(
    const struct schema_resource *resource, const char *name)
{
    const struct anchor *anchor = resource->anchors;

    while (anchor && strcmp(anchor->name, name) != 0)
        anchor = anchor->next;
    return anchor;
}

static const struct schema_node *follow_fragment(struct compiler *compiler,
    struct schema_resource *resource, const char *fragment)
{
    struct buffer decoded = BUFFER_EMPTY;
    const struct schema_node *node = NULL;

    uri_decode(fragment, &decoded);
    if (decoded.failed)
        compiler->schema->arena.failed = true;
    else if (!*fragment || *fragment == '/')
        node = follow_pointer(compiler, resource, buffer_string(&decoded));
    else {
        const struct anchor *anchor = find_anchor(resource->root->resource,
            buffer_string(&decoded));
        node = anchor ? anchor->node : NULL;
    }
    buffer_free(&decoded);
    return node;
}

/* What a reference in a node leads to; NULL, with a finding, if nothing. */
static const struct schema_node *follow(struct compiler *compiler,
    const struct schema_node *node, const cJSON *json)
{
    const char *reference = cJSON_GetStringValue(json);
    const char *fragment = reference ? uri_fragment(reference) : NULL;

    if (!reference) {
        compiler_wrong(compiler, node, json, "文字（引用）",
            "a string (a reference)");
        return NULL;
    }
    const char *uri = resolve(compiler, node->resource->uri, reference);
    if (!uri)
        return NULL;
    struct schema_resource *resource = find_resource(compiler->schema, uri);
    if (!resource) {
        if (!load_document(compiler, uri))
            return NULL;
        resource = find_resource(compiler->schema, uri);
    }
    const struct schema_node *target = resource && resource->root
        ? follow_fragment(compiler, resource, fragment ? fragment : "")
        : NULL;
    if (!target && !compiler->schema->arena.failed)
        compiler_wrong(compiler, node, json, "能找到目标的引用",
            "a reference to something that is there");
    return target;
}

/* core, 8.2.3.2: dynamic if it first leads to a dynamic anchor. */
static void compile_dynamic_ref(struct compiler *compiler,
    struct schema_node *node, const cJSON *json)
{
    const char *name = cJSON_IsString(json)
        ? uri_fragment(json->valuestring) : NULL;

    node->dynamic_ref = follow(compiler, node, json);
    if (!node->dynamic_ref || !name)
        return;
    for (const struct anchor *anchor = node->dynamic_ref->resource->anchors;
        anchor; anchor = anchor->next)
        if (anchor->dynamic && anchor->node == node->dynamic_ref
            && strcmp(anchor->name, name) == 0)
            node->dynamic_name = anchor->name;
}

static bool is_active(const struct compiler *compiler,
    const struct schema_node *node, const struct keyword *keyword)
{
    unsigned active = node->resource->vocabularies;

    if (keyword->vocabulary == VOCABULARY_FORMAT_ANNOTATION)
        return compiler->schema->assert_format
            || active >> VOCABULARY_FORMAT_ASSERTION & 1;
    return active >> keyword->vocabulary & 1;
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
        node->ref = follow(compiler, node, ref);
    if (dynamic_ref)
        compile_dynamic_ref(compiler, node, dynamic_ref);
    node->contains_least = 1;
    node->contains_most = (size_t)-1;
    for (const cJSON *entry = json->child; entry; entry = entry->next)
        count++;
    node->checks = compiler_new(compiler, count, sizeof *node->checks);
    if (!node->checks)
        return;
    for (const cJSON *entry = json->child; entry; entry = entry->next) {
        const struct keyword *keyword = keyword_find(entry->string);
        if (!keyword || !keyword->compile
            || !is_active(compiler, node, keyword))
            continue;
        struct check *check = &node->checks[node->check_count];
        *check = (struct check){ .keyword = keyword, .json = entry };
        if (keyword->compile(compiler, node, check) && keyword->check)
            node->check_count++;
    }
}

/* Walking follows $ref to its end, so there has to be one.  Other circles
 * end when a value is checked. */
static void find_circle(struct compiler *compiler,
    const struct schema_node *node)
{
    const struct schema_node *slow = node;

    for (const struct schema_node *fast = node->ref; fast && fast->ref;) {
        if (slow == fast) {
            compiler_wrong(compiler, node,
                cJSON_GetObjectItemCaseSensitive(node->json, "$ref"),
                "不绕回自身的引用", "a reference that does not lead back");
            return;
        }
        slow = slow->ref;
        fast = fast->ref->ref;
    }
}

static const char *find_string(const struct schema_node *node,
    const char *keyword)
{
    for (; node; node = node->ref) {
        const char *string = string_member(node->json, keyword);
        if (string)
            return string;
    }
    return NULL;
}

static void settle_type(struct compiler *compiler, struct schema_node *node)
{
    const char *name = find_string(node, "x-type");
    enum value_type type;

    if (!name)
        return;
    if (!value_type_parse(name, &type)) {
        const cJSON *json = cJSON_GetObjectItemCaseSensitive(node->json,
            "x-type");
        if (json)
            compiler_wrong(compiler, node, json,
                "amount、rate、count、number、year、date、text、token 之一",
                "one of amount, rate, count, number, year, date, text, "
                "token");
        return;
    }
    node->unit_from = find_string(node, "x-unit-from");
    node->type_rule = type_rule_find(type, find_string(node, "x-unit"));
}

/* The members of a node and, behind them, the other ones of its ref. */
static void settle_members(struct compiler *compiler,
    struct schema_node *node)
{
    size_t count = 0;

    for (const struct schema_node *at = node; at; at = at->ref)
        count += at->own_count;
    if (count == 0)
        return;
    node->members = compiler_new(compiler, count, sizeof *node->members);
    if (!node->members)
        return;
    for (const struct schema_node *at = node; at; at = at->ref)
        for (size_t k = 0; k < at->own_count; k++) {
            bool known = false;
            for (const struct schema_node *before = node; before != at;
                before = before->ref)
                known = known || find_member(before->own_by_name,
                    before->own_count, at->own[k].name);
            if (!known)
                node->members[node->member_count++] = at->own[k];
        }
    node->members_by_name = compiler_sort(compiler, node->members,
        node->member_count);
}

static bool compile_all(struct compiler *compiler, const char *uri)
{
    struct schema *schema = compiler->schema;
    struct schema_document *document = load_document(compiler, uri);

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
        find_circle(compiler, compiler->pending[k]);
    if (compiler->faulty || schema->arena.failed)
        return false;
    for (size_t k = 0; k < compiler->pending_count; k++) {
        settle_members(compiler, compiler->pending[k]);
        settle_type(compiler, compiler->pending[k]);
    }
    return !compiler->faulty && !schema->arena.failed;
}

struct schema *schema_compile(const char *uri,
    const struct schema_options *options, struct findings *findings)
{
    struct schema *schema = calloc(1, sizeof *schema);
    struct compiler compiler = { .schema = schema, .options = options,
        .findings = findings };

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
