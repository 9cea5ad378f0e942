#ifndef CHARSET_H
#define CHARSET_H

/*
 * The charset of a CFF font program: which CID each of its glyphs has.
 *
 * Standard: Adobe Technical Note 5176, The Compact Font Format, 4 to 13.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * Gives each glyph of a CID-keyed program its own number as CID, in place; a
 * program keyed by names has no CIDs and stays as it is.  A reader then finds
 * the same glyph by either number.  False where the program is broken.
 */
bool charset_number(void *program, size_t length, unsigned glyph_count);

#endif
