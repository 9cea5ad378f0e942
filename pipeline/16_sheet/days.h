#ifndef SHEET_DAYS_H
#define SHEET_DAYS_H

/*
 * Dates as spreadsheets count them: days since 1899-12-30, of those who began
 * in 1904 since 1904-01-01.  Before March of 1900 programs differ, so that no
 * such date is one here.
 */

#include <stdbool.h>

#include "0_base/buffer.h"

/* False where the text is no date (ISO 8601) of that time. */
bool days_of_date(const char *date, long *days);

/* Appends a date; false where there is none of that number. */
bool days_print(long days, bool since_1904, struct buffer *out);

#endif
