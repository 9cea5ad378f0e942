#ifndef SHEET_XML_H
#define SHEET_XML_H

/*
 * SpreadsheetML, transitional or strict: elements, shared strings, formats and
 * the cells of a sheet; for returned_book.c.
 */

#include <libxml/tree.h>

#include "0_base/buffer.h"
#include "16_sheet/returned_book.h"

/* Whether a node is an element of that name; the first such child, or NULL. */
bool sheet_xml_is(xmlNodePtr node, const char *name);
xmlNodePtr sheet_xml_child(xmlNodePtr node, const char *name);

/* An attribute as a whole number, 0 where it has none. */
size_t sheet_xml_number(xmlNodePtr node, const char *name);

/* What the other parts of a workbook say of its cells. */
struct sheet_parts {
    const char **strings;       /* shared ones */
    size_t string_count, string_room;
    struct cell_format {
        bool is_date, is_percent;
        int decimals;
    } *formats;                 /* by the numbers that cells have */
    size_t format_count, format_room;
};

/* Each false if memory runs out. */
bool sheet_xml_read_strings(xmlNodePtr root, struct arena *arena,
    struct sheet_parts *parts);
bool sheet_xml_read_formats(xmlNodePtr root, struct sheet_parts *parts);

enum sheet_fault {
    SHEET_GOOD,
    SHEET_TOO_LONG,             /* more rows */
    SHEET_TOO_MERGED,           /* more merged cells than rows may be */
    SHEET_NO_MEMORY
};

/* The cells with something in them, and what is merged. */
enum sheet_fault sheet_xml_read_cells(xmlNodePtr root,
    const struct sheet_parts *parts, struct arena *arena,
    struct returned_sheet *sheet);

#endif
