#ifndef MAKE_COMMAND_H
#define MAKE_COMMAND_H

/*
 * The verbs that make one file, new or on the standard output: jixiao new and
 * jixiao next a data file for a new year, jixiao sheet a workbook of one,
 * jixiao read a data file of a workbook.
 */

#include "command/run.h"

void make_new(struct run *run);
void make_next(struct run *run);
void make_sheet(struct run *run);

/* With a data file, too, it makes a patch of that (pull.h). */
void make_read(struct run *run);

#endif
