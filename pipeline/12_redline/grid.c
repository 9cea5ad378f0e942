/* The places of a table's part. */

#include "12_redline/grid.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/id_map.h"
#include "12_redline/keys.h"
#include "3_transform/submission.h"

/* No table is wider or higher; an attribute that says more is no span. */
#define SPAN_MAX 100000

static size_t span_of(xmlNodePtr cell, const char *name)
{
    const char *text = node_attribute(cell, name);
    long span = text ? strtol(text, NULL, 10) : 1;

    return span >= 1 && span <= SPAN_MAX ? (size_t)span : 1;
}

static struct grid_place *place_at(struct grid *grid, size_t row,
    size_t column)
{
    return &grid->places[row * grid->columns + column];
}

const struct grid_place *grid_at(const struct grid *grid, size_t row,
    size_t column)
{
    return &grid->places[row * grid->columns + column];
}

static void set_cell(struct grid *grid, size_t row, size_t column,
    xmlNodePtr cell)
{
    size_t width = span_of(cell, "colspan"), height = span_of(cell,
        "rowspan");

    if (width > grid->columns - column)
        width = grid->columns - column;
    if (height > grid->row_count - row)
        height = grid->row_count - row;
    for (size_t down = 0; down < height; down++)
        for (size_t over = 0; over < width; over++)
            *place_at(grid, row + down, column + over) = (struct grid_place){
                .cell = cell, .width = over == 0 ? width : 0,
                .begins = down == 0 };
}

static void set_row(struct grid *grid, size_t row)
{
    size_t column = 0;

    for (xmlNodePtr cell = xmlFirstElementChild(grid->rows[row]); cell;
        cell = xmlNextElementSibling(cell)) {
        while (column < grid->columns && place_at(grid, row, column)->cell)
            column++;
        if (column < grid->columns)
            set_cell(grid, row, column, cell);
    }
}

bool grid_read(struct grid *grid, xmlNodePtr part, size_t columns)
{
    size_t count = part ? xmlChildElementCount(part) : 0;

    *grid = (struct grid){ .columns = columns,
        .rows = calloc(count + 1, sizeof *grid->rows),
        .places = calloc(count * columns + 1, sizeof *grid->places) };
    if (!grid->rows || !grid->places)
        return false;
    grid->row_count = count;
    xmlNodePtr row = part ? xmlFirstElementChild(part) : NULL;
    for (size_t k = 0; row; row = xmlNextElementSibling(row))
        grid->rows[k++] = row;
    for (size_t k = 0; k < count; k++)
        set_row(grid, k);
    return true;
}

void grid_free(struct grid *grid)
{
    free(grid->rows);
    free(grid->places);
}

static bool is_filled_in(xmlNodePtr cell)
{
    const char *role = node_attribute(cell, "role");

    return role && (strcmp(role, "text") == 0 || strcmp(role, "figure") == 0);
}

/* The cell that begins at a place and is of its row alone; NULL for none. */
static xmlNodePtr own_cell(const struct grid *grid, size_t row, size_t column)
{
    const struct grid_place *place = grid_at(grid, row, column);

    return place->cell && place->begins && place->width > 0
        && span_of(place->cell, "rowspan") == 1 ? place->cell : NULL;
}

/* What was filled in tells rows apart; where that has no values, all that does
 * not name other rows, too, by being merged with them. */
uint64_t grid_key(const struct grid *grid, size_t row)
{
    uint64_t places = 0, filled = 0, all = 0;
    size_t count = 0;

    for (size_t column = 0; column < grid->columns; column++) {
        xmlNodePtr cell = own_cell(grid, row, column);
        places = id_map_chain(places, grid_at(grid, row, column)->width);
        if (cell && is_filled_in(cell))
            filled = key_of_values(filled, cell, &count);
        if (cell)
            all = key_of_content(all, cell);
    }
    return id_map_chain(places, count > 0 ? filled : all);
}
