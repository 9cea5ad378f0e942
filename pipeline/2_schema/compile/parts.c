/* Nodes that are walked as one: a node with those that its $ref and allOf
 * lead to, and the members of one name in several of them. */

#include "2_schema/compile/compile.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/list.h"

/* An edition has some thousand nodes with one or two parts each.  What
 * doubles on and on, or makes ever new nodes, comes to this. */
#define PARTS_MAX 2000000
#define MERGED_MAX 100000

static bool add_part(struct compiler *compiler,
    const struct schema_node *part)
{
    struct parts *parts = &compiler->parts;

    if (part->taken == parts->of)
        return true;
    /* Nodes are constant to all but those who compile them. */
    ((struct schema_node *)part)->taken = parts->of;
    const struct schema_node **nodes = list_room(parts->nodes, parts->count,
        &parts->room, sizeof *nodes);
    if (!nodes) {
        compiler->schema->arena.failed = true;
        return false;
    }
    parts->nodes = nodes;
    nodes[parts->count++] = part;
    for (size_t k = 0; k < part->check_count; k++) {
        const struct check *check = &part->checks[k];
        if (check->keyword->id != KEYWORD_ALL_OF)
            continue;
        for (size_t b = 0; b < check->branches.count; b++)
            if (!add_part(compiler, check->branches.nodes[b]))
                return false;
    }
    return true;
}

/* What is written in place comes before what it refers to. */
static bool collect_parts(struct compiler *compiler,
    const struct schema_node *node)
{
    struct parts *parts = &compiler->parts;
    bool good = true;

    parts->count = 0;
    parts->of++;
    if (!node->roots.count)
        good = add_part(compiler, node);
    for (size_t k = 0; good && k < node->roots.count; k++)
        good = add_part(compiler, node->roots.nodes[k]);
    for (size_t k = 0; good && k < parts->count; k++)
        if (parts->nodes[k]->ref)
            good = add_part(compiler, parts->nodes[k]->ref);
    return good;
}

bool node_find_parts(struct compiler *compiler, struct schema_node *node)
{
    struct parts *parts = &compiler->parts;

    if (!collect_parts(compiler, node))
        return false;
    parts->total += parts->count;
    if (parts->total > PARTS_MAX)
        return compiler_endless(compiler, node);
    node->parts.nodes = compiler_new(compiler, parts->count,
        sizeof *node->parts.nodes);
    if (!node->parts.nodes)
        return false;
    node->parts.count = parts->count;
    memcpy(node->parts.nodes, parts->nodes,
        parts->count * sizeof *parts->nodes);
    for (size_t k = 0; k < parts->count; k++)
        node->never = node->never || parts->nodes[k]->json->type
            == cJSON_False;
    return true;
}

static bool are_same(const struct node_list *a, const struct node_list *b)
{
    return a->count == b->count
        && memcmp(a->nodes, b->nodes, a->count * sizeof *a->nodes) == 0;
}

static void drop_repeated(struct node_list *list)
{
    size_t kept = 0;

    for (size_t k = 0; k < list->count; k++) {
        size_t before = 0;
        while (before < kept && list->nodes[before] != list->nodes[k])
            before++;
        if (before == kept)
            list->nodes[kept++] = list->nodes[k];
    }
    list->count = kept;
}

const struct schema_node *compiler_merged(struct compiler *compiler,
    struct node_list roots)
{
    drop_repeated(&roots);
    if (roots.count < 2)
        return roots.count ? roots.nodes[0] : NULL;

    struct schema_node *first = (struct schema_node *)roots.nodes[0];
    for (struct schema_node *node = first->merged; node;
        node = node->next_merged)
        if (are_same(&node->roots, &roots))
            return node;
    if (compiler->merged_count++ == MERGED_MAX) {
        compiler_endless(compiler, first);
        return NULL;
    }
    struct schema_node *node = compiler_new(compiler, 1, sizeof *node);
    if (!node || !compiler_add(compiler, node))
        return NULL;
    node->json = first->json;
    node->resource = first->resource;
    node->roots = roots;
    node->next_merged = first->merged;
    first->merged = node;
    return node;
}

/* A member as one part has it, and its place among those of all parts. */
struct candidate {
    const struct schema_member *member;
    size_t order;
};

static int compare_by_name(const void *left, const void *right)
{
    const struct candidate *a = left;
    const struct candidate *b = right;
    int order = strcmp(a->member->name, b->member->name);

    return order ? order : (a->order > b->order) - (a->order < b->order);
}

static int compare_by_order(const void *left, const void *right)
{
    const struct candidate *a = left;
    const struct candidate *b = right;

    return (a->order > b->order) - (a->order < b->order);
}

/* One member of several of a name; it stands where the first of them does. */
static const struct schema_member *merge_same(struct compiler *compiler,
    const struct candidate *same, size_t count)
{
    struct schema_member *member = compiler_new(compiler, 1, sizeof *member);
    struct node_list roots = { compiler_new(compiler, count,
        sizeof *roots.nodes), count };

    if (!member || !roots.nodes)
        return NULL;
    for (size_t k = 0; k < count; k++)
        roots.nodes[k] = same[k].member->node;
    member->name = same->member->name;
    member->node = compiler_merged(compiler, roots);
    return member->node ? member : NULL;
}

/* Of candidates sorted by name, one for each name; how many, 0 if that
 * fails. */
static size_t merge_candidates(struct compiler *compiler,
    struct candidate *list, size_t count)
{
    size_t kept = 0, next;

    for (size_t first = 0; first < count; first = next) {
        for (next = first + 1; next < count
            && strcmp(list[next].member->name, list[first].member->name) == 0;
            next++)
            ;
        struct candidate one = list[first];
        if (next - first > 1)
            one.member = merge_same(compiler, &list[first], next - first);
        if (!one.member)
            return 0;
        list[kept++] = one;
    }
    return kept;
}

static void keep_candidates(struct compiler *compiler,
    struct schema_node *node, struct candidate *list, size_t count)
{
    qsort(list, count, sizeof *list, compare_by_name);
    count = merge_candidates(compiler, list, count);
    qsort(list, count, sizeof *list, compare_by_order);
    node->members = compiler_new(compiler, count, sizeof *node->members);
    for (size_t k = 0; node->members && k < count; k++)
        node->members[node->member_count++] = *list[k].member;
    node->members_by_name = compiler_sort(compiler, node->members,
        node->member_count);
}

void node_merge_members(struct compiler *compiler, struct schema_node *node)
{
    const struct schema_node *only = NULL;
    size_t count = 0, all = 0;

    for (size_t p = 0; p < node->parts.count; p++) {
        all += node->parts.nodes[p]->own_count;
        if (node->parts.nodes[p]->own_count) {
            only = node->parts.nodes[p];
            count++;
        }
    }
    if (count == 0)
        return;
    if (count == 1) {
        node->members = only->own;
        node->member_count = only->own_count;
        node->members_by_name = only->own_by_name;
        return;
    }
    struct candidate *list = malloc(all * sizeof *list);
    if (!list) {
        compiler->schema->arena.failed = true;
        return;
    }
    all = 0;
    for (size_t p = 0; p < node->parts.count; p++)
        for (size_t k = 0; k < node->parts.nodes[p]->own_count; k++, all++)
            list[all] = (struct candidate){
                &node->parts.nodes[p]->own[k], all };
    keep_candidates(compiler, node, list, all);
    free(list);
}
