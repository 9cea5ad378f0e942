/* What the findings of a run come to, and whether some are among them. */

#include "command/run.h"

#include <string.h>

void run_note_worst(struct run *run, const struct jixiao_findings *findings)
{
    enum jixiao_level worst = jixiao_findings_worst(findings);

    if (worst > run->worst)
        run->worst = worst;
}

bool run_found(const struct jixiao_findings *findings, enum catalogue id)
{
    size_t count = jixiao_findings_count(findings);
    struct jixiao_finding finding;
    bool found = false;

    for (size_t k = 0; !found && k < count; k++) {
        jixiao_findings_get(findings, k, &finding);
        found = strcmp(finding.code, catalogue_code(id)) == 0;
    }
    return found;
}
