/*
 * A sheet of a workbook as XML: its columns, rows, cells, choices and notes.
 */

#include <stdlib.h>
#include <string.h>

#include "0_base/escape.h"
#include "0_base/utf8.h"
#include "16_sheet/xlsx_parts.h"
#include "16_sheet/keys.h"

#define WIDTH_LEAST 9           /* of a column, in characters */
#define WIDTH_MOST 38
#define WIDTH_WIDE 72           /* of paragraphs */
#define COLUMNS_MAX 128
#define LINE_EIGHTHS 11         /* of a line, in eighths of its type's size */
#define HEIGHT_MOST 409         /* of a row, in points */

/* --- texts ---------------------------------------------------------------- */

/* _x0041_ stands for a character, wherever it is. */
static bool looks_escaped(const char *text)
{
    return strncmp(text, "_x", 2) == 0
        && strspn(text + 2, "0123456789ABCDEFabcdef") >= 4 && text[6] == '_';
}

void xlsx_add_text(struct buffer *out, const char *text)
{
    struct buffer plain = BUFFER_EMPTY;

    for (; *text; text++) {
        unsigned char byte = (unsigned char)*text;
        if (byte < ' ' && byte != '\t' && byte != '\n')
            buffer_printf(&plain, "_x%04X_", byte);
        else if (looks_escaped(text))
            buffer_add_string(&plain, "_x005F_");
        else
            buffer_add_char(&plain, *text);
    }
    escape_add(out, buffer_string(&plain));
    out->failed = out->failed || plain.failed;
    buffer_free(&plain);
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

static void add_columns(struct buffer *out, const size_t *widths,
    size_t count)
{
    buffer_add_string(out, "<cols>");
    for (size_t k = 0; k < count; k++)
        buffer_printf(out, "<col min=\"%zu\" max=\"%zu\" width=\"%zu\"%s "
            "customWidth=\"1\"/>", k + 1, k + 1, widths[k],
            k < KEYS_FIRST ? " hidden=\"1\"" : "");
    buffer_add_string(out, "</cols>");
}

/* --- cells ---------------------------------------------------------------- */

static const char *type_of(const struct book_cell *cell)
{
    if (cell->kind == BOOK_TRUTH)
        return " t=\"b\"";
    if (cell->kind == BOOK_NUMBER)
        return "";
    return cell->formula ? " t=\"str\"" : " t=\"inlineStr\"";
}

static void add_cell(struct buffer *out, const struct book_cell *cell)
{
    if (!cell->text && !cell->formula && cell->style == BOOK_PLAIN)
        return;
    buffer_add_string(out, "<c r=\"");
    book_print_cell(cell->row, cell->column, out);
    buffer_printf(out, "\" s=\"%d\"", (int)cell->style);
    if (!cell->text && !cell->formula) {
        buffer_add_string(out, "/>");
        return;
    }
    buffer_printf(out, "%s>", type_of(cell));
    if (cell->formula) {
        buffer_add_string(out, "<f>");
        xlsx_add_text(out, cell->formula);
        buffer_add_string(out, "</f>");
    }
    bool is_inline = !cell->formula && cell->kind == BOOK_WORDS;
    buffer_add_string(out, is_inline ? "<is><t xml:space=\"preserve\">"
        : "<v>");
    xlsx_add_text(out, cell->text ? cell->text : "");
    buffer_add_string(out, is_inline ? "</t></is></c>" : "</v></c>");
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

static void add_rows(struct buffer *out, const struct book_sheet *sheet,
    const size_t widths[COLUMNS_MAX], const struct xlsx_styles *styles)
{
    size_t k = 0;

    buffer_add_string(out, "<sheetData>");
    for (size_t row = 0; row < sheet->row_count; row++) {
        buffer_printf(out, "<row r=\"%zu\" ht=\"%zu\"%s>",
            row + 1, height_of(sheet, row, k, widths, styles),
            sheet->hidden[row] ? " hidden=\"1\"" : "");
        for (; k < sheet->count && sheet->cells[k].row == row; k++)
            add_cell(out, &sheet->cells[k]);
        buffer_add_string(out, "</row>");
    }
    buffer_add_string(out, "</sheetData>");
}

/* --- choices -------------------------------------------------------------- */

static int compare_choices(const void *left, const void *right)
{
    const struct book_cell *const *a = left, *const *b = right;
    int order = strcmp((*a)->choices, (*b)->choices);

    return order ? order : *a < *b ? -1 : 1;
}

static void begin_choices(struct buffer *out)
{
    buffer_add_string(out, "<dataValidation type=\"list\" "
        "errorStyle=\"warning\" allowBlank=\"1\" showErrorMessage=\"1\" "
        "sqref=\"");
}

/* In a formula a quotation mark in a text is two. */
static void end_choices(struct buffer *out, const char *choices)
{
    struct buffer formula = BUFFER_EMPTY;

    for (const char *at = choices; *at; at++) {
        if (*at == '"')
            buffer_add_char(&formula, '"');
        buffer_add_char(&formula, *at);
    }
    buffer_add_string(out, "\"><formula1>\"");
    escape_add(out, buffer_string(&formula));
    buffer_add_string(out, "\"</formula1></dataValidation>");
    out->failed = out->failed || formula.failed;
    buffer_free(&formula);
}

/* Cells with the same choices are together. */
static void add_groups(struct buffer *out, const struct book_cell **cells,
    size_t count)
{
    size_t groups = 0;

    for (size_t k = 0; k < count; k++)
        groups += k == 0
            || strcmp(cells[k]->choices, cells[k - 1]->choices) != 0;
    buffer_printf(out, "<dataValidations count=\"%zu\">", groups);
    for (size_t k = 0; k < count; k++) {
        bool is_first = k == 0
            || strcmp(cells[k]->choices, cells[k - 1]->choices) != 0;
        if (is_first)
            begin_choices(out);
        else
            buffer_add_char(out, ' ');
        book_print_cell(cells[k]->row, cells[k]->column, out);
        if (k + 1 == count
            || strcmp(cells[k]->choices, cells[k + 1]->choices) != 0)
            end_choices(out, cells[k]->choices);
    }
    buffer_add_string(out, "</dataValidations>");
}

static void add_choices(struct buffer *out, const struct book_sheet *sheet)
{
    const struct book_cell **cells = calloc(sheet->count + 1, sizeof *cells);
    size_t count = 0;

    out->failed = out->failed || !cells;
    for (size_t k = 0; cells && k < sheet->count; k++)
        if (sheet->cells[k].choices)
            cells[count++] = &sheet->cells[k];
    if (count > 0) {
        qsort(cells, count, sizeof *cells, compare_choices);
        add_groups(out, cells, count);
    }
    free(cells);
}

/* --- the sheet ------------------------------------------------------------ */

void xlsx_add_sheet(struct buffer *out, const struct book_sheet *sheet,
    const struct xlsx_styles *styles)
{
    size_t widths[COLUMNS_MAX], count;

    measure(sheet, widths, &count);
    buffer_add_string(out, XLSX_XML "<worksheet xmlns=\"" XLSX_MAIN
        "\" xmlns:r=\"" XLSX_OFFICE "\"><sheetPr><pageSetUpPr "
        "fitToPage=\"1\"/></sheetPr><sheetViews><sheetView "
        "showGridLines=\"0\" workbookViewId=\"0\"><pane xSplit=\"3\" "
        "ySplit=\"2\" topLeftCell=\"D3\" activePane=\"bottomRight\" "
        "state=\"frozen\"/></sheetView></sheetViews>"
        "<sheetFormatPr defaultRowHeight=\"15\"/>");
    add_columns(out, widths, count);
    add_rows(out, sheet, widths, styles);
    add_choices(out, sheet);
    buffer_add_string(out, "<pageMargins left=\"0.5\" right=\"0.5\" "
        "top=\"0.6\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/>"
        "<pageSetup paperSize=\"9\" orientation=\"landscape\" "
        "fitToHeight=\"0\"/><headerFooter><oddFooter>&amp;L&amp;A&amp;R"
        "&amp;P / &amp;N</oddFooter></headerFooter>");
    if (xlsx_has_notes(sheet))
        buffer_add_string(out, "<legacyDrawing r:id=\"rId1\"/>");
    buffer_add_string(out, "</worksheet>");
}

/* --- notes ---------------------------------------------------------------- */

bool xlsx_has_notes(const struct book_sheet *sheet)
{
    for (size_t k = 0; k < sheet->count; k++)
        if (sheet->cells[k].note)
            return true;
    return false;
}

void xlsx_add_notes(struct buffer *out, const struct book_sheet *sheet)
{
    buffer_add_string(out, XLSX_XML "<comments xmlns=\"" XLSX_MAIN
        "\"><authors><author>jixiao</author></authors><commentList>");
    for (size_t k = 0; k < sheet->count; k++) {
        const struct book_cell *cell = &sheet->cells[k];
        if (!cell->note)
            continue;
        buffer_add_string(out, "<comment ref=\"");
        book_print_cell(cell->row, cell->column, out);
        buffer_add_string(out, "\" authorId=\"0\"><text><r><t "
            "xml:space=\"preserve\">");
        xlsx_add_text(out, cell->note);
        buffer_add_string(out, "</t></r></text></comment>");
    }
    buffer_add_string(out, "</commentList></comments>");
}

/* Beside the cell, four rows high. */
void xlsx_add_boxes(struct buffer *out, const struct book_sheet *sheet)
{
    buffer_add_string(out, "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" "
        "xmlns:o=\"urn:schemas-microsoft-com:office:office\" "
        "xmlns:x=\"urn:schemas-microsoft-com:office:excel\">"
        "<v:shapetype id=\"note\" coordsize=\"21600,21600\" o:spt=\"202\" "
        "path=\"m,l,21600r21600,l21600,xe\"><v:stroke joinstyle=\"miter\"/>"
        "<v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/>"
        "</v:shapetype>");
    for (size_t k = 0; k < sheet->count; k++) {
        const struct book_cell *cell = &sheet->cells[k];
        if (!cell->note)
            continue;
        buffer_printf(out, "<v:shape type=\"#note\" style=\"position:"
            "absolute;visibility:hidden\" fillcolor=\"#ffffe1\" "
            "o:insetmode=\"auto\"><v:fill color2=\"#ffffe1\"/><v:textbox/>"
            "<x:ClientData ObjectType=\"Note\"><x:MoveWithCells/>"
            "<x:SizeWithCells/><x:Anchor>%u,15,%u,2,%u,15,%u,4</x:Anchor>"
            "<x:AutoFill>False</x:AutoFill><x:Row>%u</x:Row><x:Column>%u"
            "</x:Column></x:ClientData></v:shape>", cell->column + 1,
            cell->row, cell->column + 4, cell->row + 5, cell->row,
            cell->column);
    }
    buffer_add_string(out, "</xml>");
}
