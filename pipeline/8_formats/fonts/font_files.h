#ifndef FONT_FILES_H
#define FONT_FILES_H

/*
 * The font files of this machine: those in the user's folders, found by the
 * names inside them or by their own, and those in the known places, found by
 * their own name.
 */

#include <stdbool.h>
#include <stddef.h>

#include "0_base/digest.h"

struct font_files;

/* A folder that cannot be read, and why (errno). */
struct font_folder_fault {
    const char *folder;         /* NULL: there is none; the files' */
    int reason;
};

/* folders are the user's, borrowed.  NULL: out of memory. */
struct font_files *font_files_new(const char *const *folders, size_t count);
void font_files_free(struct font_files *files);         /* NULL is allowed */

/* The first such folder.  One of the known places may be missing, or closed to
 * the user; the user's own may not. */
struct font_folder_fault font_files_fault(const struct font_files *files);

/* Adds the state of all of them: where each is, how large, and since when. */
void font_files_digest(const struct font_files *files, struct digest *digest);

/* The path of a font by its name, or of its usual file (which may be NULL);
 * borrowed.  *index, that of the face in its usual file, is set to what it is
 * in the one that was found by its name.  *from is 0 at first; another call
 * goes on behind the file that was found.  NULL where there is none. */
const char *font_files_find(struct font_files *files, const char *name,
    const char *file, size_t *from, unsigned *index);

#endif
