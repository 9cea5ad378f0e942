/* How far two names are apart, by the table of edits between them, which is
 * made only where their lengths and characters allow it to be near enough. */

#include "0_base/nearest.h"

#include <stdbool.h>
#include <string.h>

/* Small letters and large ones are the same. */
static void decode(const char *text, size_t length,
    struct nearest_points *points)
{
    uint32_t *list = points->list;

    points->count = 0;
    points->marks = 0;
    for (size_t k = 0; k < length; k++) {
        unsigned char byte = (unsigned char)text[k];
        if ((byte & 0xC0) == 0x80 && points->count)     /* continues one */
            list[points->count - 1] = list[points->count - 1] << 6
                | (byte & 0x3F);
        else if (points->count < NEAREST_POINTS)
            list[points->count++] = byte >= 'A' && byte <= 'Z' ? byte | 0x20
                : byte;
        else
            break;
    }
    for (size_t k = 0; k < points->count; k++)
        points->marks |= UINT64_C(1) << (list[k] & 63);
}

static size_t smallest(size_t a, size_t b, size_t c)
{
    size_t least = a < b ? a : b;

    return least < c ? least : c;
}

/* Optimal string alignment: Levenshtein with swaps of neighbours. */
static size_t measure(const uint32_t *a, size_t a_count, const uint32_t *b,
    size_t b_count)
{
    size_t rows[3][NEAREST_POINTS + 1];
    size_t *before = rows[0], *above = rows[1], *row = rows[2];

    for (size_t k = 0; k <= b_count; k++)
        above[k] = k;
    for (size_t i = 1; i <= a_count; i++) {
        row[0] = i;
        for (size_t k = 1; k <= b_count; k++) {
            row[k] = smallest(above[k] + 1, row[k - 1] + 1,
                above[k - 1] + (a[i - 1] != b[k - 1]));
            if (i > 1 && k > 1 && a[i - 1] == b[k - 2]
                && a[i - 2] == b[k - 1] && before[k - 2] + 1 < row[k])
                row[k] = before[k - 2] + 1;
        }
        size_t *oldest = before;
        before = above;
        above = row;
        row = oldest;
    }
    return above[b_count];
}

/* Whether there are more marks than so many. */
static bool are_more(uint64_t marks, size_t most)
{
    for (; marks && most > 0; most--)
        marks &= marks - 1;
    return marks != 0;
}

/* Whether more than so many edits are needed at the least: each of them makes
 * a name one longer or shorter, or removes or adds one code point. */
static bool is_farther(const struct nearest_points *a,
    const struct nearest_points *b, size_t most)
{
    size_t apart = a->count > b->count ? a->count - b->count
        : b->count - a->count;

    return apart > most || are_more(a->marks & ~b->marks, most)
        || are_more(b->marks & ~a->marks, most);
}

struct nearest nearest_to(const char *word, size_t length)
{
    struct nearest nearest = { .distance = SIZE_MAX };

    decode(word, length, &nearest.word);
    return nearest;
}

void nearest_try(struct nearest *nearest, const char *name)
{
    const struct nearest_points *word = &nearest->word;
    struct nearest_points other;

    if (nearest->distance == 0)
        return;
    decode(name, strlen(name), &other);
    size_t longer = word->count > other.count ? word->count : other.count;
    size_t limit = longer / 3 > 0 ? longer / 3 : 1;
    if (limit >= nearest->distance)
        limit = nearest->distance - 1;
    if (is_farther(word, &other, limit))
        return;
    size_t distance = measure(word->list, word->count, other.list,
        other.count);
    if (distance <= limit) {
        nearest->distance = distance;
        nearest->name = name;
    }
}
