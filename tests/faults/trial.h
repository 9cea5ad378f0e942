#ifndef TRIAL_H
#define TRIAL_H

/* One trial: a command line, run again and again, and what it made. */

#include <stdio.h>

#include "fault.h"
#include "snapshot.h"

#define ARGUMENTS_MAX 30
#define LATER_MAX 8

struct arguments {
    int argc;
    const char *argv[ARGUMENTS_MAX + 1];
};

/* A run after one that was killed, and what it makes of both whole sets. */
struct later {
    struct arguments with;
    struct snapshot of_before, of_after;
};

struct trial {
    const char *old, *folder;
    struct snapshot before, after;  /* of FOLDER, as it was and should be */
    struct snapshot visible;        /* of after, what is not hidden */
    struct snapshot uncompared;     /* as it is where nothing is compared */
    struct snapshot uncompared_visible;
    struct snapshot now;
    struct arguments first;
    struct later later[LATER_MAX];
    size_t later_count;
    FILE *said, *trace;
    int status;                     /* of the last run, as from waitpid() */
    uint64_t words;                 /* what it said */
    bool edited;                    /* a file of OLD is not as it was made */
    int status_after;               /* the same two without a fault */
    uint64_t words_after;
    unsigned long calls;            /* in the last run */
};

/* Run in a child, the nth call going wrong; 0: none. */
void trial_run_arguments(struct trial *trial, const struct arguments *with,
    unsigned long n);
bool trial_has_said(const struct trial *trial, const char *words);

/* Whether a file was kept as edited. */
bool trial_has_kept(const struct trial *trial);
bool trial_has_succeeded(const struct trial *trial);

/* Make one folder a copy of the other. */
void folder_copy_to(const char *from, const char *to);

/* What later runs make of FOLDER, which is as it should be, and of OLD. */
void later_begin(struct trial *trial);

/* What is wrong with a run that archives and was killed or failed by calls on
 * files, and with the next; NULL if nothing is. */
const char *archived_judge(struct trial *trial, bool was_killed);

/* In place of the command line; and what is wrong with such a run. */
int drafted_main(int argc, char **argv);
const char *drafted_judge(struct trial *trial, bool was_killed);

/* Open all files of FOLDER, as it was, until killed_judge(). */
void readers_open(const struct trial *trial);

/* What is wrong with a run that was killed; NULL if nothing is. */
const char *killed_judge(struct trial *trial);

#endif
