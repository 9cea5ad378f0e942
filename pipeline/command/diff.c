/*
 * jixiao diff: what a correction has changed.
 */

#include "command/diff.h"

#include <stdio.h>

/* What differs is no fault, but counts for the exit status like a warning. */
static void compare(struct run *run, const struct jixiao_set *old,
    const struct jixiao_set *new, struct jixiao_findings *findings)
{
    const struct options *options = run->options;
    struct jixiao_comparison *comparison = jixiao_compare(old, new, findings);

    if (!comparison)
        return;
    jixiao_comparison_print(comparison, &(struct jixiao_report_options){
        .kind = options->report, .language = options->language }, stdout,
        findings);
    if (jixiao_comparison_count(comparison) && run->worst < JIXIAO_WARNING)
        run->worst = JIXIAO_WARNING;
    jixiao_comparison_free(comparison);
}

void diff_sets(struct run *run)
{
    char **paths = run->options->arguments;
    struct jixiao_findings *findings = run->faults;
    struct jixiao_set *old = jixiao_read_filed(run->jixiao, paths[0],
        findings);
    struct jixiao_set *new = jixiao_read_filed(run->jixiao, paths[1],
        findings);

    if (old && new)
        compare(run, old, new, findings);
    jixiao_findings_set_file(findings, NULL);
    jixiao_set_free(old);
    jixiao_set_free(new);
}
