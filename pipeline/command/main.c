/*
 * The command line: options in, findings and files out, and the exit status.
 * run.c has what is done with data files.
 */

#include <stdio.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "command/rules_print.h"
#include "command/run.h"
#include "command/schema_print.h"
#include "library/edition.h"
#include "library/reports/line.h"

static const char *argument(const struct options *options, int k)
{
    return k < options->argument_count ? options->arguments[k] : NULL;
}

static void print_schema(struct run *run)
{
    const struct options *options = run->options;
    const struct resources resources = { options->data_dir };
    struct buffer name = BUFFER_EMPTY, out = BUFFER_EMPTY;

    if (edition_choose(&resources, argument(options, 0), &name,
            run->faults)) {
        bool (*print)(const struct resources *, const char *,
            struct buffer *, struct findings *) = options->markdown
            ? schema_print_markdown : schema_print_json;
        if (print(&resources, buffer_string(&name), &out, run->faults))
            fwrite(buffer_string(&out), 1, out.length, stdout);
    }
    if (out.failed)
        findings_out_of_memory(run->faults);
    buffer_free(&name);
    buffer_free(&out);
}

/* The rules of the edition that the k-th argument names, if there is one. */
static const struct rules *open_rules(struct run *run, int k)
{
    const struct resources resources = { run->options->data_dir };
    struct buffer name = BUFFER_EMPTY;
    const struct rules *rules = NULL;

    if (edition_choose(&resources, argument(run->options, k), &name,
            run->faults))
        rules = jixiao_edition_rules(run->jixiao, buffer_string(&name),
            run->faults);
    buffer_free(&name);
    return rules;
}

static void print_rules(struct run *run)
{
    const struct options *options = run->options;
    const struct rules *rules = open_rules(run, 0);

    if (rules && options->markdown)
        rules_print_markdown(rules, options->language, stdout);
    else if (rules)
        rules_print_table(rules, options->language, stdout);
}

static void print_explanation(struct run *run)
{
    const struct options *options = run->options;
    const struct rules *rules = open_rules(run, 1);

    if (rules)
        rules_explain(rules, argument(options, 0), options->language, stdout,
            run->faults);
}

static void (*const verbs[VERB_COUNT])(struct run *run) = {
    [VERB_BUILD] = run_files,
    [VERB_CHECK] = run_files,
    [VERB_RULES] = print_rules,
    [VERB_EXPLAIN] = print_explanation,
    [VERB_SCHEMA] = print_schema,
};

static void run_verb(struct run *run)
{
    const struct options *options = run->options;

    run->jixiao = jixiao_open(options->data_dir, run->faults);
    if (!run->jixiao)
        return;
    jixiao_change_rules(run->jixiao, options->changes.list,
        options->changes.count);
    verbs[options->verb](run);
}

/* A report, even of a command line that is wrong: its reader waits for one. */
static void run_reported(struct run *run, bool good)
{
    const struct options *options = run->options;
    FILE *out = options->verb == VERB_CHECK ? stdout : stderr;

    run->report = report_begin(&(struct report_options){
        .format = options->report, .language = options->language,
        .brief = options->to != INTERMEDIATE_NONE,
        .coloured = report_may_colour(out) }, out);
    if (good && run->report)
        run_verb(run);
    if (!run->report)
        findings_out_of_memory(run->faults);
    else if (!report_end(run->report, run->faults))
        findings_add(run->faults, CATALOGUE_REPORT_CUT,
            (struct place){ 0, 0 }, NULL, NULL);
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

static void print_faults(const struct findings *faults,
    enum language language)
{
    const struct line_style style = { language, report_may_colour(stderr) };

    for (size_t k = 0; k < findings_count(faults); k++)
        line_print(findings_get(faults, k), style, stderr);
}

/* Options, and then the verb; the exit status. */
static enum level run_all(int argc, char **argv, struct findings *faults)
{
    struct options options;
    struct run run = { .options = &options, .faults = faults };
    bool good = options_parse(&options, argc, argv, faults);

    if (good && options.help)
        options_print_help(options.verb, options.language, stdout);
    else if (good && options.version)
        puts("jixiao " JIXIAO_VERSION);
    else
        run_reported(&run, good);
    close_output(faults);
    findings_sort(faults);
    print_faults(faults, options.language);
    run_note_worst(&run, faults);
    options_free(&options);
    return run.worst;
}

/* What one data file has taken serves the next one: given back to the system
 * in between, it would come again a page at a time. */
static void keep_memory(void)
{
#ifdef __GLIBC__
    mallopt(M_MMAP_THRESHOLD, 32 << 20);
    mallopt(M_TRIM_THRESHOLD, 64 << 20);
#endif
}

int main(int argc, char **argv)
{
    keep_memory();
    jixiao_setup();

    struct findings *faults = findings_new();
    if (!faults) {
        const struct finding finding = finding_no_memory();
        line_print(&finding, (struct line_style){ LANGUAGE_ZH, false },
            stderr);
        return LEVEL_SYSTEM;
    }
    enum level worst = run_all(argc, argv, faults);
    findings_free(faults);
    return (int)worst;
}
