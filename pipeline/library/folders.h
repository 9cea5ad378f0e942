#ifndef FOLDERS_H
#define FOLDERS_H

/* Which folder the set of a data file is written to. */

#include "0_base/findings.h"

/* Below output; freed with free().  NULL, with a finding, where memory runs
 * out. */
char *folder_of_set(const char *path, const char *output,
    struct findings *findings);

#endif
