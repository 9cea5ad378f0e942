/* Where $ref and $dynamicRef lead to. */

#include "2_schema/compile/compile.h"

#include <stdint.h>
#include <string.h>

#include "2_schema/compile/uri.h"
#include "2_schema/target.h"

static bool note_found(struct members_found *found, uint64_t key,
    const cJSON *value)
{
    uint32_t id;
    const cJSON **list = id_map_list(&found->ids, key, found->list,
        &found->room, sizeof *list, &id);

    if (!list)
        return false;
    found->list = list;
    list[id] = value;
    return true;
}

static uint64_t key_of(const cJSON *object, const char *name)
{
    return id_map_chain((uint64_t)(uintptr_t)object,
        id_map_text(name, strlen(name)));
}

/* Notes the members of an object by their names, once. */
static bool note_members(struct members_found *found, const cJSON *object)
{
    uint64_t own = id_map_chain((uint64_t)(uintptr_t)object, 0);
    uint32_t id;
    bool good = true;

    if (id_map_find(&found->ids, own, &id))
        return true;
    for (const cJSON *child = object->child; good && child;
        child = child->next)
        good = note_found(found, key_of(object, child->string), child);
    return good && note_found(found, own, object);
}

static const cJSON *member_named(struct compiler *compiler,
    const cJSON *object, const char *name)
{
    struct members_found *found = &compiler->found;
    uint32_t id;

    if (!note_members(found, object))
        compiler->schema->arena.failed = true;
    else if (id_map_find(&found->ids, key_of(object, name), &id))
        return found->list[id]->string
            && strcmp(found->list[id]->string, name) == 0 ? found->list[id]
            : cJSON_GetObjectItemCaseSensitive(object, name);
    return NULL;
}

/* One step of a JSON Pointer: the member or entry that token names. */
static const cJSON *step(struct compiler *compiler, const cJSON *value,
    const char *token)
{
    struct buffer name = BUFFER_EMPTY;
    size_t index = 0, length = target_step(token);

    if (cJSON_IsArray(value)) {
        for (size_t k = 0; k < length; k++) {
            if (token[k] < '0' || token[k] > '9' || index > 100000000)
                return NULL;
            index = index * 10 + (size_t)(token[k] - '0');
        }
        return length ? cJSON_GetArrayItem(value, (int)index) : NULL;
    }
    target_add_name(token, &name);
    const cJSON *member = cJSON_IsObject(value) && !name.failed
        ? member_named(compiler, value, buffer_string(&name)) : NULL;
    compiler->schema->arena.failed = compiler->schema->arena.failed
        || name.failed;
    buffer_free(&name);
    return member;
}

/* The node at a JSON Pointer below a resource's root: any value may be a
 * schema if a reference takes it for one. */
static const struct schema_node *follow_pointer(struct compiler *compiler,
    struct schema_resource *resource, const char *pointer)
{
    const struct schema_document *document = resource->document;
    const cJSON *value = resource->root->json;

    resource = resource->root->resource;
    while (*pointer == '/') {
        value = step(compiler, value, ++pointer);
        if (!value)
            return NULL;
        pointer += target_step(pointer);
        if (document->nodes[value->valueint])
            resource = document->nodes[value->valueint]->resource;
    }
    return compiler_scan(compiler, value, resource);
}

static const struct anchor *find_anchor(
    const struct schema_resource *resource, const char *name)
{
    const struct anchor *anchor = resource->anchors;

    while (anchor && strcmp(anchor->name, name) != 0)
        anchor = anchor->next;
    return anchor;
}

static const struct schema_node *follow_fragment(struct compiler *compiler,
    struct schema_resource *resource, const char *fragment)
{
    struct buffer decoded = BUFFER_EMPTY;
    const struct schema_node *node = NULL;

    uri_decode(fragment, &decoded);
    if (decoded.failed)
        compiler->schema->arena.failed = true;
    else if (!*fragment || *fragment == '/')
        node = follow_pointer(compiler, resource, buffer_string(&decoded));
    else {
        const struct anchor *anchor = find_anchor(resource->root->resource,
            buffer_string(&decoded));
        node = anchor ? anchor->node : NULL;
    }
    buffer_free(&decoded);
    return node;
}

const struct schema_node *compiler_follow(struct compiler *compiler,
    const struct schema_node *node, const cJSON *json)
{
    const char *reference = cJSON_GetStringValue(json);
    const char *fragment = reference ? uri_fragment(reference) : NULL;

    if (!reference) {
        compiler_wrong(compiler, node, json, PHRASE_A_REFERENCE);
        return NULL;
    }
    const char *uri = compiler_resolve(compiler, node->resource->uri,
        reference);
    if (!uri)
        return NULL;
    struct schema_resource *resource = compiler_resource(compiler, uri);
    if (!resource) {
        if (!compiler_document(compiler, uri))
            return NULL;
        resource = compiler_resource(compiler, uri);
    }
    const struct schema_node *target = resource && resource->root
        ? follow_fragment(compiler, resource, fragment ? fragment : "")
        : NULL;
    if (!target && !compiler->schema->arena.failed)
        compiler_wrong(compiler, node, json, PHRASE_A_TARGET);
    return target;
}

void compiler_follow_dynamic(struct compiler *compiler,
    struct schema_node *node, const cJSON *json)
{
    const char *name = cJSON_IsString(json)
        ? uri_fragment(json->valuestring) : NULL;

    node->dynamic_ref = compiler_follow(compiler, node, json);
    if (!node->dynamic_ref || !name)
        return;
    for (const struct anchor *anchor = node->dynamic_ref->resource->anchors;
        anchor; anchor = anchor->next)
        if (anchor->dynamic && anchor->node == node->dynamic_ref
            && strcmp(anchor->name, name) == 0)
            node->dynamic_name = anchor->name;
}
