#ifndef INSIDE_H
#define INSIDE_H

/*
 * Paths of files in an archive: below its folder on every system.
 */

#include <stdbool.h>
#include <stdint.h>

#include "0_base/buffer.h"

#define INSIDE_LENGTH_MAX 1024  /* bytes of a path */

/*
 * Whether a path stays in the archive wherever this is unpacked: relative, its
 * steps parted by "/", none of them empty, "." or "..", in UTF-8, without a
 * control character and without what Windows takes for a step or a drive.
 */
bool path_is_inside(const char *path);

/* A number (id_map.h) that paths have in common which are one where capital and
 * small letters are the same. */
uint64_t path_key_folded(const char *path);

/* Appends a path as it may stand in a sentence: what is not UTF-8 as \xNN. */
void path_show(const char *path, struct buffer *out);

#endif
