/*
 * The files of an archive as lines for people:   完好  附件/附件1.pdf
 */

#include <string.h>

#include "0_base/phrases.h"
#include "0_base/utf8.h"
#include "10_archive/archive.h"
#include "library/reports/line.h"
#include "library/reports/report.h"

/* The name of a state, and blanks up to where names begin. */
static void print_state(const struct report *report, enum part_state state)
{
    enum language language = report->options.language;
    const char *name = report_part_state(state, language);
    size_t width = 0;

    for (int k = 0; k < PART_STATE_COUNT; k++) {
        size_t wide = utf8_width(report_part_state((enum part_state)k,
            language));
        width = wide > width ? wide : width;
    }
    fprintf(report->out, "  %s%*s  ", name, (int)(width - utf8_width(name)),
        "");
}

static void print_part(const struct report *report, const struct part *part)
{
    print_state(report, part->state);
    line_print_text(part->path, report->options.language, report->out);
    if (*part->level)
        fprintf(report->out, "  PDF/A-%s", part->level);
    fputc('\n', report->out);
}

/* Schemas and stylesheets are many, and nobody asks for each that is whole. */
static bool is_told_with_others(const struct part *part)
{
    return part->state == PART_WHOLE && strcmp(part->stated->role,
        archive_role_name(ARCHIVE_RULE)) == 0;
}

static void print_rules(const struct report *report, size_t count)
{
    enum language language = report->options.language;

    if (count == 0)
        return;
    print_state(report, PART_WHOLE);
    fprintf(report->out, "%s/  %zu%s\n", phrase_text(PHRASE_ARCHIVE_RULES,
        language), count, phrase_text(PHRASE_PARTS, language));
}

/* 共 106 个文件：完好 104，缺少 2 */
static void print_total(const struct report *report,
    const struct audit *audit)
{
    enum language language = report->options.language;
    const char *separator = "";
    size_t counts[PART_STATE_COUNT] = { 0 };

    for (size_t k = 0; k < audit->count; k++)
        counts[audit->parts[k].state]++;
    fprintf(report->out, "  %s%zu%s",
        phrase_text(PHRASE_FILES_BEFORE, language), audit->count,
        phrase_text(PHRASE_FILES_AFTER, language));
    for (int k = 0; k < PART_STATE_COUNT; k++) {
        if (counts[k] == 0)
            continue;
        fprintf(report->out, "%s%s %zu", separator,
            report_part_state((enum part_state)k, language), counts[k]);
        separator = phrase_text(PHRASE_SEPARATOR, language);
    }
    fputc('\n', report->out);
}

void report_print_parts(const struct report *report, const struct audit *audit)
{
    size_t rules = 0;

    for (size_t k = 0; k < audit->count; k++)
        if (is_told_with_others(&audit->parts[k]))
            rules++;
        else
            print_part(report, &audit->parts[k]);
    print_rules(report, rules);
    print_total(report, audit);
}
