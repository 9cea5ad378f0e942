/* The header cells that name each cell of a table, for readers by ear. */

#include "8_formats/layout/table_headers.h"

#include <stdlib.h>

#define HEADERS_MOST ((size_t)8)

/* The names above a column, the newest block of them. */
struct chain {
    uint32_t cells[HEADERS_MOST];
    size_t count;
    size_t end;                 /* the row below them */
};

static void follow_column(const struct table *table, struct chain *chain,
    uint32_t k)
{
    const struct table_cell *cell = &table->cells[k];

    if (chain->end != cell->row)
        chain->count = 0;
    if (chain->count < HEADERS_MOST)
        chain->cells[chain->count++] = table->cells[k].node;
    chain->end = cell->row + cell->rows;
}

static size_t name_cell(const struct table *table, const struct chain *chains,
    uint32_t k, uint32_t *headers)
{
    const struct table_cell *cell = &table->cells[k];
    const struct chain *chain = &chains[cell->column];
    size_t count = 0;

    for (size_t n = 0; n < chain->count; n++)
        headers[count++] = chain->cells[n];
    for (size_t column = 0; column < cell->column
        && count < 2 * HEADERS_MOST; column++) {
        uint32_t owner = table->owners[cell->row * table->column_count
            + column];
        if (owner != TABLE_NO_CELL && table->cells[owner].is_label
            && (count == 0 || headers[count - 1]
            != table->cells[owner].node))
            headers[count++] = table->cells[owner].node;
    }
    return count;
}

bool table_add_headers(const struct table *table, struct draw *draw)
{
    struct chain *chains = calloc(table->column_count, sizeof *chains);
    uint32_t headers[3 * HEADERS_MOST];

    if (!chains)
        return false;
    for (uint32_t k = 0; k < table->cell_count; k++) {
        const struct table_cell *cell = &table->cells[k];
        size_t count = name_cell(table, chains, k, headers);
        if (!cell->is_header)
            draw_headers(draw, cell->node, headers, count);
        for (size_t n = 0; cell->is_header && n < cell->columns; n++)
            follow_column(table, &chains[cell->column + n], k);
    }
    free(chains);
    return true;
}
