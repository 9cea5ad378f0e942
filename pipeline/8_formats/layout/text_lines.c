/* What letters take, and the lines that they stand in. */

#include "8_formats/layout/text.h"

#include <stdlib.h>

#include "0_base/list.h"
#include "8_formats/layout/breaks.h"

extent text_advance(const struct text *text, const struct letter *letter)
{
    return letter->face && letter->advance
        ? extent_of_em(letter->advance, text->size) + text->tracking : 0;
}

extent text_width(const struct text *text)
{
    extent width = 0;

    for (size_t k = 0; k < text->count && width < EXTENT_MAX; k++)
        width += text_advance(text, &text->letters[k]);
    return width;
}

void text_shrink(struct text *text, extent width, extent smallest)
{
    extent widest = 0, word = 0;

    for (size_t k = 0; k < text->count && widest < EXTENT_MAX; k++) {
        const struct letter *letter = &text->letters[k];
        if (!(letter->character == ' ' && letter->break_after))
            word += text_advance(text, letter);
        if (word > widest)
            widest = word;
        if (letter->break_after)
            word = 0;
    }
    if (widest <= width || text->size <= smallest)
        return;
    extent size = (extent)((int64_t)text->size * width / widest);
    /* In halves of a point, as types are. */
    size -= size % (EXTENT_POINT / 2);
    text->size = size < smallest ? smallest : size;
}

static bool add_line(struct text *text, size_t *room, struct text_line line)
{
    struct text_line *more = list_room(text->lines, text->line_count, room,
        sizeof *more);

    if (!more)
        return false;
    text->lines = more;
    more[text->line_count++] = line;
    return true;
}

static struct text_line line_of(const struct text *text, size_t first,
    size_t end)
{
    struct text_line line = { .first = first, .count = end - first };

    line.shown = line.count;
    while (line.shown > 0 && (text->letters[first + line.shown - 1].character
        == ' ' || !text->letters[first + line.shown - 1].face))
        line.shown--;
    for (size_t k = 0; k < line.shown; k++)
        line.width += text_advance(text, &text->letters[first + k]);
    line.is_last = end == text->count
        || text->letters[end - 1].break_after == BREAK_FORCED;
    return line;
}

/* Behind the last letter of the line that begins at first. */
static size_t find_end(const struct text *text, size_t first, extent width)
{
    size_t end = 0, k = first;
    extent used = 0;

    for (; k < text->count; k++) {
        const struct letter *letter = &text->letters[k];
        used += text_advance(text, letter);
        /* The space between letters behind the last one does not count. */
        if (letter->character != ' ' && letter->face
            && used - (text->tracking > 0 ? text->tracking : 0) > width)
            break;
        if (letter->break_after)
            end = k + 1;
        if (letter->break_after == BREAK_FORCED)
            return end;
    }
    if (k == text->count)
        return k;
    return end ? end : k > first ? k : first + 1;
}

/* The last place before the end where a line of so many letters at least may
 * end; 0: there is none. */
static size_t find_break_before(const struct text *text, size_t first,
    size_t end, size_t least)
{
    for (size_t k = end - 1; k >= first + least; k--)
        if (text->letters[k - 1].break_after == BREAK_ALLOWED)
            return k;
    return 0;
}

/* A character alone, or with a mark, in the last line of a paragraph gets the
 * one before it as company. */
static void join_lone(struct text *text)
{
    if (text->line_count < 2)
        return;
    struct text_line *last = &text->lines[text->line_count - 1];
    struct text_line *former = last - 1;
    if (!last->is_last || former->is_last
        || last->width > 2 * text->size
        || find_break_before(text, last->first, last->first + last->count, 1))
        return;
    size_t end = last->first + last->count;
    size_t at = find_break_before(text, former->first, last->first, 2);
    if (at > 0) {
        *former = line_of(text, former->first, at);
        *last = line_of(text, at, end);
    }
}

bool text_break(struct text *text, extent width, extent indent)
{
    size_t room = 0;

    free(text->lines);
    text->lines = NULL;
    text->line_count = 0;
    for (size_t first = 0; first < text->count || text->line_count == 0;) {
        size_t end = find_end(text, first, text->line_count ? width
            : width - indent);
        if (!add_line(text, &room, line_of(text, first, end)))
            return false;
        join_lone(text);
        if (end == text->count)
            break;
        first = end;
    }
    return true;
}

/* Lines that may part a word. */
static size_t count_parting(const struct text *text)
{
    size_t count = 0;

    for (size_t k = 0; k < text->line_count; k++) {
        const struct text_line *line = &text->lines[k];
        size_t end = line->first + line->count;
        count += !line->is_last && !breaks_at_mark(
            text->letters[end - 1].character, text->letters[end].character);
    }
    return count;
}

bool text_break_evenly(struct text *text, extent width)
{
    if (!text_break(text, width, 0))
        return false;
    size_t count = text->line_count, parting = SIZE_MAX;
    extent least = text_width(text) / (extent)(count ? count : 1);
    extent step = text->size / 2, best = width;

    if (count < 2 || step <= 0)
        return true;
    for (extent even = least; even < width && parting > 0
        && (parting == SIZE_MAX || even < least + least / 2); even += step) {
        if (!text_break(text, even, 0))
            return false;
        if (text->line_count <= count && count_parting(text) < parting) {
            parting = count_parting(text);
            best = even;
        }
    }
    return text_break(text, best, 0);
}
