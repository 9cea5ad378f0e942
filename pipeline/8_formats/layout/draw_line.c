/* A line of text as operations of a drawing: aligned, widened where it is
 * justified, and with what came and went marked. */

#include "8_formats/layout/draw_parts.h"

/* Of an em box, over the baseline: fonts' own ascents differ too much. */
#define EM_ABOVE 880

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
    struct operation *operation = draw_text(pen->draw, face, place->node);
    extent size = pen->text->size;
    extent down = (place->height - size) / 2 + extent_of_em(EM_ABOVE, size);

    if (!operation)
        return NULL;
    operation->of.text.size = size;
    operation->of.text.is_turned = place->is_turned;
    operation->of.text.x = place->is_turned ? place->x - down
        : place->x + pen->along;
    operation->of.text.y = place->is_turned ? place->y + pen->along
        : place->y + down;
    return operation;
}

static void add_glyph(struct pen *pen, struct operation *operation,
    const struct letter *letter, bool is_at_gap)
{
    extent advance = text_advance(pen->text, letter);

    if (is_at_gap) {
        advance += pen->each + (pen->rest > 0);
        pen->rest -= pen->rest > 0;
    }
    draw_glyph(pen->draw, operation, (struct glyph){
        .character = letter->character, .id = letter->glyph,
        .advance = advance });
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

/* Nothing was drawn where memory ran out before. */
static void tell_spread(const struct pen *pen, size_t first)
{
    struct drawing *drawing = draw_drawing(pen->draw);

    if (draw_has_failed(pen->draw)
        || pen->each < extent_of_em(SPREAD, pen->text->size))
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
    extent bar = draw_bar_x(pen->draw);
    bool changed = false;

    for (size_t k = 0; k < line->count; k++)
        changed = changed || pen->text->letters[line->first + k].change
            != LETTER_KEPT;
    if (changed)
        draw_rule(pen->draw, bar, place->y, bar, place->y + place->height,
            BAR_WIDTH);
}

void draw_line(struct draw *draw, const struct text *text,
    const struct text_line *line, const struct draw_place *place)
{
    struct pen pen = { .draw = draw, .text = text, .place = place };
    struct operation *operation = NULL;
    const struct face *face = NULL;
    struct stroke stroke = { LETTER_KEPT, 0 };
    size_t first = draw_drawing(draw)->operation_count;

    set_alignment(&pen, line);
    for (size_t k = 0; k < line->count && !draw_has_failed(draw); k++) {
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
