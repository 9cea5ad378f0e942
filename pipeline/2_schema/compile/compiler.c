/* What all of compiling needs: memory, findings, regexes, numbers. */

#include "2_schema/compile/compile.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/list.h"

void *compiler_new(struct compiler *compiler, size_t count, size_t size)
{
    return arena_new(&compiler->schema->arena, count, size);
}

bool compiler_wrong(struct compiler *compiler,
    const struct schema_node *node, const cJSON *json,
    enum phrase expected)
{
    const struct schema_document *document = node->resource->document;
    struct buffer pointer = BUFFER_EMPTY;

    json_pointer_to(document->json, json, &pointer);
    findings_set_file(compiler->findings, document->uri);
    findings_add(compiler->findings, CATALOGUE_SCHEMA_MALFORMED,
        json_name_place(document->json, json), buffer_string(&pointer),
        "keyword", json->string ? json->string : "schema", "expected",
        phrase_text(expected, LANGUAGE_ZH), "expected_en",
        phrase_text(expected, LANGUAGE_EN), (char *)NULL);
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

bool compiler_endless(struct compiler *compiler,
    const struct schema_node *node)
{
    const struct schema_document *document = node->resource->document;
    struct buffer pointer = BUFFER_EMPTY;

    if (compiler->endless)
        return false;
    json_pointer_to(document->json, node->json, &pointer);
    findings_set_file(compiler->findings, document->uri);
    findings_add(compiler->findings, CATALOGUE_SCHEMA_ENDLESS,
        json_name_place(document->json, node->json), buffer_string(&pointer),
        (char *)NULL);
    buffer_free(&pointer);
    compiler->faulty = compiler->endless = true;
    return false;
}

bool compiler_add(struct compiler *compiler, struct schema_node *node)
{
    struct schema_node **pending = list_room(compiler->pending,
        compiler->pending_count, &compiler->pending_room, sizeof *pending);

    if (!pending) {
        compiler->schema->arena.failed = true;
        return false;
    }
    compiler->pending = pending;
    pending[compiler->pending_count++] = node;
    return true;
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
        compiler_wrong(compiler, node, json, PHRASE_A_PATTERN);
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
