#ifndef JIXIAO_RETURNED_H
#define JIXIAO_RETURNED_H

/* Files of a set that come back, edited. */

#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif

struct jixiao_pull_options {
    const char *const *paths;   /* Word files (.docx, Flat OPC); borrowed */
    size_t count;
    bool original;              /* as if tracked changes were never made, not
                                   as if all were accepted */
};

struct jixiao_pulled {
    size_t count;               /* values that were edited */
    char *patch;                /* RFC 6902; freed with free() */
    size_t patch_length;
    char *data;                 /* the bytes of the data file with the edits;
                                   freed with free() */
    size_t data_length;
};

/*
 * Takes what persons have edited in Word files of a set back to its data.  What
 * cannot be taken is findings about the file that it is in: words that cannot
 * be read as the value that they stand for, values that follow from others,
 * words that are none, rows and paragraphs that came or went.  No rules are
 * asked: the set may be one of jixiao_read_previous().  False where nothing can
 * be compared; then there is nothing to free.
 */
JIXIAO_API bool jixiao_pull(struct jixiao *jixiao,
    const struct jixiao_set *set, const struct jixiao_pull_options *options,
    struct jixiao_pulled *pulled, struct jixiao_findings *findings);

/* The same of what a workbook of jixiao_sheet() states otherwise than the set;
 * or, where into is not NULL, of a list of indicators that another system has
 * written (.xlsx, .csv, .tsv), for an entry by its path, such as
 * projects.farmland. */
JIXIAO_API bool jixiao_sheet_pull(struct jixiao *jixiao,
    const struct jixiao_set *set, const char *path, const char *into,
    struct jixiao_pulled *pulled, struct jixiao_findings *findings);

/*
 * Writes a data file anew, whole or not at all, where it still has the bytes
 * that the set was read of; else nothing is written, with a finding.
 */
JIXIAO_API bool jixiao_replace(const struct jixiao_set *set,
    const char *bytes, size_t length, struct jixiao_findings *findings);

#ifdef __cplusplus
}
#endif

#endif
