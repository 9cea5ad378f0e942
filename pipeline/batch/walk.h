#ifndef WALK_H
#define WALK_H

/*
 * The data files in a folder and in those below it: *.json, whatever the case
 * of the ending.  Hidden names are left alone, and so are folders that a run
 * has made, which have a manifest, links to folders, and what is no file, as
 * pipes are.
 */

#include <stdbool.h>

#include "jixiao.h"

/* Takes a path; false ends the walk. */
typedef bool walk_visitor(void *user, const char *path);

/* In the order of the bytes of the paths.  False, with a finding, where a
 * folder cannot be read; false, too, where the visitor says so. */
bool walk(const char *folder, walk_visitor *visit, void *user,
    struct jixiao_findings *findings);

bool walk_is_folder(const char *path);
bool walk_is_link(const char *path);

/* Whether a run has made a folder: the set or the archive of a data file. */
bool walk_is_made(const char *folder);

#endif
