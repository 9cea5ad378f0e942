#ifndef SHEET_FAULT_H
#define SHEET_FAULT_H

/*
 * What libxslt has said of a stylesheet, in Chinese: the place of the first
 * fault and what it is; as libxslt says it where sheet_faults.def does not know
 * the message, and all of it where it names no place.
 */

#include "0_base/buffer.h"

/* Text with line feeds, as libxslt gives it, to be added to out. */
void sheet_fault_write(const char *said, struct buffer *out);

#endif
