/* Output of instructions: elements that are open, and the namespaces in
 * sight. */

#include "7_forms/xslt/result.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "7_forms/xslt/run.h"
#include "7_forms/xslt/sinks.h"

#define OPEN_MAX 1000           /* elements */
/* What an element or an attribute with its text takes at most, whatever it is
 * made as: libxml2 has two nodes for an attribute, and malloc its own. */
#define NODE_BYTES (3 * sizeof(xmlNode))

/* Room for one more; the work is given up where there is no memory. */
static void *make_room(struct result *result, void *at, size_t count,
    size_t *room, size_t size)
{
    if (count < *room)
        return at;
    size_t more = *room ? 2 * *room : 32;
    void *larger = realloc(at, more * size);
    if (!larger)
        give_up(result->pool->out, "no memory", NULL);
    *room = more;
    return larger;
}

/* Of what all output of a run may take. */
static void spend(struct result *result, size_t bytes)
{
    struct run *run = result->run;

    if (bytes > run->bytes)
        give_up(result->pool->out, "too much output", NULL);
    run->bytes -= bytes;
}

void result_begin(struct result *result, const struct sink *sink,
    struct open_stack *open, struct pool *pool)
{
    *result = (struct result){ .sink = sink, .open = open, .pool = pool,
        .first_element = open->element_count,
        .first_scope = open->scope_count,
        .first_attribute = open->attribute_count };
}

void result_settle(struct result *result)
{
    if (!result->is_open)
        return;
    result->is_open = false;
    result->open->attribute_count = result->first_attribute;
    result->sink->content(result);
}

void result_finish(struct result *result)
{
    result_settle(result);
    if (result->sink->finish)
        result->sink->finish(result);
}

/* Most that differ do in the first byte. */
static inline bool is_prefix(const char *a, const char *b)
{
    return a == b || (a && b && *a == *b && strcmp(a, b) == 0);
}

/* What a prefix stands for here; NULL: nothing. */
static const char *find_uri(const struct result *result, const char *prefix)
{
    const struct open_stack *open = result->open;

    for (size_t k = open->scope_count; k > result->first_scope; k--)
        if (is_prefix(open->scope[k - 1].prefix, prefix))
            return open->scope[k - 1].uri;
    return NULL;
}

bool result_has(const struct result *result, const char *prefix,
    const char *uri)
{
    const char *stands_for = find_uri(result, prefix);

    return stands_for ? stands_for == uri || strcmp(stands_for, uri) == 0
        : !prefix && !*uri;
}

void result_declare(struct result *result, const char *prefix,
    const char *uri)
{
    struct open_stack *open = result->open;

    open->scope = make_room(result, open->scope, open->scope_count,
        &open->scope_room, sizeof *open->scope);
    spend(result, NODE_BYTES);
    open->scope[open->scope_count++] = (struct namespace){ prefix, uri,
        NULL };
    result->sink->declare(result, &open->scope[open->scope_count - 1]);
}

/* Whether the element at hand declares a prefix itself. */
static bool declares(const struct result *result, const char *prefix)
{
    const struct open_stack *open = result->open;

    for (size_t k = result_element(result)->declared; k < open->scope_count;
        k++)
        if (is_prefix(open->scope[k].prefix, prefix))
            return true;
    return false;
}

/* Whether another prefix stands for a namespace; libxslt says then where each
 * of them is declared. */
static bool has_other_prefix(const struct result *result, const char *uri)
{
    const struct open_stack *open = result->open;

    for (size_t k = open->scope_count; *uri && k > result->first_scope; k--)
        if (strcmp(open->scope[k - 1].uri, uri) == 0)
            return true;
    return false;
}

void result_need(struct result *result, const char *prefix, const char *uri)
{
    if (result_has(result, prefix, uri))
        return;
    if (prefix && strcmp(prefix, "xml") == 0 && !find_uri(result, prefix))
        return;
    if (declares(result, prefix))
        give_up(result->pool->out, "a prefix for two namespaces", NULL);
    if (has_other_prefix(result, uri))
        give_up(result->pool->out, "a namespace with two prefixes", NULL);
    result_declare(result, prefix, uri);
}

void result_start(struct result *result, const struct name *name,
    const char *prefix, struct text tag)
{
    struct open_stack *open = result->open;

    result_settle(result);
    if (result_depth(result) > OPEN_MAX)
        give_up(result->pool->out, "too deep a result", NULL);
    spend(result, NODE_BYTES);
    open->elements = make_room(result, open->elements, open->element_count,
        &open->element_room, sizeof *open->elements);
    open->elements[open->element_count++] = (struct open_element){ name,
        prefix, tag, open->scope_count };
    result->is_open = true;
    result->sink->start(result);
}

static struct made_attribute *add_attribute(struct result *result,
    const struct name *name)
{
    struct open_stack *open = result->open;

    open->attributes = make_room(result, open->attributes,
        open->attribute_count, &open->attribute_room,
        sizeof *open->attributes);
    struct made_attribute *made = &open->attributes[open->attribute_count++];
    *made = (struct made_attribute){ .name = name, .is_new = true };
    return made;
}

static struct made_attribute *find_attribute(struct result *result,
    const struct name *name)
{
    struct open_stack *open = result->open;

    for (size_t k = result->first_attribute; k < open->attribute_count; k++)
        if (open->attributes[k].name == name)
            return &open->attributes[k];
    return add_attribute(result, name);
}

/* Whether the element at hand has the same prefix for the same namespace. */
static bool is_of_element(const struct result *result, const char *prefix,
    const char *uri)
{
    const struct open_element *element = result_element(result);

    return prefix && element->prefix == prefix && element->name->uri == uri;
}

void result_attribute(struct result *result, const struct name *name,
    const char *prefix, struct text value)
{
    if (!result->is_open)
        give_up(result->pool->out, "an attribute behind content", NULL);
    if (*name->uri && !is_of_element(result, prefix, name->uri)) {
        if (!prefix)
            give_up(result->pool->out, "an attribute without a prefix",
                NULL);
        result_need(result, prefix, name->uri);
    }
    spend(result, NODE_BYTES + value.length);
    struct made_attribute *made = find_attribute(result, name);
    result->sink->attribute(result, made, prefix, value);
    made->is_new = false;
}

void result_attribute_written(struct result *result,
    const struct name *name, struct text written)
{
    spend(result, NODE_BYTES + written.length);
    struct made_attribute *made = add_attribute(result, name);
    made->is_new = false;
    made->from = result->bytes->length;
    buffer_add(result->bytes, written.at, written.length);
    made->to = result->bytes->length;
}

void result_attribute_headed(struct result *result, const struct name *name,
    struct text head, struct text value)
{
    result_attribute_written(result, name, head);
    spend(result, value.length);
    write_value(result->bytes, value);
    result->open->attributes[result->open->attribute_count - 1].to
        = result->bytes->length;
}

bool result_markup(struct result *result, struct text written, size_t nodes)
{
    if (result_depth(result) + MARKUP_DEPTH > OPEN_MAX)
        return false;
    result_settle(result);
    spend(result, nodes * NODE_BYTES + written.length);
    buffer_add(result->bytes, written.at, written.length);
    return true;
}

bool result_written(struct result *result, const struct buffer *bytes,
    size_t spent)
{
    if (spent > result->run->bytes)
        return false;
    spend(result, spent);
    buffer_add(result->bytes, buffer_string(bytes), bytes->length);
    return true;
}

void result_text(struct result *result, struct text text)
{
    if (!text.length)
        return;
    result_settle(result);
    spend(result, text.length);
    result->sink->text(result, text);
}

void result_other(struct result *result, enum node_kind kind,
    const struct name *name, struct text text)
{
    result_settle(result);
    spend(result, NODE_BYTES + text.length);
    result->sink->other(result, kind, name, text);
}

void result_end(struct result *result)
{
    struct open_stack *open = result->open;
    bool is_empty = result->is_open;

    result->is_open = false;
    if (is_empty)
        open->attribute_count = result->first_attribute;
    result->sink->end(result, is_empty);
    open->scope_count = result_element(result)->declared;
    open->element_count--;
}

/* Whether a node, or one between it and an ancestor, declares the prefix. */
static bool is_hidden(const struct node *node, const struct node *ancestor,
    const char *prefix)
{
    for (; node != ancestor; node = node->parent)
        for (const struct namespace *declared = node->declared; declared;
            declared = declared->next)
            if (is_prefix(declared->prefix, prefix))
                return true;
    return false;
}

/* Namespaces in sight of a node that is copied, and not here. */
static void copy_scope(struct result *result, const struct node *node)
{
    for (const struct node *above = node; above; above = above->parent)
        for (const struct namespace *declared = above->declared; declared;
            declared = declared->next) {
            const char *here = find_uri(result, declared->prefix);
            if (!is_hidden(node, above, declared->prefix)
                && (here ? strcmp(here, declared->uri) != 0
                    : *declared->uri))
                result_declare(result, declared->prefix, declared->uri);
        }
}

static void copy_element(struct result *result, const struct node *node,
    bool is_top)
{
    result_start(result, node->name, node->prefix, (struct text){ NULL, 0 });
    if (is_top)
        copy_scope(result, node);
    else
        for (const struct namespace *declared = node->declared; declared;
            declared = declared->next)
            result_need(result, declared->prefix, declared->uri);
    result_need(result, node->prefix, node->name->uri);
    for (const struct node *attribute = node->attributes; attribute;
        attribute = attribute->next)
        result_copy(result, attribute);
}

static void copy_one(struct result *result, const struct node *node,
    bool is_top)
{
    switch (node->kind) {
    case NODE_ELEMENT:
        copy_element(result, node, is_top);
        break;
    case NODE_TEXT:
        result_text(result, node_text(node));
        break;
    case NODE_ATTRIBUTE:
        result_attribute(result, node->name, node->prefix, node_text(node));
        break;
    case NODE_ROOT:
        break;
    default:
        result_other(result, node->kind, node->name, node_text(node));
    }
}

void result_copy(struct result *result, const struct node *node)
{
    const struct node *top = node;

    for (;;) {
        copy_one(result, node, node == top || node->parent->kind
            == NODE_ROOT);
        if (node->first) {
            node = node->first;
            continue;
        }
        if (node->kind == NODE_ELEMENT)
            result_end(result);
        while (node != top && !node->next) {
            node = node->parent;
            if (node->kind == NODE_ELEMENT)
                result_end(result);
        }
        if (node == top)
            return;
        node = node->next;
    }
}

void open_stack_free(struct open_stack *open)
{
    free(open->elements);
    free(open->scope);
    free(open->attributes);
}
