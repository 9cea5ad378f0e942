#ifndef PREVIOUS_H
#define PREVIOUS_H

/*
 * Last year's data, where the command line says it is.
 */

#include "0_base/buffer.h"
#include "jixiao.h"

/* Appends the path of the file that the data file at path is compared with:
 * `where` itself, or the one of the same name in the folder `where`, whether it
 * is there or not.  Whether it is in a folder. */
bool previous_path(const char *where, const char *path, struct buffer *out);

/*
 * The set in that file.  NULL, with findings, where there is none that can be
 * used; that a folder lacks it is but a hint.
 */
struct jixiao_set *previous_read(struct jixiao *jixiao, const char *where,
    const char *path, struct jixiao_findings *findings);

#endif
