/* A drawing while it grows. */

#include "8_formats/layout/draw.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/list.h"
#include "8_formats/layout/draw_parts.h"

struct draw {
    struct drawing *drawing;
    extent bar;                 /* of the newest page */
    size_t node_room, header_room, page_room, operation_room, glyph_room,
        bookmark_room, face_room;
    bool failed;
};

struct draw *draw_new(void)
{
    struct draw *draw = calloc(1, sizeof *draw);

    if (draw)
        draw->drawing = calloc(1, sizeof *draw->drawing);
    if (draw && !draw->drawing) {
        free(draw);
        return NULL;
    }
    return draw;
}

struct drawing *draw_end(struct draw *draw)
{
    struct drawing *drawing = draw->drawing;

    if (draw->failed) {
        drawing_free(drawing);
        drawing = NULL;
    }
    free(draw);
    return drawing;
}

struct drawing *draw_drawing(struct draw *draw)
{
    return draw->drawing;
}

void drawing_free(struct drawing *drawing)
{
    if (!drawing)
        return;
    for (size_t k = 0; k < drawing->node_count; k++)
        free(drawing->nodes[k].title);
    for (size_t k = 0; k < drawing->bookmark_count; k++)
        free(drawing->bookmarks[k].title);
    free(drawing->title);
    free(drawing->unit);
    free(drawing->period);
    free(drawing->edition);
    free(drawing->nodes);
    free(drawing->headers);
    free(drawing->pages);
    free(drawing->operations);
    free(drawing->glyphs);
    free(drawing->bookmarks);
    free(drawing->faces);
    free(drawing);
}

/* Room for one element more in a list of the drawing; NULL without memory. */
#define ROOM(draw, list, count, room) \
    room_for((draw), (void **)&(draw)->drawing->list, \
        (draw)->drawing->count, &(draw)->room, \
        sizeof *(draw)->drawing->list)

static bool room_for(struct draw *draw, void **list, size_t count,
    size_t *room, size_t size)
{
    void *more = draw->failed ? NULL : list_room(*list, count, room, size);

    draw->failed = draw->failed || !more;
    if (more)
        *list = more;
    return more != NULL;
}

static char *copy_title(struct draw *draw, const char *title)
{
    char *copy = title ? strdup(title) : NULL;

    draw->failed = draw->failed || (title && !copy);
    return copy;
}

/* --- nodes and pages ----------------------------------------------------- */

uint32_t draw_node(struct draw *draw, enum node_kind kind, uint32_t parent,
    const char *title)
{
    struct drawing *drawing = draw->drawing;

    if (!ROOM(draw, nodes, node_count, node_room))
        return NODE_ROOT;
    drawing->nodes[drawing->node_count] = (struct node){ .kind = kind,
        .parent = parent, .colspan = 1, .rowspan = 1,
        .title = copy_title(draw, title) };
    return (uint32_t)drawing->node_count++;
}

void draw_cell_node(struct draw *draw, uint32_t node, unsigned colspan,
    unsigned rowspan, enum node_scope scope)
{
    if (draw->failed)
        return;
    struct node *cell = &draw->drawing->nodes[node];
    cell->colspan = (uint16_t)colspan;
    cell->rowspan = (uint16_t)rowspan;
    cell->scope = scope;
}

void draw_headers(struct draw *draw, uint32_t node, const uint32_t *headers,
    size_t count)
{
    struct drawing *drawing = draw->drawing;
    size_t first = drawing->header_count;

    for (size_t k = 0; k < count; k++) {
        if (!ROOM(draw, headers, header_count, header_room))
            return;
        drawing->headers[drawing->header_count++] = headers[k];
    }
    if (!draw->failed) {
        drawing->nodes[node].first_header = first;
        drawing->nodes[node].header_count = count;
    }
}

void draw_page(struct draw *draw, extent width, extent height, extent bar,
    unsigned number)
{
    struct drawing *drawing = draw->drawing;

    draw->bar = bar;
    if (ROOM(draw, pages, page_count, page_room))
        drawing->pages[drawing->page_count++] = (struct page){
            .width = width, .height = height, .number = number,
            .first = drawing->operation_count };
}

void draw_bookmark(struct draw *draw, const char *title, unsigned level,
    extent y, uint32_t node)
{
    struct drawing *drawing = draw->drawing;
    char *copy = copy_title(draw, title);

    if (!ROOM(draw, bookmarks, bookmark_count, bookmark_room)) {
        free(copy);
        return;
    }
    drawing->bookmarks[drawing->bookmark_count++] = (struct bookmark){
        .title = copy, .level = level, .y = y, .node = node,
        .page = drawing->page_count - 1 };
}

/* --- operations ---------------------------------------------------------- */

static struct operation *add_operation(struct draw *draw,
    enum operation_kind kind, uint32_t node)
{
    struct drawing *drawing = draw->drawing;

    if (!ROOM(draw, operations, operation_count, operation_room))
        return NULL;
    struct operation *operation =
        &drawing->operations[drawing->operation_count++];
    *operation = (struct operation){ .kind = kind, .node = node };
    drawing->pages[drawing->page_count - 1].count++;
    return operation;
}

void draw_rule(struct draw *draw, extent x1, extent y1, extent x2, extent y2,
    extent width)
{
    struct operation *operation = add_operation(draw, OPERATION_LINE,
        ARTIFACT_LAYOUT);

    if (operation) {
        operation->of.line.x1 = x1;
        operation->of.line.y1 = y1;
        operation->of.line.x2 = x2;
        operation->of.line.y2 = y2;
        operation->of.line.width = width;
    }
}

void draw_fill(struct draw *draw, extent x, extent y, extent width,
    extent height, unsigned colour)
{
    struct operation *operation = add_operation(draw, OPERATION_FILL,
        ARTIFACT_LAYOUT);

    if (operation) {
        operation->of.fill.x = x;
        operation->of.fill.y = y;
        operation->of.fill.width = width;
        operation->of.fill.height = height;
        operation->of.fill.colour = colour;
    }
}

static uint32_t face_number(struct draw *draw, const struct face *face)
{
    struct drawing *drawing = draw->drawing;

    for (size_t k = 0; k < drawing->face_count; k++)
        if (drawing->faces[k] == face)
            return (uint32_t)k;
    if (!ROOM(draw, faces, face_count, face_room))
        return 0;
    drawing->faces[drawing->face_count] = face;
    return (uint32_t)drawing->face_count++;
}

struct operation *draw_text(struct draw *draw, const struct face *face,
    uint32_t node)
{
    struct operation *operation = add_operation(draw, OPERATION_TEXT, node);

    if (operation) {
        operation->of.text.face = face_number(draw, face);
        operation->of.text.first = draw->drawing->glyph_count;
    }
    return operation;
}

void draw_glyph(struct draw *draw, struct operation *operation,
    struct glyph glyph)
{
    struct drawing *drawing = draw->drawing;

    if (!ROOM(draw, glyphs, glyph_count, glyph_room))
        return;
    drawing->glyphs[drawing->glyph_count++] = glyph;
    operation->of.text.count++;
}

extent draw_bar_x(const struct draw *draw)
{
    return draw->bar;
}

bool draw_has_failed(const struct draw *draw)
{
    return draw->failed;
}
