#ifndef COMPLETION_H
#define COMPLETION_H

/*
 * jixiao completion.
 */

#include "command/run.h"

/* Prints the script for the shell that the argument names. */
void completion_print(struct run *run);

#endif
