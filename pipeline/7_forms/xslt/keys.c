/* key(): the nodes of a tree by what their key's use gives, listed when a tree
 * is first asked. */

#include <string.h>

#include "7_forms/xslt/calls.h"
#include "7_forms/xslt/fragment.h"
#include "7_forms/xslt/run.h"

static struct entry *find(const struct index *index, struct text use,
    uint32_t hash)
{
    struct entry *entry = index->slots[hash & (index->room - 1)];

    while (entry && (entry->hash != hash || !text_equal(entry->use, use)))
        entry = entry->next;
    return entry;
}

static void grow(struct index *index, struct pool *pool)
{
    size_t room = 2 * index->room;
    struct entry **slots = pool_new(pool, room, sizeof *slots);

    for (size_t k = 0; k < index->room; k++)
        for (struct entry *entry = index->slots[k], *next; entry;
            entry = next) {
            struct entry **slot = &slots[entry->hash & (room - 1)];
            next = entry->next;
            entry->next = *slot;
            *slot = entry;
        }
    index->slots = slots;
    index->room = room;
}

static void add(struct index *index, struct text use, struct node *node,
    struct pool *pool)
{
    uint32_t hash = hash_bytes(use.at, use.length);
    struct entry *entry = find(index, use, hash);

    if (!entry) {
        if (index->count++ == index->room)
            grow(index, pool);
        struct entry **slot = &index->slots[hash & (index->room - 1)];
        entry = pool_new(pool, 1, sizeof *entry);
        entry->use = (struct text){ pool_copy(pool, use.at, use.length),
            use.length };
        entry->hash = hash;
        entry->next = *slot;
        *slot = entry;
    }
    if (!entry->nodes.count
            || entry->nodes.at[entry->nodes.count - 1] != node)
        nodes_add(&entry->nodes, node, pool);
}

static void add_node(struct index *index, const struct key *key,
    struct node *node, struct context *context, struct pool *pool)
{
    context->node = context->current = node;
    for (; key; key = key->next) {
        const struct pattern *pattern = key->pattern;
        while (pattern && !pattern_takes(pattern, node, context))
            pattern = pattern->next;
        if (!pattern)
            continue;
        struct value use = expr_value(key->use, context);
        if (use.type != TYPE_NODES)
            add(index, value_to_text(&use, context->pool), node, pool);
        else
            for (size_t k = 0; k < use.nodes.count; k++)
                add(index, node_text(use.nodes.at[k]), node, pool);
    }
}

/* Whether the node itself is one that the key may be of. */
static bool may_have(const struct key *key, const struct node *node)
{
    for (; key; key = key->next)
        for (const struct pattern *pattern = key->pattern; pattern;
            pattern = pattern->next)
            if (pattern_ends_at(pattern, node))
                return true;
    return false;
}

static void add_all(struct index *index, size_t key, struct tree *tree,
    const struct context *outer, struct pool *pool)
{
    struct context context = *outer;
    const struct key *rules = outer->run->program->keys[key];
    struct node *node = tree->root;

    context.position = context.size = 1;
    context.slots = NULL;
    while (node) {
        if ((node->kind == NODE_ELEMENT || node->kind == NODE_TEXT)
            && may_have(rules, node)) {
            struct frame frame = frame_begin(outer);
            add_node(index, rules, node, &context, pool);
            frame_end(outer, frame);
        }
        if (node->first) {
            node = node->first;
            continue;
        }
        while (node->parent && !node->next)
            node = node->parent;
        node = node->next;
    }
}

/* A fragment's go with it; those of other trees are the run's, since several
 * may share a stylesheet's documents. */
static bool is_fragment(const struct tree *tree, const struct run *run)
{
    return tree->serial > run->source.serial;
}

static const struct index *index_of(size_t key, struct context *context)
{
    struct run *run = context->run;
    struct tree *tree = context->node->tree;
    bool is_own = is_fragment(tree, run);
    struct index **list = is_own ? &tree->indexes : &run->indexes;
    struct pool *pool = is_own ? &tree->pool : &run->kept;
    struct index *index = *list;

    while (index && (index->key != key || index->serial != tree->serial))
        index = index->next;
    if (index && !index->is_whole)
        give_up(context->pool->out, "a key of itself", NULL);
    if (index)
        return index;
    index = pool_new(pool, 1, sizeof *index);
    *index = (struct index){ .key = key, .serial = tree->serial,
        .room = 64, .next = *list,
        .slots = pool_new(pool, 64, sizeof *index->slots) };
    *list = index;
    add_all(index, key, tree, context, pool);
    index->is_whole = true;
    return index;
}

static struct nodes found(const struct index *index, struct text use)
{
    const struct entry *entry = find(index, use,
        hash_bytes(use.at, use.length));

    return entry ? entry->nodes : (struct nodes){ 0 };
}

struct value xpath_key(const struct expr *call, struct context *context)
{
    const struct index *index = index_of(call->slot, context);
    struct value use = expr_value(call->arguments[1], context);
    struct nodes all = { 0 };

    if (use.type != TYPE_NODES || use.nodes.count == 1)
        return value_nodes(found(index, value_to_text(&use, context->pool)));
    for (size_t k = 0; k < use.nodes.count; k++) {
        struct nodes some = found(index, node_text(use.nodes.at[k]));
        for (size_t m = 0; m < some.count; m++)
            nodes_add(&all, some.at[m], context->pool);
    }
    nodes_sort(&all, context->pool);
    return value_nodes(all);
}
