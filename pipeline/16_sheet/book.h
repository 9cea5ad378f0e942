#ifndef SHEET_BOOK_H
#define SHEET_BOOK_H

/*
 * A workbook as cells, before it is a file: what layout.c lays out, telling.c
 * gives formulas, or book_tree.c reads, and xlsx.c writes.
 *
 * Hidden:    the first two columns of a form and the rows that are marked so
 *            hold what reading needs, keys.h.
 * Units:     rows and columns count from 0.
 * Ownership: all strings lie in the workbook's arena, or outlive it;
 *            book_free() frees the rest.
 * Errors:    running out of memory is sticky: `failed`.
 */

#include <stdbool.h>
#include <stddef.h>

#include "0_base/arena.h"
#include "0_base/buffer.h"
#include "0_base/id_map.h"

enum book_style {
    BOOK_PLAIN,
    BOOK_TITLE,                 /* of a sheet */
    BOOK_HEADING,               /* of a part of it */
    BOOK_HEAD,                  /* of a column */
    BOOK_LABEL,
    BOOK_NOTE,                  /* grey */
    BOOK_TEXT,                  /* to be filled in, and so on */
    BOOK_DATE,
    BOOK_FIGURE,
    BOOK_FIGURE_LAST = BOOK_FIGURE + 6, /* with 1 to 6 decimals to be kept */
    BOOK_DERIVED,               /* by a formula */
    BOOK_SHOWN,                 /* a figure that is only read, with 1 */
    BOOK_SHOWN_LAST = BOOK_SHOWN + 5,   /* to 6 decimals */
    BOOK_STYLE_COUNT
};

#define BOOK_DECIMALS_MAX (BOOK_FIGURE_LAST - BOOK_FIGURE)
#define BOOK_TEXT_MAX 32767     /* units of a cell, ECMA-376-1, 18.3.1.4 */
#define BOOK_WIDTHS_MAX 128     /* columns of a list with a width */

enum book_kind { BOOK_WORDS, BOOK_NUMBER, BOOK_TRUTH };

struct book_cell {
    unsigned row, column;
    enum book_kind kind;
    enum book_style style;
    const char *text;           /* words, or a decimal; NULL: blank */
    const char *choices;        /* with commas between; NULL: none */
    const char *note;           /* or NULL */
    const char *formula;        /* without its =; NULL: none */
    const char *link;           /* a relative URL; NULL: none */
    void *source;               /* the leaf of submission.xml that a formula
                                   of the edition fills; NULL: none does */
};

struct book_sheet {
    const char *name;           /* unlike that of any other */
    const char *attachment;     /* NULL: of none */
    const char *base;           /* pointer of the entry that it is of, or "" */
    struct book_cell *cells;    /* row by row, columns growing */
    size_t count, room;
    bool *hidden;               /* of each row */
    size_t row_count, row_room;
    bool is_wide;               /* it has paragraphs */
    bool is_list;               /* to be read, not a form to be filled in: */
    bool has_filter;
    unsigned frozen_rows, frozen_columns;
    size_t widths[BOOK_WIDTHS_MAX], width_count;
    size_t number;              /* among the sheets as they were added */
    int block;                  /* layout.c: what rows are laid out as now */
};

struct book {
    struct arena arena;
    struct book_sheet *sheets;
    size_t count, room;
    struct id_map known;        /* sheets, by what they are of */
    struct id_map places;       /* of values, by their pointers */
    struct book_place {
        size_t sheet;
        unsigned row, column;
    } *found;
    size_t found_room;
    bool failed;
};

#define BOOK_EMPTY { .sheets = NULL }

/* A copy of a text in the arena; "" where there is no memory. */
const char *book_keep(struct book *book, const char *text);

/* The number of the sheet of an attachment and entry, which is added where it
 * is new; both are borrowed. */
size_t book_sheet(struct book *book, const char *attachment,
    const char *base);

/* A new last row of a sheet: its number. */
unsigned book_row(struct book *book, size_t sheet, bool hidden);

/* A cell of the last row, behind its others; it may be changed until the next
 * one comes.  The text is borrowed. */
struct book_cell *book_put(struct book *book, size_t sheet, unsigned column,
    enum book_style style, const char *text);

/* The last cell is the value at a pointer. */
void book_note_value(struct book *book, size_t sheet, const char *pointer);

/* Where a value is; NULL where it has no cell. */
const struct book_place *book_find(const struct book *book,
    const char *pointer);

/* Appends "C7". */
void book_print_cell(unsigned row, unsigned column, struct buffer *out);

void book_free(struct book *book);

#endif
