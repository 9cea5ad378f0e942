#ifndef JIXIAO_DATA_H
#define JIXIAO_DATA_H

/* Data files, read, checked and completed. */

#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif

/*
 * Check sets that are read from now on as filings of the attachments that only
 * names alone (as a build has it, files.h; it is borrowed), or of all where it
 * is NULL: of other attachments nothing is asked for and nothing is found, nor
 * what comes of comparing with them.  and_stated: those of which the data
 * states something are filed, too.  Where a name is unknown reading gives NULL,
 * with findings of JIXIAO_USAGE.
 */
JIXIAO_API void jixiao_select(struct jixiao *jixiao, const char *only,
    bool and_stated);

/*
 * Read, check and complete one data file.  NULL where it has no shape to go
 * on with; findings of formulas, references and rules do not stop it.
 * previous is last year's set, for rules that compare with it, or NULL; it is
 * borrowed for this call.  Freed with jixiao_set_free().
 */
JIXIAO_API struct jixiao_set *jixiao_read(struct jixiao *jixiao,
    const char *path, const struct jixiao_set *previous,
    struct jixiao_findings *findings);

/* The same of bytes; name is what findings and the set's folder call it. */
JIXIAO_API struct jixiao_set *jixiao_read_bytes(struct jixiao *jixiao,
    const char *name, const char *bytes, size_t length,
    const struct jixiao_set *previous, struct jixiao_findings *findings);

/* Last year's file: its shape is checked and what follows from its figures is
 * filled in; of what it states nothing is found, it was filed as it is. */
JIXIAO_API struct jixiao_set *jixiao_read_previous(struct jixiao *jixiao,
    const char *path, struct jixiao_findings *findings);

/* The same of bytes. */
JIXIAO_API struct jixiao_set *jixiao_read_previous_bytes(
    struct jixiao *jixiao, const char *name, const char *bytes,
    size_t length, struct jixiao_findings *findings);
JIXIAO_API void jixiao_set_free(struct jixiao_set *set);    /* NULL allowed */

JIXIAO_API const char *jixiao_set_edition(const struct jixiao_set *set);

#ifdef __cplusplus
}
#endif

#endif
