/*
 * The command line: options in, findings and files out, and the exit status.
 * files.c has what is done with data files.
 */

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "0_base/catalogue.h"
#include "0_base/large.h"
#include "command/completion.h"
#include "command/diff.h"
#include "command/edit.h"
#include "command/files.h"
#include "command/make.h"
#include "command/pull.h"
#include "command/rules_print.h"
#include "command/run.h"
#include "command/schema_print.h"
#include "command/summing.h"
#include "command/terminal.h"
#include "command/verify.h"
#include "command/watch.h"

static const char *argument(const struct options *options, int k)
{
    return k < options->argument_count ? options->arguments[k] : NULL;
}

static void print_schema_text(struct run *run, const char *edition)
{
    char *text = jixiao_schema(run->jixiao, edition, run->faults);

    if (text)
        puts(text);
    free(text);
}

static void print_schema_table(struct run *run, const char *edition)
{
    const char *name = jixiao_edition_name(run->jixiao, edition, run->faults);

    if (name)
        jixiao_members(run->jixiao, name, schema_print_member,
            &(struct schema_print){ name, run->options->language, stdout },
            run->faults);
}

static void print_schema(struct run *run)
{
    const char *edition = argument(run->options, 0);

    if (run->options->markdown)
        print_schema_table(run, edition);
    else
        print_schema_text(run, edition);
}

static void print_rules(struct run *run)
{
    const struct options *options = run->options;
    const struct jixiao_rules *rules = jixiao_rules(run->jixiao,
        argument(options, 0), run->faults);

    if (rules && options->markdown)
        rules_print_markdown(rules, options->language, stdout);
    else if (rules)
        rules_print_table(rules, options->language, stdout);
}

static void print_explanation(struct run *run)
{
    const struct options *options = run->options;
    const struct jixiao_rules *rules = jixiao_rules(run->jixiao,
        argument(options, 1), run->faults);

    if (rules)
        rules_explain(rules, argument(options, 0), options->language, stdout,
            run->faults);
}

static void (*const verbs[VERB_COUNT])(struct run *run) = {
    [VERB_BUILD] = files_run,
    [VERB_CHECK] = files_run,
    [VERB_WATCH] = watch_file,
    [VERB_ARCHIVE] = files_run,
    [VERB_VERIFY] = verify_archives,
    [VERB_SUMMARY] = summing_join,
    [VERB_NEW] = make_new,
    [VERB_NEXT] = make_next,
    [VERB_PULL] = pull_files,
    [VERB_SHEET] = make_sheet,
    [VERB_READ] = make_read,
    [VERB_EDIT] = edit_file,
    [VERB_DIFF] = diff_sets,
    [VERB_RULES] = print_rules,
    [VERB_EXPLAIN] = print_explanation,
    [VERB_SCHEMA] = print_schema,
    [VERB_COMPLETION] = completion_print,
};

static void run_verb(struct run *run)
{
    if (run_open(run))
        verbs[run->options->verb](run);
}

/* A report is written even of a wrong command line, since its reader waits for
 * one; what differs between sets is none. */
static void run_reported(struct run *run, bool good)
{
    const struct options *options = run->options;
    FILE *out = options->verb == VERB_CHECK || options->verb == VERB_VERIFY
        ? stdout : stderr;

    run->columns = terminal_columns(options->caret, out);
    run->report = run_begin_report(run, out);
    if (good && run->report)
        run_verb(run);
    if (!run->report)
        jixiao_findings_out_of_memory(run->faults);
    else if (!jixiao_report_end(run->report, run->faults))
        jixiao_findings_add(run->faults, catalogue_code(CATALOGUE_REPORT_CUT),
        NULL);
    jixiao_close(run->jixiao);
}

/* Closes the standard output; whether all of it was written. */
static void close_output(struct jixiao_findings *findings)
{
    bool failed = ferror(stdout) != 0;

    if (fclose(stdout) == 0 && !failed)
        return;
    jixiao_findings_set_file(findings, NULL);
    jixiao_findings_add(findings, catalogue_code(CATALOGUE_OUTPUT_CUT), NULL);
}

static void print_faults(const struct jixiao_findings *faults,
    enum jixiao_language language)
{
    jixiao_print_findings(faults, &(struct jixiao_report_options){
        .language = language,
        .coloured = jixiao_report_may_colour(stderr) }, stderr);
}

/* Reads the options and carries out the verb; returns the exit status. */
static enum jixiao_level run_all(int argc, char **argv,
    struct jixiao_findings *faults)
{
    struct options options;
    struct run run = { .options = &options, .out = stdout,
        .faults = faults };
    bool good = options_parse(&options, argc, argv, faults);

    if (good && options.help)
        options_print_help(options.verb, options.language, stdout);
    else if (good && options.version)
        puts("jixiao " JIXIAO_VERSION);
    else
        run_reported(&run, good);
    close_output(faults);
    jixiao_findings_sort(faults);
    print_faults(faults, options.language);
    run_note_worst(&run, faults);
    options_free(&options);
    return run.worst;
}

/* Where there is no memory even for a list of findings. */
static void print_no_memory(void)
{
    const struct catalogue_row *row = catalogue_get(CATALOGUE_OUT_OF_MEMORY);

    fprintf(stderr, "%s %s: %s\n",
        jixiao_level_name(JIXIAO_SYSTEM, JIXIAO_ZH), row->code,
        row->text[LANGUAGE_ZH]);
}

/* Where a caller has closed a standard stream, no file of ours may get its
 * number and what is printed there; it is as useless as before. */
static void hold_streams(void)
{
    for (int stream = STDIN_FILENO; stream <= STDERR_FILENO; stream++)
        if (fcntl(stream, F_GETFD) == -1)
            open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY);
}

int main(int argc, char **argv)
{
    hold_streams();
    memory_keep();
    /* What may not grow any more is then a fault of writing, with a finding. */
    signal(SIGXFSZ, SIG_IGN);
    /* run_print_findings() flushes it. */
    setvbuf(stderr, NULL, _IOFBF, BUFSIZ);
    jixiao_setup();

    struct jixiao_findings *faults = jixiao_findings_new();
    if (!faults) {
        print_no_memory();
        return JIXIAO_SYSTEM;
    }
    enum jixiao_level worst = run_all(argc, argv, faults);
    jixiao_findings_free(faults);
    return (int)worst;
}
