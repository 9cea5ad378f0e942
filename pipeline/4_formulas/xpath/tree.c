/* Compact trees, made node by node or of an xmlDoc. */

#include "4_formulas/xpath/tree.h"

#include <string.h>

#include "3_transform/submission.h"

static struct node *add_node(struct tree *tree, enum node_kind kind)
{
    struct node *node = pool_get(&tree->pool, sizeof *node);

    *node = (struct node){ .kind = kind, .order = tree->count++,
        .tree = tree, .parent = tree->open };
    return node;
}

static uint32_t end_of(const struct tree *tree, const struct buffer *buffer)
{
    if (buffer->failed)
        give_up(tree->pool.out, "no memory", NULL);
    if (buffer->length > UINT32_MAX / 2)
        give_up(tree->pool.out, too_much_memory, NULL);
    return (uint32_t)buffer->length;
}

static void append(struct node *node)
{
    struct node *parent = node->parent;

    node->before = parent->last;
    if (parent->last)
        parent->last->next = node;
    else
        parent->first = node;
    parent->last = node;
}

void tree_begin(struct tree *tree, struct pool *owner, size_t most)
{
    tree->pool.left = most;
    tree->pool.out = owner->out;
    tree->root = add_node(tree, NODE_ROOT);
    tree->open = tree->root;
}

/* Of one of its buffers. */
#define ROOM_KEPT 4096

static void clear_buffer(struct buffer *buffer)
{
    if (buffer->capacity > ROOM_KEPT || buffer->failed)
        buffer_free(buffer);
    else
        buffer_clear(buffer);
}

void tree_clear(struct tree *tree)
{
    clear_buffer(&tree->text);
    clear_buffer(&tree->values);
    pool_clear(&tree->pool);
    tree->root = tree->open = NULL;
    tree->indexes = NULL;
    tree->count = 0;
}

void tree_free(struct tree *tree)
{
    buffer_free(&tree->text);
    buffer_free(&tree->values);
    pool_free(&tree->pool);
}

struct node *tree_open(struct tree *tree, const struct name *name,
    const char *prefix)
{
    struct node *node = add_node(tree, NODE_ELEMENT);

    node->name = name;
    node->prefix = prefix;
    node->from = node->to = end_of(tree, &tree->text);
    append(node);
    tree->open = node;
    return node;
}

void tree_close(struct tree *tree)
{
    struct node *node = tree->open;

    node->to = end_of(tree, &tree->text);
    tree->open = node->parent;
}

void tree_finish(struct tree *tree)
{
    tree->root->to = end_of(tree, &tree->text);
}

void tree_declare(struct tree *tree, const char *prefix, const char *uri)
{
    struct namespace *declared = pool_get(&tree->pool, sizeof *declared);
    struct namespace **last = &tree->open->declared;

    while (*last)
        last = &(*last)->next;
    *declared = (struct namespace){ prefix, uri, NULL };
    *last = declared;
}

void tree_set_value(struct node *node, struct text value)
{
    struct buffer *values = &node->tree->values;

    node->from = end_of(node->tree, values);
    buffer_add(values, value.at, value.length);
    node->to = end_of(node->tree, values);
}

struct node *tree_attribute(struct tree *tree, const struct name *name,
    const char *prefix, struct text value)
{
    struct node *node = add_node(tree, NODE_ATTRIBUTE);
    struct node *last = tree->open->attributes;

    node->name = name;
    node->prefix = prefix;
    tree_set_value(node, value);
    while (last && last->next)
        last = last->next;
    if (last)
        last->next = node;
    else
        tree->open->attributes = node;
    node->before = last;
    return node;
}

struct node *tree_text(struct tree *tree, struct text text)
{
    struct node *node = tree->open->last;

    if (!node || node->kind != NODE_TEXT) {
        node = add_node(tree, NODE_TEXT);
        node->from = end_of(tree, &tree->text);
        append(node);
    }
    buffer_add(&tree->text, text.at, text.length);
    node->to = end_of(tree, &tree->text);
    return node;
}

struct node *tree_other(struct tree *tree, enum node_kind kind,
    const struct name *name, struct text value)
{
    struct node *node = add_node(tree, kind);

    node->name = name;
    tree_set_value(node, value);
    append(node);
    return node;
}

static struct text text_of(const xmlChar *content)
{
    const char *at = content ? (const char *)content : "";

    return (struct text){ at, strlen(at) };
}

#define MET_NAMES 256           /* slots */

/* A document that is copied.  Most of its nodes share the string of their
 * name: what it stands for is remembered by its place. */
struct copying {
    struct tree *tree;
    struct names *names;
    struct { const xmlNs *ns; const xmlChar *local; const struct name *name; }
        met[MET_NAMES];
};

static const struct name *name_of(struct copying *copying, const xmlNs *ns,
    const xmlChar *local)
{
    uintptr_t place = (uintptr_t)local;
    size_t slot = (place ^ place >> 8 ^ (ns != NULL)) % MET_NAMES;

    if (!local)                 /* libxml2 goes on without it */
        give_up(copying->tree->pool.out, "no memory", NULL);
    if (copying->met[slot].local == local && copying->met[slot].ns == ns)
        return copying->met[slot].name;
    copying->met[slot].ns = ns;
    copying->met[slot].local = local;
    copying->met[slot].name = names_get(copying->names,
        ns ? (const char *)ns->href : "", (const char *)local);
    return copying->met[slot].name;
}

static void copy_attributes(struct copying *copying, const xmlNode *element)
{
    struct tree *tree = copying->tree;

    for (const xmlAttr *from = element->properties; from; from = from->next) {
        const xmlNode *only = from->children;
        if (only && (only->next || only->type != XML_TEXT_NODE))
            give_up(tree->pool.out, "an entity in an attribute", NULL);
        struct node *node = tree_attribute(tree,
            name_of(copying, from->ns, from->name),
            from->ns ? (const char *)from->ns->prefix : NULL,
            text_of(only ? only->content : NULL));
        node->origin = (const xmlNode *)from;
    }
}

#define LISTED_AT_ONCE 32       /* attributes; hardly any element has more */

static void copy_one(struct copying *copying, const struct attribute *at)
{
    tree_attribute(copying->tree, name_of(copying, NULL, BAD_CAST at->name),
        NULL, text_of(BAD_CAST at->value));
}

/* Those of a submission have no nodes. */
static void copy_given(struct copying *copying, xmlNodePtr element)
{
    struct attribute list[LISTED_AT_ONCE], *last;
    size_t count = node_attributes(element, list, LISTED_AT_ONCE);

    for (size_t k = 0; k < count && k < LISTED_AT_ONCE; k++)
        copy_one(copying, &list[k]);
    if (count <= LISTED_AT_ONCE)
        return;
    last = &list[LISTED_AT_ONCE - 1];
    while (node_attribute_behind(element, last->name, last))
        copy_one(copying, last);
}

/* One of a submission is in no namespace. */
static void copy_own(struct copying *copying, const xmlNode *from)
{
    struct node *node = tree_open(copying->tree,
        name_of(copying, NULL, from->name), NULL);

    node->origin = from;
    copy_given(copying, (xmlNodePtr)from);
}

static void copy_other(struct copying *copying, const xmlNode *from)
{
    struct tree *tree = copying->tree;
    struct node *node = tree_open(tree,
        name_of(copying, from->ns, from->name),
        from->ns ? (const char *)from->ns->prefix : NULL);

    node->origin = from;
    for (const xmlNs *ns = from->nsDef; ns; ns = ns->next)
        tree_declare(tree, (const char *)ns->prefix,
            ns->href ? (const char *)ns->href : "");
    copy_attributes(copying, from);
}

static void copy_element(struct copying *copying, const xmlNode *from)
{
    if (submission_flats(from->doc))
        copy_own(copying, from);
    else
        copy_other(copying, from);
}

static void copy_node(struct copying *copying, const xmlNode *from)
{
    struct tree *tree = copying->tree;
    struct node *node = NULL;

    switch (from->type) {
    case XML_ELEMENT_NODE:
        copy_element(copying, from);
        return;
    case XML_TEXT_NODE:
    case XML_CDATA_SECTION_NODE:
        if (from->content && *from->content)
            node = tree_text(tree, text_of(from->content));
        break;
    case XML_COMMENT_NODE:
        node = tree_other(tree, NODE_COMMENT, NULL, text_of(from->content));
        break;
    case XML_PI_NODE:
        node = tree_other(tree, NODE_INSTRUCTION,
            name_of(copying, NULL, from->name),
            text_of(from->content));
        break;
    case XML_DTD_NODE:
        break;
    default:
        give_up(tree->pool.out, "a node of an unusual kind", NULL);
    }
    if (node)
        node->origin = from;
}

void tree_copy(struct tree *tree, xmlDocPtr doc, struct names *names)
{
    struct copying copying = { .tree = tree, .names = names };
    const xmlNode *node = doc->children;

    tree->root->origin = (const xmlNode *)doc;
    while (node) {
        copy_node(&copying, node);
        if (node->type == XML_ELEMENT_NODE && node->children) {
            node = node->children;
            continue;
        }
        if (node->type == XML_ELEMENT_NODE)
            tree_close(tree);
        while (!node->next && node->parent
                && node->parent->type == XML_ELEMENT_NODE) {
            tree_close(tree);
            node = node->parent;
        }
        node = node->next;
    }
    tree_finish(tree);
}
