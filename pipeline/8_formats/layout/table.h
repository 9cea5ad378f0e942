#ifndef TABLE_H
#define TABLE_H

/*
 * A table of the page model measured for the page: its grid, what is in its
 * cells as lines, and how high its rows are.
 *
 * Units:     extent.h.
 * Ownership: a table owns its cells and rows; elements are the page model's.
 */

#include "8_formats/layout/draw.h"
#include "8_formats/layout/text.h"

#define TABLE_NO_CELL UINT32_MAX

struct table_cell {
    size_t row, column, rows, columns;
    struct text *texts;         /* its paragraphs, at least one */
    size_t text_count;
    enum alignment align;
    extent indent;              /* from the left */
    extent content;             /* height of all lines */
    bool is_name;               /* header, label, group: drawn on each page */
    bool is_header, is_label;
    bool has_shade;
    unsigned shade;
    uint32_t node;
    size_t lines_drawn;         /* of a text that goes on over pages */
    bool is_begun;              /* drawn before, so that it is now a repeat */
};

struct table_row {
    extent height;
    size_t last_box;            /* in the flow */
    size_t part;
    bool keeps_with_next;
    uint32_t node;
};

/* A head and the body below it.  One that leaves a page too little room is not
 * repeated: it counts as part of the body. */
struct table_part {
    size_t first, head_count, end;          /* rows */
    extent head_height;
};

struct table {
    const struct typography *typography;
    extent *edges;              /* of the columns, from the left one's 0 */
    size_t column_count;
    struct table_row *rows;
    size_t row_count;
    struct table_cell *cells;   /* in the order of the model */
    size_t cell_count;
    struct table_part *parts;
    size_t part_count;
    uint32_t *owners;           /* the cell at row * column_count + column */
    uint32_t node;
    uint32_t caption;           /* the node of a printed one, or NODE_NONE */
    extent left;                /* of the first column, in the text area */
};

/* What measuring needs besides. */
struct table_context {
    const struct typography *typography;
    struct fonts *fonts;
    struct draw *draw;
    uint32_t section;           /* the node that the table's goes into */
    extent width, height;       /* of the text area; a wider table is made
                                   narrower in proportion */
};

/* Reads and measures; NULL if memory runs out. */
struct table *table_measure(const xmlNode *element,
    const struct table_context *context);
void table_free(struct table *table);                   /* NULL is allowed */

static inline extent table_width(const struct table *table,
    const struct table_cell *cell)
{
    return table->edges[cell->column + cell->columns]
        - table->edges[cell->column];
}

#endif
