#ifndef JIXIAO_WORKBOOKS_H
#define JIXIAO_WORKBOOKS_H

/* Data files as workbooks. */

#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif

/*
 * A set as a workbook (.xlsx) to be filled in, a sheet for each attachment: the
 * bytes, freed with free().  NULL, with findings, where a value has no room in
 * a cell, or the folder for temporary files (TMPDIR, or else /tmp), where parts
 * of it are for a moment, cannot be written to.  The same set gives the same
 * bytes.  One thread writes at a time.
 */
JIXIAO_API char *jixiao_sheet(const struct jixiao_set *set, size_t *length,
    struct jixiao_findings *findings);

/* A workbook of jixiao_sheet() that was filled in, as the bytes of a data file;
 * freed with free().  NULL, with findings that name sheets and cells, where
 * anything in it cannot be read, or has not the shape of its edition. */
JIXIAO_API char *jixiao_sheet_read(struct jixiao *jixiao, const char *path,
    size_t *length, struct jixiao_findings *findings);

#ifdef __cplusplus
}
#endif

#endif
