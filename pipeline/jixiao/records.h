#ifndef JIXIAO_RECORDS_H
#define JIXIAO_RECORDS_H

/* What runs know of many data files. */

#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif

/*
 * What a run knows of one data file when it is done with it: who filed it, the
 * figures that a summary shows, what was found, and sketches of its texts.  set
 * is NULL where it did not get so far, folder where no files were made.
 * findings are those of the file; they may change afterwards.  NULL, with
 * findings in faults, where memory runs out or the edition's summary.json
 * cannot be used.  Freed with jixiao_record_free(), NULL allowed.
 */
JIXIAO_API struct jixiao_record *jixiao_record(const char *path,
    const struct jixiao_set *set, const char *folder,
    const struct jixiao_findings *findings, struct jixiao_findings *faults);

/*
 * The same of a data file that is no set, since its shape is wrong: what it
 * states of who filed it stands in the record where nothing is wrong with that.
 * The file is read again for it.
 */
JIXIAO_API struct jixiao_record *jixiao_record_of_no_set(
    struct jixiao *jixiao, const char *path,
    const struct jixiao_findings *findings, struct jixiao_findings *faults);
JIXIAO_API void jixiao_record_free(struct jixiao_record *record);

/* The record as text, for another process or run: one line of JSON
 * (schemas/common/record.schema.json) with its line feed; freed with free().
 * The same record gives the same bytes. */
JIXIAO_API char *jixiao_record_print(const struct jixiao_record *record,
    size_t *length, struct jixiao_findings *faults);

/* Such a text read back, the line-th, from 1, of the file that the findings are
 * about.  NULL, with findings, where it is none. */
JIXIAO_API struct jixiao_record *jixiao_record_parse(struct jixiao *jixiao,
    const char *bytes, size_t length, unsigned line,
    struct jixiao_findings *findings);

#ifdef __cplusplus
}
#endif

#endif
