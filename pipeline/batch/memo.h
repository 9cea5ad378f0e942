#ifndef MEMO_H
#define MEMO_H

/*
 * What came of each data file of a run, kept in a hidden folder beside the
 * sets, so that a later run need not do it again.
 *
 * A memo is a file of its own, written whole or not at all: runs that are
 * killed, and parts of a run on several machines, leave good ones.  It belongs
 * to a key, the digest of all that the result hangs on.
 */

#include <stdbool.h>

#include "0_base/buffer.h"
#include "0_base/digest.h"

/* Adds a file's bytes; or, with false, that it cannot be read or is no plain
 * file. */
bool memo_add_file(struct digest *digest, const char *path);

/* Adds the names, sizes and times of change of what is in a folder. */
void memo_add_state(struct digest *digest, const char *folder);

/* Adds the names and bytes of all files in a folder and below it; of folders
 * that are linked in it their state. */
void memo_add_tree(struct digest *digest, const char *folder);

/* Adds a text with its end; NULL is another one than "". */
void memo_add_text(struct digest *digest, const char *text);

/* Appends what is kept of the data file at a path; false where there is
 * nothing of that key, or not all of it. */
bool memo_read(const char *output, const char *path, const char *key,
    struct buffer *bytes);

/* One that cannot be written is missing, and the file is done again. */
void memo_write(const char *output, const char *path, const char *key,
    const char *bytes, size_t length);

#endif
