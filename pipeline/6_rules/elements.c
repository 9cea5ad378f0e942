/* All elements of a submission in one array, with what rules ask most often. */

#include "6_rules/elements.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/list.h"
#include "3_transform/submission.h"

static bool is_part(xmlNodePtr node)
{
    return node->type == XML_ELEMENT_NODE
        && strcmp((const char *)node->name, "reference") != 0;
}

/* libxml2 keeps the place of an element there, counted down from -1. */
static void set_number(xmlNodePtr node, size_t number)
{
    node->content = (xmlChar *)-(intptr_t)(number + 1);
}

static size_t number_of(xmlNodePtr node)
{
    return (size_t)-(intptr_t)node->content - 1;
}

static bool add(struct elements *elements, xmlNodePtr node)
{
    struct element *list = list_room(elements->list, elements->count,
        &elements->room, sizeof *list);

    if (!list)
        return false;
    elements->list = list;
    set_number(node, elements->count);
    list[elements->count++] = (struct element){ .node = node,
        .type = node_attribute(node, "type"),
        .state = node_attribute(node, "state"),
        .asked = node_attribute(node, "asked"),
        .asked_rule = node_attribute(node, "asked-rule"),
        .names = node_names(node) };
    return true;
}

/* A place that no element is found in. */
static bool add_none(struct elements *elements, xmlNodePtr node)
{
    struct element *list = list_room(elements->list, elements->count,
        &elements->room, sizeof *list);

    if (!list)
        return false;
    elements->list = list;
    set_number(node, elements->count);
    list[elements->count++] = (struct element){0};
    return true;
}

/* Lists an element, or its place alone, with all inside it; a text has only
 * words and references. */
static bool add_all(struct elements *elements, xmlNodePtr node, bool counts)
{
    size_t number = elements->count;
    bool good = counts ? add(elements, node) : add_none(elements, node);

    counts = counts && node->children && is_part(node->children);
    for (xmlNodePtr child = xmlFirstElementChild(node); good && child;
        child = xmlNextElementSibling(child)) {
        counts = counts && is_part(child);
        good = add_all(elements, child, counts);
    }
    if (good)
        elements->list[number].end = (uint32_t)elements->count;
    return good;
}

bool elements_read(struct elements *elements, xmlDocPtr doc)
{
    xmlNodePtr root = xmlDocGetRootElement(doc);

    *elements = (struct elements){0};
    return !root || add_all(elements, root, true);
}

void elements_free(struct elements *elements)
{
    free(elements->list);
    *elements = (struct elements){0};
}

const struct element *elements_find(const struct elements *elements,
    xmlNodePtr node)
{
    if (node->type != XML_ELEMENT_NODE)
        return NULL;
    size_t number = number_of(node);
    return number < elements->count && elements->list[number].node == node
        ? &elements->list[number] : NULL;
}
