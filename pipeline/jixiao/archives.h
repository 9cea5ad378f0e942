#ifndef JIXIAO_ARCHIVES_H
#define JIXIAO_ARCHIVES_H

/* Sets that are archived. */

#include "base.h"
#include "files.h"

#ifdef __cplusplus
extern "C" {
#endif

struct jixiao_archive_options {
    const char *output;         /* folder; the archive gets a new one in it */
    const char *folder;         /* its name; NULL: that of the data file */
    bool zip;                   /* the same as a ZIP beside it, too */
    const struct jixiao_set *previous;  /* that the set was compared with, or
                                           NULL */
    const char *const *added;   /* files that belong to it, such as scans of
                                   what was signed */
    size_t added_count;
    const char *supersedes;     /* the archive that this one replaces: its
                                   folder or ZIP; NULL: none */
    bool as_filed;              /* also with errors that are open */
};

/*
 * Writes what is kept of a set for thirty years, or nothing: its attachments
 * as PDF, the check report, the data as it was, what it was made with, and a
 * manifest of all of it (schemas/common/archive.rng), on paper, too.  Where
 * errors are open it is refused, unless as_filed, and so it is where there is
 * an archive of that name.  The findings so far, which are sorted, stand in
 * the check report and in the manifest.  The same set gives the same bytes.
 */
JIXIAO_API bool jixiao_archive(struct jixiao *jixiao,
    const struct jixiao_set *set,
    const struct jixiao_archive_options *options,
    struct jixiao_outcome *outcome, struct jixiao_findings *findings);

#ifdef __cplusplus
}
#endif

#endif
