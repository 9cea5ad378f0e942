#ifndef COMMAND_PULL_H
#define COMMAND_PULL_H

/*
 * jixiao pull: Word files that came back, and the data file that they are of.
 */

#include "command/run.h"

void pull_files(struct run *run);

#endif
