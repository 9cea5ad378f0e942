/*
 * Schema compiler and validator: a schema, and behind a zero byte what is
 * checked against it.
 */

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "../fuzz.h"
#include "2_schema/schema.h"

#define DEPTH_MAX 8

struct input {
    const char *schema;
    size_t length;
};

static char *load(void *context, const char *uri, size_t *length)
{
    const struct input *input = context;
    char *copy;

    if (strcmp(uri, "e") != 0) {
        errno = ENOENT;
        return NULL;
    }
    copy = malloc(input->length + 1);
    fuzz_need(copy != NULL, "there is memory");
    memcpy(copy, input->schema, input->length);
    *length = input->length;
    return copy;
}

static void walk(const struct schema_node *node, int depth)
{
    if (!node || depth > DEPTH_MAX)
        return;
    for (size_t k = 0; k < schema_member_count(node) && k < 20; k++)
        walk(schema_members(node, k)->node, depth + 1);
    walk(schema_items(node), depth + 1);
    walk(schema_entry(node, 1), depth + 1);
    walk(schema_additional(node), depth + 1);
    for (int k = 0; k < SCHEMA_TEXT_COUNT; k++)
        schema_text(node, (enum schema_text)k);
    schema_allows_type(node, cJSON_Number);
    schema_requires(node, "a");
}

static void validate(const struct schema *schema, const char *bytes,
    size_t length, struct findings *findings)
{
    struct json *json = json_parse(bytes, length, findings);

    if (json) {
        bool passes = schema_validate(schema, json, findings);
        fuzz_need(passes || findings_count(findings) > 0,
            "data that does not fit is told");
    }
    json_free(json);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    const uint8_t *end = size > 0 ? memchr(bytes, '\0', size) : NULL;
    struct input input = { (const char *)bytes,
        end ? (size_t)(end - bytes) : size };
    struct findings *findings = findings_new();
    struct schema *schema;

    fuzz_setup();
    schema = schema_compile("e", &(struct schema_options){ .load = load,
        .context = &input }, findings);
    fuzz_need(schema || findings_count(findings) > 0,
        "what is no schema is told");
    if (schema) {
        walk(schema_root(schema), 0);
        if (end)
            validate(schema, (const char *)end + 1,
                size - input.length - 1, findings);
    }
    fuzz_look(findings);
    schema_free(schema);
    findings_free(findings);
    return 0;
}

/* A schema changes, and the rest of the bytes follows it. */
static size_t change_schema(uint8_t *bytes, size_t length, size_t rest,
    size_t room, unsigned seed)
{
    uint8_t *kept = malloc(rest + 1);
    size_t made;

    fuzz_need(kept != NULL, "there is memory");
    memcpy(kept, bytes + length, rest);
    made = fuzz_shape_json(bytes, length, room - rest, seed);
    memcpy(bytes + made, kept, rest);
    free(kept);
    return made + rest;
}

/* The schema or the data changes in its shape. */
size_t LLVMFuzzerCustomMutator(uint8_t *bytes, size_t size, size_t room,
    unsigned seed)
{
    uint8_t *end = size > 0 ? memchr(bytes, '\0', size) : NULL;
    size_t length = end ? (size_t)(end - bytes) : size;
    size_t head = length + 1;

    return end && seed % 3 == 0
        ? head + fuzz_shape_json(bytes + head, size - head, room - head, seed)
        : change_schema(bytes, length, size - length, room, seed);
}
