#ifndef REPORTS_FIXTURE_H
#define REPORTS_FIXTURE_H

/* What the tests of reports stand on: findings of a file, reported as text. */

#include <stdio.h>

#include "fixture.h"
#include "library/reports/reports.h"

/* Rules, findings about a file "a.json", and a report that is being made. */
struct report_desk {
    struct fixture fixture;
    struct formulas *formulas;
    struct rules *rules;
    struct findings *findings, *faults;
    struct report *report;
    FILE *out;
    char *text;
    size_t length;
};

void desk_begin(struct report_desk *desk,
    const struct report_options *options);

/* A finding of a rule on a line, at the pointer "/line". */
void desk_add(struct report_desk *desk, const char *code,
    enum level level, unsigned line, const char *answer);

/* Reports the findings so far as those of a file that rules were asked of. */
void desk_file(struct report_desk *desk, const char *path);

/* The report's text, which lives until desk_end(). */
const char *desk_finish(struct report_desk *desk);
void desk_end(struct report_desk *desk);

#endif
