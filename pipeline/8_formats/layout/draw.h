#ifndef DRAW_H
#define DRAW_H

/*
 * A drawing while it grows: nodes, pages and operations one behind the other.
 *
 * Errors: running out of memory is sticky; draw_failed says so once, at the
 *         end.
 */

#include "8_formats/layout/drawing.h"
#include "8_formats/layout/text.h"

struct draw;

struct draw *draw_new(void);                            /* NULL: no memory */
/* The drawing, which is the caller's; NULL where memory ran out.  Frees the
 * rest. */
struct drawing *draw_end(struct draw *draw);

/* The drawing so far. */
struct drawing *draw_drawing(struct draw *draw);

/* A node behind all others; title is copied, and may be NULL. */
uint32_t draw_node(struct draw *draw, enum node_kind kind, uint32_t parent,
    const char *title);
/* A cell's node, in place of the defaults of draw_node(). */
void draw_cell_node(struct draw *draw, uint32_t node, unsigned colspan,
    unsigned rowspan, enum node_scope scope);
/* The headers that name a cell. */
void draw_headers(struct draw *draw, uint32_t node, const uint32_t *headers,
    size_t count);

/* What changed in its lines has a bar beside them, whose x is `bar`. */
void draw_page(struct draw *draw, extent width, extent height, extent bar,
    unsigned number);
void draw_bookmark(struct draw *draw, const char *title, unsigned level,
    extent y, uint32_t node);

void draw_rule(struct draw *draw, extent x1, extent y1, extent x2, extent y2,
    extent width);
void draw_fill(struct draw *draw, extent x, extent y, extent width,
    extent height, unsigned colour);

/* Where a line of text goes. */
struct draw_place {
    extent x, y;                /* left, and top of the line */
    extent width;               /* from x, to be aligned in */
    extent height;              /* of the line, in which the type is centred */
    enum alignment align;
    bool is_turned;             /* x is the right of the line then, and it
                                   runs down from y */
    uint32_t node;              /* or an artifact */
};
void draw_line(struct draw *draw, const struct text *text,
    const struct text_line *line, const struct draw_place *place);

#endif
