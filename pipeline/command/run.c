#include "command/run.h"

#include <stdio.h>
#include <stdlib.h>

#include "command/previous.h"

static const char *const change_names[BUNDLE_CHANGE_COUNT][LANGUAGE_COUNT] = {
    [BUNDLE_NEW] = { "新", "new" },
    [BUNDLE_CHANGED] = { "改", "changed" },
    [BUNDLE_SAME] = { "未变", "the same" },
    [BUNDLE_REMOVED] = { "删", "removed" },
    [BUNDLE_KEPT] = { "留", "kept" },
    [BUNDLE_LEFT] = { "未动", "left alone" },
};

static void print_changes(const struct jixiao_report *report,
    enum language language)
{
    const char *separator = "";

    printf("%s: ", report->folder);
    for (int k = 0; k < BUNDLE_CHANGE_COUNT; k++) {
        if (!report->counts[k])
            continue;
        printf("%s%s %zu", separator, change_names[k][language],
            report->counts[k]);
        separator = language == LANGUAGE_ZH ? "，" : ", ";
    }
    putchar('\n');
}

void run_note_worst(struct run *run, const struct findings *findings)
{
    enum level worst = findings_worst(findings);

    if (worst > run->worst)
        run->worst = worst;
}

static void verify(struct run *run, const struct jixiao_set *set,
    struct findings *findings)
{
    xmlDocPtr documents = jixiao_document(set, NULL, findings);

    jixiao_validate(run->jixiao, JIXIAO_SUBMISSION, jixiao_submission(set),
        findings);
    if (documents) {
        jixiao_validate(run->jixiao, JIXIAO_DOCUMENT, documents, findings);
        xmlFreeDoc(documents);
    }
}

static void print_tree(xmlDocPtr tree, struct findings *findings)
{
    xmlChar *bytes = NULL;
    int length = 0;

    xmlDocDumpMemoryEnc(tree, &bytes, &length, "UTF-8");
    if (bytes)
        fwrite(bytes, 1, (size_t)length, stdout);
    else
        findings_out_of_memory(findings);
    xmlFree(bytes);
}

static void print_intermediate(const struct options *options,
    const struct jixiao_set *set, struct findings *findings)
{
    if (options->to == INTERMEDIATE_SUBMISSION) {
        print_tree(jixiao_submission(set), findings);
        return;
    }
    xmlDocPtr documents = jixiao_document(set, options->build.only, findings);
    if (documents)
        print_tree(documents, findings);
    xmlFreeDoc(documents);
}

static void build(struct run *run, const struct jixiao_set *set,
    struct findings *findings)
{
    const struct options *options = run->options;
    struct jixiao_build build = options->build;
    struct jixiao_report report = {0};

    build.verify = options->verify;
    if (options->to)
        print_intermediate(options, set, findings);
    else if (jixiao_build(run->jixiao, set, &build, &report, findings))
        print_changes(&report, options->language);
    free(report.folder);
}

static struct jixiao_set *read_file(struct run *run, const char *path,
    struct findings *findings)
{
    const char *where = run->options->previous;

    findings_set_file(findings, path);      /* it comes before last year's */
    struct jixiao_set *previous = where
        ? previous_read(run->jixiao, where, path, findings) : NULL;
    struct jixiao_set *set = jixiao_read(run->jixiao, path, previous,
        findings);
    jixiao_set_free(previous);
    return set;
}

static void report(struct run *run, const char *path,
    const struct jixiao_set *set, struct findings *findings)
{
    fflush(stdout);             /* before what goes to the other stream */
    findings_sort(findings);
    run_note_worst(run, findings);
    report_file(run->report, &(struct report_file){ .path = path,
        .findings = findings,
        .edition = set ? jixiao_edition(set) : NULL,
        .rules = set ? jixiao_rules(set) : NULL,
        .tallies = set ? jixiao_tallies(set) : NULL });
}

/* Rules that cannot be changed as asked: a fault of the run, not the file. */
static bool is_refused(const struct jixiao_set *set,
    const struct findings *findings)
{
    return !set && findings_worst(findings) == LEVEL_USAGE;
}

static void move_faults(struct run *run, const struct findings *findings)
{
    for (size_t k = 0; k < findings_count(findings); k++)
        findings_add_made(run->faults, findings_get(findings, k));
}

/* One data file, with findings of its own; whether to go on. */
static bool run_file(struct run *run, const char *path)
{
    bool builds = run->options->verb == VERB_BUILD;
    struct findings *findings = findings_new();

    if (!findings) {
        findings_out_of_memory(run->faults);
        return false;
    }
    struct jixiao_set *set = read_file(run, path, findings);
    bool refused = is_refused(set, findings);
    if (set && run->options->verify)
        verify(run, set, findings);
    if (set && builds)
        build(run, set, findings);
    if (refused)
        move_faults(run, findings);
    else
        report(run, path, set, findings);
    jixiao_set_free(set);
    findings_free(findings);
    return !refused;
}

/* Two files of one name would write to one folder. */
static bool folders_differ(const struct options *options,
    struct findings *findings)
{
    if (options->verb != VERB_BUILD || options->to)
        return true;
    for (int k = 0; k < options->argument_count; k++)
        for (int n = 0; n < k; n++)
            if (jixiao_same_folder(options->arguments[k],
                options->arguments[n])) {
                findings_add(findings, CATALOGUE_FOLDER_TWICE,
                    (struct place){ 0, 0 }, NULL,
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
