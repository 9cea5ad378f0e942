#ifndef JIXIAO_FIRST_H
#define JIXIAO_FIRST_H

/* Data files for a new year. */

#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif

struct jixiao_first {
    const char *edition;        /* NULL: the last one that is built in */
    bool full;                  /* with all that a data file may hold, not only
                                   what the forms ask for */
    const char *path;           /* where it will be; NULL: in this folder */
    bool without_blanks;        /* what is to be filled in is not stated, where
                                   it need not be */
};

/* The bytes of a first data file, blank where a person fills in; freed with
 * free().  NULL, with findings, where the edition cannot be used.  Its member
 * $schema names the file of the schema as seen from its own place. */
JIXIAO_API char *jixiao_new(struct jixiao *jixiao,
    const struct jixiao_first *first, size_t *length,
    struct jixiao_findings *findings);

/*
 * The bytes of the data file that follows last year's, which
 * jixiao_read_previous() has read; freed with free().  What becomes of each
 * member says the schema (x-next); what stays keeps its bytes.  path is where
 * it will be, or NULL.  The findings say what was emptied and what is to be
 * looked at, in that file, or in last year's where there is no path.  NULL
 * where it cannot be made.
 */
JIXIAO_API char *jixiao_next(struct jixiao *jixiao,
    const struct jixiao_set *last, const char *path, size_t *length,
    struct jixiao_findings *findings);

/* Writes a new file, whole or not at all; where there is something of that
 * name, nothing is written, with a finding of JIXIAO_USAGE. */
JIXIAO_API bool jixiao_save(const char *path, const char *bytes,
    size_t length, struct jixiao_findings *findings);

#ifdef __cplusplus
}
#endif

#endif
