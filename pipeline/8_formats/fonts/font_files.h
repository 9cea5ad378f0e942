#ifndef FONT_FILES_H
#define FONT_FILES_H

/*
 * The font files of this machine: those in the user's folders, found by the
 * names inside them or by their own, and those in the known places, found by
 * their own name.
 */

#include <stdbool.h>
#include <stddef.h>

struct font_files;

/* folders are the user's, borrowed.  NULL: out of memory. */
struct font_files *font_files_new(const char *const *folders, size_t count);
void font_files_free(struct font_files *files);         /* NULL is allowed */

/* The path of a font by its name, or of its usual file (which may be NULL);
 * borrowed.  *index, that of the face in its usual file, is set to what it is in
 * the one that was found by its name.  NULL where there is none. */
const char *font_files_find(struct font_files *files, const char *name,
    const char *file, unsigned *index);

#endif
