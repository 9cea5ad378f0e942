/*
 * The package of a workbook: which parts there are, and how they refer to one
 * another.
 */

#include "16_sheet/xlsx.h"

#include "16_sheet/xlsx_parts.h"
#include "8_formats/zip.h"

#define SPREADSHEET "application/vnd.openxmlformats-officedocument." \
    "spreadsheetml."

struct xlsx {
    const struct book *book;
    struct xlsx_styles styles;
    struct zip zip;
    struct buffer part;
    bool failed;
};

/* The part that was made, under a name with the sheet's number in it. */
static void end_part(struct xlsx *xlsx, const char *name, size_t number)
{
    struct buffer path = BUFFER_EMPTY;

    buffer_printf(&path, name, number);
    xlsx->failed = xlsx->failed || path.failed || xlsx->part.failed;
    if (!xlsx->failed)
        zip_add(&xlsx->zip, buffer_string(&path), xlsx->part.bytes,
            xlsx->part.length);
    buffer_free(&path);
    buffer_clear(&xlsx->part);
}

static void add_types(struct xlsx *xlsx)
{
    struct buffer *out = &xlsx->part;

    buffer_add_string(out, XLSX_XML "<Types xmlns=\"" XLSX_PACKAGE
        "content-types\"><Default Extension=\"rels\" ContentType=\""
        "application/vnd.openxmlformats-package.relationships+xml\"/>"
        "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        "<Default Extension=\"vml\" ContentType=\"application/vnd."
        "openxmlformats-officedocument.vmlDrawing\"/>"
        "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" SPREADSHEET
        "sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" "
        "ContentType=\"" SPREADSHEET "styles+xml\"/>");
    for (size_t k = 0; k < xlsx->book->count; k++) {
        buffer_printf(out, "<Override PartName=\"/xl/worksheets/sheet%zu.xml"
            "\" ContentType=\"" SPREADSHEET "worksheet+xml\"/>", k + 1);
        if (xlsx_has_notes(&xlsx->book->sheets[k]))
            buffer_printf(out, "<Override PartName=\"/xl/comments%zu.xml\" "
                "ContentType=\"" SPREADSHEET "comments+xml\"/>", k + 1);
    }
    buffer_add_string(out, "</Types>");
    end_part(xlsx, "[Content_Types].xml", 0);
}

static void begin_relations(struct buffer *out)
{
    buffer_add_string(out, XLSX_XML "<Relationships xmlns=\"" XLSX_PACKAGE
        "relationships\">");
}

static void add_relation(struct buffer *out, size_t id, const char *type,
    const char *target, size_t number)
{
    buffer_printf(out, "<Relationship Id=\"rId%zu\" Type=\"" XLSX_OFFICE
        "/%s\" Target=\"", id, type);
    buffer_printf(out, target, number);
    buffer_add_string(out, "\"/>");
}

static void add_package_relations(struct xlsx *xlsx)
{
    begin_relations(&xlsx->part);
    add_relation(&xlsx->part, 1, "officeDocument", "xl/workbook.xml", 0);
    buffer_add_string(&xlsx->part, "</Relationships>");
    end_part(xlsx, "_rels/.rels", 0);
}

static void add_workbook(struct xlsx *xlsx)
{
    struct buffer *out = &xlsx->part;

    buffer_add_string(out, XLSX_XML "<workbook xmlns=\"" XLSX_MAIN
        "\" xmlns:r=\"" XLSX_OFFICE "\"><workbookPr/><bookViews>"
        "<workbookView xWindow=\"0\" yWindow=\"0\" windowWidth=\"24000\" "
        "windowHeight=\"12000\" tabRatio=\"800\"/></bookViews><sheets>");
    for (size_t k = 0; k < xlsx->book->count; k++) {
        buffer_add_string(out, "<sheet name=\"");
        xlsx_add_text(out, xlsx->book->sheets[k].name);
        buffer_printf(out, "\" sheetId=\"%zu\" r:id=\"rId%zu\"/>", k + 1,
            k + 1);
    }
    buffer_add_string(out, "</sheets></workbook>");
    end_part(xlsx, "xl/workbook.xml", 0);

    begin_relations(out);
    for (size_t k = 0; k < xlsx->book->count; k++)
        add_relation(out, k + 1, "worksheet", "worksheets/sheet%zu.xml",
            k + 1);
    add_relation(out, xlsx->book->count + 1, "styles", "styles.xml", 0);
    buffer_add_string(out, "</Relationships>");
    end_part(xlsx, "xl/_rels/workbook.xml.rels", 0);
}

static void add_sheet(struct xlsx *xlsx, size_t k)
{
    const struct book_sheet *sheet = &xlsx->book->sheets[k];

    xlsx_add_sheet(&xlsx->part, sheet, &xlsx->styles);
    end_part(xlsx, "xl/worksheets/sheet%zu.xml", k + 1);
    if (!xlsx_has_notes(sheet))
        return;
    begin_relations(&xlsx->part);
    add_relation(&xlsx->part, 1, "vmlDrawing", "../drawings/notes%zu.vml",
        k + 1);
    add_relation(&xlsx->part, 2, "comments", "../comments%zu.xml", k + 1);
    buffer_add_string(&xlsx->part, "</Relationships>");
    end_part(xlsx, "xl/worksheets/_rels/sheet%zu.xml.rels", k + 1);
    xlsx_add_notes(&xlsx->part, sheet);
    end_part(xlsx, "xl/comments%zu.xml", k + 1);
    xlsx_add_boxes(&xlsx->part, sheet);
    end_part(xlsx, "xl/drawings/notes%zu.vml", k + 1);
}

bool xlsx_write(const struct book *book, const struct resources *resources,
    struct buffer *out, struct findings *findings)
{
    struct xlsx xlsx = { .book = book };

    if (!xlsx_read_styles(&xlsx.styles, resources, findings)) {
        buffer_free(&xlsx.styles.part);
        return false;
    }
    zip_start(&xlsx.zip, NULL, out);
    add_types(&xlsx);
    add_package_relations(&xlsx);
    add_workbook(&xlsx);
    buffer_add(&xlsx.part, buffer_string(&xlsx.styles.part),
        xlsx.styles.part.length);
    end_part(&xlsx, "xl/styles.xml", 0);
    for (size_t k = 0; k < book->count; k++)
        add_sheet(&xlsx, k);
    bool good = zip_finish(&xlsx.zip) && !xlsx.failed
        && !xlsx.styles.part.failed;
    buffer_free(&xlsx.part);
    buffer_free(&xlsx.styles.part);
    if (!good)
        findings_out_of_memory(findings);
    return good;
}
