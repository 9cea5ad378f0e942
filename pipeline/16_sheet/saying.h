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

/* The formula in full, once in the units of the cells and, where these differ,
 * again in their base units; false where a value has no cell. */
bool saying_say(struct saying *saying, const struct told *told,
    struct buffer *out);

/* What a path leads to from a node, for xmlXPathFreeObject(); NULL where it
 * cannot be evaluated. */
xmlXPathObjectPtr saying_evaluate(struct saying *saying,
    struct tellable path, xmlNodePtr node);

/* Appends the cell of a leaf; false where it has none. */
bool saying_cell(const struct saying *saying, xmlNodePtr leaf,
    struct buffer *out);

/* Whether there is a leaf, and its cell has its base unit. */
bool saying_is_plain(xmlNodePtr leaf);

/* The words that the cell of a leaf has for a string. */
const char *saying_choice(struct saying *saying, xmlNodePtr leaf,
    const char *string);

/* Frees what saying has made. */
void saying_free(struct saying *saying);

#endif
