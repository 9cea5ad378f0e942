#ifndef JIXIAO_SUMMARIES_H
#define JIXIAO_SUMMARIES_H

/* Summaries of the records of many data files. */

#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif

/* NULL: out of memory.  Freed with jixiao_summary_free(), NULL allowed. */
JIXIAO_API struct jixiao_summary *jixiao_summary_new(
    struct jixiao_findings *findings);
JIXIAO_API void jixiao_summary_free(struct jixiao_summary *summary);

/* Its records are those of one part of a run, the number-th of so many, from 1:
 * files of records say so, and jixiao_summary_finish() tells of parts that are
 * missing where they are joined. */
JIXIAO_API void jixiao_summary_set_shard(struct jixiao_summary *summary,
    size_t number, size_t count);

/* Takes the record over, whether it succeeds or not.  The order does not
 * matter; of several records of one data file that of the last one counts. */
JIXIAO_API bool jixiao_summary_add(struct jixiao_summary *summary,
    struct jixiao_record *record, struct jixiao_findings *findings);

/* Adds all records of a file that jixiao_summary_write() has written (.jsonl),
 * or of such files in a folder.  False, with findings, where some are none; the
 * others are added all the same. */
JIXIAO_API bool jixiao_summary_read(struct jixiao *jixiao,
    struct jixiao_summary *summary, const char *path,
    struct jixiao_findings *findings);

/* Once all are added: adds up, and finds what units have in common that should
 * not: data files of one unit and year, sets and texts that are nearly the
 * same; and which parts of a run are missing.  False, with findings, where
 * memory runs out or the edition cannot be used: the summary is none to be
 * printed or written. */
JIXIAO_API bool jixiao_summary_finish(struct jixiao *jixiao,
    struct jixiao_summary *summary, struct jixiao_findings *findings);

struct jixiao_summary_file {
    const char *path;           /* its end tells which kind it is to be */
    bool is_circular;           /* what a bureau sends to all units, on paper,
                                   instead of a table */
    const char *sender, *date;  /* of a circular: who sends it, and the day as
                                   ISO 8601 has it; NULL: left to be filled in
                                   by hand */
    bool verify;                /* what is made on the way, too */
    bool overwrite;             /* what somebody may have edited, with no
                                   copy */
};

/* Whether the name of a file tells which kind it is to be, and no data file has
 * it, a .json or .jsonl that no summary has written, and whether sender and
 * date are such; else a finding of JIXIAO_USAGE. */
JIXIAO_API bool jixiao_summary_check(const struct jixiao_summary_file *file,
    struct jixiao_findings *findings);

/* Writes a file, whole or not at all, in place of one that is there, which is
 * kept under another name if it is not as it was written last.  False,
 * with a finding, where it cannot be written; of a circular where parts are
 * missing, those of jixiao_summary_read() and _finish() say so. */
JIXIAO_API bool jixiao_summary_write(struct jixiao *jixiao,
    const struct jixiao_summary *summary,
    const struct jixiao_summary_file *file,
    struct jixiao_findings *findings);

/* The totals by level and by rule. */
JIXIAO_API void jixiao_summary_print(const struct jixiao_summary *summary,
    enum jixiao_language language, FILE *out);

#ifdef __cplusplus
}
#endif

#endif
