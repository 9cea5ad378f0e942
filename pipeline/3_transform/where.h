#ifndef WHERE_H
#define WHERE_H

/*
 * Places in submission.xml as a person says them: 附件1 “办公经费” 2023年决算数.
 *
 * The attachment is that of x-attachment (transform.h), with the entry of a
 * list that it is made of: 附件4（农村人居环境整治）.  Rows and entries are named
 * by their labels, columns by x-place, a paragraph by its heading and the
 * words that it begins with.
 */

#include <libxml/tree.h>
#include <stdbool.h>

#include "0_base/buffer.h"

/* The attachment that the element is printed in, borrowed from the tree; NULL
 * where it belongs to none or to all. */
const char *where_attachment(xmlNodePtr element);

/* Appends the place; nothing for the root, which is the whole set. */
void where_print(xmlNodePtr element, struct buffer *out);

/* The same within its attachment; nothing for that itself. */
void where_print_inside(xmlNodePtr element, struct buffer *out);

/* Appends what the form calls the element where its row is known: the column
 * of a cell, the label of a row. */
void where_print_name(xmlNodePtr element, struct buffer *out);

/* Appends the place that a token leads to, of the same submission; false where
 * it leads to none. */
bool where_print_pointed(xmlNodePtr leaf, struct buffer *out);

/* The element that an RFC 6901 pointer leads to; NULL if there is none. */
xmlNodePtr where_find(xmlDocPtr submission, const char *pointer);

#endif
