/*
 * jixiao_report_*(): the reports of reports/ as callers see them.
 */

#include "library/handles.h"
#include "library/reports/caret.h"
#include "library/reports/line.h"
#include "library/reports/reports.h"
#include "library/verification.h"

_Static_assert((int)JIXIAO_REPORT_SARIF == (int)REPORT_SARIF
    && (int)JIXIAO_REPORT_JSON == (int)REPORT_JSON,
    "kinds of reports have the same numbers");

static struct report *report_inside(struct jixiao_report *report)
{
    return (struct report *)report;
}

bool jixiao_report_parse(const char *name, enum jixiao_report_kind *kind)
{
    enum report_format format;

    if (!report_format_parse(name, &format))
        return false;
    *kind = (enum jixiao_report_kind)format;
    return true;
}

bool jixiao_report_may_colour(FILE *out)
{
    return report_may_colour(out);
}

struct jixiao_report *jixiao_report_begin(
    const struct jixiao_report_options *options, FILE *out)
{
    return (struct jixiao_report *)report_begin(&(struct report_options){
        .format = (enum report_format)options->kind,
        .language = (enum language)options->language,
        .brief = options->brief, .coloured = options->coloured,
        .quiet = options->quiet, .columns = options->columns }, out);
}

void jixiao_report_file(struct jixiao_report *report, const char *path,
    const struct jixiao_set *set, struct jixiao_findings *findings)
{
    if (set)
        set_keep_lines(set, findings_inside(findings));
    report_file(report_inside(report), &(struct report_file){ .path = path,
        .findings = findings_inside(findings),
        .edition = set ? set->edition->name : NULL,
        .rules = set ? set_rules(set) : NULL,
        .tallies = set ? set->tallies : NULL });
}

void jixiao_report_archive(struct jixiao_report *report, const char *path,
    const struct jixiao_verification *verification,
    struct jixiao_findings *findings)
{
    report_file(report_inside(report), &(struct report_file){ .path = path,
        .findings = findings_inside(findings),
        .is_archive = true,
        .audit = verification ? verification->audit : NULL });
}

bool jixiao_report_end(struct jixiao_report *report,
    const struct jixiao_findings *faults)
{
    return report_end(report_inside(report), findings_within(faults));
}

void jixiao_print_findings(const struct jixiao_findings *findings,
    const struct jixiao_report_options *options, FILE *out)
{
    const struct findings *list = findings_within(findings);
    const struct line_style style = { (enum language)options->language,
        options->coloured };

    for (size_t k = 0; k < findings_count(list); k++) {
        line_print(findings_get(list, k), style, out);
        caret_print(findings_get(list, k), style, options->columns, out);
    }
}

void jixiao_print_text(const char *text, enum jixiao_language language,
    FILE *out)
{
    line_print_text(text, (enum language)language, out);
}
