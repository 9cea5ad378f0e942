/* Checking data against a compiled schema, and saying what is wrong. */

#include "2_schema/schema.h"

#include <stdlib.h>

#include "2_schema/report/step.h"

bool schema_validate(const struct schema *schema, const struct json *json,
    struct findings *findings)
{
    struct run run = { .schema = schema, .json = json,
        .findings = findings };
    struct frame frame = { .node = schema->root, .walked = schema->root,
        .value = json_root(json) };
    bool good = run_frame(&run, &frame);

    if (run.failed)
        findings_out_of_memory(findings);
    else if (!good)
        run_report(&run);
    free(run.faults);
    return good && !run.failed;
}
