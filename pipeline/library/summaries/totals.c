/* jixiao_summary_print(): what records come to, as the report of the run that
 * has made them all would end. */

#include "library/reports/text_rows.h"
#include "library/summaries/summaries.h"

struct shown {
    const struct summary *records;
    enum language language;
};

static struct text_row row_of(const void *user, size_t k)
{
    const struct shown *shown = user;
    const struct summary_rule *rule = &shown->records->rules[k];

    return (struct text_row){ rule->level, rule->code,
        rule->title[shown->language], rule->open, rule->open_count };
}

void jixiao_summary_print(const struct jixiao_summary *summary,
    enum jixiao_language language, FILE *out)
{
    const struct summary *records = summary->records;
    const struct shown shown = { records, (enum language)language };
    const struct text_table table = { .out = out,
        .style = { .language = shown.language } };
    struct text_totals totals = { .row = row_of, .user = &shown,
        .count = records->rule_count };

    for (size_t k = 0; k < records->count; k++) {
        totals.files[records->records[k]->status]++;
        totals.answered += record_answered(records->records[k]);
    }
    text_totals_print(&table, &totals);
}
