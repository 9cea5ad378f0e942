/*
 * Two data files compared: the second is one that is built in, with changes;
 * a data file does not differ from itself.
 */

#include <stdio.h>

#include "../fuzz.h"
#include "library/handles.h"

static struct jixiao_set *old;

static size_t compare(struct jixiao_set *from, struct jixiao_set *to,
    struct jixiao_findings *findings)
{
    static FILE *out;
    struct jixiao_comparison *comparison = jixiao_compare(from, to, findings);
    size_t count = comparison ? jixiao_comparison_count(comparison) : 0;

    if (!out)
        out = fopen("/dev/null", "w");
    for (int kind = JIXIAO_REPORT_TEXT; comparison && out
        && kind <= JIXIAO_REPORT_PATCH; kind++)
        if (kind != JIXIAO_REPORT_SARIF)
            jixiao_comparison_print(comparison,
                &(struct jixiao_report_options){
                    .kind = (enum jixiao_report_kind)kind }, out, findings);
    jixiao_comparison_free(comparison);
    return count;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct jixiao_findings *findings = jixiao_findings_new();
    struct jixiao_set *set;

    fuzz_setup();
    if (!old) {
        old = jixiao_read_filed(fuzz_jixiao(), "input/example-full-2024.json",
            findings);
        fuzz_need(old != NULL, "the example can be read");
    }
    set = jixiao_read_filed_bytes(fuzz_jixiao(), "data.json",
        (const char *)bytes, size, findings);
    if (set) {
        compare(old, set, findings);
        fuzz_need(compare(set, set, findings) == 0,
            "data does not differ from itself");
    }
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
