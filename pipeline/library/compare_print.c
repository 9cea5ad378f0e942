/*
 * jixiao_comparison_print(): a comparison for people, for programs, and as a
 * patch.
 */

#include "14_compare/patch.h"
#include "7_forms/stylesheet.h"
#include "8_formats/formats.h"
#include "library/compared.h"

#define SHEET "stylesheets/common/comparison.xsl"

struct compared compared_of(const struct jixiao_comparison *comparison)
{
    return (struct compared){ comparison->old->path, comparison->new->path,
        comparison->new->edition->name, comparison->old->submission,
        comparison->new->submission, comparison->facts,
        comparison->is_of_build, &comparison->documents,
        &comparison->findings, comparison->only };
}

/* Whether memory was enough. */
static bool print_patch(const struct jixiao_comparison *comparison, FILE *out)
{
    struct buffer text = BUFFER_EMPTY;

    comparison_print_patch(comparison->comparison, &text);
    fwrite(buffer_string(&text), 1, text.length, out);
    bool good = !text.failed;
    buffer_free(&text);
    return good;
}

/* The page model that a stylesheet makes of the changes; NULL with a
 * finding. */
static xmlDocPtr make_document(const struct jixiao_comparison *comparison,
    const struct compared *compared, struct findings *findings)
{
    const struct edition *edition = comparison->new->edition;
    struct stylesheet *sheet = stylesheet_compile(&edition->resources,
        SHEET, findings);
    xmlDocPtr changes = sheet ? comparison_report_xml(compared) : NULL;
    xmlDocPtr documents = changes ? stylesheet_apply(sheet, changes,
        edition->style, findings) : NULL;

    if (sheet && !changes)
        findings_out_of_memory(findings);
    if (changes)
        xmlFreeDoc(changes);
    stylesheet_free(sheet);
    return documents;
}

static void print_page(const struct jixiao_comparison *comparison,
    const struct compared *compared, FILE *out, struct findings *findings)
{
    const struct edition *edition = comparison->new->edition;
    const struct format_options options = { .level = PDF_1B };
    struct buffer outputs[FORMAT_COUNT] = { BUFFER_EMPTY };
    xmlDocPtr documents = make_document(comparison, compared, findings);
    struct formats *formats = documents
        ? formats_new(&edition->resources, &options) : NULL;

    if (formats && formats_render(formats, FORMAT_SET(FORMAT_HTML),
            &(struct format_source){ .documents = documents,
                .style = edition->style }, outputs, findings))
        fwrite(buffer_string(&outputs[FORMAT_HTML]), 1,
            outputs[FORMAT_HTML].length, out);
    else if (documents && !formats)
        findings_out_of_memory(findings);
    for (int k = 0; k < FORMAT_COUNT; k++)
        buffer_free(&outputs[k]);
    formats_free(formats);
    if (documents)
        xmlFreeDoc(documents);
}

void jixiao_comparison_print(const struct jixiao_comparison *comparison,
    const struct jixiao_report_options *options, FILE *out,
    struct jixiao_findings *findings)
{
    const struct compared compared = compared_of(comparison);
    bool good = true;

    if (options->kind == JIXIAO_REPORT_PATCH)
        good = print_patch(comparison, out);
    else if (options->kind == JIXIAO_REPORT_HTML)
        print_page(comparison, &compared, out, findings_inside(findings));
    else if (options->kind == JIXIAO_REPORT_JSON)
        good = comparison_report_json(&compared, out);
    else
        good = comparison_report_text(&compared,
            (enum language)options->language, out);
    if (!good)
        findings_out_of_memory(findings_inside(findings));
}
