#ifndef GRID_H
#define GRID_H

/*
 * The places of a table's part, row by row and column by column, each with the
 * cell that takes it, also where that began in a row above.
 */

#include <libxml/tree.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct grid_place {
    xmlNodePtr cell;            /* NULL where the row is too short */
    size_t width;               /* of the cell, from this column on; 0 behind
                                   its first column */
    bool begins;                /* the cell begins in this row */
};

struct grid {
    xmlNodePtr *rows;
    size_t row_count, columns;
    struct grid_place *places;
};

/* The part, which may be NULL and then has no rows.  False if memory runs
 * out. */
bool grid_read(struct grid *grid, xmlNodePtr part, size_t columns);
void grid_free(struct grid *grid);

const struct grid_place *grid_at(const struct grid *grid, size_t row,
    size_t column);

/* What a row is known by: the same numbers for rows that are the same. */
uint64_t grid_key(const struct grid *grid, size_t row);

#endif
