#ifndef PREVIOUS_H
#define PREVIOUS_H

/*
 * Last year's data, where the command line says it is.
 */

#include "jixiao.h"

/*
 * The set that the data file at path is compared with: `where` itself, or the
 * file of the same name in the folder `where`.  NULL, with findings, where
 * there is none that can be used; that a folder lacks it is but a hint.
 */
struct jixiao_set *previous_read(struct jixiao *jixiao, const char *where,
    const char *path, struct jixiao_findings *findings);

#endif
