#ifndef SHEET_TABLE_H
#define SHEET_TABLE_H

/*
 * A table on its way into a sheet; for the files that lay tables out.
 */

#include "16_sheet/laying.h"

#define TABLE_COLUMNS_MAX 100

struct table {
    struct laying *laying;
    size_t sheet;
    struct table_column {
        const char *path;       /* "/measure/target" */
        const char *title, *unit, *note;
    } columns[TABLE_COLUMNS_MAX];
    size_t count;
    unsigned first;             /* the column of the first of them */
    const char *name;           /* path of the member that the labels of rows
                                   are, in a matrix; NULL: none */
    int levels;                 /* SHAPE_LISTS */
};

/* What stands in front of the columns of values: a key for reading, and a head
 * for people. */
struct lead {
    const char *key, *head;
};

/* What stands in front of the values of each row of a list. */
typedef void lead_writer(struct table *table, const struct spot *entry,
    const void *user);

struct filling {
    lead_writer *lead;          /* NULL: nothing */
    const void *user;
};

/* Columns for the values of a flat object, or for a value. */
void table_add_columns(struct table *table, const struct schema_node *node);

/* The rows at the head: keys, and words.  list is the key of the list of new
 * rows, or NULL. */
void table_put_heads(struct table *table, const struct lead *leads,
    unsigned lead_count, const char *list);

/* A cell of the row that has begun. */
void table_put(const struct table *table, unsigned column,
    enum book_style style, const char *text);

/* The k-th of the words of a text; NULL where it has not so many. */
const char *table_word(struct table *table, const char *text, int k);

/* Begins the row of what is at the pointer so far: the cell for what is noted
 * of it. */
size_t table_begin_row(struct table *table);

/* The cells of a row that has begun, behind those in front of them. */
void table_put_cells(struct table *table, const struct spot *spot,
    size_t noted_cell);

/* The entries of a list, its state, and a row for one more. */
void table_fill(struct table *table, const struct spot *list,
    const struct filling *filling);

/* The member that a path leads to from an object, to which the pointer goes;
 * its node is NULL where the object has no such member.  Appends to noted what
 * is stated empty on the way. */
struct spot table_follow(struct table *table, const struct spot *spot,
    const char *path, struct buffer *noted);

#endif
