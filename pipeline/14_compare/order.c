/* Pairs the entries of two lists: what is in order, what was moved, what was
 * edited. */

#include "14_compare/order.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/id_map.h"
#include "14_compare/similar_entries.h"
#include "14_compare/steps.h"

/* What a pairing works with: a key for each entry. */
struct pairing {
    const struct meanings *old_meanings, *new_meanings;
    struct order *order;
    uint64_t *old_keys, *new_keys;
};

static const cJSON **list_entries(const cJSON *list, size_t *count)
{
    const cJSON **entries, *entry;

    *count = (size_t)cJSON_GetArraySize(list);
    entries = malloc((*count + 1) * sizeof *entries);
    if (!entries)
        return NULL;
    size_t k = 0;
    cJSON_ArrayForEach(entry, list)
        entries[k++] = entry;
    return entries;
}

static uint64_t *list_keys(const struct meanings *meanings,
    const cJSON *const *entries, size_t count)
{
    uint64_t *keys = malloc((count + 1) * sizeof *keys);

    for (size_t k = 0; keys && k < count; k++) {
        const cJSON *naming = meanings_naming(meanings, entries[k]);
        keys[k] = id_map_chain(naming ? 1 : 2,
            meanings_digest(meanings, naming ? naming : entries[k]));
    }
    return keys;
}

static void note(struct order *order, size_t old, size_t new)
{
    order->partners[old] = new;
    order->formers[new] = old;
}

/* Room for the entries of a gap and for their numbers. */
struct gap_room {
    struct gap gap;
    size_t *old, *new, *partners;
};

static bool pair_gap(const struct pairing *pairing, struct gap_room *room)
{
    struct gap *gap = &room->gap;

    if (!gap->old_count || !gap->new_count)
        return true;
    if (!similar_pair(pairing->old_meanings, pairing->new_meanings, gap,
            room->partners))
        return false;
    for (size_t k = 0; k < gap->old_count; k++)
        if (room->partners[k] != SIZE_MAX)
            note(pairing->order, room->old[k], room->new[room->partners[k]]);
    return true;
}

static void fill_gap(const struct order *order, struct gap_room *room,
    const size_t old[2], const size_t new[2])
{
    struct gap *gap = &room->gap;

    gap->old_count = gap->new_count = 0;
    for (size_t k = old[0]; k < old[1]; k++) {
        if (order->partners[k] != ORDER_NONE)
            continue;
        room->old[gap->old_count] = k;
        gap->old[gap->old_count++] = order->old[k];
    }
    for (size_t k = new[0]; k < new[1]; k++) {
        if (order->formers[k] != ORDER_NONE)
            continue;
        room->new[gap->new_count] = k;
        gap->new[gap->new_count++] = order->new[k];
    }
}

/* What is left between entries that stay where they are: in_place has their
 * partners. */
static bool pair_edited(const struct pairing *pairing, const size_t *in_place,
    struct gap_room *room)
{
    struct order *order = pairing->order;
    size_t old_from = 0, new_from = 0;
    bool good = true;

    for (size_t k = 0; good && k <= order->old_count; k++) {
        bool is_end = k == order->old_count;
        if (!is_end && in_place[k] == ALIGN_NONE)
            continue;
        size_t new_to = is_end ? order->new_count : in_place[k];
        fill_gap(order, room, (size_t[]){ old_from, k },
            (size_t[]){ new_from, new_to });
        good = pair_gap(pairing, room);
        old_from = k + 1;
        new_from = new_to + 1;
    }
    return good;
}

static bool pair_gaps(const struct pairing *pairing, const size_t *in_place)
{
    size_t old = pairing->order->old_count, new = pairing->order->new_count;
    struct gap_room room = {
        .gap = { .old = malloc((old + 1) * sizeof *room.gap.old),
            .new = malloc((new + 1) * sizeof *room.gap.new) },
        .old = malloc((old + 1) * sizeof *room.old),
        .new = malloc((new + 1) * sizeof *room.new),
        .partners = malloc((old + 1) * sizeof *room.partners) };
    bool good = room.gap.old && room.gap.new && room.old && room.new
        && room.partners && pair_edited(pairing, in_place, &room);

    free(room.gap.old);
    free(room.gap.new);
    free(room.old);
    free(room.new);
    free(room.partners);
    return good;
}

/* Partners by the keys: those that stay in order, then those that were moved.
 * in_place gets the first of them alone. */
static bool pair_keys(const struct pairing *pairing, size_t *in_place)
{
    struct order *order = pairing->order;
    size_t old_count = order->old_count, new_count = order->new_count;

    if (!align(pairing->old_keys, old_count, pairing->new_keys, new_count,
            in_place))
        return false;
    memcpy(order->partners, in_place, old_count * sizeof *in_place);
    if (!align_moved(pairing->old_keys, old_count, pairing->new_keys,
            new_count, order->partners))
        return false;
    for (size_t k = 0; k < old_count; k++)
        if (order->partners[k] != ORDER_NONE)
            order->formers[order->partners[k]] = k;
    return true;
}

static bool pair_all(const struct pairing *pairing)
{
    struct order *order = pairing->order;
    size_t *in_place = malloc((order->old_count + 1) * sizeof *in_place);
    bool good = in_place && pair_keys(pairing, in_place)
        && pair_gaps(pairing, in_place) && steps_find(order);

    free(in_place);
    return good;
}

static size_t *new_numbers(size_t count)
{
    size_t *numbers = malloc((count + 1) * sizeof *numbers);

    for (size_t k = 0; numbers && k < count; k++)
        numbers[k] = ORDER_NONE;
    return numbers;
}

bool order_find(struct order *order, const struct meanings *old,
    const cJSON *old_list, const struct meanings *new, const cJSON *new_list)
{
    struct pairing pairing = { old, new, order, NULL, NULL };

    *order = (struct order){ .old = NULL };
    order->old = list_entries(old_list, &order->old_count);
    order->new = list_entries(new_list, &order->new_count);
    order->partners = new_numbers(order->old_count);
    order->formers = new_numbers(order->new_count);
    if (!order->old || !order->new || !order->partners || !order->formers)
        return false;
    pairing.old_keys = list_keys(old, order->old, order->old_count);
    pairing.new_keys = list_keys(new, order->new, order->new_count);
    bool good = pairing.old_keys && pairing.new_keys && pair_all(&pairing);
    free(pairing.old_keys);
    free(pairing.new_keys);
    return good;
}

void order_free(struct order *order)
{
    free(order->old);
    free(order->new);
    free(order->partners);
    free(order->formers);
    free(order->steps);
}
