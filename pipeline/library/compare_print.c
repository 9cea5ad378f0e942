/*
 * jixiao_comparison_print(): a comparison for people, for programs, and as a
 * patch.
 */

#include "14_compare/patch.h"
#include "library/compared.h"
#include "library/reports/comparison.h"

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

void jixiao_comparison_print(const struct jixiao_comparison *comparison,
    const struct jixiao_report_options *options, FILE *out,
    struct jixiao_findings *findings)
{
    const struct compared compared = { comparison->old->path,
        comparison->new->path, comparison->new->edition->name,
        comparison->old->submission, comparison->new->submission,
        comparison->facts };
    bool good = true;

    if (options->kind == JIXIAO_REPORT_PATCH)
        good = print_patch(comparison, out);
    else if (options->kind == JIXIAO_REPORT_JSON)
        good = comparison_report_json(&compared, out);
    else
        good = comparison_report_text(&compared,
            (enum language)options->language, out);
    if (!good)
        findings_out_of_memory(findings_inside(findings));
}
