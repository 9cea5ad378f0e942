#ifndef COMMAND_PREPARE_H
#define COMMAND_PREPARE_H

#include "command/run.h"

/*
 * Loads what the data files of a run are likely to need, before the first
 * process of a pool is there: schema, rules, and for a build stylesheets and
 * fonts are compiled once then, and lie in memory that all processes share.
 *
 * What cannot be loaded is no fault yet: a file that needs it says so.
 */
void prepare(struct run *run);

#endif
