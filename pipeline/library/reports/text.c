/*
 * The report as lines for people.
 */

#include "0_base/phrases.h"
#include "0_base/utf8.h"
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

/* All places of a group, below one another. */
static void print_group(const struct report *report,
    const struct findings *findings, const struct groups *groups,
    const struct group *group)
{
    const size_t *members = &groups->members[group->first];

    line_print(findings_get(findings, members[0]), style_of(report),
        report->out);
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

static void print_findings(const struct report *report,
    const struct report_file *file, const struct groups *groups)
{
    const struct findings *findings = file->findings;

    for (size_t k = 0; k < findings_count(findings); k++) {
        const struct finding *finding = findings_get(findings, k);
        if (finding->answer)
            continue;
        const struct group *group = groups_find(groups, finding);
        if (!is_told_once(group, file->rules))
            line_print(finding, style_of(report), report->out);
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

/* How wide the columns of the summary are. */
struct widths {
    size_t level, code;
    int count;
};

static struct widths measure(const struct groups *groups,
    enum language language)
{
    struct widths widths = {0};

    for (size_t k = 0; k < groups->count; k++) {
        const struct group *group = &groups->list[k];
        size_t level = utf8_width(level_name(group->level, language));
        size_t code = utf8_width(group->code);
        int count = snprintf(NULL, 0, "%zu", group->count);
        widths.level = level > widths.level ? level : widths.level;
        widths.code = code > widths.code ? code : widths.code;
        widths.count = count > widths.count ? count : widths.count;
    }
    return widths;
}

/* A line of the summary:   错误 C09   31 处  what must hold */
static void print_group_count(struct report *report, const struct rules *rules,
    const struct group *group, struct widths widths)
{
    enum language language = report->options.language;
    const char *places = phrase_text(group->count == 1 ? PHRASE_ONE_PLACE
        : PHRASE_PLACES, language);
    struct buffer title = BUFFER_EMPTY;
    FILE *out = report->out;

    report_print_title(rules, group->code, language, &title);
    report->failed = report->failed || title.failed;
    fputs("  ", out);
    line_print_level(group->level, style_of(report), out);
    fprintf(out, "%*s %s%*s  %*zu %s  ", (int)(widths.level
            - utf8_width(level_name(group->level, language))), "",
        group->code, (int)(widths.code - utf8_width(group->code)), "",
        widths.count, group->count, places);
    line_print_text(buffer_string(&title), language, out);
    fputc('\n', out);
    buffer_free(&title);
}

static void print_summary(struct report *report,
    const struct report_file *file, struct groups *groups)
{
    const struct widths widths = measure(groups, report->options.language);

    print_counts(report, file);
    groups_sort_by_weight(groups);
    for (size_t k = 0; k < groups->count; k++)
        print_group_count(report, file->rules, &groups->list[k], widths);
}

static void print_file(struct report *report, const struct report_file *file)
{
    struct groups groups;

    /* Without memory for groups each finding is told by itself. */
    if (!groups_make(&groups, file->findings))
        report->failed = true;
    if (file->audit && !report->options.brief)
        report_print_parts(report, file->audit);
    print_findings(report, file, &groups);
    if (!report->options.brief)
        print_summary(report, file, &groups);
    groups_free(&groups);
}

/* 共 3 个文件：有错误 1，有警告 1，无问题 1 */
static void print_total(const struct report *report, size_t total)
{
    static const struct { enum level first, last; enum phrase phrase; }
    kinds[] = {
        { LEVEL_USAGE, LEVEL_SYSTEM, PHRASE_NOT_CHECKED },
        { LEVEL_ERROR, LEVEL_ERROR, PHRASE_WITH_ERRORS },
        { LEVEL_WARNING, LEVEL_WARNING, PHRASE_WITH_WARNINGS },
        { LEVEL_HINT, LEVEL_HINT, PHRASE_CLEAN },
    };
    enum language language = report->options.language;
    const char *separator = "";

    fputs(phrase_text(PHRASE_FILES_BEFORE, language), report->out);
    fprintf(report->out, "%zu", total);
    fputs(phrase_text(report->has_archives ? PHRASE_ARCHIVES_AFTER
        : PHRASE_FILES_AFTER, language), report->out);
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
        size_t count = 0;
        for (size_t level = kinds[k].first; level <= kinds[k].last; level++)
            count += report->files[level];
        if (!count)
            continue;
        fprintf(report->out, "%s%s %zu", separator,
            phrase_text(kinds[k].phrase, language), count);
        separator = phrase_text(PHRASE_SEPARATOR, language);
    }
    fputc('\n', report->out);
}

static void end(struct report *report, const struct findings *faults)
{
    size_t total = 0;

    (void)faults;
    for (int level = LEVEL_HINT; level <= LEVEL_SYSTEM; level++)
        total += report->files[level];
    if (total > 1 && !report->options.brief)
        print_total(report, total);
}

const struct report_writer report_text = { "text", begin, print_file, end };
