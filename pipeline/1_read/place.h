#ifndef PLACE_H
#define PLACE_H

/*
 * Lines and columns of a text, found without reading it from its start.
 *
 * A line ends with LF, CR LF or a CR alone; a column is one code point.  The
 * index notes the place at every 256th byte, as far as a lookup has been, so
 * that none reads the same part twice, however long a line is.
 * Ownership: the text is borrowed; places_free() frees the index alone.
 */

#include <stdbool.h>
#include <stddef.h>

#include "0_base/findings.h"

struct places {
    const char *text;
    size_t length;
    struct place_marks *marks;
};

/* False if memory runs out. */
bool places_make(struct places *places, const char *text, size_t length);
void places_free(struct places *places);

/* The place of the character that a byte belongs to, the text being UTF-8;
 * of the text's end for an offset beyond it. */
struct place places_find(const struct places *places, size_t offset);

/* The other way round: the byte at a place, or the end of its line where that
 * is shorter. */
size_t places_offset(const struct places *places, struct place place);

/* The place once, without an index, of a byte where a character begins or where
 * the text stops being UTF-8. */
struct place place_in_text(const char *text, size_t length, size_t offset);

#endif
