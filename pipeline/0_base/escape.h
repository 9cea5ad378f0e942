#ifndef ESCAPE_H
#define ESCAPE_H

/*
 * Text as it stands in an XML file.
 *
 * Standard: XML 1.0, 2.4.
 */

#include "0_base/buffer.h"

/* Good between tags, and within double quotes. */
void escape_add(struct buffer *out, const char *text);

#endif
