#ifndef COMMAND_RESUME_H
#define COMMAND_RESUME_H

/*
 * --resume: what came of a file in an earlier run with the same data, program,
 * edition, fonts and options, whose set is still as it was made.
 */

#include "0_base/buffer.h"
#include "command/files.h"

/* What all files hang on alike: the program, the edition, fonts, options.
 * Once, before anything of it is read. */
void resume_begin(struct files *files);

/* What the k-th file hangs on as it is now, before it is read: data that
 * changes while a set is made of it is other data.  "" where nobody knows
 * whether it will be the same again, or where it cannot be kept. */
void resume_key(const struct files *files, size_t k,
    char key[DIGEST_TEXT_SIZE]);

/* Appends what is kept by that key; false where the file is to be done. */
bool resume_read(const struct files *files, size_t k, const char *key,
    struct buffer *out);

/* Keeps it; folder is that of its set, or NULL. */
void resume_write(const struct files *files, size_t k, const char *key,
    const char *folder, const char *bytes, size_t length);

#endif
