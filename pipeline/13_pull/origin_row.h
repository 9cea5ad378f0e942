#ifndef ORIGIN_ROW_H
#define ORIGIN_ROW_H

/*
 * A row of the part that says what a file was made with: a value
 * (stylesheets/formats/word/values.xsl).
 *
 * Errors: *failed is set where memory runs out.
 */

#include <libxml/tree.h>
#include <stdbool.h>

/* NULL where it is no row of a value. */
const char *origin_row_tag(xmlNodePtr row);

/* Whether its words, which may have elements beside them, are these but for
 * white space. */
bool origin_row_says(xmlNodePtr row, const char *words, bool *failed);

/* Whether an element of the page model prints the same. */
bool origin_row_is_now(xmlNodePtr row, xmlNodePtr element, bool *failed);

#endif
