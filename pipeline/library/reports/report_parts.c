/* What the formats of reports share. */

#include "0_base/phrases.h"
#include "library/reports/report.h"

struct report_counts report_count(const struct findings *findings)
{
    struct report_counts counts = {0};

    for (size_t k = 0; k < findings_count(findings); k++) {
        const struct finding *finding = findings_get(findings, k);
        if (finding->answer)
            counts.answered++;
        else
            counts.open[finding->level]++;
    }
    return counts;
}

const char *report_part_state(enum part_state state, enum language language)
{
    static const enum phrase states[PART_STATE_COUNT] = {
        [PART_WHOLE] = PHRASE_PART_WHOLE,
        [PART_CHANGED] = PHRASE_PART_CHANGED,
        [PART_MISSING] = PHRASE_PART_MISSING,
        [PART_RENAMED] = PHRASE_PART_RENAMED,
        [PART_ADDED] = PHRASE_PART_ADDED,
        [PART_UNREADABLE] = PHRASE_PART_UNREADABLE,
    };

    return phrase_text(states[state], language);
}

bool report_was_run(const struct rule *rule)
{
    return rule->kind < RULE_CONSTRUCTED && !rule->disabled;
}
