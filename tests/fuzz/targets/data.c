/*
 * From the bytes of a data file to all that is found in it: schema, transform,
 * references, formulas, rules; and what comes keeps its grammars.
 */

#include <stdlib.h>

#include "../fuzz.h"
#include "library/handles.h"

static void look_at(struct jixiao_set *set, struct jixiao_findings *findings)
{
    size_t length, count = jixiao_findings_count(findings);
    char *submission = jixiao_print_submission(set, &length, findings);

    fuzz_need(submission && length > 0, "a set has its intermediate");
    free(submission);
    bool good = jixiao_verify(fuzz_jixiao(), set, findings);
    fuzz_need(jixiao_findings_worst(findings) < JIXIAO_SYSTEM
        && (good || jixiao_findings_count(findings) > count),
        "intermediates keep their grammars");
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct jixiao_findings *findings = jixiao_findings_new();
    struct jixiao_set *set;

    fuzz_setup();
    set = jixiao_read_bytes(fuzz_jixiao(), "data.json",
        (const char *)bytes, size, NULL, findings);
    fuzz_need(set || jixiao_findings_worst(findings) >= JIXIAO_ERROR,
        "what cannot be read is told");
    fuzz_need(jixiao_findings_worst(findings) < JIXIAO_SYSTEM,
        "data makes no fault of the system");
    if (set)
        look_at(set, findings);
    fuzz_look(findings_inside(findings));
    jixiao_set_free(set);
    jixiao_findings_free(findings);
    return 0;
}

size_t LLVMFuzzerCustomMutator(uint8_t *bytes, size_t size, size_t room,
    unsigned seed)
{
    return fuzz_shape_json(bytes, size, room, seed);
}
