#ifndef COMPLETION_WORDS_H
#define COMPLETION_WORDS_H

/*
 * What is completed, whatever the shell, made of the tables by which the
 * program reads a command line.
 */

#include "command/options_rows.h"

/* What the argument of an option is. */
enum completion_kind {
    COMPLETION_NONE,            /* nobody can tell */
    COMPLETION_FOLDER,
    COMPLETION_FILE,
    COMPLETION_WORDS,           /* one of some words */
    COMPLETION_LIST             /* some of them, by commas */
};

/* A script in the making. */
struct completion {
    enum jixiao_language language;
    FILE *out;
    /* Names, a blank between them: */
    const char *formats, *editions, *shells;
    const char *choices[OPTION_COUNT];  /* of options that have any */
};

/* How a shell writes it. */
struct completion_shell {
    const char *name;
    void (*begin)(const struct completion *completion);
    void (*verb)(const struct completion *completion, enum verb verb);
    void (*end)(const struct completion *completion);
};

extern const struct completion_shell completion_bash, completion_zsh,
    completion_fish;

/* What an option's argument is, and the words where it is some. */
enum completion_kind completion_kind(const struct completion *completion,
    enum option_id id, const char **words);

/* Endings of the files that a verb takes, a blank between them; NULL: it takes
 * none but the words of *words. */
const char *completion_endings(const struct completion *completion,
    enum verb verb, const char **words);

/* Whether a verb takes the k-th option. */
bool completion_takes(enum verb verb, int k);

/* Prints a text between single quotes, with each of some characters, and the
 * backslash, behind a backslash. */
void completion_quote(const char *text, const char *escaped, FILE *out);

#endif
