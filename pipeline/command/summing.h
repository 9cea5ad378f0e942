#ifndef SUMMING_H
#define SUMMING_H

/*
 * What a run comes to: a record of each data file as it is done with, and at
 * the end totals and the summaries that were asked for.
 */

#include "command/run.h"

/* Whether names of summaries are good, before hours of work; begins where any
 * are asked for, and in a batch, for what its files have in common.  False,
 * with findings, where the run is to stop. */
bool summing_begin(struct run *run, bool is_batch);

/* The record of a data file that is done with. */
struct jixiao_record *summing_record(const struct run *run, const char *path,
    const struct run_done *done);

/* Takes a data file in that is done with. */
void summing_add(struct run *run, const char *path,
    const struct run_done *done);

/* The same of one whose process has died, and which is not read again. */
void summing_add_died(struct run *run, const char *path,
    const struct jixiao_findings *findings);

/* The same by the text of its record, as another process has printed it. */
void summing_add_printed(struct run *run, const char *text, size_t length);

/* Writes the files, and prints totals where no report does. */
void summing_end(struct run *run);

/* jixiao summary: of what other runs have recorded. */
void summing_join(struct run *run);

#endif
