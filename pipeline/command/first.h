#ifndef FIRST_COMMAND_H
#define FIRST_COMMAND_H

/*
 * jixiao new and jixiao next: a data file for a new year; jixiao sheet: a
 * workbook of one.  To a new file or to the standard output.
 */

#include "command/run.h"

void first_new(struct run *run);
void first_next(struct run *run);
void first_sheet(struct run *run);
void first_read(struct run *run);

#endif
