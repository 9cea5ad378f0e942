#ifndef FILE_H
#define FILE_H

/*
 * Read a whole file that a user named, up to a limit.
 *
 * The size of a regular file is looked at before anything is read; a pipe is
 * read until it passes the limit, if somebody writes to it within two seconds.
 * Errors:    a finding says why there is nothing to read.
 */

#include <stdbool.h>
#include <stddef.h>

#include "0_base/buffer.h"
#include "0_base/findings.h"

/* Append the bytes of the file.  False, with a finding, if that fails; what
 * the buffer then holds means nothing. */
bool file_read(const char *path, size_t limit, struct buffer *out,
    struct findings *findings);

/* Where a path could not be opened for this errno since it is a link that leads
 * nowhere, or in a circle: report that.  False, without a finding, if not. */
bool file_report_link(const char *path, int fault, struct findings *findings);

#endif
