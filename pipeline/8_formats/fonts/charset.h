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
 * Replaces glyph numbers by the CIDs that a PDF string shows the glyphs by: of
 * the charset, where the font is CID-keyed; else the glyph numbers themselves
 * (ISO 32000-1, 9.7.4.2).  False where the program is broken.  cids is room for
 * glyph_count + 1 of them, which nobody reads afterwards.
 */
bool charset_map(const void *program, size_t length, unsigned glyph_count,
    uint16_t *cids, uint16_t *numbers, size_t count);

#endif
