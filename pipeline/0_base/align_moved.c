/* Pairs what stands in two sequences, but not in one order. */

#include "0_base/align.h"

#include <stdlib.h>

#include "0_base/id_map.h"

/* New elements without a partner, in a chain for each key. */
struct waiting {
    struct id_map keys;
    size_t *first, *next;
};

static bool *find_taken(const size_t *partners, size_t old_count,
    size_t new_count)
{
    bool *taken = calloc(new_count + 1, sizeof *taken);

    for (size_t k = 0; taken && k < old_count; k++)
        if (partners[k] != ALIGN_NONE)
            taken[partners[k]] = true;
    return taken;
}

static bool wait_for(struct waiting *waiting, const uint64_t *new,
    size_t new_count, const bool *taken)
{
    waiting->first = malloc((new_count + 1) * sizeof *waiting->first);
    waiting->next = malloc((new_count + 1) * sizeof *waiting->next);
    if (!waiting->first || !waiting->next)
        return false;
    for (size_t k = new_count; k-- > 0;) {
        uint32_t id, known = waiting->keys.count;
        if (taken[k])
            continue;
        if (!id_map_add(&waiting->keys, new[k], &id))
            return false;
        waiting->next[k] = id == known ? ALIGN_NONE : waiting->first[id];
        waiting->first[id] = k;
    }
    return true;
}

static void take(struct waiting *waiting, const uint64_t *old,
    size_t old_count, size_t *partners)
{
    uint32_t id;

    for (size_t k = 0; k < old_count; k++) {
        if (partners[k] != ALIGN_NONE
            || !id_map_find(&waiting->keys, old[k], &id)
            || waiting->first[id] == ALIGN_NONE)
            continue;
        partners[k] = waiting->first[id];
        waiting->first[id] = waiting->next[partners[k]];
    }
}

bool align_moved(const uint64_t *old, size_t old_count, const uint64_t *new,
    size_t new_count, size_t *partners)
{
    struct waiting waiting = { ID_MAP_EMPTY, NULL, NULL };
    bool *taken = find_taken(partners, old_count, new_count);
    bool good = taken && wait_for(&waiting, new, new_count, taken);

    if (good)
        take(&waiting, old, old_count, partners);
    id_map_free(&waiting.keys);
    free(waiting.first);
    free(waiting.next);
    free(taken);
    return good;
}
