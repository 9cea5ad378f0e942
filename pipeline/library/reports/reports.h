#ifndef REPORTS_H
#define REPORTS_H

/*
 * What a run has found, for a terminal or for other programs.
 *
 *   text    lines for people: each finding at its place, a rule that found
 *           something at many places told once; then a summary by rule
 *   json    one document (schemas/common/report.schema.json)
 *   sarif   one document (SARIF 2.1.0), for code scanning and editors
 *
 *     struct report *report = report_begin(&options, stdout);
 *     report_file(report, &file);          for each data file
 *     report_end(report, faults);
 *
 * Ownership: report_end() frees the report.  Rules must live until then;
 *            everything else that a file hands in may go once
 *            report_file() returns.
 * Errors:    those of the stream are kept by it; memory that runs out shows
 *            in the result of report_end().
 */

#include <stdbool.h>
#include <stdio.h>

#include "0_base/findings.h"
#include "10_archive/audit.h"
#include "6_rules/rules.h"

enum report_format { REPORT_TEXT, REPORT_JSON, REPORT_SARIF,
    REPORT_FORMAT_COUNT };

struct report_options {
    enum report_format format;
    enum language language;     /* of text and SARIF; JSON has them all */
    bool brief;                 /* text: the findings alone, no summary */
    bool coloured;              /* text: errors red, warnings yellow */
    bool quiet;                 /* text: of files only those that could not be
                                   checked, and the totals */
    size_t columns;             /* text: so wide are lines of files (caret.h);
                                   0: none is shown */
};

struct report_file {
    const char *path;           /* as the user named it */
    const struct findings *findings;    /* sorted */
    const char *edition;        /* NULL where the file did not get so far */
    const struct rules *rules;  /* of the edition; NULL likewise */
    const struct rule_tally *tallies;   /* of these rules */
    bool is_archive;            /* and no data file */
    const struct audit *audit;  /* of an archive; NULL where there is nothing
                                   to compare with */
};

/* "text", "json", "sarif"; false for any other name. */
bool report_format_parse(const char *name, enum report_format *format);

/* Whether lines on that stream may have colours: a terminal that knows them,
 * and NO_COLOR is not set. */
bool report_may_colour(FILE *out);

struct report *report_begin(const struct report_options *options, FILE *out);
                                                /* NULL: out of memory */
void report_file(struct report *report, const struct report_file *file);

/* faults are findings of the run that concern no file: text leaves them out.
 * False where memory ran out and something is missing. */
bool report_end(struct report *report, const struct findings *faults);

#endif
