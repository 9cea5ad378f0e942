#ifndef JSON_STRING_H
#define JSON_STRING_H

/*
 * A text as JSON has it (RFC 8259, 7).
 */

#include "0_base/buffer.h"

/* Appends it in quotation marks; what a terminal would obey, or nobody would
 * see, is escaped. */
void json_string_add(const char *text, struct buffer *out);

#endif
