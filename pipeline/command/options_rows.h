#ifndef OPTIONS_ROWS_H
#define OPTIONS_ROWS_H

/*
 * The tables behind options.h: every verb and every option, for reading the
 * command line and for the help.
 */

#include "0_base/phrases.h"
#include "command/options_choices.h"
#include "command/options_set.h"

#define VERB_SET(verb) (1u << (verb))

/* In the order of the help. */
enum option_id {
    OPTION_OUTPUT,              /* also called -o */
    OPTION_FILE,                /* and so is this, of other verbs */
    OPTION_FULL,
    OPTION_NEW,
    OPTION_PORT,
    OPTION_NO_BROWSER,
    OPTION_FORMAT,
    OPTION_ONLY,
    OPTION_CLEAN,
    OPTION_OVERWRITE,
    OPTION_FONT_DIR,
    OPTION_STRICT_FONTS,
    OPTION_PDF_LEVEL,
    OPTION_ADD,
    OPTION_SUPERSEDES,
    OPTION_AS_FILED,
    OPTION_ZIP,
    OPTION_TO,
    OPTION_REPORT,
    OPTION_DIFF_REPORT,         /* of diff, which tells what differs */
    OPTION_SUMMARY,
    OPTION_CIRCULAR,
    OPTION_SENDER,
    OPTION_SENT,                /* --date of a circular */
    OPTION_REDLINE,
    OPTION_AUTHOR,
    OPTION_DATE,
    OPTION_REASON,
    OPTION_PREVIOUS,
    OPTION_FILES_FROM,
    OPTION_SHARD,
    OPTION_JOBS,                /* also called -j */
    OPTION_TIME_LIMIT,
    OPTION_MEMORY_LIMIT,
    OPTION_RESUME,
    OPTION_QUIET,
    OPTION_CARET,
    OPTION_DISABLE,
    OPTION_LEVEL,
    OPTION_PARAM,
    OPTION_VERIFY,
    OPTION_TRUST,
    OPTION_REBUILD,
    OPTION_ORIGINAL,
    OPTION_INTO,
    OPTION_APPLY,
    OPTION_MARKDOWN,
    OPTION_DATA_DIR,
    OPTION_LANG,
    OPTION_HELP,
    OPTION_VERSION,
    OPTION_COUNT
};

struct option_row {
    const char *name;
    option_setter *set;
    size_t member;              /* where set is NULL: of options a bool that
                                   becomes true, or, of an option with an
                                   argument, a text that is not empty */
    unsigned verbs;             /* VERB_SET()s of those that take it */
    const char *argument;       /* as the help shows it; NULL: it takes none */
    enum phrase help;
    const struct option_choices *choices;   /* NULL: any words */
};

extern const struct option_row option_rows[OPTION_COUNT];

/* Options that are also called by a letter. */
struct option_letter {
    char letter;
    enum option_id id;          /* one of them; rows of its name are meant */
};

#define OPTION_LETTER_COUNT 2

extern const struct option_letter option_letters[OPTION_LETTER_COUNT];

/* The letter of an option, or NUL. */
char option_letter_of(enum option_id id);

/* What the option means; false where its argument is wrong. */
bool option_row_set(const struct option_row *row, struct options *options,
    const char *argument, struct jixiao_findings *findings);

struct verb_row {
    const char *name, *arguments;
    int least, most;            /* of the arguments */
    enum phrase help;
};

extern const struct verb_row verb_rows[VERB_COUNT];

#endif
