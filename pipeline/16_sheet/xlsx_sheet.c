/*
 * A sheet of a workbook: its columns, rows, cells, choices and notes.
 */

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "0_base/utf8.h"
#include "16_sheet/keys.h"
#include "16_sheet/xlsx.h"
#include "16_sheet/xlsx_parts.h"

#define WIDTH_LEAST 9           /* of a column, in characters */
#define WIDTH_MOST 38
#define WIDTH_WIDE 72           /* of paragraphs */
#define COLUMNS_MAX 128
#define LINE_EIGHTHS 11         /* of a line, in eighths of its type's size */
#define HEIGHT_MOST 409         /* of a row, in points */
#define WIDTH_BESIDE (5.0 / 7)  /* that a column has, and is not asked for */
#define NOTE_WIDTH 288          /* in pixels */
#define NOTE_HEIGHT 96
#define LIST_MOST 255           /* characters of choices that Excel takes */
#define ROWS_FROZEN 2
#define PAPER_A4 9

/* A text as the workbook has it, until the next one. */
static const char *text_of(struct xlsx *xlsx, const char *text)
{
    buffer_clear(&xlsx->text);
    xlsx_add_text(text ? text : "", &xlsx->text);
    return buffer_string(&xlsx->text);
}

/* --- columns -------------------------------------------------------------- */

/* Wide enough for what is in it, headings aside. */
static void measure(const struct book_sheet *sheet,
    size_t widths[COLUMNS_MAX], size_t *count)
{
    *count = 0;
    for (size_t k = 0; k < sheet->count; k++) {
        const struct book_cell *cell = &sheet->cells[k];
        bool is_laid = cell->style == BOOK_TITLE
            || cell->style == BOOK_HEADING || sheet->hidden[cell->row];
        size_t width = cell->text ? utf8_width(cell->text) + 2 : 0;
        if (cell->column >= COLUMNS_MAX)
            continue;
        while (*count <= cell->column)
            widths[(*count)++] = WIDTH_LEAST;
        if (!is_laid && width > widths[cell->column])
            widths[cell->column] = width < WIDTH_MOST ? width : WIDTH_MOST;
    }
    if (sheet->is_wide && *count > KEYS_FIRST + 1)
        widths[KEYS_FIRST + 1] = WIDTH_WIDE;
}

/* The points that a cell takes in its column, which is as wide as so many
 * characters of the size of plain text. */
static size_t count_points(const struct book_cell *cell,
    const size_t widths[COLUMNS_MAX], const struct xlsx_styles *styles)
{
    size_t size = styles->sizes[cell->style], lines = 1;
    bool is_one_line = cell->style == BOOK_PLAIN || cell->style == BOOK_TITLE
        || cell->style == BOOK_HEADING || cell->column >= COLUMNS_MAX;

    for (const char *at = cell->text; at && *at && !is_one_line; at++)
        lines += *at == '\n';
    if (cell->text && !is_one_line)
        lines += utf8_width(cell->text) * size / styles->sizes[BOOK_PLAIN]
            / (widths[cell->column] - 1);
    return lines * size * LINE_EIGHTHS / 8;
}

static size_t height_of(const struct book_sheet *sheet, size_t row,
    size_t k, const size_t widths[COLUMNS_MAX],
    const struct xlsx_styles *styles)
{
    size_t most = styles->sizes[BOOK_PLAIN] * LINE_EIGHTHS / 8;

    for (; k < sheet->count && sheet->cells[k].row == row; k++) {
        size_t points = count_points(&sheet->cells[k], widths, styles);
        if (points > most)
            most = points;
    }
    return most + 1 < HEIGHT_MOST ? most + 1 : HEIGHT_MOST;
}

/* --- cells ---------------------------------------------------------------- */

static void note_error(struct xlsx *xlsx, lxw_error error)
{
    xlsx->failed = xlsx->failed || xlsx->text.failed
        || error != LXW_NO_ERROR;
}

/* A formula, which has a text of its own beside what it gives. */
static lxw_error write_formula(struct xlsx *xlsx, lxw_worksheet *to,
    const struct book_cell *cell, lxw_format *format)
{
    struct buffer formula = BUFFER_EMPTY;
    lxw_row_t row = cell->row;
    lxw_col_t column = (lxw_col_t)cell->column;

    buffer_add_string(&formula, text_of(xlsx, cell->formula));
    xlsx->failed = xlsx->failed || formula.failed;
    lxw_error error = LXW_NO_ERROR;
    if (cell->kind == BOOK_NUMBER && cell->text)
        error = worksheet_write_formula_num(to, row, column,
            buffer_string(&formula), format, strtod(cell->text, NULL));
    else
        error = worksheet_write_formula_str(to, row, column,
            buffer_string(&formula), format, text_of(xlsx, cell->text));
    buffer_free(&formula);
    return error;
}

/* A note beside the cell, wide enough for a sentence. */
static lxw_error write_note(struct xlsx *xlsx, lxw_worksheet *to,
    const struct book_cell *cell)
{
    lxw_comment_options options = { .width = NOTE_WIDTH,
        .height = NOTE_HEIGHT };

    xlsx->counts.notes++;
    return worksheet_write_comment_opt(to, cell->row,
        (lxw_col_t)cell->column, text_of(xlsx, cell->note), &options);
}

/* Where the cell leads to; its text is written over that of the link.  No
 * more, and no longer ones, than Excel takes. */
static void write_link(struct xlsx *xlsx, lxw_worksheet *to,
    const struct book_cell *cell)
{
    lxw_error error = worksheet_write_url(to, cell->row,
        (lxw_col_t)cell->column, cell->link, xlsx->formats[cell->style]);

    xlsx->counts.links += error == LXW_NO_ERROR;
    if (error != LXW_ERROR_WORKSHEET_MAX_NUMBER_URLS_EXCEEDED
        && error != LXW_ERROR_WORKSHEET_MAX_URL_LENGTH_EXCEEDED)
        note_error(xlsx, error);
}

static void write_cell(struct xlsx *xlsx, lxw_worksheet *to,
    const struct book_cell *cell)
{
    lxw_format *format = xlsx->formats[cell->style];
    lxw_row_t row = cell->row;
    lxw_col_t column = (lxw_col_t)cell->column;
    lxw_error error = LXW_NO_ERROR;

    if (cell->note)
        note_error(xlsx, write_note(xlsx, to, cell));
    if (!cell->text && !cell->formula && cell->style == BOOK_PLAIN)
        return;
    xlsx->counts.cells++;
    if (cell->link)
        write_link(xlsx, to, cell);
    if (cell->formula)
        error = write_formula(xlsx, to, cell, format);
    else if (!cell->text || !*cell->text)
        error = worksheet_write_blank(to, row, column, format);
    else if (cell->kind == BOOK_NUMBER)
        error = worksheet_write_number(to, row, column,
            strtod(cell->text, NULL), format);
    else if (cell->kind == BOOK_TRUTH)
        error = worksheet_write_boolean(to, row, column,
            *cell->text == '1', format);
    else
        error = worksheet_write_string(to, row, column,
            text_of(xlsx, cell->text), format);
    note_error(xlsx, error);
}

/* --- choices -------------------------------------------------------------- */

/* Choices of one kind by columns, each from top to bottom. */
static int compare_choices(const void *left, const void *right)
{
    const struct book_cell *const *a = left, *const *b = right;
    int order = strcmp((*a)->choices, (*b)->choices);

    if (order == 0 && (*a)->column != (*b)->column)
        order = (*a)->column < (*b)->column ? -1 : 1;
    return order ? order : (*a)->row < (*b)->row ? -1 : 1;
}

/* Whether one goes on with what is above it. */
static bool goes_on(const struct book_cell *above,
    const struct book_cell *cell)
{
    return strcmp(above->choices, cell->choices) == 0
        && above->column == cell->column && above->row + 1 == cell->row;
}

/* The choices as one text, in which a quotation mark is two. */
static const char *print_list(struct xlsx *xlsx, const char *choices)
{
    struct buffer *text = &xlsx->text;

    buffer_clear(text);
    buffer_add_char(text, '"');
    for (const char *at = choices; *at; at++) {
        if (*at == '"')
            buffer_add_char(text, '"');
        buffer_add_char(text, *at);
    }
    buffer_add_char(text, '"');
    return buffer_string(text);
}

/* What the list of lists ends with is where the last one names the next. */
static lxw_data_val_obj *last_list(const lxw_worksheet *to)
{
    void *next = to->data_validations->stqh_last;

    return (void *)((char *)next
        - offsetof(lxw_data_val_obj, list_pointers));
}

/* libxlsxwriter takes lists of so many characters, but keeps them in as many
 * bytes; and it loses the memory of a list that is given as a formula.  So it
 * is given another, and the list put in its place. */
static void add_list(struct xlsx *xlsx, lxw_worksheet *to,
    const struct book_cell *first, const struct book_cell *last)
{
    char *list[] = { (char[]){ "-" }, NULL };
    lxw_data_validation choice = {
        .validate = LXW_VALIDATION_TYPE_LIST,
        .error_type = LXW_VALIDATION_ERROR_TYPE_WARNING,
        .show_input = LXW_VALIDATION_OFF,
        .value_list = list,
    };
    char *text = strdup(print_list(xlsx, first->choices));

    if (!text || utf8_units(text) > LIST_MOST + 2) {
        xlsx->failed = xlsx->failed || !text;
        free(text);
        return;
    }
    xlsx->counts.choices++;
    note_error(xlsx, worksheet_data_validation_range(to, first->row,
        (lxw_col_t)first->column, last->row, (lxw_col_t)last->column,
        &choice));
    if (xlsx->failed) {
        free(text);
        return;
    }
    lxw_data_val_obj *kept = last_list(to);
    free(kept->value_formula);
    kept->value_formula = text;
}

static void add_choices(struct xlsx *xlsx, lxw_worksheet *to,
    const struct book_sheet *sheet)
{
    const struct book_cell **cells = calloc(sheet->count + 1, sizeof *cells);
    size_t count = 0, first = 0;

    xlsx->failed = xlsx->failed || !cells;
    for (size_t k = 0; cells && k < sheet->count; k++)
        if (sheet->cells[k].choices)
            cells[count++] = &sheet->cells[k];
    if (count > 0)
        qsort(cells, count, sizeof *cells, compare_choices);
    for (size_t k = 0; k < count; k++) {
        if (k + 1 < count && goes_on(cells[k], cells[k + 1]))
            continue;
        add_list(xlsx, to, cells[first], cells[k]);
        first = k + 1;
    }
    free(cells);
}

/* --- the sheet ------------------------------------------------------------ */

/* As wide as a page is. */
static void set_up_print(struct xlsx *xlsx, lxw_worksheet *to)
{
    worksheet_fit_to_pages(to, 1, 0);
    worksheet_set_paper(to, PAPER_A4);
    worksheet_set_landscape(to);
    worksheet_set_margins(to, 0.5, 0.5, 0.6, 0.6);
    note_error(xlsx, worksheet_set_footer(to, "&L&A&R&P / &N"));
}

static void set_up_form(lxw_worksheet *to)
{
    worksheet_gridlines(to, LXW_HIDE_ALL_GRIDLINES);
    worksheet_freeze_panes(to, ROWS_FROZEN, KEYS_FIRST + 1);
    worksheet_set_comments_author(to, "jixiao");
}

/* The last of the columns that a row has anything in. */
static lxw_col_t last_column(const struct book_sheet *sheet)
{
    unsigned last = 0;

    for (size_t k = 0; k < sheet->count; k++)
        if (sheet->cells[k].column > last)
            last = sheet->cells[k].column;
    return (lxw_col_t)last;
}

static void set_up_list(struct xlsx *xlsx, lxw_worksheet *to,
    const struct book_sheet *sheet)
{
    if (sheet->frozen_rows > 0 || sheet->frozen_columns > 0)
        worksheet_freeze_panes(to, sheet->frozen_rows,
            (lxw_col_t)sheet->frozen_columns);
    if (sheet->has_filter && sheet->row_count > 1)
        note_error(xlsx, worksheet_autofilter(to, 0, 0,
            (lxw_row_t)sheet->row_count - 1, last_column(sheet)));
    if (sheet->frozen_rows > 0)
        note_error(xlsx, worksheet_repeat_rows(to, 0,
            sheet->frozen_rows - 1));
}

static void add_rows(struct xlsx *xlsx, lxw_worksheet *to,
    const struct book_sheet *sheet, const size_t widths[COLUMNS_MAX])
{
    size_t k = 0;

    for (size_t row = 0; row < sheet->row_count; row++) {
        lxw_row_col_options options = { .hidden = sheet->hidden[row] };
        if (!sheet->is_list)
            note_error(xlsx, worksheet_set_row_opt(to, (lxw_row_t)row,
                (double)height_of(sheet, row, k, widths, &xlsx->styles),
                NULL, &options));
        for (; k < sheet->count && sheet->cells[k].row == row; k++)
            write_cell(xlsx, to, &sheet->cells[k]);
    }
}

void xlsx_add_sheet(struct xlsx *xlsx, lxw_worksheet *to,
    const struct book_sheet *sheet)
{
    size_t widths[COLUMNS_MAX], count = sheet->width_count;

    if (sheet->is_list)
        memcpy(widths, sheet->widths, count * sizeof *widths);
    else
        measure(sheet, widths, &count);
    if (sheet->is_list)
        set_up_list(xlsx, to, sheet);
    else
        set_up_form(to);
    set_up_print(xlsx, to);
    for (size_t k = 0; k < count; k++) {
        lxw_row_col_options options = { .hidden = !sheet->is_list
            && k < KEYS_FIRST };
        note_error(xlsx, worksheet_set_column_opt(to, (lxw_col_t)k,
            (lxw_col_t)k, (double)widths[k] - WIDTH_BESIDE, NULL, &options));
    }
    add_rows(xlsx, to, sheet, widths);
    add_choices(xlsx, to, sheet);
}
