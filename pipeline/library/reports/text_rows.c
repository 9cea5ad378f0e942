/* Columns that hold what is widest in them. */

#include "library/reports/text_rows.h"

#include "0_base/phrases.h"
#include "0_base/utf8.h"

static void widen(size_t *width, size_t other)
{
    *width = other > *width ? other : *width;
}

static void widen_count(int *width, size_t count)
{
    int other = snprintf(NULL, 0, "%zu", count);

    *width = other > *width ? other : *width;
}

void text_widths_add(struct text_widths *widths, const struct text_row *row,
    enum language language)
{
    widen(&widths->level, utf8_width(level_name(row->level, language)));
    widen(&widths->code, utf8_width(row->code));
    widen_count(&widths->places, row->places);
    widen_count(&widths->files, row->files);
}

static void print_count(const struct text_table *table, int width,
    size_t count, enum phrase one, enum phrase many)
{
    fprintf(table->out, "  %*zu %s", width, count, phrase_text(
        count == 1 ? one : many, table->style.language));
}

void text_row_print(const struct text_table *table, const struct text_row *row,
    const struct text_widths *widths)
{
    enum language language = table->style.language;
    FILE *out = table->out;

    fputs("  ", out);
    line_print_level(row->level, table->style, out);
    fprintf(out, "%*s %s%*s", (int)(widths->level
            - utf8_width(level_name(row->level, language))), "",
        row->code, (int)(widths->code - utf8_width(row->code)), "");
    print_count(table, widths->places, row->places, PHRASE_ONE_PLACE,
        PHRASE_PLACES);
    if (row->files && table->of_archives)
        print_count(table, widths->files, row->files, PHRASE_ONE_ARCHIVE,
            PHRASE_ARCHIVES);
    else if (row->files)
        print_count(table, widths->files, row->files, PHRASE_ONE_FILE,
            PHRASE_FILES);
    fputs("  ", out);
    line_print_text(row->title, language, out);
    fputc('\n', out);
}
