/*
 * A Word file that somebody returned (.docx or Flat OPC), pulled into its
 * data: what comes is JSON, and where it is not data the schema says why.
 */

#include <stdlib.h>

#include "../fuzz.h"
#include "library/handles.h"

static struct jixiao_set *set;

static void open_once(struct jixiao_findings *findings)
{
    if (set)
        return;
    set = jixiao_read_previous(fuzz_jixiao(), "input/smallest.json", findings);
    fuzz_need(set != NULL, "input/smallest.json can be read");
}

static void look_at(const struct jixiao_pulled *pulled)
{
    struct jixiao_findings *findings = jixiao_findings_new();
    struct jixiao_set *again = jixiao_read_previous_bytes(fuzz_jixiao(),
        "data.json", pulled->data, pulled->data_length, findings);

    for (size_t k = 0; k < jixiao_findings_count(findings); k++) {
        struct jixiao_finding finding;
        jixiao_findings_get(findings, k, &finding);
        fuzz_need(*finding.code != 'J', "what was pulled is JSON");
    }
    fuzz_need(again || jixiao_findings_worst(findings) == JIXIAO_ERROR,
        "what was pulled is data, or told");
    jixiao_set_free(again);
    jixiao_findings_free(findings);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct jixiao_findings *findings = jixiao_findings_new();
    const char *path = fuzz_file(bytes, size);
    struct jixiao_pull_options options = { .paths = &path, .count = 1,
        .original = size % 2 == 0 };
    struct jixiao_pulled pulled;

    fuzz_setup();
    open_once(findings);
    if (jixiao_pull(fuzz_jixiao(), set, &options, &pulled, findings)) {
        look_at(&pulled);
        free(pulled.patch);
        free(pulled.data);
    } else {
        fuzz_need(jixiao_findings_count(findings) > 0,
            "what cannot be pulled is told");
    }
    fuzz_look(findings_inside(findings));
    jixiao_findings_free(findings);
    return 0;
}

size_t LLVMFuzzerCustomMutator(uint8_t *bytes, size_t size, size_t room,
    unsigned seed)
{
    return fuzz_shape_xml(bytes, size, room, seed);
}
