#ifndef GLYPH_USE_H
#define GLYPH_USE_H

/*
 * Which glyphs of each face a drawing shows, for the fonts that a serialiser
 * embeds.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "0_base/id_map.h"
#include "8_formats/layout/drawing.h"

/* Some glyphs draw two characters (the radical U+2F00, the word U+4E00). */
struct used_glyph {
    uint32_t id;                /* in the face */
    uint32_t character;         /* the first that it draws */
    uint32_t other;             /* the second; 0: there is none */
};

/* Those of one face, in ascending order of their ids. */
struct glyph_use {
    struct used_glyph *list;
    uint32_t *ids;              /* the same without their characters */
    size_t count, room;
    struct id_map numbers;      /* of an id: in both */
};

/* One for each face of the drawing, the caller's; NULL: out of memory. */
struct glyph_use *glyph_use_new(const struct drawing *drawing);
void glyph_use_free(struct glyph_use *uses, const struct drawing *drawing);

/* The number of a glyph that is shown. */
size_t glyph_use_number(const struct glyph_use *use, uint32_t id);

#endif
