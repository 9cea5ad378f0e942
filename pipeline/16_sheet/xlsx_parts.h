#ifndef SHEET_XLSX_PARTS_H
#define SHEET_XLSX_PARTS_H

/*
 * A workbook being written by libxlsxwriter; for xlsx.c.
 */

#include <libxml/tree.h>

#include "0_base/findings.h"
#include "0_base/resources.h"
#include "16_sheet/book.h"
#include "16_sheet/xlsxwriter.h"

/* How cells look, as the resources have it. */
struct xlsx_styles {
    xmlDocPtr document;
    size_t sizes[BOOK_STYLE_COUNT];     /* of type, in points */
};

/* What is in a workbook, by which one that is read back is known to be
 * whole. */
struct xlsx_counts {
    size_t cells, notes, choices, links;
};

struct xlsx {
    const struct book *book;
    struct xlsx_styles styles;
    lxw_workbook *workbook;
    lxw_format *formats[BOOK_STYLE_COUNT];
    struct xlsx_counts counts;
    struct buffer text;         /* being handed over */
    bool failed;
};

/* False with a finding where the resources have them not, or wrong;
 * xlsx_free_styles() frees them in any case. */
bool xlsx_read_styles(struct xlsx_styles *styles,
    const struct resources *resources, struct findings *findings);
void xlsx_free_styles(struct xlsx_styles *styles);

/* The styles as formats of the workbook: the k-th has the number k in it. */
void xlsx_add_formats(struct xlsx *xlsx);

/* Cells, notes and choices of a sheet. */
void xlsx_add_sheet(struct xlsx *xlsx, lxw_worksheet *to,
    const struct book_sheet *sheet);

/* The bytes of memory that libxlsxwriter takes for a workbook, at most. */
size_t xlsx_room(const struct book *book);

enum xlsx_whole { XLSX_WHOLE, XLSX_DAMAGED, XLSX_NO_MEMORY };

/* Whether a file that was written is a ZIP whose parts are whole, and has as
 * much in it. */
enum xlsx_whole xlsx_check(const char *path,
    const struct xlsx_counts *counts);

#endif
