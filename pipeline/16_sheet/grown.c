/*
 * A tree of cJSON whose entries of lists have names until it is finished.
 */

#include "16_sheet/grown.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "0_base/list.h"
#include "1_read/json.h"

/* --- steps ---------------------------------------------------------------- */

/* The next step of a pointer, unescaped; the end of it, NULL after the last. */
static const char *next_step(const char *pointer, struct buffer *name)
{
    buffer_clear(name);
    if (*pointer != '/')
        return NULL;
    for (pointer++; *pointer && *pointer != '/'; pointer++) {
        bool escaped = *pointer == '~'
            && (pointer[1] == '0' || pointer[1] == '1');
        buffer_add_char(name, !escaped ? *pointer
            : *++pointer == '1' ? '/' : '~');
    }
    return pointer;
}

static bool is_list(const struct schema_node *node)
{
    return schema_entry(node, 0) != NULL;
}

static const struct schema_node *step_node(struct grown *grown,
    const struct schema_node *node, const char *name)
{
    return is_list(node) ? schema_entry(node, 0)
        : schema_named(node, name, &grown->failed);
}

const struct schema_node *grown_node(struct grown *grown,
    const char *pointer)
{
    const struct schema_node *node = schema_root(grown->schema);
    struct buffer name = BUFFER_EMPTY;

    while (node && (pointer = next_step(pointer, &name)) != NULL)
        node = step_node(grown, node, buffer_string(&name));
    grown->failed = grown->failed || name.failed;
    buffer_free(&name);
    return node;
}

/* --- values --------------------------------------------------------------- */

static uint64_t key_of(const cJSON *around, const char *name)
{
    return id_map_chain(id_map_text(name, strlen(name)),
        (uint64_t)(uintptr_t)around);
}

/* What came last is mostly what is looked for. */
static cJSON *child_of(const struct grown *grown, const cJSON *around,
    const char *name)
{
    cJSON *last = around->child ? around->child->prev : NULL;
    uint32_t id;

    if (last && strcmp(last->string, name) == 0)
        return last;
    return id_map_find(&grown->known, key_of(around, name), &id)
        && strcmp(grown->children[id]->string, name) == 0
        ? grown->children[id] : NULL;
}

cJSON *grown_find(const struct grown *grown, const char *pointer)
{
    struct buffer name = BUFFER_EMPTY;
    cJSON *found = grown->root;

    while (found && (pointer = next_step(pointer, &name)) != NULL)
        found = name.failed ? NULL
            : child_of(grown, found, buffer_string(&name));
    buffer_free(&name);
    return found;
}

/* A named last child, which is taken; NULL where that fails. */
static cJSON *add(struct grown *grown, cJSON *around, const char *name,
    cJSON *child)
{
    cJSON **children = list_room(grown->children, grown->known.count,
        &grown->room, sizeof *children);
    uint32_t id;

    if (children)
        grown->children = children;
    if (child && !child->string)
        child->string = strdup(name);
    if (children && child && child->string
        && id_map_add(&grown->known, key_of(around, name), &id)
        && cJSON_AddItemToArray(around, child)) {
        children[id] = child;
        return child;
    }
    cJSON_Delete(child);
    grown->failed = true;
    return NULL;
}

static cJSON *make(const struct schema_node *node)
{
    return is_list(node) ? cJSON_CreateArray() : cJSON_CreateObject();
}

static bool is_branch(const cJSON *value)
{
    return cJSON_IsObject(value) || cJSON_IsArray(value);
}

/* Goes down to what is around the last step, which name gets; with around NULL
 * there is no such place. */
struct reached {
    cJSON *around;
    const struct schema_node *node;     /* of the last step */
};

static struct reached reach(struct grown *grown, const char *pointer,
    struct buffer *name)
{
    struct reached at = { grown->root, schema_root(grown->schema) };
    const char *rest = next_step(pointer, name);

    if (!at.around)
        at.around = grown->root = make(at.node);
    grown->failed = grown->failed || !at.around;
    while (at.around && rest) {
        at.node = step_node(grown, at.node, buffer_string(name));
        if (!at.node || *rest == '\0' || grown->failed)
            break;
        cJSON *child = child_of(grown, at.around, buffer_string(name));
        if (!child)
            child = add(grown, at.around, buffer_string(name),
                make(at.node));
        at.around = is_branch(child) ? child : NULL;
        rest = next_step(rest, name);
    }
    grown->failed = grown->failed || name->failed;
    if (!at.node || grown->failed)
        at.around = NULL;
    return at;
}

cJSON *grown_touch(struct grown *grown, const char *pointer)
{
    struct buffer name = BUFFER_EMPTY;
    struct reached at = reach(grown, pointer, &name);
    cJSON *found = at.around ? child_of(grown, at.around, buffer_string(&name))
        : NULL;

    if (at.around && !found)
        found = add(grown, at.around, buffer_string(&name), make(at.node));
    buffer_free(&name);
    return is_branch(found) ? found : NULL;
}

static bool is_same(const cJSON *a, const cJSON *b)
{
    if ((a->type & 0xFF) != (b->type & 0xFF))
        return false;
    return !a->valuestring || strcmp(a->valuestring, b->valuestring) == 0;
}

bool grown_put(struct grown *grown, const char *pointer, cJSON *value)
{
    struct buffer name = BUFFER_EMPTY;
    struct reached at = { NULL, NULL };
    bool good = false;

    if (value)
        at = reach(grown, pointer, &name);
    else
        grown->failed = true;
    cJSON *known = at.around ? child_of(grown, at.around, buffer_string(&name))
        : NULL;
    if (known) {
        good = !is_branch(known) && is_same(known, value);
        cJSON_Delete(value);
    } else if (at.around) {
        good = add(grown, at.around, buffer_string(&name), value) != NULL;
    } else {
        cJSON_Delete(value);
    }
    buffer_free(&name);
    return good;
}

cJSON *grown_number(struct grown *grown, const char *digits)
{
    cJSON *value = cJSON_CreateRaw(digits);

    grown->failed = grown->failed || !value;
    return value;
}

cJSON *grown_string(struct grown *grown, const char *text)
{
    cJSON *value = cJSON_CreateString(text);

    grown->failed = grown->failed || !value;
    return value;
}

/* --- all of it ------------------------------------------------------------ */

static void visit_all(const cJSON *value, struct buffer *pointer,
    grown_visitor *visit, void *user)
{
    size_t length = pointer->length, index = 0;
    const cJSON *child;

    visit(user, value, buffer_string(pointer));
    if (!is_branch(value))
        return;
    cJSON_ArrayForEach(child, value) {
        if (cJSON_IsArray(value))
            json_pointer_add_index(pointer, index++);
        else
            json_pointer_add(pointer, child->string);
        visit_all(child, pointer, visit, user);
        buffer_cut(pointer, length);
    }
}

void grown_visit(struct grown *grown, grown_visitor *visit, void *user)
{
    struct buffer pointer = BUFFER_EMPTY;

    if (grown->root)
        visit_all(grown->root, &pointer, visit, user);
    grown->failed = grown->failed || pointer.failed;
    buffer_free(&pointer);
}

static void forget_names(cJSON *value)
{
    for (cJSON *child = value->child; child; child = child->next) {
        if (cJSON_IsArray(value)) {
            free(child->string);
            child->string = NULL;
        }
        if (is_branch(child))
            forget_names(child);
    }
}

cJSON *grown_finish(struct grown *grown)
{
    cJSON *root = grown->root;

    if (!grown->failed && !root)
        root = make(schema_root(grown->schema));
    grown->failed = grown->failed || !root;
    if (grown->failed)
        return NULL;
    forget_names(root);
    grown->root = NULL;
    return root;
}

void grown_free(struct grown *grown)
{
    cJSON_Delete(grown->root);
    id_map_free(&grown->known);
    free(grown->children);
    grown->children = NULL;
    grown->root = NULL;
}
