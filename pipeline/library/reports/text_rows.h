#ifndef TEXT_ROWS_H
#define TEXT_ROWS_H

/*
 * A table of counts by level and code, as lines for people:
 *   错误 C09   31 处   6 个文件  what must hold
 */

#include "library/reports/report.h"

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
void text_row_print(const struct report *report, const struct text_row *row,
    const struct text_widths *widths);

/* Behind all files: how many there are and, where there are several, what they
 * come to (text_totals.c). */
void text_totals_print(struct report *report);

#endif
