/*
 * An archive as a ZIP file, or the manifest of one that is a folder.
 */

#include "../fuzz.h"
#include "library/handles.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    static const struct jixiao_archive_check check;
    struct jixiao_findings *findings = jixiao_findings_new();
    struct jixiao_verification *verification;
    struct jixiao_part part;

    fuzz_setup();
    verification = jixiao_archive_verify(fuzz_jixiao(),
        size > 0 && *bytes == '<' ? fuzz_folder("manifest.xml", bytes, size)
        : fuzz_file(bytes, size), &check, findings);
    fuzz_need(verification || jixiao_findings_count(findings) > 0,
        "what is no archive is told");
    for (size_t k = 0; verification
        && jixiao_verification_get(verification, k, &part); k++)
        fuzz_need(part.path != NULL, "a part has a path");
    fuzz_look(findings_inside(findings));
    jixiao_verification_free(verification);
    jixiao_findings_free(findings);
    return 0;
}

size_t LLVMFuzzerCustomMutator(uint8_t *bytes, size_t size, size_t room,
    unsigned seed)
{
    return fuzz_shape_xml(bytes, size, room, seed);
}
