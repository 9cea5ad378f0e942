/*
 * Totals and summaries of a run; jixiao summary, of several runs.
 */

#include "command/summing.h"

#include <errno.h>

#include "0_base/catalogue.h"
#include "0_base/fault.h"
#include "batch/out_file.h"

static void add_findings(struct run *run, struct jixiao_findings *findings)
{
    jixiao_findings_sort(findings);
    run_note_worst(run, findings);
    jixiao_print_findings(findings, &(struct jixiao_report_options){
        .language = run->options->language,
        .coloured = jixiao_report_may_colour(stderr) }, stderr);
    jixiao_findings_free(findings);
}

static bool is_writable(const struct jixiao_summary_file *file,
    struct jixiao_findings *findings)
{
    int fault = out_file_fault(file->path);
    char reason[FAULT_TEXT_SIZE];

    if (fault == ENOMEM)
        jixiao_findings_out_of_memory(findings);
    else if (fault)
        jixiao_findings_add(findings,
            catalogue_code(CATALOGUE_SUMMARY_UNWRITABLE), "option",
            file->is_circular ? "--circular" : "--summary",
            "name", file->path, "reason", fault_text(fault, reason), NULL);
    return fault == 0;
}

/* Whether none of those before the k-th is the same file. */
static bool is_first(const struct options *options, size_t k,
    struct jixiao_findings *findings)
{
    const char *path = options->summaries[k].path;

    for (size_t j = 0; j < k; j++) {
        if (out_file_is_same(options->summaries[j].path, path)) {
            jixiao_findings_add(findings,
                catalogue_code(CATALOGUE_SUMMARY_TWICE), "name", path, NULL);
            return false;
        }
    }
    return true;
}

/* The k-th file, as the options want it. */
static struct jixiao_summary_file file_of(const struct options *options,
    size_t k)
{
    struct jixiao_summary_file file = options->summaries[k];

    file.verify = options->verify;
    file.overwrite = options->build.overwrite;
    file.sender = file.is_circular ? options->sender : NULL;
    file.date = file.is_circular ? options->sent : NULL;
    return file;
}

/* Whether no option is there that only a circular has a use for. */
static bool has_use(const struct options *options,
    struct jixiao_findings *findings)
{
    const char *idle = options->sender ? "--sender"
        : options->sent ? "--date" : NULL;

    for (size_t k = 0; k < options->summary_count; k++)
        if (options->summaries[k].is_circular)
            idle = NULL;
    if (idle)
        jixiao_findings_add(findings,
            catalogue_code(CATALOGUE_CIRCULAR_NOT_ASKED), "name", idle, NULL);
    return !idle;
}

static bool check_names(struct run *run)
{
    const struct options *options = run->options;
    bool good = has_use(options, run->faults);

    for (size_t k = 0; k < options->summary_count; k++) {
        const struct jixiao_summary_file file = file_of(options, k);
        good = jixiao_summary_check(&file, run->faults)
            && is_writable(&options->summaries[k], run->faults)
            && is_first(options, k, run->faults) && good;
    }
    return good;
}

static void write_all(struct run *run, struct jixiao_findings *findings)
{
    const struct options *options = run->options;

    for (size_t k = 0; k < options->summary_count; k++) {
        const struct jixiao_summary_file file = file_of(options, k);
        jixiao_summary_write(run->jixiao, run->summary, &file, findings);
    }
}

bool summing_begin(struct run *run, bool is_batch)
{
    if (!check_names(run))
        return false;
    if (!run->options->summary_count && !is_batch)
        return true;
    run->summary = jixiao_summary_new(run->faults);
    if (run->summary)
        jixiao_summary_set_shard(run->summary, run->options->shard.number,
            run->options->shard.count);
    return run->summary != NULL;
}

struct jixiao_record *summing_record(const struct run *run, const char *path,
    const struct run_done *done)
{
    return done->set ? jixiao_record(path, done->set, done->folder,
            done->findings, run->faults)
        : jixiao_record_of_no_set(run->jixiao, path, done->findings,
            run->faults);
}

/* Takes the record over; NULL is none. */
static void add(struct run *run, struct jixiao_record *record)
{
    if (record)
        jixiao_summary_add(run->summary, record, run->faults);
}

void summing_add(struct run *run, const char *path,
    const struct run_done *done)
{
    add(run, run->summary ? summing_record(run, path, done) : NULL);
}

void summing_add_died(struct run *run, const char *path,
    const struct jixiao_findings *findings)
{
    add(run, run->summary ? jixiao_record(path, NULL, NULL, findings,
        run->faults) : NULL);
}

void summing_add_printed(struct run *run, const char *text, size_t length)
{
    add(run, jixiao_record_parse(run->jixiao, text, length, 1, run->faults));
}

static void finish(struct run *run, struct jixiao_findings *findings)
{
    const struct options *options = run->options;

    if (!jixiao_summary_finish(run->jixiao, run->summary, findings))
        return;
    fflush(stdout);
    if (options->verb == VERB_SUMMARY)  /* else the report has them */
        jixiao_summary_print(run->summary, options->language, stderr);
    write_all(run, findings);
}

/* Where the system failed something may be missing: there is no summary. */
void summing_end(struct run *run)
{
    bool is_whole = run->summary
        && jixiao_findings_worst(run->faults) < JIXIAO_USAGE;
    struct jixiao_findings *findings = is_whole
        ? jixiao_findings_new() : NULL;

    if (is_whole && !findings)
        jixiao_findings_out_of_memory(run->faults);
    if (findings) {
        finish(run, findings);
        add_findings(run, findings);
    }
    jixiao_summary_free(run->summary);
    run->summary = NULL;
}

void summing_join(struct run *run)
{
    const struct options *options = run->options;

    if (!check_names(run))
        return;
    run->summary = jixiao_summary_new(run->faults);
    for (int k = 0; run->summary && k < options->argument_count; k++)
        jixiao_summary_read(run->jixiao, run->summary, options->arguments[k],
            run->faults);
    jixiao_findings_set_file(run->faults, NULL);
    summing_end(run);
}
