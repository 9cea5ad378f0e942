#ifndef DRAW_PARTS_H
#define DRAW_PARTS_H

/*
 * What draw_line.c asks of the drawing in draw.c, for these two alone.
 *
 * Ownership: operations are the drawing's, and move when it grows.
 */

#include "8_formats/layout/draw.h"

/* Text of a face without glyphs so far; NULL without memory. */
struct operation *draw_text(struct draw *draw, const struct face *face,
    uint32_t node);
/* One glyph more for the newest operation. */
void draw_glyph(struct draw *draw, struct operation *operation,
    struct glyph glyph);

/* Where the bars of the newest page stand. */
extent draw_bar_x(const struct draw *draw);

bool draw_has_failed(const struct draw *draw);

#endif
