/* How far two names are apart, by the table of edits between them. */

#include "0_base/nearest.h"

#include <stdint.h>
#include <string.h>

/* Longer names are compared by their first code points alone. */
#define POINTS_MAX 64

/* Small letters and large ones are the same. */
static size_t decode(const char *text, size_t length,
    uint32_t points[POINTS_MAX])
{
    size_t count = 0;

    for (size_t k = 0; k < length; k++) {
        unsigned char byte = (unsigned char)text[k];
        if ((byte & 0xC0) == 0x80 && count)     /* continues a character */
            points[count - 1] = points[count - 1] << 6 | (byte & 0x3F);
        else if (count < POINTS_MAX)
            points[count++] = byte >= 'A' && byte <= 'Z' ? byte | 0x20 : byte;
        else
            break;
    }
    return count;
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
    size_t rows[3][POINTS_MAX + 1];
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

struct nearest nearest_to(const char *word, size_t length)
{
    return (struct nearest){ word, length, NULL, SIZE_MAX };
}

void nearest_try(struct nearest *nearest, const char *name)
{
    uint32_t word[POINTS_MAX], other[POINTS_MAX];
    size_t count = decode(nearest->word, nearest->length, word);
    size_t other_count = decode(name, strlen(name), other);
    size_t longer = count > other_count ? count : other_count;
    size_t distance = measure(word, count, other, other_count);
    size_t limit = longer / 3 > 0 ? longer / 3 : 1;

    if (distance <= limit && distance < nearest->distance) {
        nearest->distance = distance;
        nearest->name = name;
    }
}
