/* A drawing while it grows. */

#include "8_formats/layout/draw.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/list.h"

/* Of an em box, over the baseline: fonts' own ascents differ too much. */
#define EM_ABOVE 880

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

/* The pen that writes a line. */
struct pen {
    struct draw *draw;
    const struct text *text;
    const struct draw_place *place;
    extent along;               /* from the line's beginning */
    bool widens_words;          /* gaps are within words, too */
    extent each, rest;          /* what a gap gets, and so many 1 more */
};

static struct operation *begin_operation(struct pen *pen,
    const struct face *face)
{
    const struct draw_place *place = pen->place;
    struct operation *operation = add_operation(pen->draw, OPERATION_TEXT,
        place->node);
    extent size = pen->text->size;
    extent down = (place->height - size) / 2 + extent_of_em(EM_ABOVE, size);

    if (!operation)
        return NULL;
    operation->of.text.face = face_number(pen->draw, face);
    operation->of.text.size = size;
    operation->of.text.is_turned = place->is_turned;
    operation->of.text.x = place->is_turned ? place->x - down
        : place->x + pen->along;
    operation->of.text.y = place->is_turned ? place->y + pen->along
        : place->y + down;
    operation->of.text.first = pen->draw->drawing->glyph_count;
    return operation;
}

static void add_glyph(struct pen *pen, struct operation *operation,
    const struct letter *letter, bool is_at_gap)
{
    struct drawing *drawing = pen->draw->drawing;
    extent advance = text_advance(pen->text, letter);

    if (is_at_gap) {
        advance += pen->each + (pen->rest > 0);
        pen->rest -= pen->rest > 0;
    }
    if (!ROOM(pen->draw, glyphs, glyph_count, glyph_room))
        return;
    drawing->glyphs[drawing->glyph_count++] = (struct glyph){
        .character = letter->character, .id = letter->glyph,
        .advance = advance };
    operation->of.text.count++;
    pen->along += advance;
}

/* A Han character, which is as wide as it is high, is a word by itself. */
static bool is_narrow(const struct letter *letter)
{
    return letter->advance < EXTENT_EM && letter->character != ' '
        && letter->character != 0xA0;
}

/* Whether a justified line may be widened behind a letter: what takes no room
 * goes with the letter before, and a figure or a foreign word is one piece. */
static bool is_gap(const struct pen *pen, const struct text_line *line,
    size_t k)
{
    const struct letter *letter = &pen->text->letters[line->first + k];

    if (k + 1 >= line->shown || letter[1].advance == 0)
        return false;
    return pen->widens_words || !is_narrow(letter) || !is_narrow(&letter[1]);
}

static extent count_gaps(const struct pen *pen, const struct text_line *line)
{
    extent gaps = 0;

    for (size_t k = 0; k < line->shown; k++)
        gaps += is_gap(pen, line, k);
    return gaps;
}

static void justify(struct pen *pen, const struct text_line *line,
    extent slack)
{
    extent gaps = count_gaps(pen, line);

    if (gaps == 0) {
        pen->widens_words = true;
        gaps = count_gaps(pen, line);
    }
    if (gaps > 0) {
        pen->each = slack / gaps;
        pen->rest = slack % gaps;
    }
}

static void set_alignment(struct pen *pen, const struct text_line *line)
{
    extent slack = pen->place->width - line->width;

    if (pen->place->align == ALIGN_CENTRE)
        pen->along = slack / 2;
    else if (pen->place->align == ALIGN_RIGHT)
        pen->along = slack;
    else if (pen->place->align == ALIGN_JUSTIFY && !line->is_last
        && slack > 0)
        justify(pen, line, slack);
}

/* Readers take a gap for a space from a tenth of an em on. */
#define SPREAD 80

static void tell_spread(const struct pen *pen, size_t first)
{
    struct drawing *drawing = pen->draw->drawing;

    if (pen->each < extent_of_em(SPREAD, pen->text->size))
        return;
    for (size_t k = first; k < drawing->operation_count; k++)
        if (drawing->operations[k].kind != OPERATION_TEXT)
            return;
    drawing->operations[first].of.text.spread
        = drawing->operation_count - first;
}

/* --- changes ------------------------------------------------------------- */

/* Below the baseline, under what came; and above it, through what went, in
 * 1/1000 em. */
#define UNDER 120
#define THROUGH (-300)
#define CHANGE_WIDTH (EXTENT_POINT / 2)
#define BAR_WIDTH EXTENT_POINT

/* Letters of one line that came or went together. */
struct stroke {
    enum letter_change change;
    extent from;                /* along the line */
};

/* A line under or through the letters from the stroke's beginning on. */
static void end_stroke(const struct pen *pen, const struct stroke *stroke)
{
    const struct draw_place *place = pen->place;
    extent size = pen->text->size;
    extent y = place->y + (place->height - size) / 2 + extent_of_em(EM_ABOVE
        + (stroke->change == LETTER_INSERTED ? UNDER : THROUGH), size);

    if (stroke->change != LETTER_KEPT && pen->along > stroke->from)
        draw_rule(pen->draw, place->x + stroke->from, y,
            place->x + pen->along, y, CHANGE_WIDTH);
}

/* Whether the pen has come to letters of another kind, or to the end: what it
 * wrote so far is done then. */
static bool change_stroke(const struct pen *pen, struct stroke *stroke,
    enum letter_change change)
{
    if (change == stroke->change)
        return false;
    end_stroke(pen, stroke);
    *stroke = (struct stroke){ change, pen->along };
    return true;
}

static void draw_bar(const struct pen *pen, const struct text_line *line)
{
    const struct draw_place *place = pen->place;
    bool changed = false;

    for (size_t k = 0; k < line->count; k++)
        changed = changed || pen->text->letters[line->first + k].change
            != LETTER_KEPT;
    if (changed)
        draw_rule(pen->draw, pen->draw->bar, place->y, pen->draw->bar,
            place->y + place->height, BAR_WIDTH);
}

void draw_line(struct draw *draw, const struct text *text,
    const struct text_line *line, const struct draw_place *place)
{
    struct pen pen = { .draw = draw, .text = text, .place = place };
    struct operation *operation = NULL;
    const struct face *face = NULL;
    struct stroke stroke = { LETTER_KEPT, 0 };
    size_t first = draw->drawing->operation_count;

    set_alignment(&pen, line);
    for (size_t k = 0; k < line->count && !draw->failed; k++) {
        const struct letter *letter = &text->letters[line->first + k];
        if (!letter->face)
            continue;
        if (change_stroke(&pen, &stroke, (enum letter_change)letter->change))
            operation = NULL;
        if (!operation || letter->face != face) {
            face = letter->face;
            operation = begin_operation(&pen, face);
            if (!operation)
                return;
        }
        add_glyph(&pen, operation, letter, is_gap(&pen, line, k));
    }
    change_stroke(&pen, &stroke, LETTER_KEPT);
    tell_spread(&pen, first);
    draw_bar(&pen, line);
}
