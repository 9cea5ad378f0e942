/*
 * Lines of files under findings.  The caret stands right however wide the
 * characters before it are: they are shown, and measured, one by one.
 */

#include "library/reports/caret.h"

#include <string.h>

#include "0_base/unseen.h"
#include "0_base/utf8.h"

#define TAB "    "
#define CUT "..."               /* the width of … is not the same everywhere */
#define MARGIN 8                /* columns of the line's number and the bar */
#define ROOM_LEAST 30           /* columns, however narrow the terminal */
#define CELLS_MAX (2 * FINDING_LINE_REACH + 1)

/* A line as it is shown, character by character. */
struct strip {
    struct buffer text;
    size_t ends[CELLS_MAX];     /* of each cell, in the text */
    size_t widths[CELLS_MAX];
    size_t count;
    size_t caret;               /* the cell above it; count: behind the last */
    size_t first, last;         /* the cells to be shown, last exclusive */
    bool cut[2];                /* more in front of them, behind them */
};

static size_t start_of(const struct strip *strip, size_t cell)
{
    return cell ? strip->ends[cell - 1] : 0;
}

static void add_cell(struct strip *strip, const char *text, size_t length,
    bool is_place, enum language language)
{
    size_t start = strip->text.length;

    if (*text == '\t' && !is_place)
        buffer_add_string(&strip->text, TAB);
    else
        unseen_show(text, length, language, &strip->text);
    strip->widths[strip->count] = utf8_width(buffer_string(&strip->text)
        + start);
    strip->ends[strip->count++] = strip->text.length;
}

static void make_cells(struct strip *strip, const struct finding *finding,
    enum language language)
{
    const char *line = finding->line;
    size_t length = strlen(line), at = 0;

    while (at < length && strip->count < CELLS_MAX) {
        size_t size = utf8_read(line + at, length - at, NULL);
        if (at <= finding->line_at)
            strip->caret = strip->count;
        add_cell(strip, line + at, size ? size : 1, at == finding->line_at,
            language);
        at += size ? size : 1;
    }
    if (at <= finding->line_at)
        strip->caret = strip->count;
}

static size_t width_of(const struct strip *strip)
{
    size_t width = 0;

    for (size_t k = 0; k < strip->count; k++)
        width += strip->widths[k];
    return width;
}

/* Takes in a cell where there is one and room for it. */
static bool take(const struct strip *strip, size_t cell, size_t *room)
{
    if (cell >= strip->count || strip->widths[cell] > *room)
        return false;
    *room -= strip->widths[cell];
    return true;
}

/* As much on either side of the place as there is room for. */
static void choose_cells(struct strip *strip, size_t columns)
{
    size_t room = columns > MARGIN + 1 + ROOM_LEAST ? columns - MARGIN - 1
        : ROOM_LEAST;
    bool before = true, behind = true;

    if (strip->cut[0] || strip->cut[1] || width_of(strip) > room)
        room -= 2 * strlen(CUT);
    strip->first = strip->last = strip->caret;
    while (before || behind) {
        behind = behind && take(strip, strip->last, &room);
        strip->last += behind;
        before = before && strip->first && take(strip, strip->first - 1,
            &room);
        strip->first -= before;
    }
    strip->cut[0] = strip->cut[0] || strip->first > 0;
    strip->cut[1] = strip->cut[1] || strip->last < strip->count;
}

static void print_line(const struct strip *strip, unsigned number, FILE *out)
{
    size_t start = start_of(strip, strip->first);

    fprintf(out, "%*u | %s", MARGIN - 3, number, strip->cut[0] ? CUT : "");
    fwrite(buffer_string(&strip->text) + start, 1,
        start_of(strip, strip->last) - start, out);
    fprintf(out, "%s\n", strip->cut[1] ? CUT : "");
}

static void print_caret(const struct strip *strip,
    const struct finding *finding, struct line_style style, FILE *out)
{
    size_t width = strip->cut[0] ? strlen(CUT) : 0;

    for (size_t k = strip->first; k < strip->caret; k++)
        width += strip->widths[k];
    int margin = snprintf(NULL, 0, "%*u", MARGIN - 3, finding->place.line);
    fprintf(out, "%*s | %*s", margin, "", (int)width, "");
    line_print_coloured(finding->level, "^", style, out);
    fputc('\n', out);
}

void caret_print(const struct finding *finding, struct line_style style,
    size_t columns, FILE *out)
{
    struct strip strip = { .text = BUFFER_EMPTY };

    if (!finding->line || !columns)
        return;
    memcpy(strip.cut, finding->line_cut, sizeof strip.cut);
    make_cells(&strip, finding, style.language);
    choose_cells(&strip, columns);
    if (!strip.text.failed) {   /* else it is left out */
        print_line(&strip, finding->place.line, out);
        print_caret(&strip, finding, style, out);
    }
    buffer_free(&strip.text);
}
