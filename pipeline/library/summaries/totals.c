/* jixiao_summary_print(): the totals of a run by level and by rule. */

#include "0_base/phrases.h"
#include "library/reports/line.h"
#include "library/summaries/summaries.h"

static void print_rule(const struct summary_rule *rule,
    enum language language, FILE *out)
{
    if (!rule->open)
        return;
    fprintf(out, "  %s %s  %zu %s  %zu %s  ", level_name(rule->level, language),
        rule->code, rule->open, phrase_text(rule->open == 1
            ? PHRASE_ONE_PLACE : PHRASE_PLACES, language), rule->open_count,
        phrase_text(PHRASE_SUMMARY_SETS, language));
    line_print_text(rule->title[language], language, out);
    fputc('\n', out);
}

void jixiao_summary_print(const struct jixiao_summary *summary,
    enum jixiao_language language, FILE *out)
{
    const struct summary *records = summary->records;
    enum language in = (enum language)language;
    size_t open[LEVEL_SYSTEM + 1] = {0}, answered = 0;

    for (size_t k = 0; k < records->rule_count; k++) {
        open[records->rules[k].level] += records->rules[k].open;
        answered += records->rules[k].answered;
    }
    fprintf(out, "%s%zu %s", phrase_text(PHRASE_FILES_BEFORE, in),
        records->count, phrase_text(PHRASE_SUMMARY_SETS, in));
    for (int level = LEVEL_SYSTEM; level >= LEVEL_HINT; level--)
        if (open[level] || level <= LEVEL_ERROR)
            fprintf(out, "%s%s %zu", phrase_text(PHRASE_SEPARATOR, in),
                level_name((enum level)level, in), open[level]);
    fprintf(out, "%s%s %zu\n", phrase_text(PHRASE_SEPARATOR, in),
        phrase_text(PHRASE_ANSWERED, in), answered);
    for (size_t k = 0; k < records->rule_count; k++)
        print_rule(&records->rules[k], in, out);
}
