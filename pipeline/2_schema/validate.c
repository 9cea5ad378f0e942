/* Checking data against a compiled schema, and saying what is wrong. */

#include "2_schema/schema.h"

#include <stdlib.h>

#include "2_schema/report/step.h"

/* A value is looked at by a handful of nodes; by more than these where
 * branches double at every level. */
#define STEPS_PER_VALUE 1000
#define STEPS_MIN 2000000

/* Which part of the schema it is that has no end. */
static void report_endless(const struct pass *run)
{
    const struct schema_document *document
        = run->endless->resource->document;
    struct buffer pointer = BUFFER_EMPTY;

    json_pointer_to(document->json, run->endless->json, &pointer);
    findings_add(run->findings, CATALOGUE_SHAPE_ENDLESS, (struct place){ 0, 0 },
        NULL, "uri", document->uri, "pointer", buffer_string(&pointer),
        (char *)NULL);
    if (pointer.failed)
        findings_out_of_memory(run->findings);
    buffer_free(&pointer);
}

bool schema_validate(const struct schema *schema, const struct json *json,
    struct findings *findings)
{
    struct pass run = { .schema = schema, .json = json,
        .findings = findings,
        .steps_max = STEPS_MIN + json_value_count(json) * STEPS_PER_VALUE };
    struct frame frame = { .node = schema->root, .walked = schema->root,
        .value = json_root(json) };
    bool good = run_frame(&run, &frame);

    if (run.failed)
        findings_out_of_memory(findings);
    else if (run.endless)
        report_endless(&run);
    else if (!good)
        run_report(&run);
    free(run.faults);
    return good && !run.failed;
}

bool schema_validate_documents(const struct schema *schema,
    const struct schema *other, struct findings *findings)
{
    bool good = true;

    for (const struct schema_document *document = other->documents; document;
        document = document->next) {
        if (!document->json)
            continue;
        findings_set_file(findings, document->uri);
        good = schema_validate(schema, document->json, findings) && good;
    }
    return good;
}
