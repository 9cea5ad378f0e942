/* The steps from one list to another: which entries stay, and the places of
 * the others while they come, go and move. */

#include "14_compare/steps.h"

#include <stdlib.h>

/* --- which stay ---------------------------------------------------------- */

/* The longest chain of entries whose partners grow. */
struct chain {
    size_t *ends;               /* entries that end the chain of each length */
    size_t *former;             /* of each entry, the one before it */
    size_t length;
};

static void chain_entry(struct chain *chain, const size_t *partners, size_t k)
{
    size_t low = 0, high = chain->length;

    while (low < high) {
        size_t middle = (low + high) / 2;
        if (partners[chain->ends[middle]] < partners[k])
            low = middle + 1;
        else
            high = middle;
    }
    chain->former[k] = low ? chain->ends[low - 1] : ORDER_NONE;
    chain->ends[low] = k;
    chain->length += low == chain->length;
}

/* Sets stays[k] for the old entries that stay; false if memory runs out. */
static bool find_staying(const struct order *order, bool *stays)
{
    size_t room = order->old_count + 1;
    struct chain chain = { malloc(room * sizeof *chain.ends),
        malloc(room * sizeof *chain.former), 0 };
    bool good = chain.ends && chain.former;

    for (size_t k = 0; good && k < order->old_count; k++)
        if (order->partners[k] != ORDER_NONE)
            chain_entry(&chain, order->partners, k);
    for (size_t k = good && chain.length ? chain.ends[chain.length - 1]
        : ORDER_NONE; k != ORDER_NONE; k = chain.former[k])
        stays[k] = true;
    free(chain.ends);
    free(chain.former);
    return good;
}

/* --- where entries stand ------------------------------------------------- */

/* Slots in a row, some of them taken: a tree of sums (Fenwick 1994). */
struct slots {
    size_t *sums;
    size_t count;
};

static void slot_add(struct slots *slots, size_t slot, size_t change)
{
    for (size_t k = slot + 1; k <= slots->count; k += k & -k)
        slots->sums[k] += change;
}

/* How many in front of it are taken. */
static size_t slots_before(const struct slots *slots, size_t slot)
{
    size_t sum = 0;

    for (size_t k = slot; k > 0; k -= k & -k)
        sum += slots->sums[k];
    return sum;
}

/* A slot for each entry that stands somewhere at some time: those of the new
 * list in its order, and before each that stays what stood before it. */
struct seats {
    struct slots slots;
    bool *stays;
    size_t *old, *new;          /* the slots of entries */
};

static size_t seat_old(const struct order *order, struct seats *seats,
    size_t from, size_t to)
{
    for (; from < to; from++)
        if (order->partners[from] != ORDER_NONE)
            seats->old[from] = seats->slots.count++;
    return to;
}

static void seat_all(const struct order *order, struct seats *seats)
{
    size_t next = 0;

    for (size_t k = 0; k < order->new_count; k++) {
        size_t old = order->formers[k];
        if (old != ORDER_NONE && seats->stays[old])
            next = seat_old(order, seats, next, old + 1);
        else
            seats->new[k] = seats->slots.count++;
    }
    seat_old(order, seats, next, order->old_count);
    for (size_t k = 0; k < order->old_count; k++)
        if (order->partners[k] != ORDER_NONE)
            slot_add(&seats->slots, seats->old[k], 1);
}

static void seats_free(struct seats *seats)
{
    free(seats->slots.sums);
    free(seats->stays);
    free(seats->old);
    free(seats->new);
}

static bool seats_make(const struct order *order, struct seats *seats)
{
    size_t old = order->old_count + 1, new = order->new_count + 1;

    *seats = (struct seats){
        .slots.sums = calloc(old + new, sizeof *seats->slots.sums),
        .stays = calloc(old, sizeof *seats->stays),
        .old = calloc(old, sizeof *seats->old),
        .new = calloc(new, sizeof *seats->new) };
    if (!seats->slots.sums || !seats->stays || !seats->old || !seats->new
        || !find_staying(order, seats->stays)) {
        seats_free(seats);
        return false;
    }
    seat_all(order, seats);
    return true;
}

/* --- the steps ----------------------------------------------------------- */

static void take_step(struct order *order, enum order_kind kind, size_t old,
    size_t new, const size_t place[2])
{
    order->steps[order->step_count++] = (struct order_step){ kind, old, new,
        place[0], place[1] };
}

static void remove_old(struct order *order)
{
    for (size_t k = order->old_count; k-- > 0;)
        if (order->partners[k] == ORDER_NONE)
            take_step(order, ORDER_REMOVED, k, ORDER_NONE,
                (size_t[]){ k, ORDER_NONE });
}

static void place_new(struct order *order, struct seats *seats)
{
    for (size_t k = 0; k < order->new_count; k++) {
        size_t old = order->formers[k], from = ORDER_NONE;
        if (old != ORDER_NONE && seats->stays[old])
            continue;
        if (old != ORDER_NONE) {
            from = slots_before(&seats->slots, seats->old[old]);
            slot_add(&seats->slots, seats->old[old], (size_t)-1);
        }
        take_step(order, old == ORDER_NONE ? ORDER_ADDED : ORDER_MOVED, old,
            k, (size_t[]){ from,
                slots_before(&seats->slots, seats->new[k]) });
        slot_add(&seats->slots, seats->new[k], 1);
    }
}

bool steps_find(struct order *order)
{
    struct seats seats;

    order->steps = calloc(order->old_count + order->new_count + 1,
        sizeof *order->steps);
    if (!order->steps || !seats_make(order, &seats))
        return false;
    remove_old(order);
    place_new(order, &seats);
    seats_free(&seats);
    return true;
}
