#ifndef SUMMARIES_H
#define SUMMARIES_H

/*
 * The files that a summary can be: a row each, known by the end of its name.
 *
 * Errors: a buffer that has failed; what else goes wrong is a finding.
 */

#include "15_summary/fields.h"
#include "15_summary/shards.h"
#include "15_summary/summary.h"
#include "library/handles.h"

#define RECORDS_ENDING ".jsonl"

struct jixiao_summary {
    struct summary *records;
    struct findings *found;     /* of the run as a whole */
    size_t shard, shard_count;  /* the part of a run that it is of; 0: of all */
    struct shards shards;       /* those that it is joined of */
};

struct summary_writing {
    struct jixiao *jixiao;
    const struct summary *summary;      /* finished */
    const struct findings *found;       /* of the run as a whole */
    struct fields fields;
    size_t shard, shard_count;          /* the part that it is of; 0: all */
    const char *path;                   /* of the file */
    bool verify;                        /* what is made on the way, too */
    const char *sender, *date;          /* of a circular, or NULL */
    struct findings *findings;          /* what goes wrong now */
};

struct summary_kind {
    const char *ending;         /* ".csv" */
    /* False where it fails, with a finding or the buffer failed. */
    bool (*write)(const struct summary_writing *writing, struct buffer *out);
    const char *beginning;      /* of its bytes; NULL: no data file is called
                                   so */
};

bool summary_write_html(const struct summary_writing *writing,
    struct buffer *out);
bool summary_write_csv(const struct summary_writing *writing,
    struct buffer *out);
bool summary_write_workbook(const struct summary_writing *writing,
    struct buffer *out);
bool summary_write_json(const struct summary_writing *writing,
    struct buffer *out);
bool summary_write_records(const struct summary_writing *writing,
    struct buffer *out);

bool summary_write_circular(const struct summary_writing *writing,
    enum format format, struct buffer *out);

/* A schema of a line of records, opened when it is first asked for. */
const struct schema *lines_shape(struct jixiao *jixiao,
    struct schema **shape, const char *path, struct findings *findings);

/* The result of a set as a person says it: "错误", "通过". */
const char *summary_result(const struct record *record);

/* The XML of the summary, for xmlFreeDoc(); NULL with a finding. */
xmlDocPtr summary_make_tree(const struct summary_writing *writing);

#endif
