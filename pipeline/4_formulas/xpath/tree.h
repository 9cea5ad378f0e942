#ifndef XPATH_TREE_H
#define XPATH_TREE_H

/*
 * Compact trees, that a compiled stylesheet reads: what is below a node stands
 * behind it, and its string value is one run of bytes.
 *
 * Ownership: a tree made of an xmlDoc borrows its names and namespaces; nodes
 *            are the tree's.
 */

#include <libxml/tree.h>
#include <stdint.h>

#include "0_base/buffer.h"
#include "4_formulas/xpath/names.h"

/* The first word of a node; from NODE_FLAT_ROOT on it is one of flats.h. */
enum node_kind { NODE_ROOT, NODE_ELEMENT, NODE_ATTRIBUTE, NODE_TEXT,
    NODE_COMMENT, NODE_INSTRUCTION, NODE_FLAT_ROOT, NODE_FLAT,
    NODE_FLAT_ATTRIBUTE };

/* A run of bytes, without a NUL. */
struct text {
    const char *at;
    size_t length;
};

struct namespace {
    const char *prefix;         /* NULL: the default */
    const char *uri;            /* "" takes the default away */
    struct namespace *next;
};

struct node {
    enum node_kind kind;
    uint32_t order;             /* in the tree, from 0 */
    uint32_t from, to;          /* its string value: in tree->text, or in
                                   tree->values where it stands in no other */
    const struct name *name;    /* NULL where a kind has none */
    const char *prefix;         /* NULL: none */
    struct node *parent, *next, *before, *first, *last, *attributes;
    struct namespace *declared;
    struct tree *tree;
    const xmlNode *origin;      /* NULL: none */
};

struct tree {
    struct pool pool;
    struct buffer text, values;
    struct node *root;
    uint32_t count;             /* nodes */
    unsigned serial;            /* of a run: trees are in this order */
    struct index *indexes;      /* of keys, of a fragment's own */
    struct tree *older;         /* of a list of trees */
    struct node *open;          /* where the next node goes, in the making */
};

/* A tree is zeroed, or cleared, before it is begun. */
void tree_begin(struct tree *tree, struct pool *owner, size_t most);
/* Takes its nodes, and keeps a little memory for another tree. */
void tree_clear(struct tree *tree);
void tree_free(struct tree *tree);

/* Of an element, before its children; the rest of the text is added to the
 * open node. */
struct node *tree_open(struct tree *tree, const struct name *name,
    const char *prefix);
void tree_close(struct tree *tree);
void tree_finish(struct tree *tree);
void tree_declare(struct tree *tree, const char *prefix, const char *uri);
struct node *tree_attribute(struct tree *tree, const struct name *name,
    const char *prefix, struct text value);
/* Another value of an attribute. */
void tree_set_value(struct node *attribute, struct text value);
struct node *tree_text(struct tree *tree, struct text text);
struct node *tree_other(struct tree *tree, enum node_kind kind,
    const struct name *name, struct text value);

/* A copy of a document, with the names of a stylesheet. */
void tree_copy(struct tree *tree, xmlDocPtr doc, struct names *names);

/* Whether it is no node of a tree like this, but one of flats.h. */
static inline bool node_is_flat(const struct node *node)
{
    return node->kind >= NODE_FLAT_ROOT;
}

struct text flat_text(const struct node *node);
int flat_compare(const struct node *a, const struct node *b);

static inline struct text node_text(const struct node *node)
{
    if (node_is_flat(node))
        return flat_text(node);
    const struct buffer *of = node->kind <= NODE_ELEMENT
        || node->kind == NODE_TEXT ? &node->tree->text : &node->tree->values;

    return (struct text){ buffer_string(of) + node->from,
        node->to - node->from };
}

/* Negative, 0 or positive, in document order. */
static inline int node_compare(const struct node *a, const struct node *b)
{
    if (node_is_flat(a))
        return flat_compare(a, b);
    unsigned x = a->tree == b->tree ? a->order : a->tree->serial;
    unsigned y = a->tree == b->tree ? b->order : b->tree->serial;

    return (x > y) - (x < y);
}

#endif
