#ifndef REDLINING_H
#define REDLINING_H

/* What files of changes are made of; for redline.c and redline_ask.c. */

#include "0_base/findings.h"
#include "jixiao.h"

/* Behind the name of the program in their manifest: they are no set's. */
#define REDLINE_PROGRAM " diff"

/* False, with a finding of JIXIAO_USAGE, where author or date cannot be used,
 * or the folder has files of a set, which they would replace. */
bool redline_is_allowed(const struct jixiao_redline *how,
    struct findings *findings);

#endif
