/*
 * The parts of a workbook, element by element.
 */

#include "16_sheet/sheet_xml.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/list.h"
#include "0_base/utf8.h"
#include "10_archive/untrusted_xml.h"

bool sheet_xml_is(xmlNodePtr node, const char *name)
{
    static const char *const spaces[] = {
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        "http://purl.oclc.org/ooxml/spreadsheetml/main"
    };

    return untrusted_xml_is(node, spaces[0], name)
        || untrusted_xml_is(node, spaces[1], name);
}

xmlNodePtr sheet_xml_child(xmlNodePtr node, const char *name)
{
    xmlNodePtr child = node ? node->children : NULL;

    while (child && !sheet_xml_is(child, name))
        child = child->next;
    return child;
}

size_t sheet_xml_number(xmlNodePtr node, const char *name)
{
    const char *text = untrusted_xml_attribute(node, name);

    return text ? (size_t)strtoul(text, NULL, 10) : 0;
}

/* --- texts ---------------------------------------------------------------- */

static void add_content(xmlNodePtr node, struct buffer *out)
{
    for (xmlNodePtr child = node->children; child; child = child->next)
        if (child->content)
            buffer_add_string(out, (const char *)child->content);
}

/* _x000D_ and the like, ECMA-376-1, 22.9.2.19. */
static void undo(struct buffer *text, size_t from)
{
    size_t to = from;

    for (size_t k = from; k < text->length;) {
        char digits[5] = "", *end;
        if (k + 7 <= text->length && text->bytes[k] == '_'
            && text->bytes[k + 1] == 'x' && text->bytes[k + 6] == '_')
            memcpy(digits, text->bytes + k + 2, 4);
        unsigned long code = strtoul(digits, &end, 16);
        if (end != digits + 4 || code == 0 || code > 0x7F) {
            text->bytes[to++] = text->bytes[k++];
            continue;
        }
        text->bytes[to++] = (char)code;
        k += 7;
    }
    if (text->length > from)
        buffer_cut(text, to);
}

/* A string with its runs, without what tells how it is read. */
static void add_string(xmlNodePtr item, struct buffer *out)
{
    size_t from = out->length;

    for (xmlNodePtr child = item->children; child; child = child->next) {
        if (sheet_xml_is(child, "t"))
            add_content(child, out);
        else if (sheet_xml_is(child, "r") && sheet_xml_child(child, "t"))
            add_content(sheet_xml_child(child, "t"), out);
    }
    undo(out, from);
}

static const char *keep(struct arena *arena, struct buffer *text)
{
    const char *kept = text->failed ? NULL : arena_copy(arena,
        buffer_string(text), text->length);

    buffer_free(text);
    return kept;
}

bool sheet_xml_read_strings(xmlNodePtr root, struct arena *arena,
    struct sheet_parts *parts)
{
    for (xmlNodePtr item = root->children; item; item = item->next) {
        if (!sheet_xml_is(item, "si"))
            continue;
        struct buffer text = BUFFER_EMPTY;
        const char **list = list_room(parts->strings, parts->string_count,
            &parts->string_room, sizeof *list);
        add_string(item, &text);
        const char *kept = keep(arena, &text);
        if (list)
            parts->strings = list;
        if (!list || !kept)
            return false;
        list[parts->string_count++] = kept;
    }
    return true;
}

/* --- cells ---------------------------------------------------------------- */

struct reading {
    const struct sheet_parts *parts;
    struct arena *arena;
    struct returned_sheet *sheet;
    bool failed;
};

/* "C7": false where it is none. */
static bool read_reference(const char *text, unsigned *row, unsigned *column)
{
    unsigned letters = 0;
    unsigned long number;
    char *end;

    for (; *text >= 'A' && *text <= 'Z' && letters < 100000; text++)
        letters = letters * 26 + (unsigned)(*text - 'A' + 1);
    number = strtoul(text, &end, 10);
    if (letters == 0 || number == 0 || number > 10000000 || end == text)
        return false;
    *row = (unsigned)number - 1;
    *column = letters - 1;
    return true;
}

static const char *content_of(struct reading *reading, xmlNodePtr node)
{
    struct buffer text = BUFFER_EMPTY;

    add_content(node, &text);
    const char *kept = keep(reading->arena, &text);
    reading->failed = reading->failed || !kept;
    return kept;
}

static void read_words(struct reading *reading, xmlNodePtr element,
    const char *type, struct returned_cell *cell)
{
    xmlNodePtr value = sheet_xml_child(element, "v");
    xmlNodePtr inside = sheet_xml_child(element, "is");
    struct buffer text = BUFFER_EMPTY;

    if (strcmp(type, "s") == 0 && value && value->children) {
        size_t k = strtoul((const char *)value->children->content, NULL, 10);
        cell->text = k < reading->parts->string_count
            ? reading->parts->strings[k] : NULL;
        return;
    }
    if (inside) {
        add_string(inside, &text);
    } else if (value) {
        add_content(value, &text);
        undo(&text, 0);
    }
    cell->text = keep(reading->arena, &text);
    reading->failed = reading->failed || !cell->text;
}

/* A day as ISO 8601 has it, with which the day begins: without its time. */
static const char *day_of(struct reading *reading, const char *text)
{
    size_t day = strcspn(text ? text : "", "T");
    const char *time = text ? text + day : "";

    if (!*time || time[strspn(time, "T0:.Z")])
        return text;
    const char *kept = arena_copy(reading->arena, text, day);
    reading->failed = reading->failed || !kept;
    return kept;
}

static void read_value(struct reading *reading, xmlNodePtr element,
    struct returned_cell *cell)
{
    const char *type = untrusted_xml_attribute(element, "t");
    xmlNodePtr value = sheet_xml_child(element, "v");

    type = type ? type : "n";
    if (strcmp(type, "s") == 0 || strcmp(type, "str") == 0
        || strcmp(type, "inlineStr") == 0) {
        read_words(reading, element, type, cell);
    } else if (value) {
        cell->kind = strcmp(type, "b") == 0 ? RETURNED_TRUTH
            : strcmp(type, "e") == 0 ? RETURNED_FAULT
            : strcmp(type, "d") == 0 ? RETURNED_WORDS : RETURNED_NUMBER;
        cell->text = content_of(reading, value);
        if (strcmp(type, "d") == 0)
            cell->text = day_of(reading, cell->text);
    }
}

static void read_format(const struct reading *reading, xmlNodePtr element,
    struct returned_cell *cell)
{
    size_t style = sheet_xml_number(element, "s");

    if (style >= reading->parts->format_count)
        return;
    cell->is_date = reading->parts->formats[style].is_date;
    cell->is_percent = reading->parts->formats[style].is_percent;
    cell->decimals = reading->parts->formats[style].decimals;
}

/* A cell without anything in it is none. */
static void read_cell(struct reading *reading, xmlNodePtr element,
    unsigned row, unsigned column)
{
    struct returned_sheet *sheet = reading->sheet;
    struct returned_cell cell = { .row = row, .column = column,
        .is_formula = sheet_xml_child(element, "f") != NULL };

    read_value(reading, element, &cell);
    read_format(reading, element, &cell);
    if (!cell.is_formula && (!cell.text || utf8_is_blank(cell.text)))
        return;
    struct returned_cell *cells = list_room(sheet->cells, sheet->count,
        &sheet->room, sizeof *cells);
    if (!cells) {
        reading->failed = true;
        return;
    }
    sheet->cells = cells;
    cells[sheet->count++] = cell;
}

static void read_row(struct reading *reading, xmlNodePtr row,
    unsigned number)
{
    unsigned column = 0;

    for (xmlNodePtr element = row->children; element;
        element = element->next) {
        if (!sheet_xml_is(element, "c"))
            continue;
        const char *name = untrusted_xml_attribute(element, "r");
        unsigned at_row = number, at = column;
        if (name)
            read_reference(name, &at_row, &at);
        if (at < RETURNED_COLUMNS_MAX)
            read_cell(reading, element, number, at);
        column = at + 1;
    }
}

static int compare_cells(const void *left, const void *right)
{
    const struct returned_cell *a = left, *b = right;

    if (a->row != b->row)
        return a->row < b->row ? -1 : 1;
    return a->column < b->column ? -1 : a->column > b->column;
}

/* --- merged cells --------------------------------------------------------- */

static int compare_ranges(const void *left, const void *right)
{
    const struct returned_range *a = left, *b = right;

    if (a->column != b->column)
        return a->column < b->column ? -1 : 1;
    return a->first_row < b->first_row ? -1 : a->first_row > b->first_row;
}

static enum sheet_fault add_range(struct returned_sheet *sheet,
    struct returned_range range, unsigned last_column)
{
    for (range.column = range.first_column; range.column <= last_column
        && range.column < RETURNED_COLUMNS_MAX; range.column++) {
        struct returned_range *ranges = list_room(sheet->merged,
            sheet->merged_count, &sheet->merged_room, sizeof *ranges);
        if (!ranges)
            return SHEET_NO_MEMORY;
        sheet->merged = ranges;
        ranges[sheet->merged_count++] = range;
    }
    return SHEET_GOOD;
}

static enum sheet_fault read_merged(struct returned_sheet *sheet,
    xmlNodePtr root)
{
    xmlNodePtr list = sheet_xml_child(root, "mergeCells");
    enum sheet_fault fault = SHEET_GOOD;
    size_t count = 0;

    for (xmlNodePtr merged = list ? list->children : NULL; merged && !fault;
        merged = merged->next) {
        const char *text = sheet_xml_is(merged, "mergeCell")
            ? untrusted_xml_attribute(merged, "ref") : NULL;
        const char *colon = text ? strchr(text, ':') : NULL;
        struct returned_range range = {0};
        unsigned last_column;
        if (!colon || !read_reference(text, &range.first_row,
                &range.first_column) || !read_reference(colon + 1,
                &range.last_row, &last_column))
            continue;
        fault = ++count > RETURNED_ROWS_MAX ? SHEET_TOO_MERGED
            : add_range(sheet, range, last_column);
    }
    if (sheet->merged_count > 0)
        qsort(sheet->merged, sheet->merged_count, sizeof *sheet->merged,
            compare_ranges);
    return fault;
}

/* --- the sheet ------------------------------------------------------------ */

enum sheet_fault sheet_xml_read_cells(xmlNodePtr root,
    const struct sheet_parts *parts, struct arena *arena,
    struct returned_sheet *sheet)
{
    struct reading reading = { parts, arena, sheet, false };
    xmlNodePtr data = sheet_xml_child(root, "sheetData");
    size_t rows = 0, next = 0;

    for (xmlNodePtr row = data ? data->children : NULL; row;
        row = row->next) {
        if (!sheet_xml_is(row, "row"))
            continue;
        size_t before = sheet->count, number = sheet_xml_number(row, "r");
        next = number > 0 ? number : next + 1;
        read_row(&reading, row, (unsigned)next - 1);
        rows += sheet->count > before;
        if (rows > RETURNED_ROWS_MAX)
            return SHEET_TOO_LONG;
    }
    if (sheet->count > 0)
        qsort(sheet->cells, sheet->count, sizeof *sheet->cells,
            compare_cells);
    return reading.failed ? SHEET_NO_MEMORY : read_merged(sheet, root);
}
