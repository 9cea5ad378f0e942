#ifndef FOLDERS_H
#define FOLDERS_H

/* Which folder the set of a data file is written to. */

#include "0_base/buffer.h"
#include "0_base/findings.h"
#include "jixiao.h"

/* The name of the data file without the ending, as a folder may have it. */
void folder_print_name(const char *path, struct buffer *out);

/* Below build->output; freed with free().  NULL, with a finding, where memory
 * runs out. */
char *folder_of_set(const char *path, const struct jixiao_build *build,
    struct findings *findings);

/* Makes the set whole that a file may be of: finishes what a killed run began
 * in its folder.  False, with findings, where that set stays one of two. */
bool folder_recover_around(const char *file, struct findings *findings);

#endif
