/*
 * A first data file, made by going over the schema.
 */

#include "11_next/first_data.h"

#include <string.h>

#include "3_transform/children.h"
#include "3_transform/submission.h"

/* A schema may hold itself; what people fill in is not so deep. */
#define DEPTH_MAX 24

struct making {
    bool full;
    bool failed;
};

static cJSON *make_value(struct making *making,
    const struct schema_node *node, int depth);

/* What may be a text instead, such as a paragraph, is a leaf. */
static bool is_object(const struct schema_node *node)
{
    return schema_member_count(node) && !schema_text(node, SCHEMA_TYPE);
}

static bool may_be_blank(const struct schema_node *node)
{
    return schema_allows_type(node, cJSON_NULL);
}

const cJSON *first_usual(const struct schema_node *node)
{
    const cJSON *value = schema_annotation(node, "const");

    return value ? value : schema_annotation(node, "default");
}

/* Whether the forms ask for it, or for anything in it. */
static bool is_asked(const struct schema_node *node, int depth)
{
    bool asked = first_usual(node) || schema_text(node, SCHEMA_ASKED);

    if (schema_next(node) == SCHEMA_NEXT_DROP || depth == DEPTH_MAX)
        return false;
    for (size_t k = 0; !asked && is_object(node)
        && k < schema_member_count(node); k++)
        asked = is_asked(schema_members(node, k)->node, depth + 1);
    return asked || (is_object(schema_items(node))
        && is_asked(schema_items(node), depth + 1));
}

/* The member that a value is taken from next year may be left to formulas. */
static bool is_left_out(const struct schema_node *around,
    const struct schema_member *member)
{
    const char *from = schema_text(member->node, SCHEMA_NEXT_FROM);
    const struct schema_node *source = from ? schema_member(around, from)
        : member->node;

    return member->name[0] == '$'
        || schema_next(source) == SCHEMA_NEXT_DROP;
}

static bool has_place(const struct making *making,
    const struct schema_node *around, const struct schema_member *member,
    int depth)
{
    return !is_left_out(around, member) && (making->full
        || schema_requires(around, member->name)
        || is_asked(member->node, depth));
}

/* Puts a value into an object or, without a name, a list; it is freed where
 * that fails. */
static void put(struct making *making, cJSON *around, const char *name,
    cJSON *value)
{
    if (!value)
        return;
    if (name ? cJSON_AddItemToObject(around, name, value)
        : cJSON_AddItemToArray(around, value))
        return;
    cJSON_Delete(value);
    making->failed = true;
}

static cJSON *make_object(struct making *making,
    const struct schema_node *node, int depth)
{
    cJSON *object = cJSON_CreateObject();

    for (size_t k = 0; object && k < schema_member_count(node); k++) {
        const struct schema_member *member = schema_members(node, k);
        if (has_place(making, node, member, depth))
            put(making, object, member->name,
                make_value(making, member->node, depth + 1));
    }
    return object;
}

static cJSON *make_list(struct making *making,
    const struct schema_node *node, int depth)
{
    cJSON *list = cJSON_CreateArray();

    if (list)
        put(making, list, NULL,
            make_value(making, schema_items(node), depth + 1));
    return list;
}

static bool is_list_of_objects(const struct making *making,
    const struct schema_node *node)
{
    return is_object(schema_items(node)) && (making->full
        || !may_be_blank(node) || !schema_text(node, SCHEMA_ASKED));
}

/* The value, made; NULL where it cannot be blank, or memory ran out. */
static cJSON *make_value(struct making *making,
    const struct schema_node *node, int depth)
{
    const cJSON *usual = first_usual(node);
    cJSON *made = NULL;

    if (!usual && !is_object(node) && !is_list_of_objects(making, node)
        && !may_be_blank(node) && !schema_additional(node))
        return NULL;
    if (usual)
        made = cJSON_Duplicate(usual, true);
    else if (depth == DEPTH_MAX)
        return NULL;
    else if (is_object(node) || schema_additional(node))
        made = make_object(making, node, depth);
    else if (is_list_of_objects(making, node))
        made = make_list(making, node, depth);
    else
        made = cJSON_CreateNull();
    making->failed = making->failed || !made;
    return made;
}

cJSON *first_make(const struct schema *schema, bool full)
{
    struct making making = { .full = full };
    cJSON *data = make_value(&making, schema_root(schema), 0);

    if (!making.failed)
        return data;
    cJSON_Delete(data);
    return NULL;
}

/* --- entries -------------------------------------------------------------- */

/* Whether there is nothing in it but blanks. */
static bool is_blank(const cJSON *value)
{
    const cJSON *child;

    cJSON_ArrayForEach(child, value)
        if (!is_blank(child))
            return false;
    return cJSON_IsNull(value) || cJSON_IsObject(value)
        || cJSON_IsArray(value);
}

/* Takes out members that are blank and need not be there; of lists, those of
 * the entries. */
static void prune(cJSON *around, const struct schema_node *node)
{
    cJSON *next;

    for (cJSON *child = around->child; child; child = next) {
        const struct schema_node *inner = child->string
            ? schema_member(node, child->string) : schema_items(node);
        next = child->next;
        if (cJSON_IsObject(child) || cJSON_IsArray(child))
            prune(child, inner);
        if (child->string && is_blank(child)
            && !schema_requires(node, child->string))
            cJSON_Delete(cJSON_DetachItemViaPointer(around, child));
    }
}

void first_drop_blanks(cJSON *data, const struct schema *schema)
{
    prune(data, schema_root(schema));
}

static cJSON *make_text(const struct schema_node *node)
{
    return may_be_blank(node) ? cJSON_CreateNull() : cJSON_CreateString("");
}

/* What a member has to have that an entry is there for. */
static cJSON *make_only(const struct schema_node *node)
{
    const cJSON *choices = schema_annotation(node, "enum");
    cJSON *made = choices && choices->child
        ? cJSON_Duplicate(choices->child, true)
        : schema_items(node) ? cJSON_CreateArray() : make_text(node);
    cJSON *entry = cJSON_IsArray(made)
        ? first_make_entry(schema_items(node), NULL) : NULL;

    if (!cJSON_IsArray(made) || (entry && cJSON_AddItemToArray(made, entry)))
        return made;
    cJSON_Delete(entry);
    cJSON_Delete(made);
    return NULL;
}

static cJSON *make_kind(const struct schema_node *entry, const char *kind)
{
    const struct schema_node *member = schema_member(entry, kind);
    cJSON *only = member ? make_only(member) : NULL;
    cJSON *made = only ? cJSON_CreateObject() : NULL;

    if (made && cJSON_AddItemToObject(made, kind, only))
        return made;
    cJSON_Delete(made);
    cJSON_Delete(only);
    return NULL;
}

cJSON *first_make_entry(const struct schema_node *entry, const char *kind)
{
    struct making making = { .full = false };

    if (kind && *kind)
        return make_kind(entry, kind);
    if (!is_object(entry))
        return make_text(entry);
    cJSON *made = make_object(&making, entry, 0);
    if (made && !making.failed) {
        prune(made, entry);
        return made;
    }
    cJSON_Delete(made);
    return NULL;
}

/* --- formulas ------------------------------------------------------------- */

static bool is_left_to_formulas(xmlNodePtr element)
{
    return element && (node_state(element) == STATE_DERIVED
        || node_attribute(element, "formula")
        || node_attribute(element, "awaited"));
}

static void leave(cJSON *around, xmlNodePtr element)
{
    cJSON *next;

    for (cJSON *child = around->child; child; child = next) {
        xmlNodePtr inner = element && child->string ? child_called(element,
            child->string, strlen(child->string))
            : element ? xmlFirstElementChild(element) : NULL;
        next = child->next;
        if (!cJSON_IsNull(child))
            leave(child, inner);
        else if (cJSON_IsObject(around) && is_left_to_formulas(inner))
            cJSON_Delete(cJSON_DetachItemViaPointer(around, child));
    }
}

void first_leave_to_formulas(cJSON *data, xmlDocPtr submission)
{
    leave(data, xmlDocGetRootElement(submission));
}
