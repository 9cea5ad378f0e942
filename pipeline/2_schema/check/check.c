/* A value against a node: everything that the node says, and its $ref. */

#include "2_schema/check/check.h"

#include <stdlib.h>
#include <string.h>

/* Schemas inside schemas at one value and those around it.  A document of
 * JSON_DEPTH_LIMIT levels has room for five a level. */
#define DEPTH_LIMIT (JSON_DEPTH_LIMIT * 5)

/* core, 8.2.3.2: the outermost resource in scope with such an anchor. */
static const struct schema_node *resolve_dynamic(const struct frame *frame)
{
    const struct schema_node *node = frame->node->dynamic_ref;
    const char *name = frame->node->dynamic_name;
    const struct schema_resource *last = NULL;

    for (const struct frame *scope = frame; name && scope;
        scope = scope->up) {
        if (scope->node->resource == last)
            continue;
        last = scope->node->resource;
        for (const struct anchor *anchor = last->anchors; anchor;
            anchor = anchor->next)
            if (anchor->dynamic && strcmp(anchor->name, name) == 0)
                node = anchor->node;
    }
    return node;
}

/* Whether a node is being checked at the frame's value already. */
static bool is_circle(const struct frame *frame,
    const struct schema_node *node)
{
    for (const struct frame *at = frame; at && at->value == frame->value;
        at = at->up)
        if (at->node == node)
            return true;
    return false;
}

static bool check_reference(struct pass *run, const struct frame *frame,
    const struct schema_node *target)
{
    if (!target)
        return true;
    if (is_circle(frame, target)) {
        run_fault(run, frame, FAULT_CIRCLE, NULL);
        return false;
    }
    return run_here(run, frame, target, frame->seen);
}

/* Whether the node is looked at because the one around it refers to it; the
 * outer one's x-type and x-unit then count. */
static bool is_referred_to(const struct frame *frame)
{
    return frame->up && frame->up->value == frame->value
        && node_has_part(frame->up->node, frame->node);
}

/* x-unit-from: the unit stands in a member beside the value. */
static const struct type_rule *find_type_rule(const struct frame *frame)
{
    const struct type_rule *rule = frame->walked->type_rule;
    const char *unit_from = schema_text(frame->walked, SCHEMA_UNIT_FROM);
    const struct frame *around = frame;

    if (!rule || !unit_from)
        return rule;
    while (around && around->value == frame->value)
        around = around->up;
    const char *unit = around ? cJSON_GetStringValue(
        cJSON_GetObjectItemCaseSensitive(around->value, unit_from)) : NULL;
    return unit ? type_rule_find(value_type_of_unit(unit), unit) : rule;
}

static bool check_value_type(struct pass *run, const struct frame *frame)
{
    size_t offset;

    if (run->name_of || is_referred_to(frame) || frame->value->child)
        return true;
    const struct type_rule *rule = find_type_rule(frame);
    if (!rule || cJSON_IsObject(frame->value) || cJSON_IsArray(frame->value))
        return true;
    enum type_fault type_fault = type_rule_check(rule, run->json,
        frame->value, &offset);
    if (type_fault == TYPE_FAULT_NONE)
        return true;
    struct fault *fault = run_fault(run, frame, FAULT_VALUE_TYPE, NULL);
    fault->type_rule = rule;
    fault->type_fault = type_fault;
    fault->detail = offset;
    return false;
}

/* The combined keywords of objects and arrays. */
static bool check_inside(struct pass *run, const struct frame *frame)
{
    if (cJSON_IsObject(frame->value))
        return check_members(run, frame);
    if (cJSON_IsArray(frame->value))
        return check_items(run, frame);
    return true;
}

static bool check_unseen(struct pass *run, const struct frame *frame)
{
    const struct schema_node *node = cJSON_IsObject(frame->value)
        ? frame->node->unevaluated_members
        : cJSON_IsArray(frame->value) ? frame->node->unevaluated_items : NULL;

    return !node || check_unevaluated(run, frame, node);
}

/* Keywords without a function work through fields of the node. */
static bool check_keyword(struct pass *run, const struct frame *frame,
    const struct check *check)
{
    static bool (*const functions[])(struct pass *, const struct frame *,
        const struct check *) = {
#define K(id, name, vocabulary, shape, compile, function) \
        [KEYWORD_##id] = function,
#include "2_schema/keywords.def"
#undef K
    };

    return !functions[check->keyword->id]
        || functions[check->keyword->id](run, frame, check);
}

/* Everything a node says.  When faults are not kept, the first one ends it;
 * otherwise all of it is gone through for the sake of all faults. */
static bool check_node(struct pass *run, const struct frame *frame)
{
    const struct schema_node *node = frame->node;
    bool good = true;

    if (node->ref)
        good = check_reference(run, frame, node->ref);
    if (node->dynamic_ref && (good || !run->quiet))
        good &= check_reference(run, frame, resolve_dynamic(frame));
    for (size_t k = 0; k < node->check_count && (good || !run->quiet); k++)
        good &= check_keyword(run, frame, &node->checks[k]);
    if (run->schema->assert_types && node->type_rule
        && (good || !run->quiet))
        good &= check_value_type(run, frame);
    if (good || !run->quiet)
        good &= check_inside(run, frame);
    if (good || !run->quiet)
        good &= check_unseen(run, frame);
    return good;
}

/* The same where the node asks what has been seen of its value: what its
 * own keywords have, and, for those around it, that and what it saw. */
static bool check_node_seeing(struct pass *run, const struct frame *frame)
{
    struct frame seeing = *frame;
    struct seen own;

    if (!seen_begin(run, &own, frame->value))
        return false;
    seeing.seen = &own;
    bool good = check_node(run, &seeing);
    if (frame->seen)
        seen_merge(frame->seen, &own);
    free(own.flags);
    return good;
}

/* The first node that the value was checked against. */
static const struct frame *find_outermost(const struct frame *frame)
{
    while (frame->up && frame->up->value == frame->value)
        frame = frame->up;
    return frame;
}

bool run_frame(struct pass *run, struct frame *frame)
{
    const struct schema_node *node = frame->node;
    bool good;

    if (run->failed || run->endless)
        return false;
    if (run->steps++ == run->steps_max) {
        run->endless = find_outermost(frame)->node;
        return false;
    }
    if (node->never) {
        run_fault(run, frame, FAULT_FORBIDDEN, NULL);
        return false;
    }
    if (run->depth == DEPTH_LIMIT) {
        run_fault(run, frame, FAULT_DEPTH, NULL);
        return false;
    }
    run->depth++;
    if (node->unevaluated_members || node->unevaluated_items)
        good = check_node_seeing(run, frame);
    else
        good = check_node(run, frame);
    run->depth--;
    return good;
}

bool run_here(struct pass *run, const struct frame *frame,
    const struct schema_node *node, struct seen *seen)
{
    struct frame inner = { .node = node, .value = frame->value,
        .up = frame, .seen = seen, .level = frame->level,
        .walked = node_has_part(frame->walked, node)
            ? frame->walked : node };

    return run_frame(run, &inner);
}

/* The node as which a child is walked, together with what others that refer
 * to the schema around it say of it. */
static const struct schema_node *find_walked(const struct frame *frame,
    const struct schema_node *node, const cJSON *child)
{
    const struct schema_node *around = frame->walked, *walked;

    if (around->parts.count < 2)
        return node;
    walked = child->string ? schema_member(around, child->string)
        : schema_items(around);
    for (size_t k = 0; !child->string && k < around->entries.count
        && !(walked && node_has_part(walked, node)); k++)
        walked = around->entries.nodes[k];
    return walked && node_has_part(walked, node) ? walked : node;
}

bool run_child(struct pass *run, const struct frame *frame,
    const struct schema_node *node, const cJSON *child)
{
    struct frame inner = { .node = node, .value = child, .up = frame,
        .level = frame->level + 1,
        .walked = run->name_of ? node : find_walked(frame, node, child) };

    return run_frame(run, &inner);
}
