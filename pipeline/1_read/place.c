/* Lines and columns of the bytes of a text. */

#include "1_read/place.h"

#include <stdlib.h>
#include <string.h>

#define STRIDE 256

/* The places at multiples of STRIDE, the first of which are known. */
struct place_marks {
    size_t known;
    struct place at[];
};

static bool is_continuation(char byte)
{
    return ((unsigned char)byte & 0xC0) == 0x80;
}

/* Where the next line of a text begins, if it begins no later than `to`; NULL
 * otherwise.  CR LF ends one line. */
static const char *next_line(const char *from, const char *to,
    const char *end)
{
    const char *feed = memchr(from, '\n', (size_t)(to - from));
    const char *bare = memchr(from, '\r',
        (size_t)((feed ? feed : to) - from));

    if (bare && (bare + 1 == end || bare[1] != '\n'))
        return bare + 1;
    return feed ? feed + 1 : NULL;
}

/* The place of the byte at `to`, given that of the byte at `from`. */
static struct place go_on(struct place place, const char *text,
    size_t length, size_t from, size_t to)
{
    const char *at = text + from, *next;

    while ((next = next_line(at, text + to, text + length)) != NULL) {
        place.line++;
        place.column = 1;
        at = next;
    }
    for (; at < text + to; at++)
        place.column += !is_continuation(*at);
    return place;
}

bool places_make(struct places *places, const char *text, size_t length)
{
    struct place_marks *marks = malloc(sizeof *marks
        + (length / STRIDE + 1) * sizeof *marks->at);

    if (!marks)
        return false;
    marks->known = 1;
    marks->at[0] = (struct place){ 1, 1 };
    *places = (struct places){ text, length, marks };
    return true;
}

/* The mark with a number, and all before it, noted by now. */
static struct place mark_at(const struct places *places, size_t number)
{
    struct place_marks *marks = places->marks;

    for (size_t k = marks->known; k <= number; k++)
        marks->at[k] = go_on(marks->at[k - 1], places->text, places->length,
            (k - 1) * STRIDE, k * STRIDE);
    if (marks->known <= number)
        marks->known = number + 1;
    return marks->at[number];
}

void places_free(struct places *places)
{
    free(places->marks);
    places->marks = NULL;
}

struct place places_find(const struct places *places, size_t offset)
{
    if (offset > places->length)
        offset = places->length;
    while (offset > 0 && offset < places->length
        && is_continuation(places->text[offset]))
        offset--;

    return go_on(mark_at(places, offset / STRIDE), places->text,
        places->length, offset - offset % STRIDE, offset);
}

static bool is_after(struct place a, struct place b)
{
    return a.line > b.line || (a.line == b.line && a.column > b.column);
}

/* The last mark that is not behind a place. */
static size_t find_mark(const struct places *places, struct place place)
{
    size_t low = 0, high = places->length / STRIDE;

    while (low < high) {
        size_t middle = low + (high - low + 1) / 2;
        if (is_after(mark_at(places, middle), place))
            high = middle - 1;
        else
            low = middle;
    }
    return low;
}

size_t places_offset(const struct places *places, struct place place)
{
    size_t mark = find_mark(places, place);
    const char *end = places->text + places->length, *next;
    const char *at = places->text + mark * STRIDE;
    const char *to = end - at > STRIDE ? at + STRIDE : end;
    struct place here = mark_at(places, mark);

    for (; here.line < place.line && (next = next_line(at, to, end)) != NULL;
        at = next)
        here = (struct place){ here.line + 1, 1 };
    for (; at < to && *at != '\n' && *at != '\r'; at++)
        if (!is_continuation(*at) && here.column++ >= place.column)
            break;
    return (size_t)(at - places->text);
}

struct place place_in_text(const char *text, size_t length, size_t offset)
{
    return go_on((struct place){ 1, 1 }, text, length, 0,
        offset < length ? offset : length);
}
