/*
 * Members written and taken away.
 */

#include "17_edit/editing.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/findings.h"
#include "0_base/json_string.h"
#include "11_next/first_data.h"
#include "11_next/member_break.h"

void editing_end(struct editing *editing)
{
    for (size_t k = 0; k < editing->move_count; k++)
        free(editing->moves[k].list);
    free(editing->moves);
    editing->moves = NULL;
    editing->move_count = editing->move_room = 0;
    json_free(editing->made);
    editing->made = NULL;
}

/* What a step makes of sound JSON is sound. */
const struct json *editing_json(struct editing *editing)
{
    if (!editing->is_stale)
        return editing->made ? editing->made : editing->given;
    const struct buffer *text = &editing->draft->text;
    struct findings *findings = findings_new();
    json_free(editing->made);
    editing->made = findings ? json_parse(buffer_string(text), text->length,
        findings) : NULL;
    findings_free(findings);
    editing->failed = editing->failed || !editing->made;
    editing->is_stale = editing->failed;
    return editing->made;
}

bool editing_find(struct editing *editing, const char *pointer,
    struct target *target)
{
    const struct json *json = editing_json(editing);

    return json && target_find(json, editing->schema, pointer, target);
}

bool editing_replace(struct editing *editing, size_t at, size_t removed,
    const char *bytes, size_t length)
{
    editing->is_stale = true;
    if (!draft_replace(editing->draft, at, removed, bytes, length))
        editing->failed = true;
    return !editing->failed;
}

/* --- members -------------------------------------------------------------- */

static bool is_name(const char *step, const char *name)
{
    struct buffer plain = BUFFER_EMPTY;

    target_add_name(step, &plain);
    bool is = strcmp(buffer_string(&plain), name) == 0;
    buffer_free(&plain);
    return is;
}

/* Which member of the schema a name is; behind all of them where it is none. */
static size_t rank_of(const struct schema_node *node, const char *name)
{
    size_t count = schema_member_count(node), k = 0;

    if (name[0] == '$')
        return 0;
    while (k < count && strcmp(schema_members(node, k)->name, name) != 0)
        k++;
    return k + 1;
}

/* The member that a new one stands behind; NULL: in front of all. */
static const cJSON *find_before(const struct schema_node *node,
    const cJSON *object, const char *name)
{
    size_t rank = rank_of(node, name);
    const cJSON *child, *before = NULL;

    cJSON_ArrayForEach(child, object)
        if (rank_of(node, child->string) <= rank)
            before = child;
    return before;
}

/* --- what is written ------------------------------------------------------ */

/* What stands for a member that an object requires until it is filled in. */
static void add_usual(const struct schema_node *node, struct buffer *out)
{
    const cJSON *usual = first_usual(node);

    if (!usual || !first_print_value(usual, 1, out))
        buffer_add_string(out, "null");
}

static void add_name(const char *name, struct buffer *out)
{
    json_string_add(name, out);
    buffer_add_string(out, ": ");
}

/* A value, or an object around it that has the rest of a path. */
static void add_value(const struct schema_node *node, const char *path,
    const char *literal, struct buffer *out);

/* The member that a path begins with. */
static void add_member(const struct schema_node *node, const char *path,
    const char *literal, struct buffer *out)
{
    struct buffer name = BUFFER_EMPTY;

    target_add_name(path, &name);
    add_name(buffer_string(&name), out);
    add_value(schema_named(node, buffer_string(&name), &out->failed),
        path + target_step(path), literal, out);
    out->failed = out->failed || name.failed;
    buffer_free(&name);
}

/* An object with the member that a path begins with, and those that it has to
 * have. */
static void add_object(const struct schema_node *node, const char *path,
    const char *literal, struct buffer *out)
{
    const char *comma = " ";
    bool written = false;

    buffer_add_char(out, '{');
    for (size_t k = 0; k < schema_member_count(node); k++) {
        const struct schema_member *member = schema_members(node, k);
        bool is_it = is_name(path, member->name);
        if (!is_it && !schema_requires(node, member->name))
            continue;
        buffer_add_string(out, comma);
        comma = ", ";
        written = written || is_it;
        if (is_it) {
            add_member(node, path, literal, out);
        } else {
            add_name(member->name, out);
            add_usual(member->node, out);
        }
    }
    if (!written) {
        buffer_add_string(out, comma);
        add_member(node, path, literal, out);
    }
    buffer_add_string(out, " }");
}

static void add_value(const struct schema_node *node, const char *path,
    const char *literal, struct buffer *out)
{
    if (*path == '/')
        add_object(node, path + 1, literal, out);
    else
        buffer_add_string(out, literal);
}

/* --- where ---------------------------------------------------------------- */

bool editing_has_place(const struct target *target)
{
    const char *path = target->path;
    const struct schema_node *node = target->holder_node;
    bool failed = false;

    if (target->value)
        return true;
    if (!cJSON_IsObject(target->holder) && !cJSON_IsNull(target->holder))
        return false;
    for (;; path++) {
        struct buffer name = BUFFER_EMPTY;
        if (!node || (schema_entry(node, 0) && !schema_member_count(node)))
            return false;
        target_add_name(path, &name);
        node = schema_named(node, buffer_string(&name), &failed);
        buffer_free(&name);
        path += target_step(path);
        if (*path != '/')
            return node != NULL;
    }
}

/* A new member of an object, or an object with it instead of null. */
static bool write_member(struct editing *editing,
    const struct target *target, const char *literal)
{
    const struct json *json = editing_json(editing);
    const struct schema_node *node = target->holder_node;
    struct json_span holder = json_span(json, target->holder);
    struct buffer text = BUFFER_EMPTY, name = BUFFER_EMPTY;
    size_t at = holder.start, removed = holder.end - holder.start;

    target_add_name(target->path, &name);
    const cJSON *first = target->holder->child;
    const cJSON *before = find_before(node, target->holder,
        buffer_string(&name));
    if (!first) {
        add_object(node, target->path, literal, &text);
    } else if (before) {
        at = json_span(json, before).end;
        buffer_add_char(&text, ',');
        member_break_add(json, before, &text);
        add_member(node, target->path, literal, &text);
    } else {
        at = json_name_span(json, first).start;
        add_member(node, target->path, literal, &text);
        buffer_add_char(&text, ',');
        member_break_add(json, first, &text);
    }
    editing->failed = editing->failed || text.failed || name.failed;
    bool good = !editing->failed && editing_replace(editing, at,
        first ? 0 : removed, buffer_string(&text), text.length);
    buffer_free(&text);
    buffer_free(&name);
    return good;
}

bool editing_write(struct editing *editing, const struct target *target,
    const char *literal)
{
    if (!target->value)
        return write_member(editing, target, literal);
    struct json_span span = json_span(editing_json(editing), target->value);
    return editing_replace(editing, span.start, span.end - span.start,
        literal, strlen(literal));
}

bool editing_remove(struct editing *editing, const struct target *target)
{
    const struct json *json = editing_json(editing);
    const cJSON *value = target->value, *holder = target->holder;
    const cJSON *before = holder->child == value ? NULL : value->prev;
    struct json_span around = json_span(json, holder);
    size_t from = json_name_span(json, value).start;
    size_t to = json_span(json, value).end;

    if (before)
        from = json_span(json, before).end;
    else if (value->next)
        to = json_name_span(json, value->next).start;
    else
        from = around.start + 1, to = around.end - 1;
    return editing_replace(editing, from, to - from, "", 0);
}
