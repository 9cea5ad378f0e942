#ifndef VERIFY_H
#define VERIFY_H

/*
 * Archives, one after the other: read back and reported.
 */

#include "command/run.h"

void verify_archives(struct run *run);

#endif
