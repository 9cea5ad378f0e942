/*
 * One data file: read, checked, and built or archived.
 */

#include "command/run.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "0_base/buffer.h"
#include "0_base/catalogue.h"
#include "0_base/fault.h"
#include "command/previous.h"
#include "command/say.h"

#define INPUT_LIMIT ((size_t)64 << 20)  /* bytes; more is no data file */

static const enum phrase change_names[JIXIAO_FILE_CHANGE_COUNT] = {
    [JIXIAO_FILE_NEW] = PHRASE_FILE_NEW,
    [JIXIAO_FILE_CHANGED] = PHRASE_FILE_CHANGED,
    [JIXIAO_FILE_SAME] = PHRASE_FILE_SAME,
    [JIXIAO_FILE_REMOVED] = PHRASE_FILE_REMOVED,
    [JIXIAO_FILE_KEPT] = PHRASE_FILE_KEPT,
    [JIXIAO_FILE_LEFT] = PHRASE_FILE_LEFT,
    [JIXIAO_FILE_EDITED] = PHRASE_FILE_EDITED,
};

void run_print_outcome(const char *folder,
    const struct jixiao_outcome *outcome, enum jixiao_language language,
    FILE *out)
{
    const char *separator = "";

    jixiao_print_text(folder, language, out);
    fputs(": ", out);
    for (int k = 0; k < JIXIAO_FILE_CHANGE_COUNT; k++) {
        if (!outcome->counts[k])
            continue;
        fprintf(out, "%s%s %zu", separator, say(change_names[k], language),
            outcome->counts[k]);
        separator = say(PHRASE_SEPARATOR, language);
    }
    fputc('\n', out);
}

void run_print_time(FILE *out)
{
    time_t now = time(NULL);
    struct tm local;
    char text[16] = "";

    if (localtime_r(&now, &local))
        strftime(text, sizeof text, "%H:%M:%S ", &local);
    fputs(text, out);
}

static void print_intermediate(const struct run *run,
    const struct jixiao_set *set, struct jixiao_findings *findings)
{
    const struct options *options = run->options;
    size_t length;
    char *text = options->to == INTERMEDIATE_SUBMISSION
        ? jixiao_print_submission(set, &length, findings)
        : jixiao_print_document(set, options->build.only, &length, findings);

    if (text)
        fwrite(text, 1, length, run->out);
    free(text);
}

/* A jixiao_correction_visitor: what has changed, printed to a stream of memory
 * until the set is written. */
struct correction {
    char *text;
    size_t length;
    enum jixiao_language language;
};

static void print_correction(void *user,
    const struct jixiao_comparison *comparison,
    struct jixiao_findings *findings)
{
    struct correction *correction = user;

    FILE *out = open_memstream(&correction->text, &correction->length);
    if (!out) {
        jixiao_findings_out_of_memory(findings);
        return;
    }
    jixiao_comparison_print(comparison, &(struct jixiao_report_options){
        .language = correction->language }, out, findings);
    if (fclose(out) != 0)
        jixiao_findings_out_of_memory(findings);
    if (jixiao_findings_count(findings)) {      /* it is not all of it */
        free(correction->text);
        correction->text = NULL;
    }
}

/* The folder of the files, for free(); NULL where none were made. */
static char *build(struct run *run, const struct jixiao_set *set,
    const struct jixiao_set *previous, const struct jixiao_build *asked,
    struct jixiao_findings *findings)
{
    struct correction correction = { .language = run->options->language };
    struct jixiao_outcome outcome = {0};
    struct jixiao_build how = *asked;

    how.previous = previous;
    how.corrected = print_correction;
    how.corrected_user = &correction;
    bool good = jixiao_build(run->jixiao, set, &how, &outcome, findings);
    if (good && !run->options->quiet) {
        if (run->watched)
            run_print_time(run->out);
        run_print_outcome(outcome.folder, &outcome,
            run->options->language, run->out);
        if (correction.text)
            fwrite(correction.text, 1, correction.length, run->out);
    }
    free(correction.text);
    if (good)
        return outcome.folder;
    free(outcome.folder);
    return NULL;
}

static void archive(struct run *run, const struct jixiao_set *set,
    const struct jixiao_set *previous, const char *folder,
    struct jixiao_findings *findings)
{
    struct jixiao_archive_options how = run->options->archive;
    struct jixiao_outcome outcome = {0};

    how.output = run->options->build.output;
    how.folder = folder;
    how.previous = previous;
    if (jixiao_archive(run->jixiao, set, &how, &outcome, findings))
        run_print_outcome(outcome.folder, &outcome, run->options->language,
            run->out);
    free(outcome.folder);
}

/* A data file from the standard input, whoever writes it and however slowly;
 * one that is too large is reported as one. */
static struct jixiao_set *read_standard_input(struct run *run,
    const char *name, const struct jixiao_set *previous,
    struct jixiao_findings *findings)
{
    struct buffer text = BUFFER_EMPTY;
    struct jixiao_set *set = NULL;
    char piece[1 << 16], reason[FAULT_TEXT_SIZE];
    size_t length;

    while (text.length <= INPUT_LIMIT
        && (length = fread(piece, 1, sizeof piece, stdin)) > 0)
        buffer_add(&text, piece, length);
    if (text.failed)
        jixiao_findings_out_of_memory(findings);
    else if (ferror(stdin))
        jixiao_findings_add(findings, catalogue_code(CATALOGUE_FILE_UNREADABLE),
            "reason", fault_text(errno, reason), NULL);
    else
        set = jixiao_read_bytes(run->jixiao, name, buffer_string(&text),
            text.length, previous, findings);
    buffer_free(&text);
    return set;
}

/* last year's set goes to *previous. */
static struct jixiao_set *read_file(struct run *run, const char *path,
    struct jixiao_set **previous, struct jixiao_findings *findings)
{
    const char *where = run->options->previous;

    /* It comes before last year's. */
    jixiao_findings_set_file(findings, path);
    *previous = where
        ? previous_read(run->jixiao, where, path, findings) : NULL;
    return strcmp(path, "-") == 0
        ? read_standard_input(run, path, *previous, findings)
        : jixiao_read(run->jixiao, path, *previous, findings);
}

void run_print_findings(struct run *run, const char *path,
    const struct jixiao_set *set, struct jixiao_findings *findings)
{
    fflush(stdout);             /* before what goes to the other stream */
    run_note_worst(run, findings);
    jixiao_report_file(run->report, path, set, findings);
    fflush(stderr);
}

/* Rules that cannot be changed as asked: a fault of the run, not the file. */
static bool is_refused(const struct jixiao_set *set,
    const struct jixiao_findings *findings)
{
    return !set && jixiao_findings_worst(findings) == JIXIAO_USAGE;
}

bool run_is_writing(const struct options *options)
{
    return (options->verb == VERB_BUILD && !options->to)
        || options->verb == VERB_WATCH || options->verb == VERB_ARCHIVE;
}

/* What the verb is about; set is NULL where it did not get so far.  The folder
 * of the files, for free(); NULL where there are none. */
static char *use_set(struct run *run, const char *path,
    const struct jixiao_set *set, const struct jixiao_set *previous,
    const struct jixiao_build *how, struct jixiao_findings *findings)
{
    const struct options *options = run->options;

    if (options->verb == VERB_ARCHIVE) {
        if (set)
            archive(run, set, previous, how->folder, findings);
        return NULL;
    }
    if (!set || !run_is_writing(options))
        jixiao_recover(path, how, findings);
    if (set && how->verify)
        jixiao_verify(run->jixiao, set, findings);
    if (set && options->to)
        print_intermediate(run, set, findings);
    else if (set && run_is_writing(options))
        return build(run, set, previous, how, findings);
    return NULL;
}

bool run_open(struct run *run)
{
    const struct options *options = run->options;

    run->jixiao = jixiao_open(options->data_dir, run->faults);
    if (!run->jixiao)
        return false;
    jixiao_set_paper(run->jixiao, &options->paper);
    jixiao_change_rules(run->jixiao, options->changes.list,
        options->changes.count);
    jixiao_select(run->jixiao, options->build.only,
        options->verb == VERB_BUILD || options->verb == VERB_WATCH);
    return true;
}

struct jixiao_report *run_begin_report(const struct run *run, FILE *out)
{
    const struct options *options = run->options;

    return jixiao_report_begin(&(struct jixiao_report_options){
        .kind = options->verb == VERB_DIFF ? JIXIAO_REPORT_TEXT
            : options->report, .language = options->language,
        .brief = options->to != INTERMEDIATE_NONE
            || options->verb == VERB_SUMMARY || options->verb == VERB_NEW
            || options->verb == VERB_NEXT || options->verb == VERB_SHEET
            || options->verb == VERB_READ,
        .quiet = options->quiet,
        .coloured = jixiao_report_may_colour(out),
        .columns = run->columns }, out);
}

/* What is kept for another run may be told on a terminal then. */
struct jixiao_findings *run_findings(const struct run *run)
{
    struct jixiao_findings *findings = jixiao_findings_new();

    if (findings && (run->columns || run->options->resume))
        jixiao_findings_keep_lines(findings);
    return findings;
}

bool run_one(struct run *run, const char *path, const char *folder,
    struct run_done *done)
{
    struct jixiao_build how = run->options->build;

    *done = (struct run_done){ .findings = run_findings(run) };
    if (!done->findings) {
        jixiao_findings_out_of_memory(run->faults);
        return false;
    }
    how.folder = folder;
    how.verify = run->options->verify;
    how.watched = run->watched;
    done->set = read_file(run, path, &done->previous, done->findings);
    done->is_refused = is_refused(done->set, done->findings);
    done->folder = use_set(run, path, done->set, done->previous, &how,
        done->findings);
    return true;
}

void run_one_end(struct run_done *done)
{
    jixiao_set_free(done->set);
    jixiao_set_free(done->previous);
    jixiao_findings_free(done->findings);
    free(done->folder);
    *done = (struct run_done){ .set = NULL };
}
