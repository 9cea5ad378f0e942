/*
 * The styles of a workbook, one for each of enum book_style: a part that is
 * kept as it goes into the workbook.
 */

#include "0_base/xml.h"
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
    xmlDocPtr document = xml_load(resources, PATH, findings);
    xmlNodePtr root = document ? xmlDocGetRootElement(document) : NULL;
    xmlBufferPtr printed = root ? xmlBufferCreate() : NULL;

    *styles = (struct xlsx_styles){ .part = BUFFER_EMPTY };
    bool good = root && read_sizes(root, styles, findings);
    if (good && (!printed || xmlNodeDump(printed, document, root, 0, 0) < 0)) {
        findings_out_of_memory(findings);
        good = false;
    }
    if (good) {
        buffer_add_string(&styles->part, XLSX_XML);
        buffer_add(&styles->part, (const char *)xmlBufferContent(printed),
            (size_t)xmlBufferLength(printed));
    }
    xmlBufferFree(printed);
    xmlFreeDoc(document);
    return good;
}
