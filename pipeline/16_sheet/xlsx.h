#ifndef SHEET_XLSX_H
#define SHEET_XLSX_H

/*
 * Write a workbook (.xlsx).
 *
 * The same workbook gives the same bytes, whenever it is written and in
 * whatever locale.
 * Threads:   any may; one writes at a time.
 */

#include "0_base/findings.h"
#include "0_base/resources.h"
#include "16_sheet/book.h"

/* Appends the file, with the styles of the resources; false, with a finding, if
 * these cannot be used, if memory runs out or if the temporary folder cannot be
 * written to. */
bool xlsx_write(const struct book *book, const struct resources *resources,
    struct buffer *out, struct findings *findings);

#endif
