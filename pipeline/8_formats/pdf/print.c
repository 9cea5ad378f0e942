/* A drawing as a whole PDF file: its parts in turn, and the catalog that
 * names them. */

#include <stdlib.h>

#include "8_formats/pdf/pdf_parts.h"

/* What the catalog names (ISO 32000-1, 7.7.2); 0 where there is none. */
struct catalog {
    uint32_t structure, outline, metadata, intent;
};

/* 12.4.2: a stretch of pages begins where the numbers do not go on. */
static void add_page_labels(const struct pdf *pdf, struct buffer *out)
{
    const struct page *pages = pdf->drawing->pages;

    buffer_add_string(out, "/PageLabels<</Nums[");
    for (size_t i = 0; i < pdf->drawing->page_count; i++)
        if (i == 0 || pages[i].number != pages[i - 1].number + 1)
            buffer_printf(out, "%zu<</S/D/St %u>>", i, pages[i].number);
    buffer_add_string(out, "]>>");
}

static uint32_t write_catalog(struct pdf *pdf, const struct catalog *catalog)
{
    uint32_t number = objects_reserve(&pdf->objects, 1);
    struct buffer *out = objects_open(&pdf->objects, number);

    buffer_printf(out, "<</Type/Catalog/Pages %u 0 R/Lang(zh-CN)"
        "/MarkInfo<</Marked true>>/StructTreeRoot %u 0 R/Metadata %u 0 R"
        "/OutputIntents[%u 0 R]/ViewerPreferences<</DisplayDocTitle true>>",
        pdf->pages, catalog->structure, catalog->metadata, catalog->intent);
    if (catalog->outline > 0)
        buffer_printf(out, "/Outlines %u 0 R/PageMode/UseOutlines",
            catalog->outline);
    add_page_labels(pdf, out);
    buffer_add_string(out, ">>");
    objects_close(&pdf->objects);
    return number;
}

/* The parts, each of which needs the numbers of those before it. */
static void write_parts(struct pdf *pdf, struct catalog *catalog)
{
    pdf_pages_write(pdf);
    catalog->structure = pdf_structure_write(pdf);
    catalog->outline = pdf_outline_write(pdf);
    catalog->intent = pdf_intent_write(pdf);
    catalog->metadata = pdf_metadata_write(pdf);
}

static void reserve_numbers(struct pdf *pdf)
{
    pdf->pages = objects_reserve(&pdf->objects, 1);
    pdf->resources = objects_reserve(&pdf->objects, 1);
    pdf->first_page = objects_reserve(&pdf->objects, pdf->drawing->page_count);
    pdf->first_node = objects_reserve(&pdf->objects, pdf->drawing->node_count);
}

static bool print(struct pdf *pdf, struct findings *findings)
{
    struct catalog catalog = { 0 };
    uint32_t root = 0, info = 0;

    bool good = pdf_fonts_plan(pdf);
    pdf->page_marks = calloc(pdf->drawing->page_count + 1,
        sizeof *pdf->page_marks);
    pdf->objects.failed = pdf->objects.failed || !good || !pdf->page_marks;
    if (!pdf->objects.failed) {
        reserve_numbers(pdf);
        good = pdf_fonts_write(pdf, findings);
    }
    if (good && !pdf->objects.failed) {
        write_parts(pdf, &catalog);
        info = pdf_info_write(pdf);
        root = write_catalog(pdf, &catalog);
    }
    if (!objects_finish(&pdf->objects, root, info)) {
        findings_out_of_memory(findings);
        return false;
    }
    return good;
}

bool pdf_print(const struct drawing *drawing, enum pdf_level level,
    const struct origin *origin, struct buffer *out,
    struct findings *findings)
{
    struct pdf pdf = { .drawing = drawing, .level = level,
        .origin = origin };
    size_t before = out->length;

    objects_begin(&pdf.objects, out, level == PDF_1B ? 14 : 17);
    bool good = print(&pdf, findings);
    if (good && level == PDF_1B && pdf.passes_limit) {
        findings_add(findings, CATALOGUE_PDF_LIMIT, (struct place){ 0 }, NULL,
            NULL);
        good = false;
    }
    pdf_fonts_free(&pdf);
    free(pdf.page_marks);
    free(pdf.marks);
    if (!good)
        buffer_cut(out, before);
    return good;
}
