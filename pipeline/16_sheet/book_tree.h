#ifndef SHEET_BOOK_TREE_H
#define SHEET_BOOK_TREE_H

/*
 * The cells of a workbook out of XML (schemas/common/workbook.rng), as a
 * stylesheet makes it.
 */

#include <libxml/tree.h>

#include "16_sheet/book.h"

/* Adds the sheets of a tree, which is borrowed until book_free(). */
void book_read(struct book *book, xmlDocPtr tree);

#endif
