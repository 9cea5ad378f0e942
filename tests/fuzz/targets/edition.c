/*
 * The files of an edition: the first line names one that the rest of the bytes
 * stand in for; a data file is then checked and built with it.
 */

#include <stdio.h>
#include <string.h>

#include "../fuzz.h"
#include "library/handles.h"

static void use(struct jixiao *jixiao, struct jixiao_findings *findings)
{
    struct jixiao_files *files = NULL;
    struct jixiao_set *set = jixiao_read_bytes(jixiao, "data.json",
        fuzz_data, strlen(fuzz_data), NULL, findings);

    if (set)
        files = jixiao_make(jixiao, set,
            &(struct jixiao_build){ .formats = "html" }, findings);
    fuzz_need(files || jixiao_findings_worst(findings) > JIXIAO_WARNING,
        "what cannot be made is told");
    jixiao_files_free(files);
    jixiao_set_free(set);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    const uint8_t *end = size > 0 ? memchr(bytes, '\n', size) : NULL;
    struct jixiao_findings *findings;
    struct fuzz_resources replaced;
    struct jixiao *jixiao;
    char path[100];

    if (!end || end - bytes >= (ptrdiff_t)sizeof path)
        return 0;
    fuzz_setup();
    snprintf(path, sizeof path, "%.*s", (int)(end - bytes),
        (const char *)bytes);
    replaced = (struct fuzz_resources){ path, end + 1,
        size - (size_t)(end + 1 - bytes) };
    findings = jixiao_findings_new();
    jixiao = fuzz_open(&replaced, findings);
    use(jixiao, findings);
    fuzz_look(findings_inside(findings));
    jixiao_close(jixiao);
    jixiao_findings_free(findings);
    return 0;
}

/* The line that names the file stays. */
size_t LLVMFuzzerCustomMutator(uint8_t *bytes, size_t size, size_t room,
    unsigned seed)
{
    uint8_t *end = size > 0 ? memchr(bytes, '\n', size) : NULL;
    size_t head = end ? (size_t)(end + 1 - bytes) : 0;
    bool is_json = head > 5 && memcmp(end - 5, ".json", 5) == 0;

    return head + (is_json ? fuzz_shape_json : fuzz_shape_xml)(bytes + head,
        size - head, room - head, seed);
}
