#ifndef SUMMARIES_ADDRESS_H
#define SUMMARIES_ADDRESS_H

/* How a page names another file: as seen from the folder that it is in. */

#include "0_base/buffer.h"

/*
 * Appends the path of a file as one names it that is at `from`, a path: "" is
 * nowhere, both may begin at the root or in the present folder; as an address
 * has it (RFC 3986).  No file is looked at.
 */
void address_print(void *from, const char *path, struct buffer *out);

#endif
