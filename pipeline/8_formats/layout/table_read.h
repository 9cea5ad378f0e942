#ifndef TABLE_READ_H
#define TABLE_READ_H

/*
 * The grid of a table and the words of its cells, from the page model.
 */

#include "8_formats/layout/table.h"

/* Into a table that is empty but for its typography and its node.  False if
 * memory runs out. */
bool table_read_model(struct table *table, const xmlNode *element,
    const struct table_context *context);

#endif
