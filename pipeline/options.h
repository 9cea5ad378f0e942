#ifndef OPTIONS_H
#define OPTIONS_H

/*
 * The command line: a verb, its options and its files.
 *
 * Ownership: strings are borrowed from argv; files points into argv.
 * Errors:    a fault of use is a finding of LEVEL_USAGE.
 */

#include <stdbool.h>

#include "jixiao.h"

enum verb {
    VERB_BUILD,
    VERB_CHECK,
    VERB_SCHEMA,
    VERB_COUNT
};

enum intermediate {
    INTERMEDIATE_NONE,
    INTERMEDIATE_SUBMISSION,
    INTERMEDIATE_DOCUMENT
};

struct options {
    enum verb verb;
    bool help, version;         /* then nothing else counts */
    enum language language;
    const char *data_dir;       /* NULL: what is built in */
    struct jixiao_build build;
    enum intermediate to;
    bool verify;                /* check intermediates against grammars */
    bool markdown;
    int file_count;
    char **files;
};

/* False where the command line is wrong; language is set as far as it was
 * understood. */
bool options_parse(struct options *options, int argc, char **argv,
    struct findings *findings);

/* How a verb is used; VERB_COUNT: the program as a whole. */
void options_print_help(enum verb verb, enum language language, FILE *out);

#endif
