/*
 * The node of another tree that stands where a node does: what was filed there
 * last year.
 */

#include <stdlib.h>
#include <string.h>

#include "0_base/id_map.h"
#include "3_transform/children.h"
#include "3_transform/submission.h"
#include "6_rules/related/related_calls.h"

/* The elements of a tree by their places. */
struct formers {
    xmlNodePtr root;
    struct id_map places;
    xmlNodePtr *nodes;          /* by the numbers of these */
    size_t room;
};

static void empty(void *memory)
{
    struct formers *formers = memory;

    id_map_free(&formers->places);
    free(formers->nodes);
}

/* A key for a step on the way: the name of a member, and of an entry what names
 * it, or its number. */
static uint64_t key_of_step(xmlNodePtr node, size_t number)
{
    const char *name = (const char *)node->name;
    const char *key = node_attribute(node, "key");
    uint64_t step = id_map_text(name, strlen(name));

    if (key)
        return id_map_chain(step, id_map_text(key, strlen(key)));
    return node_is_list(node->parent) ? id_map_chain(step, number) : step;
}

static bool add_node(struct formers *formers, xmlNodePtr node, uint64_t place)
{
    uint32_t id;
    xmlNodePtr *nodes = id_map_list(&formers->places, place, formers->nodes,
        &formers->room, sizeof *nodes, &id);

    if (!nodes)
        return false;
    formers->nodes = nodes;
    if (!nodes[id])             /* the first one of a name counts */
        nodes[id] = node;
    return true;
}

static bool add_below(struct formers *formers, xmlNodePtr node,
    uint64_t place)
{
    size_t number = 0;

    for (xmlNodePtr child = xmlFirstElementChild(node); child;
        child = xmlNextElementSibling(child)) {
        uint64_t key = id_map_chain(place, key_of_step(child, number++));
        if (!add_node(formers, child, key) || !add_below(formers, child, key))
            return false;
    }
    return true;
}

/* The places of that tree; NULL if memory runs out. */
static struct formers *open_formers(struct related *related, xmlNodePtr root)
{
    struct kept *kept = &related->kept[KEEPER_FORMER];
    struct formers *formers = kept->memory;

    if (formers && formers->root == root)
        return formers;
    formers = kept_renew(kept, sizeof *formers, empty);
    if (!formers)
        return NULL;
    formers->root = root;
    return add_below(formers, root, 0) ? formers : kept_drop(kept);
}

static uint64_t place_of(xmlNodePtr node)
{
    bool is_root = !node->parent || node->parent->type != XML_ELEMENT_NODE;

    return is_root ? 0 : id_map_chain(place_of(node->parent),
        key_of_step(node, child_number(node)));
}

static xmlNodePtr find_former(const struct formers *formers, xmlNodePtr node)
{
    uint32_t id;

    return id_map_find(&formers->places, place_of(node), &id)
        ? formers->nodes[id] : NULL;
}

void related_call_former(xmlXPathParserContextPtr parser, int given)
{
    struct call call;

    if (call_begin(&call, parser, given, 2)) {
        xmlNodePtr node = call_node(&call, 0), root = call_node(&call, 1);
        struct formers *formers = root
            ? open_formers(related_of(&call), root) : NULL;
        if (root && !formers)
            call_fail_memory(&call);
        else
            related_return_node(&call, node && formers
                ? find_former(formers, node) : NULL);
    }
    call_end(&call);
}
