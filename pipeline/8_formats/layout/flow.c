/* Boxes one below the other, and the pages that they fill. */

#include "8_formats/layout/flow.h"

#include <stdlib.h>

#include "0_base/buffer.h"
#include "0_base/list.h"
#include "8_formats/layout/table_set.h"

struct box *flow_box(struct flow *flow)
{
    struct box *boxes = flow->failed ? NULL : list_room(flow->boxes,
        flow->count, &flow->room, sizeof *boxes);

    flow->failed = flow->failed || !boxes;
    if (!boxes)
        return NULL;
    flow->boxes = boxes;
    boxes[flow->count] = (struct box){ .node = ARTIFACT_LAYOUT };
    return &boxes[flow->count++];
}

void flow_free(struct flow *flow)
{
    free(flow->boxes);
}

/* --- boxes --------------------------------------------------------------- */

void flow_text(struct flow *flow, const struct text *text,
    const struct box *like, extent first_indent)
{
    for (size_t k = 0; k < text->line_count; k++) {
        struct box *box = flow_box(flow);
        if (!box)
            return;
        *box = *like;
        box->text = text;
        box->line = k;
        box->height = text->role->line;
        box->keeps_with_next = text->role->keeps_with_next
            || (like->keeps_with_next && k + 1 == text->line_count);
        if (k > 0) {
            box->before = 0;
            box->bookmark = NULL;
        } else {
            box->x += first_indent;
            box->width -= first_indent;
        }
    }
}

/* A row that no page holds goes line by line. */
static void add_pieces(struct flow *flow, struct table *table, size_t row,
    extent line)
{
    extent left = table->rows[row].height;

    while (left > 0 && !flow->failed) {
        struct box *box = flow_box(flow);
        if (!box)
            return;
        box->table = table;
        box->row = row;
        box->begins_row = left == table->rows[row].height;
        box->height = left < 2 * line ? left : line;
        left -= box->height;
        box->ends_row = left == 0;
    }
}

static void add_row(struct flow *flow, struct table *table, size_t row)
{
    extent room = flow->page.text_height
        - table->parts[table->rows[row].part].head_height;

    if (table->rows[row].height > room) {
        add_pieces(flow, table, row,
            typography_role(flow->typography, "text")->line);
    } else {
        struct box *box = flow_box(flow);
        if (!box)
            return;
        box->table = table;
        box->row = row;
        box->height = table->rows[row].height;
        box->begins_row = box->ends_row = true;
    }
    if (!flow->failed)
        flow->boxes[flow->count - 1].keeps_with_next =
            table->rows[row].keeps_with_next;
    table->rows[row].last_box = flow->count - 1;
}

void flow_table(struct flow *flow, struct table *table)
{
    for (size_t row = 0; row < table->row_count && !flow->failed; row++)
        add_row(flow, table, row);
}

/* --- pages --------------------------------------------------------------- */

/* What a page that begins with a box repeats above it. */
static extent head_above(const struct box *box)
{
    if (!box->table)
        return 0;
    const struct table_part *part =
        &box->table->parts[box->table->rows[box->row].part];
    return box->row >= part->first + part->head_count ? part->head_height : 0;
}

/* Behind the last box of the page that begins with the box at first. */
static size_t find_page_end(const struct flow *flow, size_t first)
{
    int64_t used = head_above(&flow->boxes[first]);
    size_t end = first;

    for (; end < flow->count; end++) {
        const struct box *box = &flow->boxes[end];
        used += box->height + (end > first ? box->before : 0);
        if (used > flow->page.text_height)
            break;
    }
    if (end == flow->count)
        return end;
    for (size_t k = end; k > first; k--)
        if (!flow->boxes[k - 1].keeps_with_next)
            return k;
    return end > first ? end : first + 1;
}

static void set_text(struct flow *flow, const struct box *box, extent y)
{
    const struct draw_place place = { .x = flow->page.left + box->x, .y = y,
        .width = box->width, .height = box->text->role->line,
        .align = box->align, .node = box->node };

    if (box->bookmark)
        draw_bookmark(flow->draw, box->bookmark, box->level, y, box->node);
    draw_line(flow->draw, box->text, &box->text->lines[box->line], &place);
}

/* The boxes of one table from the k-th on, as rows on the page. */
static size_t collect_rows(struct flow *flow, size_t k, size_t end, extent *y,
    bool is_top, struct table_set *set)
{
    struct table *table = flow->boxes[k].table;

    table_set_begin(set, table, flow->draw, flow->page.left);
    if (is_top && head_above(&flow->boxes[k]) > 0)
        table_set_head(set, flow->boxes[k].row, y);
    for (; k < end && flow->boxes[k].table == table; k++) {
        const struct box *box = &flow->boxes[k];
        table_set_row(set, box->row, *y, box->height, box->begins_row,
            box->ends_row);
        *y += box->height;
    }
    return k;
}

/* What a text that goes on behind this page still lacks. */
static void stretch(struct flow *flow, const struct table_set *set,
    size_t next)
{
    const struct table_cell *cell;
    size_t from = 0;

    while ((cell = table_set_next_open(set, &from)) != NULL) {
        size_t last = set->table->rows[cell->row + cell->rows - 1].last_box;
        int64_t room = 0;
        for (size_t k = next; k <= last; k++)
            room += flow->boxes[k].height;
        int64_t lacking = table_cell_left(set->table, cell) - room;
        if (lacking > 0)
            flow->boxes[last].height += (extent)lacking;
    }
}

static void set_boxes(struct flow *flow, size_t first, size_t end)
{
    struct table_set set = TABLE_SET_EMPTY;
    extent y = flow->page.top;

    for (size_t k = first; k < end;) {
        const struct box *box = &flow->boxes[k];
        y += k > first ? box->before : 0;
        if (box->table) {
            k = collect_rows(flow, k, end, &y, k == first, &set);
            flow->failed = flow->failed || !table_set_draw(&set);
            if (k == end)
                stretch(flow, &set, end);
        } else {
            set_text(flow, box, y);
            y += box->height;
            k++;
        }
    }
    table_set_free(&set);
}

/* --- page numbers -------------------------------------------------------- */

/* Over the baseline, of the dash at each side, in 1/1000 em. */
#define DASH_ABOVE 380

/* 7.5 of GB/T 9704: right on odd pages, left on even ones, one character in;
 * the dash so far below the text area.  On a turned page the number stays at
 * its place on the paper. */
static void place_number(const struct flow *flow,
    const struct typography_role *role, struct draw_place *place)
{
    const struct flow_page *page = &flow->page;
    bool is_odd = *flow->number % 2 == 1;
    extent below = flow->typography->page.number_below
        + extent_of_em(DASH_ABOVE - 880, role->size)
        - (role->line - role->size) / 2;

    *place = (struct draw_place){ .node = ARTIFACT_PAGINATION,
        .height = role->line, .align = is_odd ? ALIGN_RIGHT : ALIGN_LEFT,
        .is_turned = page->is_turned };
    if (page->is_turned) {
        place->x = page->left - below;
        place->y = page->top + role->size;
        place->width = page->text_height - 2 * role->size;
    } else {
        place->x = page->left + role->size;
        place->y = page->top + page->text_height + below;
        place->width = page->text_width - 2 * role->size;
    }
}

static void set_number(struct flow *flow)
{
    const struct typography_role *role = typography_role(flow->typography,
        "page-number");
    struct buffer words = BUFFER_EMPTY;
    struct draw_place place;
    struct text text = { .role = NULL };

    buffer_printf(&words, "%s%u%s", flow->typography->page.number_before,
        *flow->number, flow->typography->page.number_after);
    flow->failed = flow->failed || words.failed
        || !text_read(&text, flow->typography, role, buffer_string(&words),
        NULL, flow->fonts) || !text_break(&text, EXTENT_MAX, 0);
    if (!flow->failed) {
        place_number(flow, role, &place);
        draw_line(flow->draw, &text, &text.lines[0], &place);
    }
    text_free(&text);
    buffer_free(&words);
}

void flow_set(struct flow *flow)
{
    for (size_t first = 0; first < flow->count && !flow->failed;) {
        size_t end = find_page_end(flow, first);
        draw_page(flow->draw, flow->page.width, flow->page.height,
            flow->page.left / 2, ++*flow->number);
        set_boxes(flow, first, end);
        set_number(flow);
        first = end;
    }
}
