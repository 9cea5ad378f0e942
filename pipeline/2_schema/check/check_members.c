/* What objects may hold. */

#include <string.h>

#include "2_schema/check/check.h"
#include "2_schema/compile/compile.h"

#define WRONG_OBJECT "对象 { }", "an object { }"

bool compile_properties(struct compiler *compiler, struct schema_node *node,
    struct check *check)
{
    size_t count = (size_t)cJSON_GetArraySize(check->json);

    if (!cJSON_IsObject(check->json))
        return compiler_wrong(compiler, node, check->json, WRONG_OBJECT);
    node->own = compiler_new(compiler, count, sizeof *node->own);
    if (!node->own)
        return false;
    for (const cJSON *entry = check->json->child; entry;
        entry = entry->next)
        node->own[node->own_count++] = (struct schema_member){
            entry->string, compiler_node(compiler, node, entry) };
    node->own_by_name = compiler_sort(compiler, node->own, node->own_count);
    return node->own_by_name;
}

bool compile_pattern_properties(struct compiler *compiler,
    struct schema_node *node, struct check *check)
{
    size_t count = (size_t)cJSON_GetArraySize(check->json);

    if (!cJSON_IsObject(check->json))
        return compiler_wrong(compiler, node, check->json, WRONG_OBJECT);
    node->patterns = compiler_new(compiler, count, sizeof *node->patterns);
    if (!node->patterns)
        return false;
    for (const cJSON *entry = check->json->child; entry;
        entry = entry->next) {
        struct pattern_member *member
            = &node->patterns[node->pattern_count];
        member->pattern = entry->string;
        member->node = compiler_node(compiler, node, entry);
        member->regex = compiler_regex(compiler, node, entry, entry->string,
            strlen(entry->string));
        if (!member->node || !member->regex)
            return false;
        node->pattern_count++;
    }
    return true;
}

bool compile_additional_properties(struct compiler *compiler,
    struct schema_node *node, struct check *check)
{
    node->additional = compiler_node(compiler, node, check->json);
    return node->additional;
}

bool compile_property_names(struct compiler *compiler,
    struct schema_node *node, struct check *check)
{
    node->names = compiler_node(compiler, node, check->json);
    return node->names;
}

bool compile_unevaluated_properties(struct compiler *compiler,
    struct schema_node *node, struct check *check)
{
    node->unevaluated_members = compiler_node(compiler, node, check->json);
    return node->unevaluated_members;
}

static bool is_list_of_names(const cJSON *json)
{
    if (!cJSON_IsArray(json))
        return false;
    for (const cJSON *name = json->child; name; name = name->next)
        if (!cJSON_IsString(name))
            return false;
    return true;
}

/* dependencies holds lists of names as well as schemas. */
bool compile_dependents(struct compiler *compiler, struct schema_node *node,
    struct check *check)
{
    size_t count = (size_t)cJSON_GetArraySize(check->json);
    bool schemas = check->keyword->shape == SHAPE_MAP;

    if (!cJSON_IsObject(check->json))
        return compiler_wrong(compiler, node, check->json, WRONG_OBJECT);
    check->dependents.list = compiler_new(compiler, count,
        sizeof *check->dependents.list);
    if (!check->dependents.list)
        return false;
    for (const cJSON *entry = check->json->child; entry;
        entry = entry->next) {
        struct dependent *dependent
            = &check->dependents.list[check->dependents.count++];
        dependent->name = entry->string;
        if (is_list_of_names(entry))
            dependent->required = entry;
        else if (schemas)
            dependent->node = compiler_node(compiler, node, entry);
        else
            return compiler_wrong(compiler, node, entry, "成员名的列表",
                "a list of members' names");
    }
    return true;
}

bool check_dependents(struct run *run, const struct frame *frame,
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

bool compile_required(struct compiler *compiler, struct schema_node *node,
    struct check *check)
{
    if (is_list_of_names(check->json))
        return true;
    return compiler_wrong(compiler, node, check->json, "成员名的列表",
        "a list of members' names");
}

bool check_required(struct run *run, const struct frame *frame,
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

bool check_min_properties(struct run *run, const struct frame *frame,
    const struct check *check)
{
    return !cJSON_IsObject(frame->value)
        || run_at_least(run, frame, FAULT_MIN_MEMBERS, check);
}

bool check_max_properties(struct run *run, const struct frame *frame,
    const struct check *check)
{
    return !cJSON_IsObject(frame->value)
        || run_at_most(run, frame, FAULT_MAX_MEMBERS, check);
}

static bool check_name(struct run *run, const struct frame *frame,
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
static const struct schema_member *find_own(const struct run *run,
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
static bool check_named(struct run *run, const struct frame *frame,
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

bool check_members(struct run *run, const struct frame *frame)
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
            if (node->additional->never) {
                run_child_fault(run, frame, FAULT_UNKNOWN, NULL, child);
                good = false;
            } else {
                good &= run_child(run, frame, node->additional, child);
            }
        }
        if (named && frame->seen)
            frame->seen->flags[k] = true;
        if (!good && run->quiet)
            return false;
    }
    return good;
}

bool check_unevaluated_members(struct run *run, const struct frame *frame)
{
    const struct schema_node *node = frame->node->unevaluated_members;
    bool good = true;
    size_t k = 0;

    for (const cJSON *child = frame->value->child; child;
        child = child->next, k++) {
        if (frame->seen->flags[k])
            continue;
        if (node->never) {
            run_child_fault(run, frame, FAULT_UNKNOWN, NULL, child);
            good = false;
        } else {
            good &= run_child(run, frame, node, child);
        }
    }
    seen_all(frame->seen);
    return good;
}
