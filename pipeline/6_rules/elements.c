/* All elements of a submission in one array, with what rules ask most often. */

#include "6_rules/elements.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/list.h"
#include "3_transform/numbered.h"
#include "3_transform/submission.h"

static bool is_part(xmlNodePtr node)
{
    return node->type == XML_ELEMENT_NODE
        && strcmp((const char *)node->name, "reference") != 0;
}

static struct element describe(xmlNodePtr node)
{
    return (struct element){ .node = node,
        .type = node_attribute(node, "type"),
        .state = node_attribute(node, "state"),
        .asked = node_attribute(node, "asked"),
        .asked_rule = node_attribute(node, "asked-rule"),
        .names = node_names(node) };
}

/* An element, or a place that none is found in. */
static bool add(struct elements *elements, xmlNodePtr node, bool counts)
{
    struct element *list = list_room(elements->list, elements->count,
        &elements->room, sizeof *list);

    if (!list)
        return false;
    elements->list = list;
    list[elements->count++] = counts ? describe(node) : (struct element){0};
    element_set_number(node, elements->count);
    return true;
}

/* Lists an element, or its place alone, with all inside it; a text has only
 * words and references. */
static bool add_all(struct elements *elements, xmlNodePtr node, bool counts)
{
    size_t number = elements->count;
    bool good = add(elements, node, counts);

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
    size_t place = element_number(node) - 1;
    return place < elements->count && elements->list[place].node == node
        ? &elements->list[place] : NULL;
}
