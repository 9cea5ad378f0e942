#ifndef JIXIAO_FINDINGS_H
#define JIXIAO_FINDINGS_H

/* What there is to say of data, of a run or of the system. */

#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif

struct jixiao_finding {
    const char *code;           /* "A04", "J016" */
    enum jixiao_level level;
    const char *file;           /* as the caller named it; NULL if none */
    unsigned line, column;      /* from 1, a column being one code point; 0 */
    const char *pointer;        /* RFC 6901; NULL if none */
    const char *attachment;     /* where it is printed, "附件1"; NULL */
    const char *where;          /* the place as a person says it, or NULL */
    const char *found;          /* the value there, as printed, or NULL */
    const char *expected;       /* the value that should be there, or NULL */
    const char *text[JIXIAO_LANGUAGE_COUNT];
    const char *basis;          /* standard, form or arithmetic; "" */
    const char *answer;         /* the explanation given, or NULL: open */
};

/* NULL: out of memory.  Freed with jixiao_findings_free(), NULL allowed. */
JIXIAO_API struct jixiao_findings *jixiao_findings_new(void);
JIXIAO_API void jixiao_findings_free(struct jixiao_findings *findings);

JIXIAO_API size_t jixiao_findings_count(
    const struct jixiao_findings *findings);
JIXIAO_API void jixiao_findings_get(const struct jixiao_findings *findings,
    size_t k, struct jixiao_finding *finding);

/* Findings to come keep what stands in the file around their places, for a
 * report as text that shows it. */
JIXIAO_API void jixiao_findings_keep_lines(struct jixiao_findings *findings);

/* By file, attachment, line, column and code. */
JIXIAO_API void jixiao_findings_sort(struct jixiao_findings *findings);

/* The worst level still open, JIXIAO_HINT if there is nothing worse. */
JIXIAO_API enum jixiao_level jixiao_findings_worst(
    const struct jixiao_findings *findings);

/* Which file the findings to come are about; NULL: none. */
JIXIAO_API void jixiao_findings_set_file(struct jixiao_findings *findings,
    const char *file);

/*
 * Add a finding of the program's own codes (jixiao_codes_get()): pairs of a
 * placeholder of its sentence and the text for it, closed by NULL.  Between
 * names that a text lists stands U+001F, for the comma of each language.
 * Nothing where there is no such code.
 */
JIXIAO_API void jixiao_findings_add(struct jixiao_findings *findings,
    const char *code, ...) __attribute__((sentinel));

/* Add copies of all of other, each about its own file; those that have none
 * are about that of the list. */
JIXIAO_API void jixiao_findings_append(struct jixiao_findings *findings,
    const struct jixiao_findings *other);

JIXIAO_API void jixiao_findings_out_of_memory(
    struct jixiao_findings *findings);

#ifdef __cplusplus
}
#endif

#endif
