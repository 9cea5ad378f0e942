/*
 * From the bytes of a data file to the files of the set, in every format, but
 * where words cannot be drawn on paper; what a compiled stylesheet makes is
 * what libxslt makes of it.
 */

#include <string.h>

#include "../fuzz.h"
#include "library/handles.h"

static bool is_drawn(const struct jixiao_findings *findings)
{
    struct jixiao_finding finding;
    bool drawn = true;

    for (size_t k = 0; drawn && k < jixiao_findings_count(findings); k++) {
        jixiao_findings_get(findings, k, &finding);
        drawn = strcmp(finding.code, "X047") != 0
            && strcmp(finding.code, "X054") != 0;
    }
    return drawn;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    static const struct jixiao_build build = {
        .formats = "html,docx,flat-opc,pdf,ofd", .verify = true
    };
    struct jixiao_findings *findings = jixiao_findings_new();
    struct jixiao_files *files = NULL;
    struct jixiao_set *set;

    fuzz_setup();
    set = jixiao_read_bytes(fuzz_jixiao(), "data.json",
        (const char *)bytes, size, NULL, findings);
    if (set)
        files = jixiao_make(fuzz_jixiao(), set, &build, findings);
    fuzz_need(!set || (files && jixiao_files_count(files) > 0)
        || !is_drawn(findings), "a set has files");
    fuzz_need(jixiao_findings_worst(findings) < JIXIAO_SYSTEM,
        "data makes no fault of the system");
    fuzz_look(findings_inside(findings));
    jixiao_files_free(files);
    jixiao_set_free(set);
    jixiao_findings_free(findings);
    return 0;
}

size_t LLVMFuzzerCustomMutator(uint8_t *bytes, size_t size, size_t room,
    unsigned seed)
{
    return fuzz_shape_json(bytes, size, room, seed);
}
