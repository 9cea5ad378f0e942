/*
 * The command line: options in, findings and files out, and the exit status.
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "edition.h"
#include "jixiao.h"
#include "options.h"
#include "schema_print.h"

/* What one run works with. */
struct run {
    const struct options *options;
    struct jixiao *jixiao;
    enum level worst;           /* so far */
};

static const char *const change_names[BUNDLE_CHANGE_COUNT][LANGUAGE_COUNT] = {
    [BUNDLE_NEW] = { "新", "new" },
    [BUNDLE_CHANGED] = { "改", "changed" },
    [BUNDLE_SAME] = { "未变", "the same" },
    [BUNDLE_REMOVED] = { "删", "removed" },
    [BUNDLE_KEPT] = { "留", "kept" },
    [BUNDLE_LEFT] = { "未动", "left alone" },
};

static void print_report(const struct jixiao_report *report,
    enum language language)
{
    const char *separator = "";

    printf("%s: ", report->folder);
    for (int k = 0; k < BUNDLE_CHANGE_COUNT; k++) {
        if (!report->counts[k])
            continue;
        printf(language == LANGUAGE_ZH ? "%s%s %zu" : "%s%s %zu", separator,
            change_names[k][language], report->counts[k]);
        separator = language == LANGUAGE_ZH ? "，" : ", ";
    }
    putchar('\n');
}

/* Findings by level, answered ones aside: data.json: 错误 3，警告 2 */
static void print_summary(const char *path, const struct findings *findings,
    enum language language, FILE *out)
{
    size_t counts[LEVEL_SYSTEM + 1] = {0};
    const char *separator = "";

    fprintf(out, "%s: ", path);

    for (size_t k = 0; k < findings_count(findings); k++) {
        const struct finding *finding = findings_get(findings, k);
        if (!finding->answer)
            counts[finding->level]++;
    }
    for (int level = LEVEL_SYSTEM; level >= LEVEL_HINT; level--) {
        if (!counts[level])
            continue;
        fprintf(out, "%s%s %zu", separator,
            level_name((enum level)level, language), counts[level]);
        separator = language == LANGUAGE_ZH ? "，" : ", ";
    }
    if (!*separator)
        fputs(language == LANGUAGE_ZH ? "没有问题" : "no findings", out);
    fputc('\n', out);
}

static void print_findings(struct run *run, struct findings *findings,
    FILE *out)
{
    enum language language = run->options->language;
    enum level worst = findings_worst(findings);

    findings_sort(findings);
    for (size_t k = 0; k < findings_count(findings); k++) {
        const struct finding *finding = findings_get(findings, k);
        if (!finding->answer)
            finding_print(finding, language, out);
    }
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
    struct jixiao_report report = {0};

    if (options->to)
        print_intermediate(options, set, findings);
    else if (jixiao_build(run->jixiao, set, &options->build, &report,
            findings))
        print_report(&report, options->language);
    free(report.folder);
}

/* Where there is no memory for findings; the exit status. */
static enum level report_no_memory(enum language language)
{
    const struct finding finding = finding_no_memory();

    finding_print(&finding, language, stderr);
    return LEVEL_SYSTEM;
}

/* One data file, with findings of its own. */
static void run_file(struct run *run, const char *path)
{
    bool checks = run->options->verb == VERB_CHECK;
    FILE *out = checks ? stdout : stderr;
    struct findings *findings = findings_new();

    if (!findings) {
        run->worst = report_no_memory(run->options->language);
        return;
    }
    struct jixiao_set *set = jixiao_read(run->jixiao, path, findings);
    if (set && run->options->verify)
        verify(run, set, findings);
    if (set && !checks)
        build(run, set, findings);
    jixiao_set_free(set);
    fflush(stdout);
    print_findings(run, findings, out);
    if (!run->options->to)
        print_summary(path, findings, run->options->language, out);
    findings_free(findings);
}

/* Two files of one name would write to one folder. */
static bool folders_differ(const struct options *options,
    struct findings *findings)
{
    if (options->verb != VERB_BUILD || options->to)
        return true;
    for (int k = 0; k < options->file_count; k++)
        for (int n = 0; n < k; n++)
            if (jixiao_same_folder(options->files[k], options->files[n])) {
                findings_add(findings, CATALOGUE_FOLDER_TWICE,
                    (struct place){ 0, 0 }, NULL,
                    "name", options->files[k], NULL);
                return false;
            }
    return true;
}

/* The edition that was named, or the last one that is built in. */
static bool choose_edition(const struct options *options,
    const struct resources *resources, struct buffer *name,
    struct findings *findings)
{
    struct buffer known = BUFFER_EMPTY;

    if (options->file_count) {
        buffer_add_string(name, options->files[0]);
    } else {
        for (size_t k = 0; edition_name(k, &known); k++) {
            buffer_clear(name);
            buffer_add_string(name, buffer_string(&known));
            buffer_clear(&known);
        }
    }
    bool found = edition_exists(resources, buffer_string(name));
    if (!found) {
        buffer_clear(&known);
        edition_list(&known);
        findings_add(findings, CATALOGUE_EDITION_NOT_THERE,
            (struct place){ 0, 0 }, NULL, "name", buffer_string(name),
            "known", buffer_string(&known), NULL);
    }
    buffer_free(&known);
    return found;
}

static void print_schema(const struct options *options,
    struct findings *findings)
{
    const struct resources resources = { options->data_dir };
    struct buffer name = BUFFER_EMPTY, out = BUFFER_EMPTY;

    if (choose_edition(options, &resources, &name, findings)) {
        bool (*print)(const struct resources *, const char *,
            struct buffer *, struct findings *) = options->markdown
            ? schema_print_markdown : schema_print_json;
        if (print(&resources, buffer_string(&name), &out, findings))
            fwrite(buffer_string(&out), 1, out.length, stdout);
    }
    if (name.failed || out.failed)
        findings_out_of_memory(findings);
    buffer_free(&name);
    buffer_free(&out);
}

static void run_verb(struct run *run, struct findings *findings)
{
    const struct options *options = run->options;

    if (options->verb == VERB_SCHEMA) {
        print_schema(options, findings);
        return;
    }
    if (!folders_differ(options, findings))
        return;
    run->jixiao = jixiao_open(options->data_dir, findings);
    for (int k = 0; run->jixiao && k < options->file_count; k++)
        run_file(run, options->files[k]);
    jixiao_close(run->jixiao);
}

/* Nothing more goes to the standard output; was all of it written? */
static void close_output(struct findings *findings)
{
    bool failed = ferror(stdout) != 0;

    if (fclose(stdout) != 0 || failed)
        findings_add(findings, CATALOGUE_OUTPUT_CUT, (struct place){ 0, 0 },
            NULL, NULL);
}

/* Options, and then the verb; faults that concern no file are in findings. */
static enum level run_all(int argc, char **argv, struct findings *findings)
{
    struct options options;
    struct run run = { .options = &options };

    if (options_parse(&options, argc, argv, findings)) {
        if (options.help)
            options_print_help(options.verb, options.language, stdout);
        else if (options.version)
            puts("jixiao " JIXIAO_VERSION);
        else
            run_verb(&run, findings);
    }
    close_output(findings);
    print_findings(&run, findings, stderr);
    return run.worst;
}

int main(int argc, char **argv)
{
    jixiao_setup();

    struct findings *findings = findings_new();
    if (!findings)
        return (int)report_no_memory(LANGUAGE_ZH);
    enum level worst = run_all(argc, argv, findings);
    findings_free(findings);
    return (int)worst;
}
