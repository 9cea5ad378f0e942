#ifndef SCAN_STRINGS_H
#define SCAN_STRINGS_H

/*
 * String literals of a JSON text, quotes included, that scan_text() has found
 * well-formed; and the parts of escapes, by which it finds that out.
 */

#include <stdbool.h>
#include <stddef.h>

#include "0_base/buffer.h"

/* The value of four hex digits, or -1. */
long scan_hex(const char *text, size_t length);

bool scan_is_high_surrogate(long code);
bool scan_is_low_surrogate(long code);

/* Appends the decoded string, in which a \u0000 is a NUL. */
void scan_string_decode(const char *literal, struct buffer *out);

/* The bytes of the decoded string. */
size_t scan_string_length(const char *literal);

/* How far a literal has been read: bytes behind its opening quote, and what
 * they are decoded. */
struct scan_mark {
    size_t read, decoded;
};

/* The offset in the literal of what makes the byte at an offset of the
 * decoded string; the closing quote's beyond its end.  Reads on from the mark,
 * which is zero at first and never beyond the offset. */
size_t scan_string_offset(const char *literal, size_t offset,
    struct scan_mark *mark);

#endif
