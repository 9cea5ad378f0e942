/*
 * The tables of verbs and options.
 */

#include "command/options_rows.h"

#include <limits.h>
#include <stddef.h>
#include <string.h>

#include "0_base/signs.h"

#define FLAG(member) NULL, offsetof(struct options, member)
#define TEXT(member) NULL, offsetof(struct options, member)
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
    [OPTION_OUTPUT] = { "output", TEXT(build.output),
        BUILD | WATCH | CHECK | ARCHIVE, "DIR",
        PHRASE_HELP_OPTION_OUTPUT, NULL },
    [OPTION_FILE] = { "output", option_set_file, 0,
        NEW | NEXT | SHEET | READ | EDIT, "FILE",
        PHRASE_HELP_OPTION_FILE, NULL },
    [OPTION_FULL] = { "full", FLAG(full), NEW, NULL,
        PHRASE_HELP_OPTION_FULL, NULL },
    [OPTION_NEW] = { "new", TEXT(new_edition), EDIT, "EDITION",
        PHRASE_HELP_OPTION_NEW, NULL },
    [OPTION_PORT] = { "port", option_set_port, 0, EDIT, "N",
        PHRASE_HELP_OPTION_PORT, NULL },
    [OPTION_NO_BROWSER] = { "no-browser", FLAG(no_browser), EDIT, NULL,
        PHRASE_HELP_OPTION_NO_BROWSER, NULL },
    [OPTION_FORMAT] = { "format", option_set_formats, 0,
        BUILD | WATCH | DIFF, "LIST",
        PHRASE_HELP_OPTION_FORMAT, NULL },
    [OPTION_ONLY] = { "only", TEXT(build.only), BUILD | WATCH | CHECK, "LIST",
        PHRASE_HELP_OPTION_ONLY, NULL },
    [OPTION_CLEAN] = { "clean", FLAG(build.clean), BUILD | WATCH, NULL,
        PHRASE_HELP_OPTION_CLEAN, NULL },
    [OPTION_OVERWRITE] = { "overwrite", FLAG(build.overwrite),
        BUILD | WATCH | CHECK | SUMMARY, NULL,
        PHRASE_HELP_OPTION_OVERWRITE, NULL },
    [OPTION_FONT_DIR] = { "font-dir", option_add_font_dir, 0,
        BUILD | WATCH | ARCHIVE | VERIFY | DIFF | SUMMARY, "DIR",
        PHRASE_HELP_OPTION_FONT_DIR, NULL },
    [OPTION_STRICT_FONTS] = { "strict-fonts", FLAG(paper.strict_fonts),
        BUILD | WATCH | ARCHIVE | DIFF | SUMMARY, NULL,
        PHRASE_HELP_OPTION_STRICT_FONTS, NULL },
    [OPTION_PDF_LEVEL] = { "pdf-level", option_set_pdf_level, 0,
        BUILD | WATCH | ARCHIVE | DIFF | SUMMARY, "1b|2a",
        PHRASE_HELP_OPTION_PDF_LEVEL, &option_pdf_levels },
    [OPTION_ADD] = { "add", option_add_added, 0, ARCHIVE, "FILE",
        PHRASE_HELP_OPTION_ADD, NULL },
    [OPTION_SUPERSEDES] = { "supersedes", TEXT(archive.supersedes), ARCHIVE,
        "PATH", PHRASE_HELP_OPTION_SUPERSEDES, NULL },
    [OPTION_AS_FILED] = { "as-filed", FLAG(archive.as_filed), ARCHIVE, NULL,
        PHRASE_HELP_OPTION_AS_FILED, NULL },
    [OPTION_ZIP] = { "zip", FLAG(archive.zip), ARCHIVE, NULL,
        PHRASE_HELP_OPTION_ZIP, NULL },
    [OPTION_TO] = { "to", option_set_stage, 0, BUILD, "STAGE",
        PHRASE_HELP_OPTION_TO, &option_stages },
    [OPTION_REPORT] = { "report", option_set_report, 0, CHECK | VERIFY,
        "FORMAT", PHRASE_HELP_OPTION_REPORT, &option_reports },
    [OPTION_DIFF_REPORT] = { "report", option_set_diff_report, 0, DIFF,
        "FORMAT", PHRASE_HELP_OPTION_REPORT, &option_diff_reports },
    [OPTION_SUMMARY] = { "summary", option_add_summary, 0,
        BUILD | CHECK | SUMMARY, "FILE",
        PHRASE_HELP_OPTION_SUMMARY, NULL },
    [OPTION_CIRCULAR] = { "circular", option_add_circular, 0,
        BUILD | CHECK | SUMMARY, "FILE",
        PHRASE_HELP_OPTION_CIRCULAR, NULL },
    [OPTION_SENDER] = { "sender", TEXT(sender), BUILD | CHECK | SUMMARY,
        "NAME", PHRASE_HELP_OPTION_SENDER, NULL },
    [OPTION_SENT] = { "date", TEXT(sent), BUILD | CHECK | SUMMARY, "DATE",
        PHRASE_HELP_OPTION_SENT, NULL },
    [OPTION_REDLINE] = { "redline", TEXT(redline.output), DIFF, "DIR",
        PHRASE_HELP_OPTION_REDLINE, NULL },
    [OPTION_AUTHOR] = { "author", TEXT(redline.author), DIFF, "NAME",
        PHRASE_HELP_OPTION_AUTHOR, NULL },
    [OPTION_DATE] = { "date", TEXT(redline.date), DIFF, "DATE",
        PHRASE_HELP_OPTION_DATE, NULL },
    [OPTION_REASON] = { "reason", TEXT(redline.reason), DIFF, "TEXT",
        PHRASE_HELP_OPTION_REASON, NULL },
    [OPTION_PREVIOUS] = { "previous", TEXT(previous),
        BUILD | WATCH | CHECK | ARCHIVE | PULL | EDIT, "PATH",
        PHRASE_HELP_OPTION_PREVIOUS, NULL },
    [OPTION_FILES_FROM] = { "files-from", option_add_list, 0, BUILD | CHECK,
        "LIST", PHRASE_HELP_OPTION_FILES_FROM, NULL },
    [OPTION_SHARD] = { "shard", option_set_shard, 0, BUILD | CHECK, "I/N",
        PHRASE_HELP_OPTION_SHARD, NULL },
    [OPTION_JOBS] = { "jobs", option_set_jobs, 0, BUILD | CHECK, "N",
        PHRASE_HELP_OPTION_JOBS, NULL },
    [OPTION_TIME_LIMIT] = { "time-limit", option_set_time_limit, 0,
        BUILD | CHECK, "SECONDS", PHRASE_HELP_OPTION_TIME_LIMIT, NULL },
    [OPTION_MEMORY_LIMIT] = { "memory-limit", option_set_memory_limit, 0,
        BUILD | CHECK, "MB", PHRASE_HELP_OPTION_MEMORY_LIMIT, NULL },
    [OPTION_RESUME] = { "resume", FLAG(resume), BUILD | CHECK, NULL,
        PHRASE_HELP_OPTION_RESUME, NULL },
    [OPTION_QUIET] = { "quiet", FLAG(quiet), BUILD | CHECK, NULL,
        PHRASE_HELP_OPTION_QUIET, NULL },
    [OPTION_CARET] = { "caret", option_set_caret, 0,
        BUILD | WATCH | CHECK | ARCHIVE | NEXT | PULL, "WHEN",
        PHRASE_HELP_OPTION_CARET, &option_carets },
    [OPTION_DISABLE] = { "disable", option_add_disable, 0,
        BUILD | WATCH | CHECK | ARCHIVE | PULL | EDIT | RULES | EXPLAIN,
        "LIST",
        PHRASE_HELP_OPTION_DISABLE, NULL },
    [OPTION_LEVEL] = { "level", option_add_level, 0,
        BUILD | WATCH | CHECK | ARCHIVE | PULL | EDIT | RULES | EXPLAIN,
        "LIST",
        PHRASE_HELP_OPTION_LEVEL, NULL },
    [OPTION_PARAM] = { "param", option_add_parameter, 0,
        BUILD | WATCH | CHECK | ARCHIVE | PULL | EDIT | RULES | EXPLAIN,
        "SETTING",
        PHRASE_HELP_OPTION_PARAM, NULL },
    [OPTION_VERIFY] = { "verify", FLAG(verify),
        BUILD | CHECK | WATCH | DIFF | SUMMARY, NULL,
        PHRASE_HELP_OPTION_VERIFY, NULL },
    [OPTION_TRUST] = { "trust", TEXT(trust), VERIFY, "FILE",
        PHRASE_HELP_OPTION_TRUST, NULL },
    [OPTION_REBUILD] = { "rebuild", FLAG(rebuild), VERIFY, NULL,
        PHRASE_HELP_OPTION_REBUILD, NULL },
    [OPTION_ORIGINAL] = { "original", FLAG(original), PULL, NULL,
        PHRASE_HELP_OPTION_ORIGINAL, NULL },
    [OPTION_INTO] = { "into", TEXT(into), READ, "PATH",
        PHRASE_HELP_OPTION_INTO, NULL },
    [OPTION_APPLY] = { "apply", FLAG(apply), PULL | READ, NULL,
        PHRASE_HELP_OPTION_APPLY, NULL },
    [OPTION_MARKDOWN] = { "markdown", FLAG(markdown), RULES | SCHEMA, NULL,
        PHRASE_HELP_OPTION_MARKDOWN, NULL },
    [OPTION_DATA_DIR] = { "data-dir", option_set_data_dir, 0, ALL, "DIR",
        PHRASE_HELP_OPTION_DATA_DIR, NULL },
    [OPTION_LANG] = { "lang", option_set_language, 0, ALL, "zh|en",
        PHRASE_HELP_OPTION_LANG, &option_languages },
    [OPTION_HELP] = { "help", FLAG(help), ALL, NULL,
        PHRASE_HELP_OPTION_HELP, NULL },
    [OPTION_VERSION] = { "version", FLAG(version), NONE, NULL,
        PHRASE_HELP_OPTION_VERSION, NULL },
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
    char *member = (char *)options + row->member;

    if (row->set)
        return row->set(options, argument, findings);
    if (!row->argument) {
        *(bool *)member = true;
        return true;
    }
    *(const char **)member = argument;
    return option_refuse_empty(argument, row->name, findings);
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
