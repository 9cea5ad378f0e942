#ifndef FINDINGS_H
#define FINDINGS_H

/*
 * What a run has to say: every fault, gap and hint, each at its place.
 *
 * A finding comes from the catalogue (catalogue.def: what the program itself
 * can find) or from a rule or formula of an edition, which carries its own
 * code and sentences.  Both languages are made at once, so that the check
 * report of a set never depends on the language of the terminal.
 *
 * Ownership: findings_new() gives the caller the list; everything handed in
 *            is copied; everything handed out is borrowed from the list.
 * Units:     lines and columns count from 1, a column being one Unicode code
 *            point; 0 means that the finding has no line.
 * Errors:    running out of memory is sticky and makes the list's level
 *            LEVEL_SYSTEM; no caller need check a single call.
 */

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

/* The worst open level of a run, a hint aside, is its exit status. */
enum level {
    LEVEL_HINT,         /* never changes the status */
    LEVEL_WARNING,
    LEVEL_ERROR,        /* in the data */
    LEVEL_USAGE,        /* in the command line */
    LEVEL_SYSTEM        /* a file, a folder or memory failed */
};

enum catalogue {
#define C(name, code, level, zh, en, basis) CATALOGUE_##name,
#include "0_base/catalogue.def"
#undef C
    CATALOGUE_COUNT
};

enum language { LANGUAGE_ZH, LANGUAGE_EN, LANGUAGE_COUNT };

struct place {
    unsigned line, column;
};

struct finding {
    const char *code;
    enum level level;
    const char *file;           /* as the user named it; NULL if none */
    struct place place;
    const char *pointer;        /* RFC 6901; NULL if none */
    const char *attachment;     /* 附件1: where it is printed; NULL: none */
    const char *where;          /* the place as a person says it, or NULL */
    const char *found;          /* the value there, as printed, or NULL */
    const char *expected;       /* the value that should be there, or NULL */
    const char *text[LANGUAGE_COUNT];
    const char *basis;
    const char *answer;         /* the explanation given, or NULL: open */
    const char *answer_pointer; /* of the explanation, or NULL */
    const char *blank;          /* pointer of the blank or 0 that caused it */
    const char *cells;          /* the pointers of the values that it is about,
                                   a line feed behind each; NULL: its own */
    const char *line;           /* what stands around the place in its line of
                                   the file; NULL: that is not kept */
    unsigned line_at;           /* the place in it, in bytes */
    bool line_cut[2];           /* the line has more in front of it, behind */
};

/* How many code points of a line are kept on either side of a place. */
#define FINDING_LINE_REACH 120

struct findings;

struct findings *findings_new(void);            /* NULL: out of memory */
void findings_free(struct findings *findings);  /* NULL is allowed */

/* Which file the findings to come are about. */
void findings_set_file(struct findings *findings, const char *file);
const char *findings_file(const struct findings *findings);     /* or NULL */

/* Whoever reads a file shall keep the lines that findings in it are about. */
void findings_keep_lines(struct findings *findings);
bool findings_keeps_lines(const struct findings *findings);

/*
 * Add a row of the catalogue.  The arguments are pairs of a placeholder's
 * name and its text, closed by NULL: "{stated}" in the sentence becomes the
 * text given after "stated", names in a row as listed.h has them.  pointer may
 * be NULL.
 */
void findings_add(struct findings *findings, enum catalogue id,
    struct place place, const char *pointer, ...)
    __attribute__((sentinel));

/* The same with the pairs, and the NULL, in a list. */
void findings_add_list(struct findings *findings, enum catalogue id,
    struct place place, const char *pointer, va_list arguments);

/*
 * The same sentence under another code, level and basis: a formula's.  The
 * placeholder {explanation} becomes the explanation in each language.
 */
void findings_add_as(struct findings *findings, enum catalogue id,
    const struct finding *made, const char *const explanation[LANGUAGE_COUNT],
    ...) __attribute__((sentinel));

/* Add a finding of an edition's rule, its sentences made up. */
void findings_add_made(struct findings *findings, const struct finding *made);

/* Add copies of all of other, each about its own file; those that have none
 * are about that of the list. */
void findings_append(struct findings *findings, const struct findings *other);

size_t findings_count(const struct findings *findings);
const struct finding *findings_get(const struct findings *findings, size_t k);

/* Whether there is one of that code at that pointer from the first-th on,
 * found in the same time however many there are. */
bool findings_have(struct findings *findings, size_t first, const char *code,
    size_t code_length, const char *pointer);

/* By file in the order of first mention, then attachment, line, column and
 * code; what belongs to no attachment comes first, and hints about the file as
 * a whole come last. */
void findings_sort(struct findings *findings);

/*
 * Goes over the findings from the first-th on.  The visitor gets a copy of
 * each and may set members of it, strings being copied afterwards; one for
 * which it returns false is removed.
 */
typedef bool finding_visitor(void *user, struct finding *finding);
void findings_revise(struct findings *findings, size_t first,
    finding_visitor *visit, void *user);

/* Marks the k-th as answered by an explanation that stands at the pointer; it
 * is not open any longer. */
void findings_answer(struct findings *findings, size_t k, const char *answer,
    const char *pointer);

/* The worst level still open, LEVEL_HINT if there is nothing worse. */
enum level findings_worst(const struct findings *findings);
void findings_out_of_memory(struct findings *findings);
bool findings_lack_memory(const struct findings *findings);

/* Running out of memory from now on cuts the report (X031), and not the files
 * that it is about. */
void findings_files_are_written(struct findings *findings);

/* "错误", "error"; "error" is also the name that files of data use. */
const char *level_name(enum level level, enum language language);

/* The level that a file of data names; false if there is no such level. */
bool level_parse(const char *name, enum level *level);

#endif
