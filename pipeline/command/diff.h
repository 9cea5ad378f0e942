#ifndef DIFF_H
#define DIFF_H

/* Two sets beside each other: jixiao diff. */

#include "command/run.h"

void diff_sets(struct run *run);

#endif
