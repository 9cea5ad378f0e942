#ifndef SHEET_RETURNED_BOOK_H
#define SHEET_RETURNED_BOOK_H

/*
 * A workbook that somebody has filled in, opened without trust: its sheets in
 * order, and their cells with what is in them.
 *
 * Standard:  ISO/IEC 29500-1, transitional and strict.
 * Refused:   what is no .xlsx, is damaged or grows beyond measure; macros,
 *            links to other workbooks; more than RETURNED_ROWS_MAX rows.
 * Ownership: returned_book_close() frees what returned_book_open() has made.
 */

#include <stdbool.h>
#include <stddef.h>

#include "0_base/arena.h"
#include "0_base/findings.h"

#define RETURNED_ROWS_MAX 20000 /* with something in them, of a sheet */
#define RETURNED_COLUMNS_MAX 256

enum returned_kind {
    RETURNED_WORDS,
    RETURNED_NUMBER,
    RETURNED_TRUTH,             /* "1" or "0" */
    RETURNED_FAULT              /* #REF! and the like */
};

struct returned_cell {
    unsigned row, column;       /* from 0 */
    enum returned_kind kind;
    const char *text;           /* NULL: a formula without a value */
    bool is_formula, is_date, is_percent;
    int decimals;               /* that its format always shows; 0 for none */
};

/* Of merged cells those in one column. */
struct returned_range {
    unsigned column, first_row, last_row;
    unsigned first_column;      /* of all */
};

struct returned_sheet {
    const char *name;
    struct returned_cell *cells;        /* by rows, then columns */
    size_t count, room;
    struct returned_range *merged;      /* by columns, then rows */
    size_t merged_count, merged_room;
};

struct returned_book {
    struct arena arena;
    struct returned_sheet *sheets;
    size_t count, room;
    bool since_1904;
};

/* False, with findings and nothing to close, where it cannot be read. */
bool returned_book_open(struct returned_book *book, const char *path,
    struct findings *findings);
void returned_book_close(struct returned_book *book);

/* Behind the last cell; NULL where the sheet has none. */
static inline const struct returned_cell *returned_cells_end(
    const struct returned_sheet *sheet)
{
    return sheet->cells ? sheet->cells + sheet->count : NULL;
}

/* NULL where the cell is empty. */
const struct returned_cell *returned_cell_at(
    const struct returned_sheet *sheet, unsigned row, unsigned column);

/* Its words; "" where it has none. */
const char *returned_words(const struct returned_sheet *sheet, unsigned row,
    unsigned column);

/* The merged cells that a cell is among, found in the same time however many
 * there are; NULL for none. */
const struct returned_range *returned_merged_at(
    const struct returned_sheet *sheet, unsigned row, unsigned column);

#endif
