/*
 * The end of a run for people: the files by the worst found in each, and what
 * was found in all of them by level and by rule.
 */

#include "0_base/phrases.h"
#include "library/reports/text_rows.h"

/* 共 3 个文件：有错误 1，有警告 1，无问题 1 */
static void print_files(const struct text_table *table,
    const struct text_totals *totals)
{
    static const struct { enum level first, last; enum phrase phrase; }
    kinds[] = {
        { LEVEL_USAGE, LEVEL_SYSTEM, PHRASE_NOT_CHECKED },
        { LEVEL_ERROR, LEVEL_ERROR, PHRASE_WITH_ERRORS },
        { LEVEL_WARNING, LEVEL_WARNING, PHRASE_WITH_WARNINGS },
        { LEVEL_HINT, LEVEL_HINT, PHRASE_CLEAN },
    };
    enum language language = table->style.language;
    const char *separator = "";
    size_t total = 0;

    for (int level = LEVEL_HINT; level <= LEVEL_SYSTEM; level++)
        total += totals->files[level];
    fputs(phrase_text(PHRASE_FILES_BEFORE, language), table->out);
    fprintf(table->out, "%zu", total);
    fputs(phrase_text(table->of_archives ? PHRASE_ARCHIVES_AFTER
        : PHRASE_FILES_AFTER, language), table->out);
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
        size_t count = 0;
        for (size_t level = kinds[k].first; level <= kinds[k].last; level++)
            count += totals->files[level];
        if (!count)
            continue;
        fprintf(table->out, "%s%s %zu", separator,
            phrase_text(kinds[k].phrase, language), count);
        separator = phrase_text(PHRASE_SEPARATOR, language);
    }
    fputc('\n', table->out);
}

/* How many places there are of a level. */
static size_t places_of(const struct text_totals *totals, enum level level)
{
    size_t places = 0;

    for (size_t k = 0; k < totals->count; k++) {
        const struct text_row row = totals->row(totals->user, k);
        places += row.level == level ? row.places : 0;
    }
    return places;
}

/* 合计：错误 91，警告 39，提示 4，已说明 2 */
static void print_levels(const struct text_table *table,
    const struct text_totals *totals)
{
    enum language language = table->style.language;
    const char *separator = "";

    fputs(phrase_text(PHRASE_ALL_TOGETHER, language), table->out);
    for (int level = LEVEL_SYSTEM; level >= LEVEL_HINT; level--) {
        size_t places = places_of(totals, (enum level)level);
        if (!places)
            continue;
        fputs(separator, table->out);
        line_print_level((enum level)level, table->style, table->out);
        fprintf(table->out, " %zu", places);
        separator = phrase_text(PHRASE_SEPARATOR, language);
    }
    if (totals->answered)
        fprintf(table->out, "%s%s %zu", separator,
            phrase_text(PHRASE_ANSWERED, language), totals->answered);
    fputc('\n', table->out);
}

static void print_rules(const struct text_table *table,
    const struct text_totals *totals)
{
    struct text_widths widths = {0};

    for (size_t k = 0; k < totals->count; k++) {
        const struct text_row row = totals->row(totals->user, k);
        if (row.places)
            text_widths_add(&widths, &row, table->style.language);
    }
    for (size_t k = 0; k < totals->count; k++) {
        const struct text_row row = totals->row(totals->user, k);
        if (row.places)
            text_row_print(table, &row, &widths);
    }
}

void text_totals_print(const struct text_table *table,
    const struct text_totals *totals)
{
    print_files(table, totals);
    if (totals->count || totals->answered)
        print_levels(table, totals);
    print_rules(table, totals);
}
