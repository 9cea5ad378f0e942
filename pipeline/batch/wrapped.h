#ifndef BATCH_WRAPPED_H
#define BATCH_WRAPPED_H

/* Paths of a list with what does not belong to them around them: quotes, which
 * file managers put there when a path is copied, or blanks. */

#include <stdbool.h>

#include "0_base/buffer.h"

/* Whether there is no such file or folder, and a path with quotes around it, or
 * with blanks around the path of one that there is; meant gets what is left
 * without them, which may run out of memory. */
bool wrapped_is(const char *path, struct buffer *meant);

#endif
