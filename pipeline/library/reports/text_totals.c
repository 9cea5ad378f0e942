/*
 * The end of the report for people: the files by the worst found in each, and
 * what was found in all of them by level and by rule.
 */

#include "0_base/phrases.h"
#include "library/reports/line.h"
#include "library/reports/text_rows.h"

/* 共 3 个文件：有错误 1，有警告 1，无问题 1 */
static void print_files(const struct report *report, size_t total)
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

/* 合计：错误 91，警告 39，提示 4 */
static void print_levels(const struct report *report)
{
    enum language language = report->options.language;
    const char *separator = "";

    fputs(phrase_text(PHRASE_ALL_TOGETHER, language), report->out);
    for (int level = LEVEL_SYSTEM; level >= LEVEL_HINT; level--) {
        size_t places = totals_of(&report->totals, (enum level)level);
        if (!places)
            continue;
        fputs(separator, report->out);
        line_print_level((enum level)level, (struct line_style){ language,
            report->options.coloured }, report->out);
        fprintf(report->out, " %zu", places);
        separator = phrase_text(PHRASE_SEPARATOR, language);
    }
    fputc('\n', report->out);
}

static struct text_row row_of(const struct total *total)
{
    return (struct text_row){ total->level, total->code, total->title,
        total->places, total->files };
}

static void print_rules(struct report *report)
{
    struct totals *totals = &report->totals;
    struct text_widths widths = {0};

    totals_sort(totals);
    for (size_t k = 0; k < totals->count; k++) {
        const struct text_row row = row_of(&totals->list[k]);
        text_widths_add(&widths, &row, report->options.language);
    }
    for (size_t k = 0; k < totals->count; k++) {
        const struct text_row row = row_of(&totals->list[k]);
        text_row_print(report, &row, &widths);
    }
}

void text_totals_print(struct report *report)
{
    size_t total = 0;

    for (int level = LEVEL_HINT; level <= LEVEL_SYSTEM; level++)
        total += report->files[level];
    if (report->options.brief || total < 2)
        return;
    print_files(report, total);
    if (report->totals.count) {
        print_levels(report);
        print_rules(report);
    }
}
