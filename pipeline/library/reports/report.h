#ifndef REPORTS_REPORT_H
#define REPORTS_REPORT_H

/*
 * What the formats share; for the files of this folder.
 */

#include "0_base/buffer.h"
#include "library/reports/json_writer.h"
#include "library/reports/reports.h"
#include "library/reports/text_rows.h"
#include "library/reports/totals.h"

/* A rule of an edition or a row of the catalogue, in the order of the indexes
 * that results refer to; one of the two is NULL. */
struct report_code {
    const struct rule *rule;
    const struct catalogue_row *row;
};

struct report {
    const struct report_writer *writer;
    struct report_options options;
    FILE *out;
    bool failed;                /* memory ran out */
    bool has_archives;          /* the files are archives */
    enum level worst;           /* still open, of all files */

    struct totals totals;       /* of text: what was found in all files */
    const struct finding *told; /* of text: the last one of the present file */
    struct json_writer json;    /* of JSON and SARIF */
    struct report_code *codes;  /* of SARIF: what has an index */
    size_t code_count;
    struct findings *notes;     /* of SARIF: about the run, not the data */
};

struct report_writer {
    const char *name;
    void (*begin)(struct report *report);
    void (*file)(struct report *report, const struct report_file *file);
    void (*end)(struct report *report, const struct findings *faults);
};

extern const struct report_writer report_text, report_json, report_sarif;

/* Open findings by level, and those that are answered. */
struct report_counts {
    size_t open[LEVEL_COUNT];
    size_t answered;
};

struct report_counts report_count(const struct findings *findings);

/* What became of a file of an archive: "完好", "whole". */
const char *report_part_state(enum part_state state, enum language language);

/* Text: every file of an archive, those that are whole and that it was made
 * with in one line, and how many there are. */
void report_print_parts(const struct report *report,
    const struct audit *audit);

/* Whether a rule looks at data, and was not told to leave it alone. */
bool report_was_run(const struct rule *rule);

#endif
