/*
 * The styles of a workbook, one for each of enum book_style.
 */

#include <stdlib.h>
#include <string.h>

#include "0_base/xml.h"
#include "10_archive/untrusted_xml.h"
#include "16_sheet/sheet_xml.h"
#include "16_sheet/xlsx_parts.h"

#define PATH "stylesheets/formats/workbook.xml"

/* The k-th element of that name in a list; NULL where it has not so many. */
static xmlNodePtr entry_of(xmlNodePtr root, const char *list,
    const char *name, size_t k)
{
    xmlNodePtr around = sheet_xml_child(root, list);
    xmlNodePtr entry = around ? around->children : NULL;

    for (; entry; entry = entry->next)
        if (sheet_xml_is(entry, name) && k-- == 0)
            return entry;
    return NULL;
}

/* The size of a style's type; 0 where there is none. */
static size_t size_of(xmlNodePtr root, size_t style)
{
    xmlNodePtr format = entry_of(root, "cellXfs", "xf", style);
    xmlNodePtr font = format ? entry_of(root, "fonts", "font",
        sheet_xml_number(format, "fontId")) : NULL;
    xmlNodePtr size = sheet_xml_child(font, "sz");

    return size ? sheet_xml_number(size, "val") : 0;
}

static bool read_sizes(xmlNodePtr root, struct xlsx_styles *styles,
    struct findings *findings)
{
    for (size_t k = 0; k < BOOK_STYLE_COUNT; k++) {
        char line[24];
        styles->sizes[k] = size_of(root, k);
        if (styles->sizes[k] > 0)
            continue;
        snprintf(line, sizeof line, "%ld", xmlGetLineNo(root));
        findings_add(findings, CATALOGUE_ENTRY_INCOMPLETE,
            (struct place){ 0, 0 }, NULL, "path", PATH, "line", line,
            "code", "styleSheet", "what", "cellXfs", NULL);
        return false;
    }
    return true;
}

bool xlsx_read_styles(struct xlsx_styles *styles,
    const struct resources *resources, struct findings *findings)
{
    *styles = (struct xlsx_styles){ .document = xml_load(resources, PATH,
        findings) };
    return styles->document && read_sizes(xmlDocGetRootElement(
        styles->document), styles, findings);
}

void xlsx_free_styles(struct xlsx_styles *styles)
{
    if (styles->document)
        xmlFreeDoc(styles->document);
}

/* --- as formats of libxlsxwriter ------------------------------------------ */

static const char *attribute_of(xmlNodePtr element, const char *name)
{
    const char *text = element ? untrusted_xml_attribute(element, name)
        : NULL;

    return text ? text : "";
}

/* FF666666: the first two digits say that it covers what is below. */
static lxw_color_t color_of(xmlNodePtr element)
{
    return (lxw_color_t)strtoul(attribute_of(element, "rgb"), NULL, 16)
        & 0xFFFFFF;
}

static void set_font(lxw_format *format, xmlNodePtr font)
{
    xmlNodePtr color = sheet_xml_child(font, "color");

    format_set_font_name(format, attribute_of(sheet_xml_child(font, "name"),
        "val"));
    format_set_font_size(format, (double)sheet_xml_number(
        sheet_xml_child(font, "sz"), "val"));
    if (sheet_xml_child(font, "b"))
        format_set_bold(format);
    if (color)
        format_set_font_color(format, color_of(color));
}

static void set_ground(lxw_format *format, xmlNodePtr fill,
    xmlNodePtr border)
{
    xmlNodePtr ground = sheet_xml_child(sheet_xml_child(fill, "patternFill"),
        "fgColor");
    xmlNodePtr line = sheet_xml_child(sheet_xml_child(border, "left"),
        "color");

    if (ground) {
        format_set_pattern(format, LXW_PATTERN_SOLID);
        format_set_bg_color(format, color_of(ground));
    }
    if (line) {
        format_set_border(format, LXW_BORDER_THIN);
        format_set_border_color(format, color_of(line));
    }
}

static void set_alignment(lxw_format *format, xmlNodePtr alignment)
{
    const char *across = attribute_of(alignment, "horizontal");

    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    if (*across)
        format_set_align(format, strcmp(across, "center") == 0
            ? LXW_ALIGN_CENTER : LXW_ALIGN_LEFT);
    if (sheet_xml_number(alignment, "wrapText") == 1)
        format_set_text_wrap(format);
}

/* One of the file, or one of those that every program has. */
static void set_figures(lxw_format *format, xmlNodePtr root, size_t number)
{
    size_t k = 0;
    xmlNodePtr entry = entry_of(root, "numFmts", "numFmt", k);

    while (entry && sheet_xml_number(entry, "numFmtId") != number)
        entry = entry_of(root, "numFmts", "numFmt", ++k);
    if (entry)
        format_set_num_format(format, attribute_of(entry, "formatCode"));
    else
        format_set_num_format_index(format, (uint8_t)number);
}

static void set_format(lxw_format *format, xmlNodePtr root, size_t style)
{
    xmlNodePtr from = entry_of(root, "cellXfs", "xf", style);

    set_font(format, entry_of(root, "fonts", "font",
        sheet_xml_number(from, "fontId")));
    set_ground(format, entry_of(root, "fills", "fill",
        sheet_xml_number(from, "fillId")), entry_of(root, "borders",
        "border", sheet_xml_number(from, "borderId")));
    set_alignment(format, sheet_xml_child(from, "alignment"));
    set_figures(format, root, sheet_xml_number(from, "numFmtId"));
}

/* A workbook begins with a format for what has no other, which has number 0;
 * the others are numbered as they are asked for. */
void xlsx_add_formats(struct xlsx *xlsx)
{
    xmlNodePtr root = xmlDocGetRootElement(xlsx->styles.document);

    for (size_t k = 0; k < BOOK_STYLE_COUNT; k++) {
        lxw_format *format = k == 0 ? STAILQ_FIRST(xlsx->workbook->formats)
            : workbook_add_format(xlsx->workbook);
        xlsx->formats[k] = format;
        xlsx->failed = !format;
        if (!format)
            return;
        set_format(format, root, k);
        lxw_format_get_xf_index(format);
    }
}
