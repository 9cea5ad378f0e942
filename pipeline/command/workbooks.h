#ifndef WORKBOOKS_H
#define WORKBOOKS_H

/*
 * Workbooks on the command line: where one is given that is not taken, or is to
 * go where it cannot, which is a fault of use.
 */

#include "command/run.h"

/* False where a file of the verb's is a workbook, which cannot be changed as a
 * data file is. */
bool workbooks_may_change(struct run *run, const char *path);

/* False where a file is a workbook, and not one that came back from a word
 * processor. */
bool workbooks_may_return(struct run *run, const char *path);

/* False where the file of -o, or a terminal, is no place for what the verb
 * makes: a workbook, or a data file, which has not the name of one. */
bool workbooks_may_write(struct run *run);

#endif
