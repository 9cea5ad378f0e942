#include "1_read/place.h"

#include <stdlib.h>

#define STRIDE 256

static bool is_continuation(char byte)
{
    return ((unsigned char)byte & 0xC0) == 0x80;
}

/* Where the byte after the one at offset stands. */
static struct place step(struct place place, const char *text, size_t length,
    size_t offset)
{
    char byte = text[offset];
    bool ends_line = byte == '\n' || (byte == '\r'
        && (offset + 1 == length || text[offset + 1] != '\n'));

    if (ends_line) {
        place.line++;
        place.column = 1;
    } else if (!is_continuation(byte)) {
        place.column++;
    }
    return place;
}

bool places_make(struct places *places, const char *text, size_t length)
{
    struct place place = { 1, 1 };
    struct place *marks = malloc((length / STRIDE + 1) * sizeof *marks);

    if (!marks)
        return false;
    for (size_t k = 0; k < length; k++) {
        if (k % STRIDE == 0)
            marks[k / STRIDE] = place;
        place = step(place, text, length, k);
    }
    if (length % STRIDE == 0)
        marks[length / STRIDE] = place;
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

    struct place place = places->marks[offset / STRIDE];
    for (size_t k = offset - offset % STRIDE; k < offset; k++)
        place = step(place, places->text, places->length, k);
    return place;
}

struct place place_in_text(const char *text, size_t length, size_t offset)
{
    struct place place = { 1, 1 };

    for (size_t k = 0; k < offset && k < length; k++)
        place = step(place, text, length, k);
    return place;
}
