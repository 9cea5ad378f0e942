#ifndef COMMAND_RUN_H
#define COMMAND_RUN_H

/*
 * One run of the command line, and what is done with one of its files.
 *
 * Ownership: a run's jixiao, report, summary and faults belong to whoever
 *            begins it; what run_begin_report() and run_findings()
 *            return is the caller's; what is in a run_done goes with
 *            run_one_end().
 */

#include <stdio.h>

#include "0_base/catalogue.h"
#include "command/options.h"
#include "jixiao.h"

struct run {
    const struct options *options;
    struct jixiao *jixiao;
    struct jixiao_report *report;
    struct jixiao_summary *summary;    /* NULL: nobody asks for one */
    FILE *out;                         /* for what is no report */
    struct jixiao_findings *faults;    /* that concern no file */
    size_t columns;                    /* of lines of files that are shown with
                                          what was found; 0: none is */
    enum jixiao_level worst;           /* so far */
    const char *watched;               /* as a build has it (jixiao.h) */
};

/* What came of one data file. */
struct run_done {
    struct jixiao_set *set, *previous;  /* NULL: it did not get so far */
    struct jixiao_findings *findings;
    char *folder;               /* of the files; NULL: none were made */
    bool is_refused;            /* rules cannot be changed as asked: a fault of
                                   the run, not of the file */
};

/* The jixiao, as the options want it; false where there is none. */
bool run_open(struct run *run);

/* A new report, as the options want it; NULL: out of memory. */
struct jixiao_report *run_begin_report(const struct run *run, FILE *out);

/* A new list for what is found; NULL: out of memory. */
struct jixiao_findings *run_findings(const struct run *run);

/* Check, build or archive one data file; folder is the name of its set's, or
 * NULL.  False where there is not even memory for findings.  run_one_end() lets
 * it go. */
bool run_one(struct run *run, const char *path, const char *folder,
    struct run_done *done);
void run_one_end(struct run_done *done);

/* Whether the verb makes files, whose folders must be told apart. */
bool run_is_writing(const struct options *options);

/* What became of the files in a folder. */
void run_print_outcome(const char *folder,
    const struct jixiao_outcome *outcome, enum jixiao_language language,
    FILE *out);

/* What time it is, in front of a line: "14:03:22 ". */
void run_print_time(FILE *out);

/* Whether there is a finding of that kind. */
bool run_found(const struct jixiao_findings *findings, enum catalogue id);

/* Findings count for the exit status. */
void run_note_worst(struct run *run, const struct jixiao_findings *findings);

/* What was found of a file, which counts; to its stream in one go, behind what
 * the other stream has.  set is NULL where it is not known. */
void run_print_findings(struct run *run, const char *path,
    const struct jixiao_set *set, struct jixiao_findings *findings);

#endif
