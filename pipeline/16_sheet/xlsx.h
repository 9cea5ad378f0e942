#ifndef SHEET_XLSX_H
#define SHEET_XLSX_H

/*
 * Write a workbook (.xlsx): the parts of its package, in a ZIP.
 *
 * Standards: ISO/IEC 29500-1 (SpreadsheetML, transitional), -2 (packages).
 * Figures are written by their digits, and no part holds a time: the same workbook
 * gives the same bytes.
 */

#include "0_base/findings.h"
#include "0_base/resources.h"
#include "16_sheet/book.h"

/* Appends the file, with the styles of the resources; false, with a finding, if
 * these cannot be used or memory runs out. */
bool xlsx_write(const struct book *book, const struct resources *resources,
    struct buffer *out, struct findings *findings);

#endif
