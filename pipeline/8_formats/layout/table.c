/* Tables measured: the lines of the cells, the heights of the rows, and which
 * rows stay together. */

#include "8_formats/layout/table.h"

#include <stdlib.h>

#include "8_formats/layout/model.h"
#include "8_formats/layout/table_headers.h"
#include "8_formats/layout/table_read.h"

/* --- measuring ----------------------------------------------------------- */

static extent room_in(const struct table *table,
    const struct table_cell *cell)
{
    extent room = table_width(table, cell)
        - 2 * table->typography->table.padding_side - cell->indent;

    return room > EXTENT_POINT ? room : EXTENT_POINT;
}

/* Words that name others have even lines, so that no character stands alone;
 * those that the form breaks have theirs. */
static bool break_cell(const struct table *table, struct table_cell *cell)
{
    extent room = room_in(table, cell);

    cell->content = 0;
    for (size_t k = 0; k < cell->text_count; k++) {
        struct text *text = &cell->texts[k];
        text_shrink(text, room, table->typography->table.smallest);
        if (!(cell->is_header || cell->is_label ? text_break_evenly(text,
            room) : text_break(text, room, 0)))
            return false;
        int64_t height = (int64_t)text->line_count * text->role->line;
        cell->content += height > EXTENT_MAX ? EXTENT_MAX : (extent)height;
    }
    return true;
}

static extent needed_by(const struct table *table,
    const struct table_cell *cell)
{
    return cell->content + table->typography->table.padding_above
        + table->typography->table.padding_below;
}

/* Cells over several rows get what they lack from all of these alike. */
static void stretch_rows(struct table *table, const struct table_cell *cell)
{
    int64_t height = 0;

    for (size_t k = 0; k < cell->rows; k++)
        height += table->rows[cell->row + k].height;
    int64_t lacking = needed_by(table, cell) - height;
    for (size_t k = 0; lacking > 0 && k < cell->rows; k++) {
        extent share = (extent)(lacking / (int64_t)(cell->rows - k));
        table->rows[cell->row + k].height += share;
        lacking -= share;
    }
}

static void measure_heads(struct table *table, extent page_height)
{
    for (size_t k = 0; k < table->part_count; k++) {
        struct table_part *part = &table->parts[k];
        int64_t height = 0;
        for (size_t row = 0; row < part->head_count; row++)
            height += table->rows[part->first + row].height;
        if (height > page_height / 2)
            part->head_count = 0;
        else
            part->head_height = (extent)height;
    }
}

static bool measure_rows(struct table *table)
{
    for (size_t k = 0; k < table->cell_count; k++) {
        struct table_cell *cell = &table->cells[k];
        if (!break_cell(table, cell))
            return false;
        extent needed = needed_by(table, cell);
        if (cell->rows == 1 && needed > table->rows[cell->row].height)
            table->rows[cell->row].height = needed;
    }
    for (size_t k = 0; k < table->cell_count; k++)
        if (table->cells[k].rows > 1)
            stretch_rows(table, &table->cells[k]);
    return true;
}

/* --- what stays together ------------------------------------------------- */

/* So many rows from the first, or up to the last, hold a name that is drawn
 * again on both sides of a break. */
static void keep_name(struct table *table, const struct table_cell *cell)
{
    extent needed = needed_by(table, cell);
    extent height = 0;

    for (size_t k = 0; k + 1 < cell->rows && height < needed; k++) {
        height += table->rows[cell->row + k].height;
        if (height < needed)
            table->rows[cell->row + k].keeps_with_next = true;
    }
    height = 0;
    for (size_t k = cell->rows; k-- > 1 && height < needed;) {
        height += table->rows[cell->row + k].height;
        if (height < needed)
            table->rows[cell->row + k - 1].keeps_with_next = true;
    }
}

/* The last row is not alone on a page: the heads above it would be all there
 * is besides. */
static void keep_last(struct table *table)
{
    const struct table_part *part = table->part_count
        ? &table->parts[table->part_count - 1] : NULL;

    if (part && part->end > part->first + part->head_count + 1)
        table->rows[part->end - 2].keeps_with_next = true;
}

static void keep_rows(struct table *table)
{
    for (size_t k = 0; k < table->cell_count; k++) {
        const struct table_cell *cell = &table->cells[k];
        bool is_group = cell->is_name && !cell->is_header && !cell->is_label;
        if (cell->is_header || is_group)
            table->rows[cell->row + cell->rows - 1].keeps_with_next = true;
        if (is_group && cell->row + 2 < table->row_count)
            table->rows[cell->row + 1].keeps_with_next = true;
        if (cell->is_name && cell->rows > 1)
            keep_name(table, cell);
    }
    keep_last(table);
    if (table->row_count)
        table->rows[table->row_count - 1].keeps_with_next = false;
}

/* --- all of it ----------------------------------------------------------- */

struct table *table_measure(const xmlNode *element,
    const struct table_context *context)
{
    struct table *table = calloc(1, sizeof *table);

    if (!table)
        return NULL;
    table->typography = context->typography;
    table->node = draw_node(context->draw, NODE_TABLE, context->section,
        NULL);
    table->caption = model_has(element, "role", "text")
        ? draw_node(context->draw, NODE_CAPTION, table->node, NULL)
        : NODE_NONE;
    if (table_read_model(table, element, context) && measure_rows(table)
        && table_add_headers(table, context->draw)) {
        measure_heads(table, context->height);
        keep_rows(table);
        return table;
    }
    table_free(table);
    return NULL;
}

void table_free(struct table *table)
{
    if (!table)
        return;
    for (size_t k = 0; table->cells && k < table->cell_count; k++) {
        for (size_t n = 0; n < table->cells[k].text_count; n++)
            text_free(&table->cells[k].texts[n]);
        free(table->cells[k].texts);
    }
    free(table->cells);
    free(table->rows);
    free(table->parts);
    free(table->owners);
    free(table->edges);
    free(table);
}
