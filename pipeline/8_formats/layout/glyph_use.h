#ifndef GLYPH_USE_H
#define GLYPH_USE_H

/*
 * Which glyphs of each face a drawing shows, for the fonts that a serialiser
 * embeds.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "8_formats/layout/drawing.h"

#define GLYPHS_MAX 65536u       /* a glyph's number has 16 bits */

/* Both by the glyph's number.  Some glyphs draw two characters (the radical
 * U+2F00, the word U+4E00). */
struct glyph_use {
    uint32_t *characters;       /* the first that it draws; 0: it is unused */
    uint32_t *others;           /* the second; 0: there is none */
};

/* One for each face of the drawing, the caller's; NULL: out of memory. */
struct glyph_use *glyph_use_new(const struct drawing *drawing);
void glyph_use_free(struct glyph_use *uses, const struct drawing *drawing);

/* The glyphs used, in ascending order, into room for GLYPHS_MAX: how many. */
size_t glyph_use_list(const struct glyph_use *use, uint32_t *glyphs);

#endif
