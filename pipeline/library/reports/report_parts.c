/* What the formats of reports share. */

#include "0_base/catalogue.h"
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
