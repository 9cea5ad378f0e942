/*
 * A Word file that somebody returned (.docx or Flat OPC), pulled into its
 * data: what comes is JSON, and where it is not data the schema says why.
 */

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

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct jixiao_findings *findings = jixiao_findings_new();
    const char *path = fuzz_file(bytes, size);
    struct jixiao_pull_options options = { .paths = &path, .count = 1,
        .original = size % 2 == 0 };
    struct jixiao_pulled pulled;

    fuzz_setup();
    open_once(findings);
    if (jixiao_pull(fuzz_jixiao(), set, &options, &pulled, findings))
        fuzz_look_pulled(&pulled);
    else
        fuzz_need(jixiao_findings_count(findings) > 0,
            "what cannot be pulled is told");
    fuzz_look(findings_inside(findings));
    jixiao_findings_free(findings);
    return 0;
}

size_t LLVMFuzzerCustomMutator(uint8_t *bytes, size_t size, size_t room,
    unsigned seed)
{
    return fuzz_shape_xml(bytes, size, room, seed);
}
