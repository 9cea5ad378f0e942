/*
 * The report as lines for people.
 */

#include "0_base/phrases.h"
#include "library/reports/caret.h"
#include "library/reports/groups.h"
#include "library/reports/line.h"
#include "library/reports/report.h"

/* A rule of an edition that found something at more places than these is told
 * once, with all its places; one of the program says too much that differs. */
#define TOLD_APART_MAX 3

static struct line_style style_of(const struct report *report)
{
    return (struct line_style){ report->options.language,
        report->options.coloured };
}

static void begin(struct report *report)
{
    (void)report;
}

static bool is_same_place(const struct finding *a, const struct finding *b)
{
    return a && a->file == b->file && a->place.line == b->place.line
        && a->place.column == b->place.column;
}

/* A finding with its line of the file, which is shown once where several in a
 * row are about one place. */
static void tell(struct report *report, const struct finding *finding)
{
    line_print(finding, style_of(report), report->out);
    if (!is_same_place(report->told, finding))
        caret_print(finding, style_of(report), report->options.columns,
            report->out);
    report->told = finding;
}

/* All places of a group, below one another. */
static void print_group(struct report *report,
    const struct findings *findings, const struct groups *groups,
    const struct group *group)
{
    const size_t *members = &groups->members[group->first];

    tell(report, findings_get(findings, members[0]));
    for (size_t k = 1; k < group->count; k++)
        line_print_likewise(findings_get(findings, members[k]),
            findings_get(findings, members[k - 1]), style_of(report),
            report->out);
}

static bool is_told_once(const struct group *group, const struct rules *rules)
{
    return group && group->count > TOLD_APART_MAX && rules
        && rules_find(rules, group->code);
}

static void print_findings(struct report *report,
    const struct report_file *file, const struct groups *groups)
{
    const struct findings *findings = file->findings;

    report->told = NULL;
    for (size_t k = 0; k < findings_count(findings); k++) {
        const struct finding *finding = findings_get(findings, k);
        if (finding->answer)
            continue;
        const struct group *group = groups_find(groups, finding);
        if (!is_told_once(group, file->rules))
            tell(report, finding);
        else if (groups->members[group->first] == k)
            print_group(report, findings, groups, group);
    }
}

/* Counts by level, answered ones last: 错误 3，警告 2，已说明 1 */
static void print_counts(const struct report *report,
    const struct report_file *file)
{
    enum language language = report->options.language;
    const char *comma = phrase_text(PHRASE_SEPARATOR, language);
    const struct report_counts counts = report_count(file->findings);
    const char *separator = "";
    FILE *out = report->out;

    line_print_text(file->path, language, out);
    fputs(": ", out);
    for (int level = LEVEL_SYSTEM; level >= LEVEL_HINT; level--) {
        if (!counts.open[level])
            continue;
        fputs(separator, out);
        line_print_level((enum level)level, style_of(report), out);
        fprintf(out, " %zu", counts.open[level]);
        separator = comma;
    }
    if (!*separator) {
        fputs(phrase_text(PHRASE_NO_FINDINGS, language), out);
        separator = comma;
    }
    if (counts.answered)
        fprintf(out, "%s%s %zu", separator,
            phrase_text(PHRASE_ANSWERED, language), counts.answered);
    fputc('\n', out);
}

static struct text_table table_of(const struct report *report)
{
    return (struct text_table){ report->out, style_of(report),
        report->has_archives };
}

static struct text_row row_of(const struct group *group, const char *title)
{
    return (struct text_row){ group->level, group->code, title, group->count,
        0 };
}

static void print_summary(struct report *report,
    const struct report_file *file, struct groups *groups)
{
    enum language language = report->options.language;
    const struct text_table table = table_of(report);
    struct text_widths widths = {0};

    print_counts(report, file);
    groups_sort_by_weight(groups);
    for (size_t k = 0; k < groups->count; k++) {
        const struct text_row row = row_of(&groups->list[k], "");
        text_widths_add(&widths, &row, language);
    }
    for (size_t k = 0; k < groups->count; k++) {
        struct buffer title = BUFFER_EMPTY;
        rules_print_title(file->rules, groups->list[k].code, language,
            &title);
        report->failed = report->failed || title.failed;
        const struct text_row row = row_of(&groups->list[k],
            buffer_string(&title));
        text_row_print(&table, &row, &widths);
        buffer_free(&title);
    }
}

static void print_told(struct report *report, const struct report_file *file,
    struct groups *groups)
{
    if (file->audit && !report->options.brief)
        report_print_parts(report, file->audit);
    print_findings(report, file, groups);
    if (!report->options.brief)
        print_summary(report, file, groups);
}

/* Whether only the totals tell of a file. */
static bool is_silent(const struct report *report,
    const struct report_file *file)
{
    return report->options.quiet
        && findings_worst(file->findings) < LEVEL_USAGE;
}

static void print_file(struct report *report, const struct report_file *file)
{
    struct groups groups;

    /* Without memory for groups each finding is told by itself. */
    if (!groups_make(&groups, file->findings))
        report->failed = true;
    totals_add(&report->totals, file, &groups, report->options.language);
    if (!is_silent(report, file))
        print_told(report, file, &groups);
    groups_free(&groups);
}

/* Of one file its summary has told. */
static void end(struct report *report, const struct findings *faults)
{
    const struct text_table table = table_of(report);

    (void)faults;
    if (!report->options.brief && report->totals.file_count > 1)
        totals_print(&report->totals, &table);
}

const struct report_writer report_text = { "text", begin, print_file, end };
