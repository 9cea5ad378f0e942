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

/* What such a text of so many bytes stands for, as those who write XML in
 * UTF-8 have it; what only a reader of XML knows stays as it is. */
void escape_undo(struct buffer *out, const char *text, size_t length);

#endif
