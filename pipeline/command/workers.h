#ifndef COMMAND_WORKERS_H
#define COMMAND_WORKERS_H

/*
 * Files made by processes of their own, several at a time, and reported in the
 * order of the run with the same bytes as one after the other.
 */

#include "command/files.h"

void workers_run(struct files *files);

#endif
