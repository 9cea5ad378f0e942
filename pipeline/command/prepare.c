/* A blank data file of the last edition is read, and made a set of in memory:
 * what that needs the others do, too, and no list has to name it. */

#include "command/prepare.h"

#include <stdlib.h>

/* Its name is never told. */
#define NAME "-"

static void use(struct run *run, const struct jixiao_set *set,
    struct jixiao_findings *findings)
{
    if (run_is_writing(run->options))
        jixiao_files_free(jixiao_make(run->jixiao, set, &run->options->build,
            findings));
}

void prepare(struct run *run)
{
    struct jixiao_findings *findings = jixiao_findings_new();
    const struct jixiao_first blank = { .edition = findings
        ? jixiao_edition_name(run->jixiao, NULL, findings) : NULL };
    size_t length;
    char *bytes = blank.edition ? jixiao_new(run->jixiao, &blank, &length,
        findings) : NULL;
    struct jixiao_set *set = bytes ? jixiao_read_bytes(run->jixiao, NAME,
        bytes, length, NULL, findings) : NULL;

    if (set)
        use(run, set, findings);
    jixiao_set_free(set);
    free(bytes);
    jixiao_findings_free(findings);
}
