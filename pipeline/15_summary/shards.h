#ifndef SUMMARY_SHARDS_H
#define SUMMARY_SHARDS_H

/*
 * The parts of runs that records are of (--shard), and which are missing where
 * records are joined.
 *
 * Text form: one JSON document in a line, in front of the records of a part,
 *            schemas/common/shard.schema.json; a part without a data file has
 *            it, too.
 * Units:     parts count from 1.
 * Ownership: shards_free() frees what is read.
 */

#include "0_base/arena.h"
#include "0_base/buffer.h"
#include "0_base/findings.h"
#include "2_schema/schema.h"

struct shards {
    struct shard_seen {
        size_t number, count;
        const char *file;       /* that its records are in */
    } *list;
    size_t count, room;
    bool lacks;                 /* some are missing, as shards_tell() finds, or
                                   a line could not be read */
    struct arena arena;
};

/* Appends the text form with a line feed behind it. */
void shards_print(const char *program, size_t number, size_t count,
    struct buffer *out);

/* Whether a line is meant as one, and not as a record. */
bool shards_is_line(const char *line, size_t length);

/* Takes the line-th line of the findings' file.  The schema is that of the text
 * form.  False, with findings, where it is none, such as 5 of 3, or memory runs
 * out. */
bool shards_read(struct shards *shards, const struct schema *schema,
    const char *line, size_t length, unsigned number,
    struct findings *findings);

/* Puts them in order, and adds a finding for each run of which some are
 * missing, about the file of the first that is there.  False if memory runs
 * out. */
bool shards_tell(struct shards *shards, struct findings *findings);

void shards_free(struct shards *shards);

#endif
