/*
 * The tables of verbs and options, and what each option sets.
 */

#include "command/options_rows.h"

#include <limits.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "0_base/catalogue.h"
#include "0_base/list.h"
#include "0_base/listed.h"
#include "0_base/signs.h"
#include "batch/figures.h"
#include "batch/pool.h"

#define SECONDS_MAX 1000000
#define MEGABYTES_MAX 1000000
#define PORT_MAX 65535

bool options_complain(struct jixiao_findings *findings, enum catalogue id,
    const char *name, const char *allowed)
{
    jixiao_findings_add(findings, catalogue_code(id),
        "name", name,
        "allowed", allowed, NULL);
    return false;
}

static bool set_formats(struct options *options, const char *list,
    struct jixiao_findings *findings)
{
    options->build.formats = list;
    return jixiao_formats_check(list, findings);
}

/* The number of a name among those that an option takes; -1, with a finding
 * that lists them, for another one. */
static int choose(const char *name, const char *const *names, int count,
    enum catalogue id, struct jixiao_findings *findings)
{
    struct buffer allowed = BUFFER_EMPTY;

    for (int k = 0; k < count; k++) {
        if (strcmp(names[k], name) == 0) {
            buffer_free(&allowed);
            return k;
        }
        listed_add(&allowed, names[k]);
    }
    if (allowed.failed)
        jixiao_findings_out_of_memory(findings);
    else
        options_complain(findings, id, name, buffer_string(&allowed));
    buffer_free(&allowed);
    return -1;
}

static bool set_language(struct options *options, const char *name,
    struct jixiao_findings *findings)
{
    static const char *const names[] = { "zh", "en" };
    int chosen = choose(name, names, JIXIAO_LANGUAGE_COUNT,
        CATALOGUE_LANGUAGE_UNKNOWN, findings);

    if (chosen >= 0)
        options->language = (enum jixiao_language)chosen;
    return chosen >= 0;
}

static bool set_stage(struct options *options, const char *name,
    struct jixiao_findings *findings)
{
    static const char *const names[] = { "submission.xml", "document.xml" };
    static const enum intermediate stages[] = { INTERMEDIATE_SUBMISSION,
        INTERMEDIATE_DOCUMENT };
    int chosen = choose(name, names, 2, CATALOGUE_STAGE_UNKNOWN, findings);

    if (chosen >= 0)
        options->to = stages[chosen];
    return chosen >= 0;
}

/* An empty argument comes nearly always of a variable that was never set. */
static bool refuse_empty(const char *argument, const char *option,
    struct jixiao_findings *findings)
{
    return *argument
        || options_complain(findings, CATALOGUE_OPTION_INCOMPLETE, option, "");
}

static bool set_output(struct options *options, const char *folder,
    struct jixiao_findings *findings)
{
    options->build.output = folder;
    return refuse_empty(folder, "--output", findings);
}

static bool set_file(struct options *options, const char *path,
    struct jixiao_findings *findings)
{
    options->file = path;
    return refuse_empty(path, "--output", findings);
}

static bool set_only(struct options *options, const char *list,
    struct jixiao_findings *findings)
{
    options->build.only = list;
    return refuse_empty(list, "--only", findings);
}

/* One argument more in a list of them, which may move; false where memory runs
 * out. */
static bool add_argument(const char ***list, size_t count, size_t *room,
    const char *argument, struct jixiao_findings *findings)
{
    const char **wider = list_room(*list, count, room, sizeof *wider);

    if (!wider) {
        jixiao_findings_out_of_memory(findings);
        return false;
    }
    *list = wider;
    wider[count] = argument;
    return true;
}

static bool add_font_dir(struct options *options, const char *folder,
    struct jixiao_findings *findings)
{
    if (!add_argument(&options->font_folders,
            options->paper.font_folder_count, &options->font_folder_room,
            folder, findings))
        return false;
    options->paper.font_folders = options->font_folders;
    options->paper.font_folder_count++;
    return refuse_empty(folder, "--font-dir", findings);
}

static bool add_added(struct options *options, const char *path,
    struct jixiao_findings *findings)
{
    if (!add_argument(&options->added, options->archive.added_count,
            &options->added_room, path, findings))
        return false;
    options->archive.added = options->added;
    options->archive.added_count++;
    return refuse_empty(path, "--add", findings);
}

static bool set_supersedes(struct options *options, const char *path,
    struct jixiao_findings *findings)
{
    options->archive.supersedes = path;
    return refuse_empty(path, "--supersedes", findings);
}

static bool set_pdf_level(struct options *options, const char *name,
    struct jixiao_findings *findings)
{
    static const char *const names[] = { "1b", "2a" };
    static const enum jixiao_pdf_level levels[] = { JIXIAO_PDF_1B,
        JIXIAO_PDF_2A };
    int chosen = choose(name, names, 2, CATALOGUE_PDF_LEVEL_UNKNOWN, findings);

    if (chosen >= 0)
        options->paper.pdf_level = levels[chosen];
    return chosen >= 0;
}

static bool set_data_dir(struct options *options, const char *folder,
    struct jixiao_findings *findings)
{
    (void)findings;
    options->data_dir = folder;
    return true;
}

static bool set_previous(struct options *options, const char *path,
    struct jixiao_findings *findings)
{
    options->previous = path;
    return refuse_empty(path, "--previous", findings);
}

static bool set_into(struct options *options, const char *path,
    struct jixiao_findings *findings)
{
    options->into = path;
    return refuse_empty(path, "--into", findings);
}

static bool set_redline(struct options *options, const char *folder,
    struct jixiao_findings *findings)
{
    options->redline.output = folder;
    return refuse_empty(folder, "--redline", findings);
}

static bool add_file(struct options *options,
    struct jixiao_summary_file file, struct jixiao_findings *findings)
{
    struct jixiao_summary_file *wider = list_room(options->summaries,
        options->summary_count, &options->summary_room, sizeof *wider);

    if (!wider) {
        jixiao_findings_out_of_memory(findings);
        return false;
    }
    options->summaries = wider;
    wider[options->summary_count++] = file;
    return true;
}

static bool add_summary(struct options *options, const char *path,
    struct jixiao_findings *findings)
{
    return add_file(options, (struct jixiao_summary_file){ .path = path },
        findings) && refuse_empty(path, "--summary", findings);
}

static bool add_circular(struct options *options, const char *path,
    struct jixiao_findings *findings)
{
    return add_file(options, (struct jixiao_summary_file){ .path = path,
        .is_circular = true }, findings)
        && refuse_empty(path, "--circular", findings);
}

static bool set_author(struct options *options, const char *name,
    struct jixiao_findings *findings)
{
    options->redline.author = name;
    return refuse_empty(name, "--author", findings);
}

static bool set_date(struct options *options, const char *date,
    struct jixiao_findings *findings)
{
    options->redline.date = date;
    return refuse_empty(date, "--date", findings);
}

static bool set_reason(struct options *options, const char *words,
    struct jixiao_findings *findings)
{
    options->redline.reason = words;
    return refuse_empty(words, "--reason", findings);
}

static bool set_trust(struct options *options, const char *path,
    struct jixiao_findings *findings)
{
    options->trust = path;
    return refuse_empty(path, "--trust", findings);
}

/* What differs between two sets is told in other ways than what is found. */
static bool set_diff_report(struct options *options, const char *name,
    struct jixiao_findings *findings)
{
    static const char *const names[] = { "text", "json", "html",
        "patch" };
    static const enum jixiao_report_kind kinds[] = { JIXIAO_REPORT_TEXT,
        JIXIAO_REPORT_JSON, JIXIAO_REPORT_HTML, JIXIAO_REPORT_PATCH };
    int chosen = choose(name, names, 4, CATALOGUE_REPORT_UNKNOWN, findings);

    if (chosen >= 0)
        options->report = kinds[chosen];
    return chosen >= 0;
}

static bool set_report(struct options *options, const char *name,
    struct jixiao_findings *findings)
{
    if (options->verb == VERB_DIFF)
        return set_diff_report(options, name, findings);
    return jixiao_report_parse(name, &options->report)
        || options_complain(findings, CATALOGUE_REPORT_UNKNOWN, name,
            "text" LISTED_NEXT "json" LISTED_NEXT "sarif");
}

static bool set_caret(struct options *options, const char *name,
    struct jixiao_findings *findings)
{
    static const char *const names[] = { [CARET_AUTO] = "auto",
        [CARET_ALWAYS] = "always", [CARET_NEVER] = "never" };
    int chosen = choose(name, names, 3, CATALOGUE_CARET_UNKNOWN, findings);

    if (chosen >= 0)
        options->caret = (enum caret)chosen;
    return chosen >= 0;
}

static bool add_list(struct options *options, const char *list,
    struct jixiao_findings *findings)
{
    if (!add_argument(&options->lists, options->list_count,
            &options->list_room, list, findings))
        return false;
    options->list_count++;
    return refuse_empty(list, "--files-from", findings);
}

static bool set_shard(struct options *options, const char *text,
    struct jixiao_findings *findings)
{
    return shard_parse(text, &options->shard)
        || options_complain(findings, CATALOGUE_SHARD_MALFORMED, text, "");
}

/* A whole number up to `most`. */
static bool set_number(size_t *number, const char *text, size_t least,
    size_t most, const char *option, struct jixiao_findings *findings)
{
    char bounds[2][24];

    if (figures_read(text, strlen(text), least, most, number))
        return true;
    snprintf(bounds[0], sizeof bounds[0], "%zu", least);
    snprintf(bounds[1], sizeof bounds[1], "%zu", most);
    jixiao_findings_add(findings, catalogue_code(CATALOGUE_NUMBER_WANTED),
        "name", option, "value", text, "least", bounds[0], "most", bounds[1],
        NULL);
    return false;
}

static bool set_jobs(struct options *options, const char *text,
    struct jixiao_findings *findings)
{
    options->has_jobs = true;
    return set_number(&options->jobs, text, 0, POOL_JOBS_MAX, "--jobs",
        findings);
}

static bool set_time_limit(struct options *options, const char *text,
    struct jixiao_findings *findings)
{
    return set_number(&options->seconds, text, 1, SECONDS_MAX,
        "--time-limit", findings);
}

static bool set_memory_limit(struct options *options, const char *text,
    struct jixiao_findings *findings)
{
    return set_number(&options->megabytes, text, 1, MEGABYTES_MAX,
        "--memory-limit", findings);
}

static bool set_new(struct options *options, const char *edition,
    struct jixiao_findings *findings)
{
    options->new_edition = edition;
    return refuse_empty(edition, "--new", findings);
}

static bool set_port(struct options *options, const char *text,
    struct jixiao_findings *findings)
{
    return set_number(&options->port, text, 1, PORT_MAX, "--port", findings);
}

static bool add_disable(struct options *options, const char *list,
    struct jixiao_findings *findings)
{
    return option_changes_disable(&options->changes, list, findings);
}

static bool add_level(struct options *options, const char *list,
    struct jixiao_findings *findings)
{
    return option_changes_level(&options->changes, list, findings);
}

static bool add_parameter(struct options *options, const char *text,
    struct jixiao_findings *findings)
{
    return option_changes_parameter(&options->changes, text, findings);
}

#define FLAG(member) NULL, offsetof(struct options, member)
#define BUILD VERB_SET(VERB_BUILD)
#define CHECK VERB_SET(VERB_CHECK)
#define WATCH VERB_SET(VERB_WATCH)
#define ARCHIVE VERB_SET(VERB_ARCHIVE)
#define VERIFY VERB_SET(VERB_VERIFY)
#define SUMMARY VERB_SET(VERB_SUMMARY)
#define NEW VERB_SET(VERB_NEW)
#define NEXT VERB_SET(VERB_NEXT)
#define PULL VERB_SET(VERB_PULL)
#define SHEET VERB_SET(VERB_SHEET)
#define READ VERB_SET(VERB_READ)
#define EDIT VERB_SET(VERB_EDIT)
#define DIFF VERB_SET(VERB_DIFF)
#define RULES VERB_SET(VERB_RULES)
#define EXPLAIN VERB_SET(VERB_EXPLAIN)
#define SCHEMA VERB_SET(VERB_SCHEMA)
#define COMPLETION VERB_SET(VERB_COMPLETION)
#define NONE VERB_SET(VERB_COUNT)       /* no verb at all */
#define ALL (BUILD | CHECK | WATCH | ARCHIVE | VERIFY | SUMMARY | NEW | NEXT \
    | PULL | SHEET | READ | EDIT | DIFF | RULES | EXPLAIN | SCHEMA \
    | COMPLETION | NONE)

const struct option_row option_rows[OPTION_COUNT] = {
    [OPTION_OUTPUT] = { "output", set_output, 0,
        BUILD | WATCH | CHECK | ARCHIVE, "DIR",
        PHRASE_HELP_OPTION_OUTPUT },
    [OPTION_FILE] = { "output", set_file, 0,
        NEW | NEXT | SHEET | READ | EDIT, "FILE",
        PHRASE_HELP_OPTION_FILE },
    [OPTION_FULL] = { "full", FLAG(full), NEW, NULL,
        PHRASE_HELP_OPTION_FULL },
    [OPTION_NEW] = { "new", set_new, 0, EDIT, "EDITION",
        PHRASE_HELP_OPTION_NEW },
    [OPTION_PORT] = { "port", set_port, 0, EDIT, "N",
        PHRASE_HELP_OPTION_PORT },
    [OPTION_NO_BROWSER] = { "no-browser", FLAG(no_browser), EDIT, NULL,
        PHRASE_HELP_OPTION_NO_BROWSER },
    [OPTION_FORMAT] = { "format", set_formats, 0, BUILD | WATCH | DIFF, "LIST",
        PHRASE_HELP_OPTION_FORMAT },
    [OPTION_ONLY] = { "only", set_only, 0, BUILD | WATCH | CHECK, "LIST",
        PHRASE_HELP_OPTION_ONLY },
    [OPTION_CLEAN] = { "clean", FLAG(build.clean), BUILD | WATCH, NULL,
        PHRASE_HELP_OPTION_CLEAN },
    [OPTION_OVERWRITE] = { "overwrite", FLAG(build.overwrite),
        BUILD | WATCH, NULL,
        PHRASE_HELP_OPTION_OVERWRITE },
    [OPTION_FONT_DIR] = { "font-dir", add_font_dir, 0,
        BUILD | WATCH | ARCHIVE | VERIFY | DIFF | SUMMARY, "DIR",
        PHRASE_HELP_OPTION_FONT_DIR },
    [OPTION_STRICT_FONTS] = { "strict-fonts", FLAG(paper.strict_fonts),
        BUILD | WATCH | ARCHIVE | DIFF | SUMMARY, NULL,
        PHRASE_HELP_OPTION_STRICT_FONTS },
    [OPTION_PDF_LEVEL] = { "pdf-level", set_pdf_level, 0,
        BUILD | WATCH | ARCHIVE | DIFF | SUMMARY, "1b|2a",
        PHRASE_HELP_OPTION_PDF_LEVEL },
    [OPTION_ADD] = { "add", add_added, 0, ARCHIVE, "FILE",
        PHRASE_HELP_OPTION_ADD },
    [OPTION_SUPERSEDES] = { "supersedes", set_supersedes, 0, ARCHIVE, "PATH",
        PHRASE_HELP_OPTION_SUPERSEDES },
    [OPTION_AS_FILED] = { "as-filed", FLAG(archive.as_filed), ARCHIVE, NULL,
        PHRASE_HELP_OPTION_AS_FILED },
    [OPTION_ZIP] = { "zip", FLAG(archive.zip), ARCHIVE, NULL,
        PHRASE_HELP_OPTION_ZIP },
    [OPTION_TO] = { "to", set_stage, 0, BUILD, "STAGE",
        PHRASE_HELP_OPTION_TO },
    [OPTION_REPORT] = { "report", set_report, 0, CHECK | VERIFY | DIFF,
        "FORMAT",
        PHRASE_HELP_OPTION_REPORT },
    [OPTION_SUMMARY] = { "summary", add_summary, 0, BUILD | CHECK | SUMMARY,
        "FILE",
        PHRASE_HELP_OPTION_SUMMARY },
    [OPTION_CIRCULAR] = { "circular", add_circular, 0,
        BUILD | CHECK | SUMMARY, "FILE",
        PHRASE_HELP_OPTION_CIRCULAR },
    [OPTION_REDLINE] = { "redline", set_redline, 0, DIFF, "DIR",
        PHRASE_HELP_OPTION_REDLINE },
    [OPTION_AUTHOR] = { "author", set_author, 0, DIFF, "NAME",
        PHRASE_HELP_OPTION_AUTHOR },
    [OPTION_DATE] = { "date", set_date, 0, DIFF, "DATE",
        PHRASE_HELP_OPTION_DATE },
    [OPTION_REASON] = { "reason", set_reason, 0, DIFF, "TEXT",
        PHRASE_HELP_OPTION_REASON },
    [OPTION_PREVIOUS] = { "previous", set_previous, 0,
        BUILD | WATCH | CHECK | ARCHIVE | PULL | EDIT, "PATH",
        PHRASE_HELP_OPTION_PREVIOUS },
    [OPTION_FILES_FROM] = { "files-from", add_list, 0, BUILD | CHECK,
        "LIST", PHRASE_HELP_OPTION_FILES_FROM },
    [OPTION_SHARD] = { "shard", set_shard, 0, BUILD | CHECK, "I/N",
        PHRASE_HELP_OPTION_SHARD },
    [OPTION_JOBS] = { "jobs", set_jobs, 0, BUILD | CHECK, "N",
        PHRASE_HELP_OPTION_JOBS },
    [OPTION_TIME_LIMIT] = { "time-limit", set_time_limit, 0, BUILD | CHECK,
        "SECONDS", PHRASE_HELP_OPTION_TIME_LIMIT },
    [OPTION_MEMORY_LIMIT] = { "memory-limit", set_memory_limit, 0,
        BUILD | CHECK, "MB", PHRASE_HELP_OPTION_MEMORY_LIMIT },
    [OPTION_RESUME] = { "resume", FLAG(resume), BUILD | CHECK, NULL,
        PHRASE_HELP_OPTION_RESUME },
    [OPTION_QUIET] = { "quiet", FLAG(quiet), BUILD | CHECK, NULL,
        PHRASE_HELP_OPTION_QUIET },
    [OPTION_CARET] = { "caret", set_caret, 0,
        BUILD | WATCH | CHECK | ARCHIVE | NEXT | PULL, "WHEN",
        PHRASE_HELP_OPTION_CARET },
    [OPTION_DISABLE] = { "disable", add_disable, 0,
        BUILD | WATCH | CHECK | ARCHIVE | PULL | EDIT | RULES | EXPLAIN,
        "LIST",
        PHRASE_HELP_OPTION_DISABLE },
    [OPTION_LEVEL] = { "level", add_level, 0,
        BUILD | WATCH | CHECK | ARCHIVE | PULL | EDIT | RULES | EXPLAIN,
        "LIST",
        PHRASE_HELP_OPTION_LEVEL },
    [OPTION_PARAM] = { "param", add_parameter, 0,
        BUILD | WATCH | CHECK | ARCHIVE | PULL | EDIT | RULES | EXPLAIN,
        "SETTING",
        PHRASE_HELP_OPTION_PARAM },
    [OPTION_VERIFY] = { "verify", FLAG(verify),
        BUILD | CHECK | WATCH | DIFF | SUMMARY, NULL,
        PHRASE_HELP_OPTION_VERIFY },
    [OPTION_TRUST] = { "trust", set_trust, 0, VERIFY, "FILE",
        PHRASE_HELP_OPTION_TRUST },
    [OPTION_REBUILD] = { "rebuild", FLAG(rebuild), VERIFY, NULL,
        PHRASE_HELP_OPTION_REBUILD },
    [OPTION_ORIGINAL] = { "original", FLAG(original), PULL, NULL,
        PHRASE_HELP_OPTION_ORIGINAL },
    [OPTION_INTO] = { "into", set_into, 0, READ, "PATH",
        PHRASE_HELP_OPTION_INTO },
    [OPTION_APPLY] = { "apply", FLAG(apply), PULL | READ, NULL,
        PHRASE_HELP_OPTION_APPLY },
    [OPTION_MARKDOWN] = { "markdown", FLAG(markdown), RULES | SCHEMA, NULL,
        PHRASE_HELP_OPTION_MARKDOWN },
    [OPTION_DATA_DIR] = { "data-dir", set_data_dir, 0, ALL, "DIR",
        PHRASE_HELP_OPTION_DATA_DIR },
    [OPTION_LANG] = { "lang", set_language, 0, ALL, "zh|en",
        PHRASE_HELP_OPTION_LANG },
    [OPTION_HELP] = { "help", FLAG(help), ALL, NULL,
        PHRASE_HELP_OPTION_HELP },
    [OPTION_VERSION] = { "version", FLAG(version), NONE, NULL,
        PHRASE_HELP_OPTION_VERSION },
};

const struct option_letter option_letters[OPTION_LETTER_COUNT] = {
    { 'o', OPTION_OUTPUT },
    { 'j', OPTION_JOBS },
};

char option_letter_of(enum option_id id)
{
    for (int k = 0; k < OPTION_LETTER_COUNT; k++)
        if (strcmp(option_rows[option_letters[k].id].name,
                option_rows[id].name) == 0)
            return option_letters[k].letter;
    return '\0';
}

bool option_row_set(const struct option_row *row, struct options *options,
    const char *argument, struct jixiao_findings *findings)
{
    if (row->set)
        return row->set(options, argument, findings);
    *(bool *)((char *)options + row->flag) = true;
    return true;
}

const struct verb_row verb_rows[VERB_COUNT] = {
    [VERB_BUILD] = { "build", "FILE|DIR" SIGN_CUT, 1, INT_MAX,
        PHRASE_HELP_VERB_BUILD },
    [VERB_CHECK] = { "check", "FILE|DIR" SIGN_CUT, 1, INT_MAX,
        PHRASE_HELP_VERB_CHECK },
    [VERB_WATCH] = { "watch", "FILE", 1, 1,
        PHRASE_HELP_VERB_WATCH },
    [VERB_ARCHIVE] = { "archive", "FILE" SIGN_CUT, 1, INT_MAX,
        PHRASE_HELP_VERB_ARCHIVE },
    [VERB_VERIFY] = { "verify", "DIR|ZIP" SIGN_CUT, 1, INT_MAX,
        PHRASE_HELP_VERB_VERIFY },
    [VERB_SUMMARY] = { "summary", "DIR|FILE" SIGN_CUT, 1, INT_MAX,
        PHRASE_HELP_VERB_SUMMARY },
    [VERB_NEW] = { "new", "EDITION", 1, 1,
        PHRASE_HELP_VERB_NEW },
    [VERB_NEXT] = { "next", "FILE", 1, 1,
        PHRASE_HELP_VERB_NEXT },
    [VERB_PULL] = { "pull", "DOCX" SIGN_CUT " FILE", 2, INT_MAX,
        PHRASE_HELP_VERB_PULL },
    [VERB_SHEET] = { "sheet", "FILE", 1, 1,
        PHRASE_HELP_VERB_SHEET },
    [VERB_READ] = { "read", "XLSX [FILE]", 1, 2,
        PHRASE_HELP_VERB_READ },
    [VERB_EDIT] = { "edit", "FILE", 0, 1,
        PHRASE_HELP_VERB_EDIT },
    [VERB_DIFF] = { "diff", "OLD NEW", 2, 2,
        PHRASE_HELP_VERB_DIFF },
    [VERB_RULES] = { "rules", "[EDITION]", 0, 1,
        PHRASE_HELP_VERB_RULES },
    [VERB_EXPLAIN] = { "explain", "CODE [EDITION]", 1, 2,
        PHRASE_HELP_VERB_EXPLAIN },
    [VERB_SCHEMA] = { "schema", "[EDITION]", 0, 1,
        PHRASE_HELP_VERB_SCHEMA },
    [VERB_COMPLETION] = { "completion", "SHELL", 1, 1,
        PHRASE_HELP_VERB_COMPLETION },
};
