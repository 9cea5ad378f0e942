/* Where $ref and $dynamicRef lead to. */

#include "2_schema/compile/compile.h"

#include <string.h>

#include "2_schema/compile/uri.h"

/* One step of a JSON Pointer: the member or entry that token names. */
static const cJSON *step(const cJSON *value, const char *token,
    size_t length)
{
    size_t index = 0;

    if (cJSON_IsArray(value)) {
        for (size_t k = 0; k < length; k++) {
            if (token[k] < '0' || token[k] > '9' || index > 100000000)
                return NULL;
            index = index * 10 + (size_t)(token[k] - '0');
        }
        return length ? cJSON_GetArrayItem(value, (int)index) : NULL;
    }
    for (const cJSON *child = cJSON_IsObject(value) ? value->child : NULL;
        child; child = child->next) {
        const char *name = child->string;
        size_t k = 0;
        for (; k < length && *name; k++, name++) {
            char c = token[k];
            if (c == '~' && k + 1 < length)
                c = token[++k] == '0' ? '~' : '/';
            if (c != *name)
                break;
        }
        if (k == length && !*name)
            return child;
    }
    return NULL;
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
        size_t length = strcspn(++pointer, "/");
        value = step(value, pointer, length);
        if (!value)
            return NULL;
        pointer += length;
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
