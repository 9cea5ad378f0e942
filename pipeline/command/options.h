#ifndef OPTIONS_H
#define OPTIONS_H

/*
 * The command line: a verb, its options and its arguments.
 *
 * Ownership: strings are borrowed from argv; arguments points into argv;
 *            options_free() frees the rest.
 * Errors:    a fault of use is a finding of JIXIAO_USAGE.
 */

#include <stdbool.h>

#include "batch/shard.h"
#include "command/options_changes.h"
#include "jixiao.h"

enum verb {
    VERB_BUILD,
    VERB_CHECK,
    VERB_WATCH,
    VERB_ARCHIVE,
    VERB_VERIFY,
    VERB_DIFF,
    VERB_SUMMARY,
    VERB_NEW,
    VERB_NEXT,
    VERB_PULL,
    VERB_SHEET,
    VERB_READ,
    VERB_EDIT,
    VERB_RULES,
    VERB_EXPLAIN,
    VERB_SCHEMA,
    VERB_COMPLETION,
    VERB_COUNT
};

enum intermediate {
    INTERMEDIATE_NONE,
    INTERMEDIATE_SUBMISSION,
    INTERMEDIATE_DOCUMENT
};

/* Whether lines of files are shown with what was found in them. */
enum caret {
    CARET_AUTO,                 /* on a terminal */
    CARET_ALWAYS,
    CARET_NEVER
};

struct options {
    enum verb verb;
    bool help, version;         /* then nothing else counts */
    enum jixiao_language language;
    const char *data_dir;       /* NULL: what is built in */
    struct jixiao_build build;
    struct jixiao_paper paper;
    const char **font_folders;  /* those of paper */
    size_t font_folder_room;
    struct jixiao_archive_options archive;      /* but for where it goes */
    const char **added;         /* those of archive */
    size_t added_room;
    enum intermediate to;
    bool verify;                /* check intermediates against grammars */
    bool original, apply;       /* of pull */
    const char *into;           /* path of what a list is read into, or NULL */
    bool markdown;
    enum jixiao_report_kind report;
    enum caret caret;
    struct jixiao_redline redline;      /* but for the formats; output is NULL
                                           where none is asked for */
    struct jixiao_summary_file *summaries;      /* to be written */
    size_t summary_count, summary_room;
    const char *sender, *sent;  /* who sends circulars, and when; or NULL */
    const char *trust;          /* a file of certificates, or NULL */
    bool rebuild;               /* make the files of an archive again */
    const char *file;           /* new, to be written; NULL: standard output */
    const char *new_edition;    /* of edit: make a file of it first; NULL */
    size_t port;                /* 0: any */
    bool no_browser;
    bool full;                  /* a first data file with all there may be */
    const char *previous;       /* last year's file or folder, or NULL */
    struct option_changes changes;      /* of rules */
    const char **lists;         /* of files; "-": the standard input */
    size_t list_count, list_room;
    struct shard shard;
    bool has_jobs;              /* files are made by processes of their own */
    size_t jobs;                /* so many at a time */
    size_t seconds, megabytes;  /* for a file; 0: as usual */
    bool resume, quiet;
    int argument_count;         /* files; or a code, an edition */
    char **arguments;
};

/* False where the command line is wrong; language and report are set as far
 * as it was understood. */
bool options_parse(struct options *options, int argc, char **argv,
    struct jixiao_findings *findings);
void options_free(struct options *options);

/* How a verb is used; VERB_COUNT: the program as a whole. */
void options_print_help(enum verb verb, enum jixiao_language language,
    FILE *out);

#endif
