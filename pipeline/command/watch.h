#ifndef WATCH_H
#define WATCH_H

/*
 * jixiao watch.
 */

#include "command/run.h"

/* Makes the set of the data file, and again whenever the file, last year's or a
 * file of the data folder has been saved, until an interrupt ends it; then once
 * more as build does.  What goes wrong the first time ends it, too. */
void watch_file(struct run *run);

#endif
