/* Documents and their schemas. */

#include "15_summary/shape.h"

static char *load_text(void *context, const char *uri, size_t *length)
{
    return resource_load(context, uri, length);
}

struct schema *shape_open(const struct resources *resources,
    const char *schema, struct findings *findings)
{
    const struct schema_options options = { .load = load_text,
        .context = (void *)resources, .assert_format = true };

    return schema_compile(schema, &options, findings);
}

struct json *shape_parse_open(const struct schema *schema, const char *bytes,
    size_t length, struct findings *findings)
{
    struct json *json = json_parse(bytes, length, findings);

    if (json && !json_repeats_names(json)
        && schema_validate(schema, json, findings))
        return json;
    json_free(json);
    return NULL;
}

/* A finding_visitor: a line is a document of its own to those that read it. */
static bool put_on_line(void *user, struct finding *finding)
{
    const unsigned *line = user;

    if (finding->place.line)
        finding->place.line += *line - 1;
    return true;
}

struct json *shape_parse_line(const struct schema *schema, const char *bytes,
    size_t length, unsigned line, struct findings *findings)
{
    size_t first = findings_count(findings);
    struct json *json = shape_parse_open(schema, bytes, length, findings);

    findings_revise(findings, first, put_on_line, &line);
    return json;
}

struct json *shape_parse(const struct resources *resources,
    const char *schema, const char *file, const char *bytes, size_t length,
    struct findings *findings)
{
    struct schema *shape = shape_open(resources, schema, findings);

    if (!shape)
        return NULL;
    findings_set_file(findings, file);
    struct json *json = shape_parse_open(shape, bytes, length, findings);
    schema_free(shape);
    return json;
}
