/*
 * The parts of a workbook, element by element.
 */

#include "16_sheet/sheet_xml.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/list.h"
#include "0_base/utf8.h"
#include "10_archive/untrusted_xml.h"

#define DATE_FIRST 14           /* built-in formats, ECMA-376-1, 18.8.30 */
#define DATE_LAST 22
#define CHINESE_FIRST 27        /* dates of the Chinese editions */
#define CHINESE_LAST 58
#define PERCENT 9
#define PERCENT_TWO 10

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

static size_t number_of(xmlNodePtr node, const char *name)
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

/* --- formats -------------------------------------------------------------- */

/* The code of a format that the workbook has of its own; NULL for none. */
static const char *code_of(xmlNodePtr root, size_t id)
{
    xmlNodePtr list = sheet_xml_child(root, "numFmts");

    for (xmlNodePtr format = list ? list->children : NULL; format;
        format = format->next)
        if (sheet_xml_is(format, "numFmt")
            && number_of(format, "numFmtId") == id)
            return untrusted_xml_attribute(format, "formatCode");
    return NULL;
}

/* Of a code the first section, without what is in quotation marks, in brackets
 * or behind a backslash. */
static void read_code(const char *code, struct cell_format *format)
{
    bool quoted = false, bracketed = false;
    const char *point = NULL;

    for (const char *at = code; *at && (quoted || *at != ';'); at++) {
        if (*at == '"' && !bracketed)
            quoted = !quoted;
        else if (!quoted && (*at == '[' || *at == ']'))
            bracketed = *at == '[';
        else if (!quoted && *at == '\\' && at[1])
            at++;
        else if (!quoted && !bracketed && strchr("yYdD", *at))
            format->is_date = true;
        else if (!quoted && !bracketed && *at == '%')
            format->is_percent = true;
    }
    if (strncmp(code, "0.", 2) == 0)
        point = code + 2;
    size_t zeros = point ? strspn(point, "0") : 0;
    if (zeros > 0 && zeros < 10 && point[zeros] == '\0')
        format->decimals = (int)zeros;
}

static struct cell_format format_of(xmlNodePtr root, size_t id)
{
    struct cell_format format = { .decimals = id == 2 ? 2 : 0 };
    const char *code = code_of(root, id);

    if (code) {
        format.decimals = 0;
        read_code(code, &format);
    } else {
        format.is_date = (id >= DATE_FIRST && id <= DATE_LAST)
            || (id >= CHINESE_FIRST && id <= CHINESE_LAST && id != 37
                && id != 38 && id != 39 && id != 40 && (id < 41 || id > 49));
        format.is_percent = id == PERCENT || id == PERCENT_TWO;
    }
    return format;
}

bool sheet_xml_read_formats(xmlNodePtr root, struct sheet_parts *parts)
{
    xmlNodePtr list = sheet_xml_child(root, "cellXfs");

    for (xmlNodePtr format = list ? list->children : NULL; format;
        format = format->next) {
        if (!sheet_xml_is(format, "xf"))
            continue;
        struct cell_format *formats = list_room(parts->formats,
            parts->format_count, &parts->format_room, sizeof *formats);
        if (!formats)
            return false;
        parts->formats = formats;
        formats[parts->format_count++] = format_of(root,
            number_of(format, "numFmtId"));
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
    }
}

static void read_format(const struct reading *reading, xmlNodePtr element,
    struct returned_cell *cell)
{
    size_t style = number_of(element, "s");

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

static void read_merged(struct reading *reading, xmlNodePtr root)
{
    struct returned_sheet *sheet = reading->sheet;
    xmlNodePtr list = sheet_xml_child(root, "mergeCells");

    for (xmlNodePtr merged = list ? list->children : NULL; merged;
        merged = merged->next) {
        const char *text = sheet_xml_is(merged, "mergeCell")
            ? untrusted_xml_attribute(merged, "ref") : NULL;
        const char *colon = text ? strchr(text, ':') : NULL;
        struct returned_range range;
        if (!colon || !read_reference(text, &range.first_row,
                &range.first_column) || !read_reference(colon + 1,
                &range.last_row, &range.last_column))
            continue;
        struct returned_range *ranges = list_room(sheet->merged,
            sheet->merged_count, &sheet->merged_room, sizeof *ranges);
        if (!ranges) {
            reading->failed = true;
            return;
        }
        sheet->merged = ranges;
        ranges[sheet->merged_count++] = range;
    }
}

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
        size_t before = sheet->count, number = number_of(row, "r");
        next = number > 0 ? number : next + 1;
        read_row(&reading, row, (unsigned)next - 1);
        rows += sheet->count > before;
        if (rows > RETURNED_ROWS_MAX)
            return SHEET_TOO_LONG;
    }
    if (sheet->count > 0)
        qsort(sheet->cells, sheet->count, sizeof *sheet->cells,
            compare_cells);
    read_merged(&reading, root);
    if (sheet->merged_count > RETURNED_ROWS_MAX)
        return SHEET_TOO_MERGED;
    return reading.failed ? SHEET_NO_MEMORY : SHEET_GOOD;
}
