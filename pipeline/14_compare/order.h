#ifndef COMPARE_ORDER_H
#define COMPARE_ORDER_H

/*
 * Which entry of a list has become which of another, and where each stands
 * while the one list is made the other, a step at a time.
 *
 * Ownership: order_free() frees what order_find() has made.
 */

#include "0_base/align.h"
#include "14_compare/meanings.h"

#define ORDER_NONE ALIGN_NONE

enum order_kind { ORDER_REMOVED, ORDER_ADDED, ORDER_MOVED };

/* A step: every number is that of an entry, or where it stands in the list as
 * the steps before have made it. */
struct order_step {
    enum order_kind kind;
    size_t old, new;            /* ORDER_NONE where there is none */
    size_t from, to;
};

struct order {
    const cJSON **old, **new;   /* the entries */
    size_t old_count, new_count;
    size_t *partners;           /* of the old ones */
    size_t *formers;            /* of the new ones */
    struct order_step *steps;   /* those that are removed, the last first; then
                                   the others in the order of the new list */
    size_t step_count;
};

/* Entries of one key are the same; of the others those with one content, then
 * those that are alike.  False if memory runs out; order_free() in any case. */
bool order_find(struct order *order, const struct meanings *old,
    const cJSON *old_list, const struct meanings *new, const cJSON *new_list);
void order_free(struct order *order);

#endif
