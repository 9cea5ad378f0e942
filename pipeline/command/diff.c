/*
 * jixiao diff: what a correction has changed.
 */

#include "command/diff.h"

#include <stdio.h>

#include "0_base/catalogue.h"

/* Files of what differs; only where people read the output is that said. */
static void redline(struct run *run,
    const struct jixiao_comparison *comparison,
    struct jixiao_findings *findings)
{
    const struct options *options = run->options;
    struct jixiao_redline how = options->redline;
    struct jixiao_outcome outcome = {0};

    how.formats = options->build.formats;
    how.verify = options->verify;
    jixiao_findings_set_file(findings, NULL);
    if (jixiao_redline(run->jixiao, comparison, &how, &outcome, findings)
        && options->report == JIXIAO_REPORT_TEXT)
        run_print_outcome(how.output, &outcome, options->language,
            run->out);
}

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
    if (options->redline.output
        && jixiao_findings_worst(findings) < JIXIAO_SYSTEM)
        redline(run, comparison, findings);
    jixiao_comparison_free(comparison);
}

/* The first option that only files of changes have a use for; NULL for none. */
static const char *option_of_files(const struct options *options)
{
    return options->redline.author ? "--author"
        : options->redline.date ? "--date"
        : options->redline.reason ? "--reason"
        : options->build.formats ? "--format"
        : options->verify ? "--verify" : NULL;
}

void diff_sets(struct run *run)
{
    char **paths = run->options->arguments;
    struct jixiao_findings *findings = run->faults;
    const char *idle = option_of_files(run->options);

    if (idle && !run->options->redline.output) {
        jixiao_findings_add(findings, catalogue_code(CATALOGUE_NO_REDLINE),
            "name", idle, NULL);
        return;
    }
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
