#ifndef COMMAND_RESUME_H
#define COMMAND_RESUME_H

/*
 * --resume: what came of a file in an earlier run with the same data, program,
 * edition and options, whose set is still as it was made.
 */

#include "0_base/buffer.h"
#include "command/files.h"

/* What all files hang on alike: the program, the edition, options.  Once,
 * before the first file. */
void resume_begin(struct files *files);

/* Appends what is kept of the k-th file; false where it is to be done. */
bool resume_read(const struct files *files, size_t k, struct buffer *out);

/* Keeps it; folder is that of its set, or NULL. */
void resume_write(const struct files *files, size_t k, const char *folder,
    const char *bytes, size_t length);

#endif
