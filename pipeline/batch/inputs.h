#ifndef INPUTS_H
#define INPUTS_H

/*
 * The data files of a run: those that are named, those of folders, and those
 * that a list names.
 *
 *     struct inputs inputs = INPUTS_EMPTY;
 *     good = inputs_add(&inputs, "county", findings)
 *         && inputs_add_listed(&inputs, "-", findings);
 *     ... inputs.list[k].path ...
 *     inputs_free(&inputs);
 *
 * Order:     as they are named; of a folder by the bytes of their paths.
 * Ownership: everything handed in is copied.
 * Errors:    false says that the run cannot go on, and a finding why.
 */

#include <stdbool.h>
#include <stddef.h>

#include "0_base/id_map.h"
#include "jixiao.h"

struct input {
    char *path;                 /* as findings call it */
    size_t below;               /* where in it the part begins that is below
                                   the folder that was named; 0 for none */
};

struct inputs {
    struct input *list;
    size_t count, room;
    struct id_map paths;
};

#define INPUTS_EMPTY {0}

/* A file, or all data files in a folder and below it (walk.h).  What a folder
 * has and is there already is not taken again. */
bool inputs_add(struct inputs *inputs, const char *path,
    struct jixiao_findings *findings);

/* The same of each path in a file; "-": in the standard input.  Paths end with
 * a NUL, if there is one at all, or with a line. */
bool inputs_add_listed(struct inputs *inputs, const char *list,
    struct jixiao_findings *findings);

void inputs_free(struct inputs *inputs);

#endif
