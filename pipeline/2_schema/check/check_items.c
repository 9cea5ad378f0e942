/* What arrays may hold. */

#include <stdlib.h>

#include "2_schema/check/check.h"
#include "2_schema/values/equal.h"

bool check_contains(struct pass *run, const struct frame *frame,
    const struct check *check)
{
    const struct schema_node *node = frame->node;
    size_t count = 0;
    size_t k = 0;

    if (!cJSON_IsArray(frame->value))
        return true;
    run->quiet++;
    for (const cJSON *child = frame->value->child; child;
        child = child->next, k++) {
        if (!run_child(run, frame, node->contains, child))
            continue;
        count++;
        if (frame->seen)
            frame->seen->flags[k] = true;
    }
    run->quiet--;
    if (count >= node->contains_least && count <= node->contains_most)
        return true;
    run_fault(run, frame, count < node->contains_least
        ? FAULT_MIN_CONTAINS : FAULT_MAX_CONTAINS, check)->detail = count;
    return false;
}

bool check_min_items(struct pass *run, const struct frame *frame,
    const struct check *check)
{
    return !cJSON_IsArray(frame->value)
        || run_at_least(run, frame, FAULT_MIN_ITEMS, check);
}

bool check_max_items(struct pass *run, const struct frame *frame,
    const struct check *check)
{
    return !cJSON_IsArray(frame->value)
        || run_at_most(run, frame, FAULT_MAX_ITEMS, check);
}

struct hashed {
    const cJSON *item;
    uint64_t hash;
};

static int compare_hashed(const void *left, const void *right)
{
    const struct hashed *a = left;
    const struct hashed *b = right;

    if (a->hash != b->hash)
        return a->hash < b->hash ? -1 : 1;
    return (a->item->valueint > b->item->valueint)
        - (a->item->valueint < b->item->valueint);
}

/* Adds a fault for each entry that an earlier one equals. */
static bool check_hashed(struct pass *run, const struct frame *frame,
    const struct check *check, const struct hashed *list, size_t count)
{
    bool good = true;

    for (size_t k = 1; k < count; k++) {
        for (size_t before = k; before > 0
            && list[before - 1].hash == list[k].hash; before--) {
            if (!json_equals(run->json, list[before - 1].item, run->json,
                list[k].item))
                continue;
            run_child_fault(run, frame, FAULT_UNIQUE, check,
                list[k].item)->other = list[before - 1].item;
            good = false;
            break;
        }
    }
    return good;
}

bool check_unique_items(struct pass *run, const struct frame *frame,
    const struct check *check)
{
    size_t count = 0;

    if (!cJSON_IsArray(frame->value) || !cJSON_IsTrue(check->json))
        return true;
    for (const cJSON *item = frame->value->child; item; item = item->next)
        count++;
    if (count < 2)
        return true;
    struct hashed *list = malloc(count * sizeof *list);
    if (!list) {
        run->failed = true;
        return false;
    }
    count = 0;
    for (const cJSON *item = frame->value->child; item; item = item->next)
        list[count++] = (struct hashed){ item,
            json_hash(run->json, item) };
    qsort(list, count, sizeof *list, compare_hashed);
    bool good = check_hashed(run, frame, check, list, count);
    free(list);
    return good;
}

bool check_items(struct pass *run, const struct frame *frame)
{
    const struct schema_node *node = frame->node;
    bool good = true;
    size_t k = 0;

    if (!node->prefix.count && !node->items)
        return true;
    for (const cJSON *child = frame->value->child; child;
        child = child->next, k++) {
        if (k < node->prefix.count) {
            good &= run_child(run, frame, node->prefix.nodes[k], child);
        } else if (!node->items) {
            break;
        } else {
            good &= check_rest(run, frame, node->items, child,
                node->prefix.count);
        }
        if (frame->seen)
            frame->seen->flags[k] = true;
        if (!good && run->quiet)
            return false;
    }
    return good;
}
