#ifndef PIPE_H
#define PIPE_H

/*
 * Wait for a file that was opened with O_NONBLOCK, which may be a pipe.
 *
 * Without a writer, reading a pipe would wait for ever.
 */

#include "0_base/buffer.h"

/* Waits two seconds for somebody to write to a pipe, and lets reading wait from
 * then on; a byte that arrives meanwhile is added to out.  0, EPIPE where
 * nobody writes, or another errno. */
int pipe_wait(int file, struct buffer *out);

#endif
