/*
 * A summary as a page: stylesheets/formats/summary.xsl makes it of the XML of
 * the summary.
 */

#include "7_forms/stylesheet.h"
#include "15_summary/tree.h"
#include "library/summaries/address.h"
#include "library/summaries/summaries.h"

#define SHEET "stylesheets/formats/summary.xsl"

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
        &writing->jixiao->resources, SHEET, writing->findings);
    xmlDocPtr tree = sheet ? summary_make_tree(writing) : NULL;

    stylesheet_verify(writing->verify);
    bool good = tree && stylesheet_write(sheet, tree,
        (struct print_style){ 2, 0 }, out, writing->findings);
    stylesheet_verify(false);
    xmlFreeDoc(tree);
    stylesheet_free(sheet);
    return good;
}
