/* What the findings of a run come to. */

#include "command/run.h"

void run_note_worst(struct run *run, const struct jixiao_findings *findings)
{
    enum jixiao_level worst = jixiao_findings_worst(findings);

    if (worst > run->worst)
        run->worst = worst;
}
