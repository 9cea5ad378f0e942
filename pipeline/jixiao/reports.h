#ifndef JIXIAO_REPORTS_H
#define JIXIAO_REPORTS_H

/* What was found, for a terminal or for other programs. */

#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif

enum jixiao_report_kind {
    JIXIAO_REPORT_TEXT,         /* lines for people, and a summary */
    JIXIAO_REPORT_JSON,         /* schemas/common/report.schema.json */
    JIXIAO_REPORT_SARIF,        /* SARIF 2.1.0 */
    JIXIAO_REPORT_HTML,         /* a page, of a comparison */
    JIXIAO_REPORT_PATCH         /* JSON Patch (RFC 6902), of a comparison */
};

struct jixiao_report_options {
    enum jixiao_report_kind kind;
    enum jixiao_language language;  /* of text and SARIF; JSON has them all */
    bool brief;                 /* text: the findings alone, no summary */
    bool coloured;              /* text: errors red, warnings yellow */
    bool quiet;                 /* text: of files only those that could not be
                                   checked, and the totals */
    size_t columns;             /* text: so wide are the lines of the file that
                                   findings have kept; 0: none is shown */
};

/* "text", "json", "sarif"; false for any other name: findings make no patch. */
JIXIAO_API bool jixiao_report_parse(const char *name,
    enum jixiao_report_kind *kind);

/* Whether lines on that stream may have colours: a terminal that knows them,
 * and NO_COLOR is not set. */
JIXIAO_API bool jixiao_report_may_colour(FILE *out);

/* NULL: out of memory.  jixiao_report_end() frees it. */
JIXIAO_API struct jixiao_report *jixiao_report_begin(
    const struct jixiao_report_options *options, FILE *out);

/* One data file; set is NULL where it did not get so far.  The findings, which
 * are sorted, may go once this returns. */
JIXIAO_API void jixiao_report_file(struct jixiao_report *report,
    const char *path, const struct jixiao_set *set,
    struct jixiao_findings *findings);

/*
 * What jixiao_report_file() would tell of a data file, as bytes for a process
 * of the same program; freed with free().  NULL where memory runs out.
 */
JIXIAO_API char *jixiao_report_pack(const struct jixiao_set *set,
    struct jixiao_findings *findings, size_t *length);

/* jixiao_report_file() of such bytes, with the findings that are there
 * already: they get those of the bytes, and are sorted.  report NULL: nothing
 * is told.  False where the bytes are not whole, or memory runs out; what there
 * is is told. */
JIXIAO_API bool jixiao_report_packed(struct jixiao_report *report,
    struct jixiao *jixiao, const char *path, const char *bytes,
    size_t length, struct jixiao_findings *findings);

/* One archive that was read back; verification is NULL where there was nothing
 * to compare with.  The findings, which are sorted, may go once this
 * returns. */
JIXIAO_API void jixiao_report_archive(struct jixiao_report *report,
    const char *path, const struct jixiao_verification *verification,
    struct jixiao_findings *findings);

/* faults are findings of the run that concern no file: text leaves them out.
 * False where memory ran out and something is missing.  The jixiao that the
 * sets were read with must still be open. */
JIXIAO_API bool jixiao_report_end(struct jixiao_report *report,
    const struct jixiao_findings *faults);

/*
 * What has changed: as text what was stated otherwise, in words of the forms,
 * and apart from that what follows from it, and of a build the files that are
 * new for it and the findings that went and came; as JSON the same
 * (schemas/common/comparison.schema.json); as a page in HTML, in Chinese; or as
 * a JSON Patch that makes the old data the new.  No other kind.
 */
JIXIAO_API void jixiao_comparison_print(
    const struct jixiao_comparison *comparison,
    const struct jixiao_report_options *options, FILE *out,
    struct jixiao_findings *findings);

/* Each finding as a line of text. */
JIXIAO_API void jixiao_print_findings(const struct jixiao_findings *findings,
    const struct jixiao_report_options *options, FILE *out);

/* Data, and names of files, as they may go to a terminal. */
JIXIAO_API void jixiao_print_text(const char *text,
    enum jixiao_language language, FILE *out);

#ifdef __cplusplus
}
#endif

#endif
