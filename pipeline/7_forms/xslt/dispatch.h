#ifndef DISPATCH_H
#define DISPATCH_H

/* Which templates a node can have, by mode and name. */

#include "7_forms/xslt/program.h"

/* A copy of the rule, before those that give way to it. */
void dispatch_add(struct mode *mode, struct pool *pool,
    const struct matching *rule);

/* Once all are there: the rules of each name and kind of node. */
void dispatch_finish(struct program *program);

#endif
