/* The faults met so far, and what has been seen of a value. */

#include "2_schema/check/check.h"

#include <stdlib.h>

#include "0_base/list.h"

static struct fault *keep_fault(struct pass *run, struct fault fault)
{
    if (run->quiet || run->failed || run->fault_count == FAULTS_MAX)
        return &run->ignored;
    struct fault *faults = list_room(run->faults, run->fault_count,
        &run->fault_room, sizeof *faults);
    if (!faults) {
        run->failed = true;
        return &run->ignored;
    }
    run->faults = faults;
    faults[run->fault_count] = fault;
    return &faults[run->fault_count++];
}

struct fault *run_child_fault(struct pass *run, const struct frame *frame,
    enum fault_kind kind, const struct check *check, const cJSON *child)
{
    return keep_fault(run, (struct fault){ .kind = kind, .value = child,
        .node = frame->node, .check = check, .other = frame->value,
        .level = frame->level + 1 });
}

struct fault *run_fault(struct pass *run, const struct frame *frame,
    enum fault_kind kind, const struct check *check)
{
    const cJSON *name_of = run->name_of;

    /* A name is checked as a string that stands nowhere itself. */
    return keep_fault(run, (struct fault){
        .kind = name_of ? FAULT_NAME : kind,
        .value = name_of ? name_of : frame->value,
        .node = frame->node, .check = check, .level = frame->level });
}

bool run_at_least(struct pass *run, const struct frame *frame,
    enum fault_kind kind, const struct check *check)
{
    size_t count = (size_t)cJSON_GetArraySize(frame->value);

    if (count >= check->size)
        return true;
    run_fault(run, frame, kind, check)->detail = count;
    return false;
}

bool run_at_most(struct pass *run, const struct frame *frame,
    enum fault_kind kind, const struct check *check)
{
    size_t count = (size_t)cJSON_GetArraySize(frame->value);

    if (count <= check->size)
        return true;
    run_fault(run, frame, kind, check)->detail = count;
    return false;
}

bool seen_begin(struct pass *run, struct seen *seen, const cJSON *value)
{
    size_t count = 0;

    for (const cJSON *child = value->child; child; child = child->next)
        count++;
    seen->count = count;
    seen->flags = calloc(count + 1, sizeof *seen->flags);
    if (!seen->flags)
        run->failed = true;
    return seen->flags;
}

void seen_merge(struct seen *into, const struct seen *from)
{
    for (size_t k = 0; into && k < from->count; k++)
        into->flags[k] = into->flags[k] || from->flags[k];
}

void seen_all(struct seen *seen)
{
    for (size_t k = 0; seen && k < seen->count; k++)
        seen->flags[k] = true;
}

const char *run_string(const struct pass *run, const cJSON *value,
    size_t *length)
{
    return run->name_of ? json_name(run->json, run->name_of, length)
        : json_string(run->json, value, length);
}
