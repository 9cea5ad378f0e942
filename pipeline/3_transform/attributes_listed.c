/* Attributes of submission.xml as nodes, for libxml2 to read. */

#include "3_transform/submission.h"

#include <libxml/parserInternals.h>     /* xmlStringText */
#include <string.h>

#include "3_transform/own_element.h"

/* It has no parent, since attributes of one value share it; it is never
 * changed. */
static xmlNodePtr new_text(struct memory *memory, const char *value,
    xmlDocPtr doc)
{
    xmlNodePtr text = arena_take(&memory->lists, 1, sizeof *text);

    if (text)
        *text = (xmlNode){ .type = XML_TEXT_NODE, .name = xmlStringText,
            .doc = doc, .content = BAD_CAST value };
    return text;
}

static xmlNodePtr text_of(struct memory *memory, const char *value,
    xmlDocPtr doc)
{
    uintptr_t place = (uintptr_t)value;
    xmlNodePtr *text = &memory->texts[(place >> 4 ^ place >> 13)
        % TEXTS_KNOWN];

    if (!*text || (const char *)(*text)->content != value)
        *text = new_text(memory, value, doc);
    return *text;
}

static bool set_value(xmlAttrPtr attribute, const char *value)
{
    attribute->children = attribute->last = text_of(
        memory_of(attribute->parent), value, attribute->doc);
    return attribute->children;
}

/* The last attribute of a list is before it; NULL: there is none. */
static xmlAttrPtr add(xmlNodePtr node, xmlAttrPtr last, const char *name,
    const char *value)
{
    xmlAttrPtr attribute = arena_take(&memory_of(node)->lists, 1,
        sizeof *attribute);

    if (!attribute)
        return NULL;
    *attribute = (xmlAttr){ .type = XML_ATTRIBUTE_NODE,
        .name = BAD_CAST name, .parent = node, .doc = node->doc,
        .prev = last };
    if (last)
        last->next = attribute;
    else
        node->properties = attribute;
    return set_value(attribute, value) ? attribute : NULL;
}

/* False, with no list, if memory runs out. */
static bool list(xmlNodePtr node)
{
    const struct given *last = own_element(node)->last;
    const struct given *given = given_behind(last, NULL);
    const char *src = node->psvi;
    xmlAttrPtr newest = src ? add(node, NULL, "src", src) : NULL;
    bool good = newest || !src;

    for (; good && given; given = given_behind(last, given)) {
        newest = add(node, newest, given->name, given_says(node, given));
        good = newest != NULL;
    }
    if (good) {
        node->psvi = NULL;
        node->nsDef = NULL;
        node->ns = NULL;
    } else {
        node->properties = NULL;
    }
    return good;
}

static bool list_all(xmlNodePtr node)
{
    bool good = node->properties || list(node);

    for (xmlNodePtr child = xmlFirstElementChild(node); good && child;
            child = xmlNextElementSibling(child))
        good = list_all(child);
    return good;
}

bool submission_list(xmlDocPtr submission)
{
    struct memory *memory = submission->_private;
    xmlNodePtr root = xmlDocGetRootElement(submission);

    if (memory && !memory->lists_all)
        memory->lists_all = !root || list_all(root);
    return !memory || memory->lists_all;
}

static xmlAttrPtr find(xmlNodePtr node, const char *name)
{
    xmlAttrPtr attribute = node->properties;

    while (attribute && strcmp((const char *)attribute->name, name) != 0)
        attribute = attribute->next;
    return attribute;
}

xmlAttrPtr node_listed(xmlNodePtr node, const char *name)
{
    return node->properties || list(node) ? find(node, name) : NULL;
}

bool own_list_change(xmlNodePtr node, const char *name, const char *value)
{
    xmlAttrPtr attribute = find(node, name), last = node->properties;

    if (attribute)
        return set_value(attribute, value);
    while (last && last->next)
        last = last->next;
    return add(node, last, name, value);
}
