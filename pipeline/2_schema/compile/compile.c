#include "2_schema/compile/compile.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/list.h"
#include "2_schema/compile/keywords.h"

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

void compiler_missing(struct compiler *compiler, enum catalogue id,
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
    struct regex **regexes = list_room(schema->regexes, schema->regex_count,
        &schema->regex_room, sizeof *regexes);

    if (!regexes) {
        schema->arena.failed = true;
        return false;
    }
    schema->regexes = regexes;
    regexes[schema->regex_count++] = regex;
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

static void settle_texts(struct schema_node *node)
{
    static const char *const keywords[SCHEMA_TEXT_COUNT] = {
        [SCHEMA_TITLE] = "title",
        [SCHEMA_LABEL] = "x-label",
        [SCHEMA_LABEL_FROM] = "x-label-from",
        [SCHEMA_TYPE] = "x-type",
        [SCHEMA_UNIT] = "x-unit",
        [SCHEMA_UNIT_FROM] = "x-unit-from",
        [SCHEMA_ASKED] = "x-asked",
        [SCHEMA_ASKED_RULE] = "x-asked-rule",
        [SCHEMA_ATTACHMENT] = "x-attachment",
        [SCHEMA_PLACE] = "x-place",
        [SCHEMA_KEY] = "x-key",
        [SCHEMA_VALUE] = "x-value",
        [SCHEMA_OUTLINE] = "x-outline",
    };

    for (int k = 0; k < SCHEMA_TEXT_COUNT; k++)
        node->texts[k] = schema_string(node, keywords[k]);
}

static void settle_type(struct compiler *compiler, struct schema_node *node)
{
    const char *name = schema_text(node, SCHEMA_TYPE);
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
    node->type_rule = type_rule_find(type, schema_text(node, SCHEMA_UNIT));
}

static void settle_branches(struct schema_node *node)
{
    for (const struct schema_node *at = node; at; at = at->ref)
        for (size_t k = 0; k < at->check_count && !node->branches; k++)
            if (at->checks[k].keyword->check == check_any_of
                || at->checks[k].keyword->check == check_one_of)
                node->branches = &at->checks[k];
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
        find_circle(compiler, compiler->pending[k]);
    if (compiler->faulty || schema->arena.failed)
        return false;
    for (size_t k = 0; k < compiler->pending_count; k++) {
        settle_members(compiler, compiler->pending[k]);
        settle_texts(compiler->pending[k]);
        settle_type(compiler, compiler->pending[k]);
        settle_branches(compiler->pending[k]);
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
