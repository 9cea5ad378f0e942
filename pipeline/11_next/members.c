/*
 * Members of an object taken out, and put in, with the commas and the layout
 * around them.
 */

#include "11_next/rolling.h"

#include <string.h>

#include "11_next/member_break.h"

static size_t name_of(const struct rolling *rolling, const cJSON *member)
{
    return json_name_span(rolling->source->json, member).start;
}

static size_t end_of(const struct rolling *rolling, const cJSON *value)
{
    return json_span(rolling->source->json, value).end;
}

/* A member goes with the comma before it; the first ones, with none before
 * them that stays, go with the one behind them. */
static void take_out(struct rolling *rolling, const cJSON *object,
    const enum fate *fates)
{
    size_t end = end_of(rolling, object) - 1, k = 0;
    const cJSON *child, *before = NULL;
    bool any = false;

    cJSON_ArrayForEach(child, object) {
        if (fates[k] != FATE_REMOVED)
            any = true;
        else if (any)
            changes_add(&rolling->changes, end_of(rolling, before),
                end_of(rolling, child), "");
        else
            changes_add(&rolling->changes, name_of(rolling, child),
                child->next ? name_of(rolling, child->next) : end, "");
        before = child;
        k++;
    }
    if (object->child && !any)
        changes_add(&rolling->changes,
            json_span(rolling->source->json, object).start + 1,
            name_of(rolling, object->child), "");
}

static const cJSON *find_kept(const cJSON *object, const enum fate *fates,
    const char *name)
{
    const cJSON *child;
    size_t k = 0;

    cJSON_ArrayForEach(child, object) {
        if (fates[k] != FATE_REMOVED && strcmp(child->string, name) == 0)
            return child;
        k++;
    }
    return NULL;
}

static const cJSON *last_kept(const cJSON *object, const enum fate *fates)
{
    const cJSON *child, *last = NULL;
    size_t k = 0;

    cJSON_ArrayForEach(child, object)
        if (fates[k++] != FATE_REMOVED)
            last = child;
    return last;
}

/* The first member that stays and stands behind the k-th in the schema. */
static const cJSON *kept_behind(const struct rolled *object,
    const enum fate *fates, size_t k)
{
    const cJSON *found = NULL;

    while (!found && ++k < schema_member_count(object->node))
        found = find_kept(object->value, fates,
            schema_members(object->node, k)->name);
    return found;
}

/* The k-th member of the schema, with the value of another one. */
static void put_in(struct rolling *rolling, const struct rolled *object,
    const enum fate *fates, size_t k, const cJSON *value)
{
    const cJSON *behind = kept_behind(object, fates, k);
    const cJSON *last = last_kept(object->value, fates);
    struct buffer text = BUFFER_EMPTY;
    size_t length, at = behind ? name_of(rolling, behind)
        : last ? end_of(rolling, last)
        : json_span(rolling->source->json, object->value).start + 1;
    const char *literal = json_literal(rolling->source->json, value, &length);

    if (!behind) {
        buffer_add_string(&text, last ? "," : "");
        if (last)
            member_break_add(rolling->source->json, last, &text);
    }
    buffer_printf(&text, "%s\"%s\": ", behind || last ? "" : " ",
        schema_members(object->node, k)->name);
    buffer_add(&text, literal, length);
    if (behind) {
        buffer_add_char(&text, ',');
        member_break_add(rolling->source->json, behind, &text);
    } else if (!last) {
        buffer_add_char(&text, ' ');
    }
    rolling->failed = rolling->failed || text.failed;
    changes_add(&rolling->changes, at, at, buffer_string(&text));
    buffer_free(&text);
}

const cJSON *members_former(const struct rolled *object,
    const struct schema_node *node)
{
    const char *from = schema_text(node, SCHEMA_NEXT_FROM);

    return from ? cJSON_GetObjectItemCaseSensitive(object->value, from) : NULL;
}

const char *members_heir(const struct rolled *object, const char *name)
{
    for (size_t k = 0; k < schema_member_count(object->node); k++) {
        const struct schema_node *node = schema_members(object->node,
            k)->node;
        const char *from = schema_text(node, SCHEMA_NEXT_FROM);
        if (from && strcmp(from, name) == 0)
            return schema_text(node, SCHEMA_TITLE);
    }
    return NULL;
}

void members_change(struct rolling *rolling, const struct rolled *object,
    const enum fate *fates)
{
    for (size_t k = 0; k < schema_member_count(object->node); k++) {
        const struct schema_member *member = schema_members(object->node, k);
        const cJSON *former = members_former(object, member->node);
        if (former && !cJSON_GetObjectItemCaseSensitive(object->value,
                member->name))
            put_in(rolling, object, fates, k, former);
    }
    take_out(rolling, object->value, fates);
}
