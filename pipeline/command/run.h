#ifndef RUN_H
#define RUN_H

/*
 * One run of the command line: its files, one after the other.
 */

#include "command/options.h"
#include "jixiao.h"

struct run {
    const struct options *options;
    struct jixiao *jixiao;
    struct jixiao_report *report;
    struct jixiao_summary *summary;    /* NULL: nobody asks for one */
    struct jixiao_findings *faults;    /* that concern no file */
    enum jixiao_level worst;           /* so far */
};

/* Check or build every file, and report what was found in each. */
void run_files(struct run *run);

/* What became of the files in a folder. */
void run_print_outcome(const char *folder,
    const struct jixiao_outcome *outcome, enum jixiao_language language);

/* Findings count for the exit status. */
void run_note_worst(struct run *run, const struct jixiao_findings *findings);

/* What was found of a file, which counts; to its stream in one go, behind what
 * the other stream has.  set is NULL where it is not known. */
void run_print_findings(struct run *run, const char *path,
    const struct jixiao_set *set, struct jixiao_findings *findings);

#endif
