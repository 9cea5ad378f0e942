/* Tables on a page: words, grounds and lines. */

#include "8_formats/layout/table_set.h"

#include <stdlib.h>

#include "0_base/list.h"

void table_set_begin(struct table_set *set, struct table *table,
    struct draw *draw, extent left)
{
    set->table = table;
    set->draw = draw;
    set->left = left + table->left;
    set->count = 0;
}

static void add_row(struct table_set *set, struct table_set_row row)
{
    struct table_set_row *rows = set->failed ? NULL : list_room(set->rows,
        set->count, &set->room, sizeof *rows);

    set->failed = set->failed || !rows;
    if (rows) {
        set->rows = rows;
        rows[set->count++] = row;
    }
}

void table_set_head(struct table_set *set, size_t row, extent *y)
{
    const struct table *table = set->table;
    const struct table_part *part = &table->parts[table->rows[row].part];

    for (size_t k = 0; k < part->head_count; k++) {
        extent height = table->rows[part->first + k].height;
        add_row(set, (struct table_set_row){ part->first + k, *y, height,
            true, true, true });
        *y += height;
    }
}

void table_set_row(struct table_set *set, size_t row, extent y,
    extent height, bool begins, bool ends)
{
    struct table_set_row *last = set->count ? &set->rows[set->count - 1]
        : NULL;

    if (!last || begins || last->is_repeat || last->row != row) {
        add_row(set, (struct table_set_row){ row, y, height, begins, ends,
            false });
        return;
    }
    last->height += height;
    last->ends = ends;
}

void table_set_free(struct table_set *set)
{
    free(set->rows);
}

static uint32_t owner_at(const struct table_set *set, size_t k, size_t column)
{
    return set->table->owners[set->rows[k].row * set->table->column_count
        + column];
}

static extent x_of(const struct table_set *set, size_t column)
{
    return set->left + set->table->edges[column];
}

static extent bottom_of(const struct table_set *set, size_t k)
{
    return set->rows[k].y + set->rows[k].height;
}

/* --- words --------------------------------------------------------------- */

/* The part of a cell that is on the page. */
struct region {
    extent x, y, width, height;
    bool begins, ends;          /* the cell's first part, and its last */
    bool is_repeat;
};

static void set_lines(const struct table_set *set, struct table_cell *cell,
    const struct region *region, extent y, size_t first, size_t end)
{
    const struct typography *typography = set->table->typography;
    struct draw_place place = { .x = region->x + cell->indent
        + typography->table.padding_side, .align = cell->align,
        .node = region->is_repeat ? ARTIFACT_PAGINATION : cell->node };
    size_t n = 0;

    place.width = region->width - cell->indent
        - 2 * typography->table.padding_side;
    for (size_t k = 0; k < cell->text_count; k++) {
        const struct text *text = &cell->texts[k];
        place.height = text->role->line;
        for (size_t line = 0; line < text->line_count; line++, n++) {
            if (n < first || n >= end)
                continue;
            place.y = y;
            draw_line(set->draw, text, &text->lines[line], &place);
            y += place.height;
        }
    }
}

static size_t count_lines(const struct table_cell *cell)
{
    size_t count = 0;

    for (size_t k = 0; k < cell->text_count; k++)
        count += cell->texts[k].line_count;
    return count;
}

/* All of it in the middle: a cell that is here whole, and names always. */
static void set_whole(const struct table_set *set, struct table_cell *cell,
    const struct region *region)
{
    set_lines(set, cell, region, region->y + (region->height - cell->content)
        / 2, 0, SIZE_MAX);
    cell->lines_drawn = count_lines(cell);
}

/* As many lines as there is room for, from the top. */
static void set_part(const struct table_set *set, struct table_cell *cell,
    const struct region *region)
{
    const struct typography *typography = set->table->typography;
    extent y = region->y + (region->begins
        ? typography->table.padding_above : 0);
    extent room = region->y + region->height - y;
    extent line = cell->texts[0].role->line;
    size_t end = cell->lines_drawn + (room > 0 ? (size_t)(room / line) : 0);

    if (region->ends)
        end = SIZE_MAX;
    set_lines(set, cell, region, y, cell->lines_drawn, end);
    size_t count = count_lines(cell);
    cell->lines_drawn = end < count ? end : count;
}

static void set_cell(const struct table_set *set, struct table_cell *cell,
    struct region *region)
{
    if (cell->has_shade)
        draw_fill(set->draw, region->x, region->y, region->width,
            region->height, cell->shade);
    region->is_repeat = region->is_repeat
        || (cell->is_name && cell->is_begun);
    if (cell->is_name || region->is_repeat
        || (region->begins && region->ends))
        set_whole(set, cell, region);
    else
        set_part(set, cell, region);
    cell->is_begun = true;
}

/* The rows of the page, from the k-th on, that a cell reaches over. */
static void set_cell_at(const struct table_set *set, size_t k, uint32_t owner)
{
    struct table_cell *cell = &set->table->cells[owner];
    size_t last = k;

    while (last + 1 < set->count
        && owner_at(set, last + 1, cell->column) == owner)
        last++;
    struct region region = { .x = x_of(set, cell->column),
        .y = set->rows[k].y, .width = table_width(set->table, cell),
        .height = bottom_of(set, last) - set->rows[k].y,
        .begins = set->rows[k].row == cell->row && set->rows[k].begins,
        .ends = set->rows[last].row == cell->row + cell->rows - 1
            && set->rows[last].ends,
        .is_repeat = set->rows[k].is_repeat };
    set_cell(set, cell, &region);
}

static bool is_first_of_cell(const struct table_set *set, size_t k,
    size_t column, uint32_t owner)
{
    return owner != TABLE_NO_CELL
        && set->table->cells[owner].column == column
        && (k == 0 || owner_at(set, k - 1, column) != owner);
}

/* --- lines --------------------------------------------------------------- */

/* Whether a line parts two rows, or two columns, of the page at a place. */
static bool is_line_above(const struct table_set *set, size_t k, size_t column)
{
    return k == 0 || k == set->count
        || owner_at(set, k - 1, column) != owner_at(set, k, column);
}

static bool is_line_left(const struct table_set *set, size_t k, size_t column)
{
    return column == 0 || column == set->table->column_count
        || owner_at(set, k, column - 1) != owner_at(set, k, column);
}

static void rule_across(const struct table_set *set, size_t k)
{
    size_t columns = set->table->column_count;
    extent y = k < set->count ? set->rows[k].y : bottom_of(set, k - 1);

    for (size_t from = 0; from < columns; from++) {
        size_t to = from;
        while (to < columns && is_line_above(set, k, to))
            to++;
        if (to > from)
            draw_rule(set->draw, x_of(set, from), y, x_of(set, to), y,
                set->table->typography->table.line);
        from = to;
    }
}

static void rule_down(const struct table_set *set, size_t column)
{
    for (size_t from = 0; from < set->count; from++) {
        size_t to = from;
        while (to < set->count && is_line_left(set, to, column))
            to++;
        if (to > from)
            draw_rule(set->draw, x_of(set, column), set->rows[from].y,
                x_of(set, column), bottom_of(set, to - 1),
                set->table->typography->table.line);
        from = to;
    }
}

bool table_set_draw(struct table_set *set)
{
    if (set->failed)
        return false;
    for (size_t k = 0; k < set->count; k++)
        for (size_t column = 0; column < set->table->column_count; column++) {
            uint32_t owner = owner_at(set, k, column);
            if (is_first_of_cell(set, k, column, owner))
                set_cell_at(set, k, owner);
        }
    for (size_t k = 0; set->count && k <= set->count; k++)
        rule_across(set, k);
    for (size_t column = 0; column <= set->table->column_count; column++)
        rule_down(set, column);
    return true;
}

/* --- what goes on -------------------------------------------------------- */

const struct table_cell *table_set_next_open(const struct table_set *set,
    size_t *from)
{
    const struct table_set_row *last = set->count
        ? &set->rows[set->count - 1] : NULL;

    while (last && *from < set->table->column_count) {
        uint32_t owner = owner_at(set, set->count - 1, *from);
        const struct table_cell *cell = owner == TABLE_NO_CELL ? NULL
            : &set->table->cells[owner];
        *from = cell ? cell->column + cell->columns : *from + 1;
        if (cell && !cell->is_name && !(last->ends
            && last->row == cell->row + cell->rows - 1))
            return cell;
    }
    return NULL;
}

int64_t table_cell_left(const struct table *table,
    const struct table_cell *cell)
{
    return (int64_t)(count_lines(cell) - cell->lines_drawn)
        * cell->texts[0].role->line + table->typography->table.padding_below;
}
