#ifndef TERMINAL_H
#define TERMINAL_H

/*
 * Where the findings go.
 */

#include <stdio.h>

#include "command/options.h"

/* How wide the lines of files may be that are shown on a stream, as the
 * terminal, or COLUMNS in the environment, says; 0: none is shown. */
size_t terminal_columns(enum caret caret, FILE *out);

#endif
