#ifndef UNCLOSED_H
#define UNCLOSED_H

/* Which bracket of a text was not closed, where the end tells only that one
 * is missing. */

#include <stddef.h>

/*
 * The innermost bracket that is open where a closing one begins a line that is
 * indented less than the line it would close: that one closes another.  The
 * bracket at `otherwise` where no line is.  Strings have to be closed.
 */
size_t unclosed_bracket(const char *text, size_t length, size_t otherwise);

#endif
