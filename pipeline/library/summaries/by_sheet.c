/*
 * Summaries that stylesheets make of the XML of a summary: a page, and the
 * cells of a workbook.
 */

#include "7_forms/stylesheet.h"
#include "15_summary/tree.h"
#include "16_sheet/book_tree.h"
#include "16_sheet/xlsx.h"
#include "library/summaries/address.h"
#include "library/summaries/summaries.h"

#define PAGE "stylesheets/formats/summary.xsl"
#define WORKBOOK "stylesheets/formats/spreadsheet.xsl"

xmlDocPtr summary_make_tree(const struct summary_writing *writing)
{
    const struct summary_source source = { .summary = writing->summary,
        .fields = &writing->fields, .findings = writing->found,
        .program = PROGRAM, .address = address_print,
        .user = (void *)writing->path };
    xmlDocPtr tree = summary_tree(&source);

    if (!tree)
        findings_out_of_memory(writing->findings);
    else if (writing->verify)
        grammar_check(writing->jixiao, GRAMMAR_SUMMARY, tree,
            writing->findings);
    return tree;
}

bool summary_write_html(const struct summary_writing *writing,
    struct buffer *out)
{
    struct stylesheet *sheet = stylesheet_compile(
        &writing->jixiao->resources, PAGE, writing->findings);
    xmlDocPtr tree = sheet ? summary_make_tree(writing) : NULL;

    stylesheet_verify(writing->verify);
    bool good = tree && stylesheet_write(sheet, tree,
        (struct print_style){ 2, 0 }, out, writing->findings);
    stylesheet_verify(false);
    if (tree)
        xmlFreeDoc(tree);
    stylesheet_free(sheet);
    return good;
}

/* The workbook's cells, as a stylesheet makes them; NULL where it fails. */
static xmlDocPtr make_cells(const struct summary_writing *writing)
{
    struct stylesheet *sheet = stylesheet_compile(
        &writing->jixiao->resources, WORKBOOK, writing->findings);
    xmlDocPtr tree = sheet ? summary_make_tree(writing) : NULL;

    stylesheet_verify(writing->verify);
    xmlDocPtr cells = tree ? stylesheet_apply(sheet, tree,
        (struct print_style){ 2, 0 }, writing->findings) : NULL;
    stylesheet_verify(false);
    if (tree)
        xmlFreeDoc(tree);
    stylesheet_free(sheet);
    if (cells && writing->verify)
        grammar_check(writing->jixiao, GRAMMAR_WORKBOOK, cells,
            writing->findings);
    return cells;
}

bool summary_write_workbook(const struct summary_writing *writing,
    struct buffer *out)
{
    struct book book = BOOK_EMPTY;
    xmlDocPtr cells = make_cells(writing);

    if (!cells)
        return false;
    book_read(&book, cells);
    if (book.failed)
        findings_out_of_memory(writing->findings);
    bool good = !book.failed && xlsx_write(&book,
        &writing->jixiao->resources, out, writing->findings);
    book_free(&book);
    xmlFreeDoc(cells);
    return good;
}
