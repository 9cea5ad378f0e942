/*
 * Data files, one after the other: read, checked, built and reported.
 */

#include "command/run.h"

#include <stdio.h>
#include <stdlib.h>

#include "0_base/catalogue.h"
#include "command/previous.h"
#include "command/say.h"
#include "command/summing.h"

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
    const struct jixiao_outcome *outcome, enum jixiao_language language)
{
    const char *separator = "";

    jixiao_print_text(folder, language, stdout);
    fputs(": ", stdout);
    for (int k = 0; k < JIXIAO_FILE_CHANGE_COUNT; k++) {
        if (!outcome->counts[k])
            continue;
        printf("%s%s %zu", separator, say(change_names[k], language),
            outcome->counts[k]);
        separator = say(PHRASE_SEPARATOR, language);
    }
    putchar('\n');
}

static void print_intermediate(const struct options *options,
    const struct jixiao_set *set, struct jixiao_findings *findings)
{
    size_t length;
    char *text = options->to == INTERMEDIATE_SUBMISSION
        ? jixiao_print_submission(set, &length, findings)
        : jixiao_print_document(set, options->build.only, &length, findings);

    if (text)
        fwrite(text, 1, length, stdout);
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
    if (good) {
        run_print_outcome(outcome.folder, &outcome,
            run->options->language);
        if (correction.text)
            fwrite(correction.text, 1, correction.length, stdout);
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
        run_print_outcome(outcome.folder, &outcome, run->options->language);
    free(outcome.folder);
}

/* last year's set goes to *previous. */
static struct jixiao_set *read_file(struct run *run, const char *path,
    struct jixiao_set **previous, struct jixiao_findings *findings)
{
    const char *where = run->options->previous;

    jixiao_findings_set_file(findings, path);   /* it comes before last year's */
    *previous = where
        ? previous_read(run->jixiao, where, path, findings) : NULL;
    return jixiao_read(run->jixiao, path, *previous, findings);
}

void run_print_findings(struct run *run, const char *path,
    const struct jixiao_set *set, struct jixiao_findings *findings)
{
    fflush(stdout);             /* before what goes to the other stream */
    run_note_worst(run, findings);
    jixiao_report_file(run->report, path, set, findings);
    fflush(stderr);
}

static void report(struct run *run, const char *path,
    const struct jixiao_set *set, struct jixiao_findings *findings)
{
    jixiao_findings_sort(findings);
    run_print_findings(run, path, set, findings);
}

/* Rules that cannot be changed as asked: a fault of the run, not the file. */
static bool is_refused(const struct jixiao_set *set,
    const struct jixiao_findings *findings)
{
    return !set && jixiao_findings_worst(findings) == JIXIAO_USAGE;
}

/* Whether the verb makes files, whose folders must be told apart. */
static bool is_writing(const struct options *options)
{
    return (options->verb == VERB_BUILD && !options->to)
        || options->verb == VERB_ARCHIVE;
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
    if (!set || !is_writing(options))
        jixiao_recover(path, how, findings);
    if (set && how->verify)
        jixiao_verify(run->jixiao, set, findings);
    if (set && options->to)
        print_intermediate(options, set, findings);
    else if (set && is_writing(options))
        return build(run, set, previous, how, findings);
    return NULL;
}

/* One data file, with findings of its own; folder is the name of its set's, or
 * NULL.  Whether to go on. */
static bool run_file(struct run *run, const char *path, const char *folder)
{
    struct jixiao_findings *findings = jixiao_findings_new();
    struct jixiao_build how = run->options->build;
    struct jixiao_set *previous = NULL;

    if (!findings) {
        jixiao_findings_out_of_memory(run->faults);
        return false;
    }
    how.folder = folder;
    how.verify = run->options->verify;
    struct jixiao_set *set = read_file(run, path, &previous, findings);
    bool refused = is_refused(set, findings);
    char *made = use_set(run, path, set, previous, &how, findings);
    if (refused)
        jixiao_findings_append(run->faults, findings);
    else
        report(run, path, set, findings);
    if (!refused)
        summing_add(run, path, set, made, findings);
    free(made);
    jixiao_set_free(set);
    jixiao_set_free(previous);
    jixiao_findings_free(findings);
    return !refused;
}

/* The folders of all files; what is wrong with them matters to a build. */
static bool name_folders(struct run *run, char **names)
{
    const struct options *options = run->options;
    struct jixiao_findings *findings = jixiao_findings_new();

    if (!findings) {
        jixiao_findings_out_of_memory(run->faults);
        return false;
    }
    bool good = jixiao_folder_names(
        (const char *const *)options->arguments,
        (size_t)options->argument_count, names, findings);
    bool go_on = good || (!is_writing(options)
        && jixiao_findings_worst(findings) == JIXIAO_USAGE);
    if (!go_on)
        jixiao_findings_append(run->faults, findings);
    jixiao_findings_free(findings);
    return go_on;
}

void run_files(struct run *run)
{
    const struct options *options = run->options;
    char **names = calloc((size_t)options->argument_count + 1,
        sizeof *names);

    if (!names) {
        jixiao_findings_out_of_memory(run->faults);
        return;
    }
    bool go_on = summing_begin(run) && name_folders(run, names);
    for (int k = 0; go_on && k < options->argument_count; k++)
        go_on = run_file(run, options->arguments[k], names[k]);
    summing_end(run);
    for (int k = 0; k < options->argument_count; k++)
        free(names[k]);
    free(names);
}
