#include "1_read/place.h"

#include <stdlib.h>

#define STRIDE 256

static bool is_continuation(char byte)
{
    return ((unsigned char)byte & 0xC0) == 0x80;
}

static bool ends_line(const char *text, size_t length, size_t offset)
{
    return text[offset] == '\n' || (text[offset] == '\r'
        && (offset + 1 == length || text[offset + 1] != '\n'));
}

/* Where the byte at `to` stands, the one at `from` being at a place. */
static struct place go_on(struct place place, const char *text,
    size_t length, size_t from, size_t to)
{
    size_t line = from;         /* the last one begins here */

    for (size_t k = from; k < to; k++) {
        if (ends_line(text, length, k)) {
            place.line++;
            place.column = 1;
            line = k + 1;
        }
    }
    for (size_t k = line; k < to; k++)
        place.column += !is_continuation(text[k]);
    return place;
}

bool places_make(struct places *places, const char *text, size_t length)
{
    struct place place = { 1, 1 };
    struct place *marks = malloc((length / STRIDE + 1) * sizeof *marks);

    if (!marks)
        return false;
    marks[0] = place;
    for (size_t k = STRIDE; k <= length; k += STRIDE) {
        place = go_on(place, text, length, k - STRIDE, k);
        marks[k / STRIDE] = place;
    }
    *places = (struct places){ text, length, marks };
    return true;
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

    return go_on(places->marks[offset / STRIDE], places->text,
        places->length, offset - offset % STRIDE, offset);
}

struct place place_in_text(const char *text, size_t length, size_t offset)
{
    return go_on((struct place){ 1, 1 }, text, length, 0,
        offset < length ? offset : length);
}
