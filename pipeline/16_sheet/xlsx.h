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

/* Appends a text as a cell has it: control characters, and what looks like one
 * that is written so, as _x0001_ (ECMA-376-1, 22.9.2.19). */
void xlsx_add_text(const char *text, struct buffer *out);

/* The bytes of a text that take so many units of UTF-16 in a cell, or fewer. */
size_t xlsx_text_head(const char *text, size_t units);

/* Appends the file, with the styles of the resources; false, with a finding, if
 * these cannot be used, if memory runs out or if the temporary folder cannot be
 * written to. */
bool xlsx_write(const struct book *book, const struct resources *resources,
    struct buffer *out, struct findings *findings);

#endif
