/* What a schema says of the members and entries that nothing else names. */

#include "2_schema/check/check.h"

bool check_rest(struct pass *run, const struct frame *frame,
    const struct schema_node *node, const cJSON *child, size_t named)
{
    enum fault_kind kind = cJSON_IsObject(frame->value) ? FAULT_UNKNOWN
        : FAULT_EXTRA_ITEM;

    if (!node->never)
        return run_child(run, frame, node, child);
    run_child_fault(run, frame, kind, NULL, child)->detail = named;
    return false;
}

bool check_unevaluated(struct pass *run, const struct frame *frame,
    const struct schema_node *node)
{
    const bool *seen = frame->seen->flags;
    size_t named = 0, k = 0;
    bool good = true;

    while (named < frame->seen->count && seen[named])
        named++;
    for (const cJSON *child = frame->value->child; child;
        child = child->next, k++)
        if (!seen[k])
            good &= check_rest(run, frame, node, child, named);
    seen_all(frame->seen);
    return good;
}
