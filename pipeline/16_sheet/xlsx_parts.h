#ifndef SHEET_XLSX_PARTS_H
#define SHEET_XLSX_PARTS_H

/*
 * The parts of a workbook as XML; for xlsx.c.  Each appends one to a buffer.
 */

#include "16_sheet/book.h"

#define XLSX_MAIN \
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define XLSX_OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/" \
    "relationships"
#define XLSX_PACKAGE "http://schemas.openxmlformats.org/package/2006/"
#define XLSX_XML "<?xml version=\"1.0\" encoding=\"UTF-8\" " \
    "standalone=\"yes\"?>\n"

/* Appends a text as XML; what XML cannot hold as _x0001_, ECMA-376-1,
 * 22.9.2.19. */
void xlsx_add_text(struct buffer *out, const char *text);

void xlsx_add_styles(struct buffer *out);
void xlsx_add_sheet(struct buffer *out, const struct book_sheet *sheet);

/* Whether any cell has a note; the notes, and the boxes that show them. */
bool xlsx_has_notes(const struct book_sheet *sheet);
void xlsx_add_notes(struct buffer *out, const struct book_sheet *sheet);
void xlsx_add_boxes(struct buffer *out, const struct book_sheet *sheet);

#endif
