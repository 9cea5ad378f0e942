#ifndef COMMAND_EDIT_H
#define COMMAND_EDIT_H

/* jixiao edit: a data file filled in where its forms print it, in a browser. */

#include "command/run.h"

void edit_file(struct run *run);

#endif
