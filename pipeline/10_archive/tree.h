#ifndef ARCHIVE_TREE_H
#define ARCHIVE_TREE_H

/*
 * Folders with folders in them, as archives are: below a folder that is open,
 * by a name in it.  Links are never followed.
 *
 * Errors: 0 or the errno.
 */

#include <stdbool.h>

/* Whether the name is that of a folder without anything in it. */
bool tree_is_empty(int folder, const char *name);

/* Makes the folders of a path that are missing. */
int tree_make_parents(int folder, const char *path);

/* Syncs the folder and all folders in it. */
int tree_sync(int folder);

/* Removes what has the name with all that is in it; nothing is fine. */
int tree_remove(int folder, const char *name);

#endif
