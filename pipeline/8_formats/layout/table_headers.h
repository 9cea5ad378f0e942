#ifndef TABLE_HEADERS_H
#define TABLE_HEADERS_H

/*
 * Which header cells name each cell of a table: those above its column, and
 * the labels of its row (ISO 32000-1, 14.8.5.7, Headers).
 */

#include "8_formats/layout/table.h"

/* False if memory runs out. */
bool table_add_headers(const struct table *table, struct draw *draw);

#endif
