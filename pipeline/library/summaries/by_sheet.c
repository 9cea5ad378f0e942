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

/* What a stylesheet makes of the summary: bytes, or, without out, a tree. */
static bool use_sheet(const struct summary_writing *writing, const char *path,
    struct buffer *out, xmlDocPtr *made)
{
    static const struct print_style style = { 2, 0 };
    struct stylesheet *sheet = stylesheet_compile(
        &writing->jixiao->resources, path, writing->findings);
    xmlDocPtr tree = sheet ? summary_make_tree(writing) : NULL;
    bool good = false;

    stylesheet_verify(writing->verify);
    if (tree && out) {
        good = stylesheet_write(sheet, tree, style, out, writing->findings);
    } else if (tree) {
        *made = stylesheet_apply(sheet, tree, style, writing->findings);
        good = *made != NULL;
    }
    stylesheet_verify(false);
    if (tree)
        xmlFreeDoc(tree);
    stylesheet_free(sheet);
    return good;
}

bool summary_write_html(const struct summary_writing *writing,
    struct buffer *out)
{
    return use_sheet(writing, PAGE, out, NULL);
}

/* The workbook's cells; NULL where the stylesheet fails. */
static xmlDocPtr make_cells(const struct summary_writing *writing)
{
    xmlDocPtr cells = NULL;

    if (use_sheet(writing, WORKBOOK, NULL, &cells) && writing->verify)
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
