/*
 * Data files, one after the other: read, checked, built and reported.
 */

#include "command/run.h"

#include <stdio.h>
#include <stdlib.h>

#include "0_base/catalogue.h"
#include "command/previous.h"
#include "command/words.h"

static const enum phrase change_names[JIXIAO_FILE_CHANGE_COUNT] = {
    [JIXIAO_FILE_NEW] = PHRASE_FILE_NEW,
    [JIXIAO_FILE_CHANGED] = PHRASE_FILE_CHANGED,
    [JIXIAO_FILE_SAME] = PHRASE_FILE_SAME,
    [JIXIAO_FILE_REMOVED] = PHRASE_FILE_REMOVED,
    [JIXIAO_FILE_KEPT] = PHRASE_FILE_KEPT,
    [JIXIAO_FILE_LEFT] = PHRASE_FILE_LEFT,
    [JIXIAO_FILE_EDITED] = PHRASE_FILE_EDITED,
};

static void print_changes(const struct jixiao_outcome *outcome,
    enum jixiao_language language)
{
    const char *separator = "";

    jixiao_print_text(outcome->folder, language, stdout);
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

void run_note_worst(struct run *run, const struct jixiao_findings *findings)
{
    enum jixiao_level worst = jixiao_findings_worst(findings);

    if (worst > run->worst)
        run->worst = worst;
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

static void build(struct run *run, const struct jixiao_set *set,
    struct jixiao_findings *findings)
{
    const struct options *options = run->options;
    struct jixiao_build build = options->build;
    struct jixiao_outcome outcome = {0};

    build.verify = options->verify;
    if (options->to)
        print_intermediate(options, set, findings);
    else if (jixiao_build(run->jixiao, set, &build, &outcome, findings))
        print_changes(&outcome, options->language);
    free(outcome.folder);
}

static struct jixiao_set *read_file(struct run *run, const char *path,
    struct jixiao_findings *findings)
{
    const char *where = run->options->previous;

    jixiao_findings_set_file(findings, path);      /* it comes before last year's */
    struct jixiao_set *previous = where
        ? previous_read(run->jixiao, where, path, findings) : NULL;
    struct jixiao_set *set = jixiao_read(run->jixiao, path, previous,
        findings);
    jixiao_set_free(previous);
    return set;
}

static void report(struct run *run, const char *path,
    const struct jixiao_set *set, struct jixiao_findings *findings)
{
    fflush(stdout);             /* before what goes to the other stream */
    jixiao_findings_sort(findings);
    run_note_worst(run, findings);
    jixiao_report_file(run->report, path, set, findings);
}

/* Rules that cannot be changed as asked: a fault of the run, not the file. */
static bool is_refused(const struct jixiao_set *set,
    const struct jixiao_findings *findings)
{
    return !set && jixiao_findings_worst(findings) == JIXIAO_USAGE;
}

/* One data file, with findings of its own; whether to go on. */
static bool run_file(struct run *run, const char *path)
{
    bool builds = run->options->verb == VERB_BUILD;
    struct jixiao_findings *findings = jixiao_findings_new();

    if (!findings) {
        jixiao_findings_out_of_memory(run->faults);
        return false;
    }
    struct jixiao_set *set = read_file(run, path, findings);
    bool refused = is_refused(set, findings);
    if (!set || !builds || run->options->to)
        jixiao_recover(path, run->options->build.output, findings);
    if (set && run->options->verify)
        jixiao_verify(run->jixiao, set, findings);
    if (set && builds)
        build(run, set, findings);
    if (refused)
        jixiao_findings_append(run->faults, findings);
    else
        report(run, path, set, findings);
    jixiao_set_free(set);
    jixiao_findings_free(findings);
    return !refused;
}

/* Two files of one name would write to one folder. */
static bool folders_differ(const struct options *options,
    struct jixiao_findings *findings)
{
    if (options->verb != VERB_BUILD || options->to)
        return true;
    for (int k = 0; k < options->argument_count; k++)
        for (int n = 0; n < k; n++)
            if (jixiao_same_folder(options->arguments[k],
                options->arguments[n])) {
                jixiao_findings_add(findings, catalogue_code(CATALOGUE_FOLDER_TWICE),
        "name", options->arguments[k], NULL);
                return false;
            }
    return true;
}

void run_files(struct run *run)
{
    const struct options *options = run->options;
    bool go_on = folders_differ(options, run->faults);

    for (int k = 0; go_on && k < options->argument_count; k++)
        go_on = run_file(run, options->arguments[k]);
}
