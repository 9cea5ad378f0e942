#ifndef SHEET_SAYING_H
#define SHEET_SAYING_H

/*
 * A formula of a spreadsheet on its way; for telling.c.
 */

#include <libxml/xpath.h>

#include "16_sheet/tellable.h"
#include "16_sheet/telling.h"

struct saying {
    struct telling *telling;
    const struct book *book;
    const struct book_cell *cell;
    size_t sheet;
    struct buffer refs;         /* of operands by themselves */
    size_t ref_count;
    int shift;                  /* of all operands so far */
    bool has_shift, mixed;
    bool scaled;                /* operands are put in their base units */
    struct buffer last;         /* the key of the list of the last range */
};

/* What a path leads to from a node, for xmlXPathFreeObject(); NULL where it
 * cannot be evaluated. */
xmlXPathObjectPtr saying_evaluate(struct saying *saying,
    struct tellable path, xmlNodePtr node);

/* Appends the cell of a leaf; false where it has none. */
bool saying_cell(const struct saying *saying, xmlNodePtr leaf,
    struct buffer *out);

/* Whether there is a leaf, and its cell has its base unit. */
bool saying_is_plain(xmlNodePtr leaf);

/* The element that a path leads to, and nothing else does; NULL for none. */
xmlNodePtr saying_find(struct saying *saying, struct tellable path,
    xmlNodePtr node);

/* The schema of a value; NULL where it has none. */
const struct schema_node *saying_node(struct saying *saying,
    xmlNodePtr leaf);

/* Appends the cells of the figures that a path leads to, without which there is
 * no value: all of them, or the first one.  False where one has none. */
bool saying_path(struct saying *saying, struct tellable path, bool all,
    struct buffer *out);

/* The powers of ten from the unit of a leaf's cell to its base unit. */
int saying_shift(xmlNodePtr leaf);

/* Appends a power of ten. */
void saying_add_power(int shift, struct buffer *out);

/* Appends the cells of a list, from its first entry, or what says that it has
 * none, to the one to come; false where it has not a cell an entry. */
bool saying_range(const struct saying *saying, const char *list,
    struct buffer *out);

/* Appends how many entries a list has whose entries have sheets; false where it
 * has none. */
bool saying_entries(struct saying *saying, xmlNodePtr list,
    struct buffer *out);

/* The words that the cell of a leaf has for a string. */
const char *saying_choice(struct saying *saying, xmlNodePtr leaf,
    const char *string);

/* Frees what saying has made. */
void saying_free(struct saying *saying);

#endif
