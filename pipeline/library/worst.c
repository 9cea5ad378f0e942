/* The finding that says why nothing came of something. */

#include "library/worst.h"

const struct finding *worst_finding(const struct findings *findings)
{
    const struct finding *worst = NULL;

    for (size_t k = 0; findings && k < findings_count(findings); k++) {
        const struct finding *finding = findings_get(findings, k);
        if (!worst || finding->level > worst->level)
            worst = finding;
    }
    return worst;
}
