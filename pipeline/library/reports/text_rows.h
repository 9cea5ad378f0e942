#ifndef TEXT_ROWS_H
#define TEXT_ROWS_H

/*
 * Counts by level and code, as lines for people:
 *   错误 C09   31 处   6 个文件  what must hold
 */

#include <stdio.h>

#include "library/reports/line.h"

#define LEVEL_COUNT (LEVEL_SYSTEM + 1)

struct text_table {
    FILE *out;
    struct line_style style;
    bool of_archives;           /* its files are archives */
};

struct text_row {
    enum level level;
    const char *code, *title;
    size_t places, files;       /* files 0: the table is of one */
};

/* How wide the columns are, as all rows of the table have made them. */
struct text_widths {
    size_t level, code;
    int places, files;
};

void text_widths_add(struct text_widths *widths, const struct text_row *row,
    enum language language);
void text_row_print(const struct text_table *table, const struct text_row *row,
    const struct text_widths *widths);

/* What all files of a run come to. */
struct text_totals {
    size_t files[LEVEL_COUNT];  /* by the worst level open in each */
    size_t answered;            /* findings */
    /* The rows in their order, one that has no place among them, too. */
    struct text_row (*row)(const void *user, size_t k);
    const void *user;
    size_t count;
};

/* How many files there are and what was found in them by level and by code
 * (text_totals.c). */
void text_totals_print(const struct text_table *table,
    const struct text_totals *totals);

#endif
