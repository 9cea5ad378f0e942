/* What the formats of reports share. */

#include "0_base/catalogue.h"
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

void report_print_title(const struct rules *rules, const char *code,
    enum language language, struct buffer *out)
{
    const struct rule *rule = rules ? rules_find(rules, code) : NULL;
    const struct catalogue_row *row = rule ? NULL : catalogue_find(code);

    if (rule)
        buffer_add_string(out, rule->title[language]);
    else if (row)
        catalogue_print_title(row, language, out);
}
