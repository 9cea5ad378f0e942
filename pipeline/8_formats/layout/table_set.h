#ifndef TABLE_SET_H
#define TABLE_SET_H

/*
 * The rows of a table that stand on one page, and what is drawn of them: words,
 * grounds, lines.  A name whose cell reaches over the page's end is drawn again
 * on the next page; a text goes on there.
 */

#include "8_formats/layout/table.h"

struct table_set_row {
    size_t row;
    extent y, height;
    bool begins, ends;          /* the row's first and last piece */
    bool is_repeat;             /* of the head */
};

struct table_set {
    struct table *table;
    struct draw *draw;
    extent left;                /* of the table, on the page */
    struct table_set_row *rows;
    size_t count, room;
    bool failed;
};

#define TABLE_SET_EMPTY {0}

void table_set_begin(struct table_set *set, struct table *table,
    struct draw *draw, extent left);
/* The head of a row's part, above it; y goes below it. */
void table_set_head(struct table_set *set, size_t row, extent *y);
/* A row, or the next piece of it. */
void table_set_row(struct table_set *set, size_t row, extent y,
    extent height, bool begins, bool ends);
/* False if memory ran out. */
bool table_set_draw(struct table_set *set);
void table_set_free(struct table_set *set);

/* The cells whose text goes on behind the page, one after the other from
 * column *from on, NULL at the end; and what such a cell still needs. */
const struct table_cell *table_set_next_open(const struct table_set *set,
    size_t *from);
int64_t table_cell_left(const struct table *table,
    const struct table_cell *cell);

#endif
