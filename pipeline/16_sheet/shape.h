#ifndef SHEET_SHAPE_H
#define SHEET_SHAPE_H

/*
 * How a member of the data is laid out in a workbook, as its schema alone
 * tells.
 */

#include "2_schema/schema.h"

enum shape {
    SHAPE_LEAF,                 /* a value: a row */
    SHAPE_LEAVES,               /* a list of values: a row each */
    SHAPE_TEXT,                 /* paragraphs and what is among them */
    SHAPE_ROWS,                 /* a list of objects of values: a table */
    SHAPE_MAP,                  /* the same with a name each */
    SHAPE_MATRIX,               /* objects with the same members: x-columns */
    SHAPE_LISTS,                /* lists of entries of one kind: one table */
    SHAPE_SHEETS,               /* a list whose entries have sheets */
    SHAPE_ENTRIES,              /* another list or map */
    SHAPE_OBJECT
};

/* What is nested deeper is not laid out. */
#define SHAPE_DEPTH_MAX 16

enum shape shape_of(const struct schema_node *node);

/* Whether it is a value, which may not be gone into. */
bool shape_is_leaf(const struct schema_node *node);

/* Whether an object has values alone. */
bool shape_is_row(const struct schema_node *node);

/* Whether an object has values alone, and objects of such. */
bool shape_is_flat(const struct schema_node *node, int depth);

/* The entries of all lists in an object, where they are of one kind; NULL
 * where they are not. */
const struct schema_node *shape_entry(const struct schema_node *node);

/* How many lists and objects a list of it is in: 1 for a member. */
int shape_levels(const struct schema_node *node);

#endif
