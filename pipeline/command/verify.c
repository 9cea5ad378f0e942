/*
 * jixiao verify: each archive of the command line with findings of its own.
 */

#include "command/verify.h"

static bool verify_archive(struct run *run, const char *path)
{
    struct jixiao_findings *findings = jixiao_findings_new();

    if (!findings) {
        jixiao_findings_out_of_memory(run->faults);
        return false;
    }
    struct jixiao_verification *verification = jixiao_archive_verify(
        run->jixiao, path, &(struct jixiao_archive_check){
            .trust = run->options->trust,
            .rebuild = run->options->rebuild }, findings);
    jixiao_findings_sort(findings);
    run_note_worst(run, findings);
    jixiao_report_archive(run->report, path, verification, findings);
    jixiao_verification_free(verification);
    jixiao_findings_free(findings);
    return true;
}

void verify_archives(struct run *run)
{
    const struct options *options = run->options;
    bool go_on = true;

    for (int k = 0; go_on && k < options->argument_count; k++)
        go_on = verify_archive(run, options->arguments[k]);
}
