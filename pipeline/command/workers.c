/*
 * What a process makes of a file comes back packed: whether the run was
 * refused, what is printed, what is reported, and what a summary needs.
 */

#include "command/workers.h"

#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "0_base/catalogue.h"
#include "0_base/packed.h"
#include "batch/pool.h"
#include "command/prepare.h"
#include "command/resume.h"
#include "command/say.h"
#include "command/summing.h"

#define SECONDS_USUAL 600
#define MEGABYTES_USUAL 2048

/* --- in the process of a file --------------------------------------------- */

static bool lacks_memory(const struct jixiao_findings *findings)
{
    const char *code = catalogue_code(CATALOGUE_OUT_OF_MEMORY);
    struct jixiao_finding finding;

    for (size_t k = 0; k < jixiao_findings_count(findings); k++) {
        jixiao_findings_get(findings, k, &finding);
        if (strcmp(finding.code, code) == 0)
            return true;
    }
    return false;
}

/* Takes bytes over; NULL: memory ran out. */
static void pack_bytes(char *bytes, size_t length, struct buffer *out)
{
    if (bytes)
        packed_add_bytes(out, bytes, length);
    out->failed = out->failed || !bytes;
    free(bytes);
}

/* Nothing where no summary is made. */
static void pack_record(const struct run *run, const char *path,
    const struct run_done *done, struct buffer *out)
{
    size_t length = 0;
    struct jixiao_record *record = run->summary && !done->is_refused
        ? summing_record(run, path, done) : NULL;
    char *text = record ? jixiao_record_print(record, &length, run->faults)
        : strdup("");

    pack_bytes(text, length, out);
    jixiao_record_free(record);
}

static void pack(const struct run *run, const char *path,
    const struct run_done *done, struct buffer *out)
{
    size_t length;

    jixiao_findings_sort(done->findings);
    char *report = jixiao_report_pack(done->set, done->findings, &length);
    packed_add_number(out, done->is_refused);
    pack_bytes(report, length, out);
    pack_record(run, path, done, out);
    char *faults = jixiao_report_pack(NULL, run->faults, &length);
    pack_bytes(faults, length, out);
    out->failed = out->failed || lacks_memory(done->findings);
}

/* Whether something is said of what this run has found and set right, which the
 * next one does not find. */
static bool tells_of_itself(const struct jixiao_findings *findings)
{
    return run_found(findings, CATALOGUE_UPDATE_FINISHED)
        || run_found(findings, CATALOGUE_UPDATE_DROPPED)
        || run_found(findings, CATALOGUE_EDITED_OVERWRITTEN);
}

/* What could not be done, or not recorded, is done again, and so is what has
 * words of this run alone. */
static bool is_kept(const struct run *run, const struct run_done *done)
{
    return run->options->resume && !done->is_refused
        && !tells_of_itself(done->findings)
        && jixiao_findings_worst(done->findings) < JIXIAO_USAGE
        && jixiao_findings_worst(run->faults) < JIXIAO_USAGE;
}

static void make_anew(const struct files *files, size_t k, const char *key,
    struct buffer *out)
{
    struct run run = *files->run;
    struct run_done done = { .set = NULL };
    char *text = NULL;
    size_t length = 0;

    run.out = open_memstream(&text, &length);
    run.faults = jixiao_findings_new();
    bool good = run.out && run.faults && run_one(&run, files_path(files, k),
        files_folder(files, k), &done);
    if (run.out && fclose(run.out) != 0)
        good = false;
    packed_add_bytes(out, text ? text : "", length);
    length = out->length;
    if (good)
        pack(&run, files_path(files, k), &done, out);
    else
        out->failed = true;
    /* What is behind the text that is printed: that of a run that went on is
     * none. */
    if (!out->failed && is_kept(&run, &done))
        resume_write(files, k, key, done.folder, out->bytes + length,
            out->length - length);
    free(text);
    jixiao_findings_free(run.faults);
    run_one_end(&done);
}

/* A worker_maker; user is the struct files. */
static void make(void *user, size_t k, struct buffer *out)
{
    const struct files *files = user;
    char key[DIGEST_TEXT_SIZE] = "";

    if (files->run->options->resume) {
        resume_key(files, k, key);
        packed_add_bytes(out, "", 0);
        if (resume_read(files, k, key, out))
            return;
        buffer_clear(out);
    }
    make_anew(files, k, key, out);
}

/* --- in the process of the run -------------------------------------------- */

static size_t seconds_of(const struct options *options)
{
    return options->seconds ? options->seconds : SECONDS_USUAL;
}

static size_t megabytes_of(const struct options *options)
{
    return options->megabytes ? options->megabytes : MEGABYTES_USUAL;
}

/* "信号 11": how a process has ended that should not. */
static void print_cause(char *text, size_t size, int status,
    enum jixiao_language language)
{
    if (WIFSIGNALED(status))
        snprintf(text, size, "%s%d", say(PHRASE_KILLED_BY, language),
            WTERMSIG(status));
    else
        snprintf(text, size, "%s%d", say(PHRASE_ENDED_WITH, language),
            WEXITSTATUS(status));
}

/* Why there is no answer. */
static void report_end_of(const struct options *options,
    const struct pool_answer *answer, struct jixiao_findings *findings)
{
    static const enum catalogue ids[] = {
        [POOL_CRASHED] = CATALOGUE_WORKER_CRASHED,
        [POOL_TIMED_OUT] = CATALOGUE_WORKER_TIMED_OUT,
        [POOL_LACKED_MEMORY] = CATALOGUE_WORKER_LACKED_MEMORY,
    };
    char cause[JIXIAO_LANGUAGE_COUNT][40], limit[24];

    for (int k = 0; k < JIXIAO_LANGUAGE_COUNT; k++)
        print_cause(cause[k], sizeof cause[k], answer->status,
            (enum jixiao_language)k);
    snprintf(limit, sizeof limit, "%zu", answer->end == POOL_TIMED_OUT
        ? seconds_of(options)
        : worker_memory(megabytes_of(options) << 20) >> 20);
    jixiao_findings_add(findings, catalogue_code(ids[answer->end]),
        "cause", cause[JIXIAO_ZH], "cause_en", cause[JIXIAO_EN],
        "limit", limit, NULL);
}

/* A process that was killed may have left a set half way, which is finished
 * here. */
static void report_unanswered(struct files *files, size_t k,
    const struct pool_answer *answer, struct jixiao_findings *findings)
{
    struct run *run = files->run;
    const char *path = files_path(files, k);
    struct jixiao_build how = run->options->build;

    how.folder = files_folder(files, k);
    jixiao_findings_set_file(findings, path);
    jixiao_recover(path, &how, findings);
    if (answer->end == POOL_INTERRUPTED) {
        jixiao_findings_append(run->faults, findings);
        return;
    }
    report_end_of(run->options, answer, findings);
    jixiao_findings_sort(findings);
    run_print_findings(run, path, NULL, findings);
    summing_add_died(run, path, findings);
    progress_file(&files->progress, path);
}

/* Whether to go on. */
static bool report_answer(struct files *files, size_t k,
    const struct pool_answer *answer, struct jixiao_findings *findings)
{
    struct run *run = files->run;
    struct packed packed = { answer->bytes, answer->bytes + answer->length,
        false };
    const char *path = files_path(files, k);
    size_t text_length, length, record_length, faults_length;
    const char *text = packed_bytes(&packed, &text_length);
    bool is_refused = packed_number(&packed);
    const char *report = packed_bytes(&packed, &length);
    const char *record = packed_bytes(&packed, &record_length);
    const char *faults = packed_bytes(&packed, &faults_length);

    fwrite(text, 1, text_length, run->out);
    fflush(run->out);
    jixiao_report_packed(NULL, run->jixiao, path, faults, faults_length,
        run->faults);
    if (is_refused) {
        jixiao_report_packed(NULL, run->jixiao, path, report, length,
            run->faults);
        return false;
    }
    jixiao_findings_set_file(findings, path);
    jixiao_report_packed(run->report, run->jixiao, path, report, length,
        findings);
    run_note_worst(run, findings);
    if (record_length)
        summing_add_printed(run, record, record_length);
    progress_file(&files->progress, path);
    return true;
}

/* pool.take(); user is the struct files. */
static bool take(void *user, size_t k, const struct pool_answer *answer)
{
    struct files *files = user;
    struct jixiao_findings *findings = jixiao_findings_new();
    bool go_on = true;

    if (!findings) {
        jixiao_findings_out_of_memory(files->run->faults);
        return false;
    }
    progress_clear(&files->progress);
    if (answer->end == POOL_ANSWERED)
        go_on = report_answer(files, k, answer, findings);
    else
        report_unanswered(files, k, answer, findings);
    jixiao_findings_free(findings);
    return go_on;
}

static void tick(void *user, size_t made)
{
    struct files *files = user;

    progress_draw(&files->progress, made);
}

/* As many as were asked for, and no more than there is work for. */
static size_t jobs_of(const struct files *files)
{
    const struct options *options = files->run->options;
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    size_t jobs = !options->has_jobs ? 1
        : options->jobs ? options->jobs
        : processors > 0 ? (size_t)processors : 1;

    return jobs < files->count ? jobs : files->count;
}

void workers_run(struct files *files)
{
    const struct options *options = files->run->options;
    struct pool pool = { .count = files->count, .jobs = jobs_of(files),
        .seconds = seconds_of(options),
        .job = { make, files, megabytes_of(options) << 20 },
        .take = take, .tick = tick, .user = files };

    if (!files->count)
        return;
    if (options->resume)
        resume_begin(files);
    if (pool.jobs > 1)
        prepare(files->run);
    pool_run(&pool, files->run->faults);
}
