#ifndef JIXIAO_COMPARISON_H
#define JIXIAO_COMPARISON_H

/* What differs between two sets. */

#include "base.h"
#include "files.h"

#ifdef __cplusplus
extern "C" {
#endif

/*
 * A set as it was filed, to be compared with another one: a data file, or what
 * keeps one, the folder of a set or an archive, a folder or a ZIP file.  Its
 * shape is checked and what follows is filled in; else nothing is found of it.
 */
JIXIAO_API struct jixiao_set *jixiao_read_filed(struct jixiao *jixiao,
    const char *path, struct jixiao_findings *findings);

/* The same of bytes; name is what it is called. */
JIXIAO_API struct jixiao_set *jixiao_read_filed_bytes(struct jixiao *jixiao,
    const char *name, const char *bytes, size_t length,
    struct jixiao_findings *findings);

/*
 * What has changed from one set to the other, each of jixiao_read_filed(), or
 * of jixiao_read().
 * Entries of lists are known by their id or name, others by what they say.
 * NULL, with a finding, where the editions differ.  The sets are borrowed.
 * Freed with jixiao_comparison_free(), NULL allowed.
 */
JIXIAO_API struct jixiao_comparison *jixiao_compare(
    const struct jixiao_set *old, const struct jixiao_set *new_set,
    struct jixiao_findings *findings);
JIXIAO_API void jixiao_comparison_free(struct jixiao_comparison *comparison);

/* How many changes make the data of the one that of the other; 0: both say the
 * same. */
JIXIAO_API size_t jixiao_comparison_count(
    const struct jixiao_comparison *comparison);

struct jixiao_redline {
    const char *output;         /* the folder of the files */
    const char *formats;        /* names by commas; NULL: the usual ones */
    const char *author;         /* of the changes; NULL: who files the set */
    const char *date;           /* of the changes and the notice, ISO 8601;
                                   NULL: the day that the set's files are dated
                                   by, and none on the notice */
    const char *reason;         /* why, for the notice; NULL: the data's own
                                   reasons alone */
    bool verify;                /* what is made on the way, too */
};

/* Writes the attachments that say something else in the new set than in the
 * old one, with what came and what went marked, and a notice of what was
 * corrected: all files or none.  False, with a hint, where they all say the
 * same.  The folder in the outcome stays NULL. */
JIXIAO_API bool jixiao_redline(struct jixiao *jixiao,
    const struct jixiao_comparison *comparison,
    const struct jixiao_redline *how, struct jixiao_outcome *outcome,
    struct jixiao_findings *findings);

#ifdef __cplusplus
}
#endif

#endif
