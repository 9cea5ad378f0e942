#ifndef AXIS_H
#define AXIS_H

/* The nodes of an axis, nearest first, and whether a step's test passes one. */

#include <string.h>

#include "4_formulas/xpath/flats.h"

static inline bool step_passes(const struct step *step, const struct node *node)
{
    if (node_is_flat(node))
        return flat_passes(step, node);
    switch (step->test) {
    case TEST_NAME:
        return node->name == step->name && node->kind == step->principal;
    case TEST_ANY:
        return node->kind == step->principal;
    case TEST_SPACE:
        return node->kind == step->principal
            && strcmp(node->name->uri, step->uri) == 0;
    case TEST_TEXT:
        return node->kind == NODE_TEXT;
    case TEST_COMMENT:
        return node->kind == NODE_COMMENT;
    case TEST_INSTRUCTION:
        return node->kind == NODE_INSTRUCTION;
    default:
        return true;
    }
}

static inline struct node *next_below(const struct node *top, struct node *node)
{
    if (node->first)
        return node->first;
    while (node != top && !node->next)
        node = node->parent;
    return node == top ? NULL : node->next;
}

static inline bool is_sibling(const struct node *node)
{
    return node->kind != NODE_ATTRIBUTE;
}

static inline struct node *axis_first(enum axis axis, struct node *node)
{
    if (node_is_flat(node))
        return flat_first(axis, node);
    switch (axis) {
    case AXIS_ANCESTOR:
    case AXIS_PARENT:
        return node->parent;
    case AXIS_ATTRIBUTE:
        return node->attributes;
    case AXIS_CHILD:
    case AXIS_DESCENDANT:
        return node->first;
    case AXIS_FOLLOWING_SIBLING:
        return is_sibling(node) ? node->next : NULL;
    case AXIS_PRECEDING_SIBLING:
        return is_sibling(node) ? node->before : NULL;
    default:
        return node;
    }
}

static inline struct node *axis_next(enum axis axis, const struct node *from,
    struct node *node)
{
    if (node_is_flat(node))
        return flat_next(axis, from, node);
    switch (axis) {
    case AXIS_ANCESTOR:
    case AXIS_ANCESTOR_OR_SELF:
        return node->parent;
    case AXIS_ATTRIBUTE:
    case AXIS_CHILD:
    case AXIS_FOLLOWING_SIBLING:
        return node->next;
    case AXIS_DESCENDANT:
    case AXIS_DESCENDANT_OR_SELF:
        return next_below(from, node);
    case AXIS_PRECEDING_SIBLING:
        return node->before;
    default:
        return NULL;
    }
}

#endif
