/* Groups sketches by the classes that they have alike. */

#include "15_summary/alike.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/id_map.h"

/* Of two that are alike in four classes of five, 99 of 100 pairs agree in all
 * classes of one band at least. */
#define BAND 4

struct candidate {
    uint64_t key;               /* of the classes of a band */
    size_t number;
};

static int compare(const void *left, const void *right)
{
    const struct candidate *a = left;
    const struct candidate *b = right;

    if (a->key != b->key)
        return a->key < b->key ? -1 : 1;
    return (a->number > b->number) - (a->number < b->number);
}

/* False where the sketch has nothing in the band. */
static bool key_of(const struct sketch *sketch, int band, uint64_t *key)
{
    bool any = false;

    *key = 0;
    for (int k = band * BAND; k < (band + 1) * BAND; k++) {
        *key = id_map_chain(*key, sketch->least[k]);
        any = any || sketch->least[k] != SKETCH_NONE;
    }
    return any;
}

/* The first of a group; the way to it becomes shorter for those who ask
 * again. */
static size_t find_first(size_t *groups, size_t k)
{
    while (groups[k] != k) {
        groups[k] = groups[groups[k]];
        k = groups[k];
    }
    return k;
}

static void join(size_t *groups, size_t left, size_t right)
{
    size_t a = find_first(groups, left), b = find_first(groups, right);

    if (a < b)
        groups[b] = a;
    else
        groups[a] = b;
}

static void join_run(const struct sketch *const *sketches, unsigned share,
    const struct candidate *run, size_t count, size_t *groups)
{
    for (size_t k = 1; k < count; k++) {
        size_t own = run[k].number;
        const size_t others[] = { run[0].number, run[k - 1].number };
        for (size_t n = 0; n < sizeof others / sizeof *others; n++)
            if (sketch_alike(sketches[own], sketches[others[n]]) >= share)
                join(groups, own, others[n]);
    }
}

static void join_band(const struct sketch *const *sketches, size_t count,
    unsigned share, int band, struct candidate *room, size_t *groups)
{
    size_t found = 0, end;

    for (size_t k = 0; k < count; k++)
        if (key_of(sketches[k], band, &room[found].key))
            room[found++].number = k;
    if (found)
        qsort(room, found, sizeof *room, compare);
    for (size_t k = 0; k < found; k = end) {
        for (end = k + 1; end < found && room[end].key == room[k].key;)
            end++;
        join_run(sketches, share, room + k, end - k, groups);
    }
}

bool alike_group(const struct sketch *const *sketches, size_t count,
    unsigned share, size_t *groups)
{
    struct candidate *room = malloc((count + 1) * sizeof *room);

    if (!room)
        return false;
    for (size_t k = 0; k < count; k++)
        groups[k] = k;
    for (int band = 0; band < SKETCH_CLASSES / BAND; band++)
        join_band(sketches, count, share, band, room, groups);
    for (size_t k = 0; k < count; k++)
        groups[k] = find_first(groups, k);
    free(room);
    return true;
}
