/* What objects may hold. */

#include <string.h>

#include "2_schema/check/check.h"

bool check_dependents(struct pass *run, const struct frame *frame,
    const struct check *check)
{
    bool good = true;

    if (!cJSON_IsObject(frame->value))
        return true;
    for (size_t k = 0; k < check->dependents.count; k++) {
        const struct dependent *dependent = &check->dependents.list[k];
        const cJSON *member = cJSON_GetObjectItemCaseSensitive(
            frame->value, dependent->name);
        if (!member)
            continue;
        if (dependent->node)
            good &= run_here(run, frame, dependent->node, frame->seen);
        for (const cJSON *name = dependent->required
            ? dependent->required->child : NULL; name; name = name->next) {
            if (cJSON_GetObjectItemCaseSensitive(frame->value,
                name->valuestring))
                continue;
            struct fault *fault = run_fault(run, frame, FAULT_DEPENDENT,
                check);
            fault->name = name->valuestring;
            fault->other = member;
            good = false;
        }
    }
    return good;
}

bool check_required(struct pass *run, const struct frame *frame,
    const struct check *check)
{
    bool good = true;

    if (!cJSON_IsObject(frame->value))
        return true;
    for (const cJSON *name = check->json->child; name; name = name->next) {
        if (cJSON_GetObjectItemCaseSensitive(frame->value,
            name->valuestring))
            continue;
        run_fault(run, frame, FAULT_REQUIRED, check)->name
            = name->valuestring;
        good = false;
    }
    return good;
}

bool check_min_properties(struct pass *run, const struct frame *frame,
    const struct check *check)
{
    return !cJSON_IsObject(frame->value)
        || run_at_least(run, frame, FAULT_MIN_MEMBERS, check);
}

bool check_max_properties(struct pass *run, const struct frame *frame,
    const struct check *check)
{
    return !cJSON_IsObject(frame->value)
        || run_at_most(run, frame, FAULT_MAX_MEMBERS, check);
}

static bool check_name(struct pass *run, const struct frame *frame,
    const cJSON *child)
{
    const cJSON name = { .type = cJSON_String, .valuestring = child->string };
    const cJSON *outer = run->name_of;

    run->name_of = child;
    bool good = run_child(run, frame, frame->node->names, &name);
    run->name_of = outer;
    return good;
}

/* The member of `properties` that a child is.  One whose name goes on behind
 * a \u0000 is none, though cJSON's strings end there. */
static const struct schema_member *find_own(const struct pass *run,
    const struct schema_node *node, const cJSON *child)
{
    const struct schema_member *member = find_member(node->own_by_name,
        node->own_count, child->string);
    size_t length;

    if (!member)
        return NULL;
    json_name(run->json, child, &length);
    return length == strlen(child->string) ? member : NULL;
}

/* Checks a child by what names it; *named says whether anything does. */
static bool check_named(struct pass *run, const struct frame *frame,
    const cJSON *child, bool *named)
{
    const struct schema_node *node = frame->node;
    const struct schema_member *member = find_own(run, node, child);
    bool good = true;

    *named = member;
    if (member)
        good = run_child(run, frame, member->node, child);
    for (size_t k = 0; k < node->pattern_count; k++) {
        if (!regex_matches(node->patterns[k].regex, child->string,
            strlen(child->string), &run->failed))
            continue;
        *named = true;
        good &= run_child(run, frame, node->patterns[k].node, child);
    }
    return good;
}

bool check_members(struct pass *run, const struct frame *frame)
{
    const struct schema_node *node = frame->node;
    bool good = true;
    size_t k = 0;

    if (!node->own_count && !node->pattern_count && !node->additional
        && !node->names)
        return true;
    for (const cJSON *child = frame->value->child; child;
        child = child->next, k++) {
        bool named;
        if (node->names)
            good &= check_name(run, frame, child);
        good &= check_named(run, frame, child, &named);
        if (!named && node->additional) {
            named = true;
            good &= check_rest(run, frame, node->additional, child, 0);
        }
        if (named && frame->seen)
            frame->seen->flags[k] = true;
        if (!good && run->quiet)
            return false;
    }
    return good;
}
