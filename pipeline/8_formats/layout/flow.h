#ifndef FLOW_H
#define FLOW_H

/*
 * What stands one below the other in an attachment, as boxes that no page
 * breaks: a line of text, a row of a table, or a piece of a row that no page
 * holds whole; and the boxes set on pages.
 *
 * Ownership: texts and tables are borrowed, and outlive the flow.
 */

#include "8_formats/layout/table.h"

struct flow_page {
    extent width, height;       /* of the paper */
    extent left, top;           /* of the text area */
    extent text_width, text_height;
    bool is_turned;             /* an upright page turned to the left */
};

struct box {
    extent before;              /* above it, but not at the top of a page */
    extent height;
    bool keeps_with_next;
    /* A line of text. */
    const struct text *text;    /* NULL: of a table */
    size_t line;
    extent x, width;            /* in the text area */
    enum alignment align;
    uint32_t node;
    const char *bookmark;       /* NULL: none; borrowed */
    unsigned level;             /* of the bookmark */
    /* A row, or a piece of one. */
    struct table *table;        /* NULL: of a text */
    size_t row;
    bool begins_row, ends_row;
};

struct flow {
    struct draw *draw;
    const struct typography *typography;
    struct fonts *fonts;
    struct flow_page page;
    struct box *boxes;
    size_t count, room;
    unsigned *number;           /* of the newest page */
    bool failed;                /* out of memory */
};

/* A box behind the others, all 0, to be filled in; NULL without memory. */
struct box *flow_box(struct flow *flow);

/* The lines of a text, which is broken already, one box each: before and after
 * are the role's. */
void flow_text(struct flow *flow, const struct text *text,
    const struct box *like, extent first_indent);

/* The rows of a table. */
void flow_table(struct flow *flow, struct table *table);

/* Set all boxes on pages. */
void flow_set(struct flow *flow);

void flow_free(struct flow *flow);

#endif
