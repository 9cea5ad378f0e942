#ifndef SHEET_XLSX_PARTS_H
#define SHEET_XLSX_PARTS_H

/*
 * The parts of a workbook as XML; for xlsx.c.  Each appends one to a buffer.
 */

#include "0_base/findings.h"
#include "0_base/resources.h"
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

struct xlsx_styles {
    struct buffer part;
    size_t sizes[BOOK_STYLE_COUNT];     /* of type, in points */
};

/* The styles out of the resources; false with a finding where these have them
 * not, or wrong.  buffer_free() frees the part. */
bool xlsx_read_styles(struct xlsx_styles *styles,
    const struct resources *resources, struct findings *findings);

void xlsx_add_sheet(struct buffer *out, const struct book_sheet *sheet,
    const struct xlsx_styles *styles);

/* Whether any cell has a note; the notes, and the boxes that show them. */
bool xlsx_has_notes(const struct book_sheet *sheet);
void xlsx_add_notes(struct buffer *out, const struct book_sheet *sheet);
void xlsx_add_boxes(struct buffer *out, const struct book_sheet *sheet);

#endif
