/*
 * Summaries that stylesheets make of the XML of a summary: a page, and a
 * workbook, which is a package of parts in a ZIP.
 */

#include "7_forms/stylesheet.h"
#include "8_formats/package.h"
#include "15_summary/tree.h"
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

static bool write_by_sheet(const struct summary_writing *writing,
    const char *path, struct buffer *out)
{
    struct stylesheet *sheet = stylesheet_compile(
        &writing->jixiao->resources, path, writing->findings);
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

bool summary_write_html(const struct summary_writing *writing,
    struct buffer *out)
{
    return write_by_sheet(writing, PAGE, out);
}

bool summary_write_workbook(const struct summary_writing *writing,
    struct buffer *out)
{
    struct buffer parts = BUFFER_EMPTY;
    bool good = write_by_sheet(writing, WORKBOOK, &parts)
        && package_zip(&parts, NULL, out, writing->findings);

    buffer_free(&parts);
    return good;
}
