/* The table of report formats, and the functions that begin, fill and end a
 * report. */

#include "library/reports/report.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const struct report_writer *const writers[REPORT_FORMAT_COUNT] = {
    [REPORT_TEXT] = &report_text,
    [REPORT_JSON] = &report_json,
    [REPORT_SARIF] = &report_sarif,
};

bool report_format_parse(const char *name, enum report_format *format)
{
    for (int k = 0; k < REPORT_FORMAT_COUNT; k++) {
        if (strcmp(writers[k]->name, name) == 0) {
            *format = (enum report_format)k;
            return true;
        }
    }
    return false;
}

bool report_may_colour(FILE *out)
{
    const char *forbids = getenv("NO_COLOR");
    const char *terminal = getenv("TERM");

    return isatty(fileno(out)) && (!forbids || !*forbids)
        && terminal && *terminal && strcmp(terminal, "dumb") != 0;
}

struct report *report_begin(const struct report_options *options, FILE *out)
{
    struct report *report = calloc(1, sizeof *report);

    if (!report)
        return NULL;
    report->writer = writers[options->format];
    report->options = *options;
    report->out = out;
    report->json.out = out;
    report->writer->begin(report);
    return report;
}

void report_file(struct report *report, const struct report_file *file)
{
    enum level worst = findings_worst(file->findings);

    if (worst > report->worst)
        report->worst = worst;
    report->has_archives = report->has_archives || file->is_archive;
    report->writer->file(report, file);
}

bool report_end(struct report *report, const struct findings *faults)
{
    enum level worst = findings_worst(faults);

    if (worst > report->worst)
        report->worst = worst;
    report->writer->end(report, faults);

    bool complete = !report->failed && !report->totals.failed;
    totals_free(&report->totals);
    findings_free(report->notes);
    free(report->codes);
    free(report);
    return complete;
}
