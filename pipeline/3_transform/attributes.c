/* What the attributes of elements of submission.xml say, and their changes. */

#include "3_transform/submission.h"

#include <string.h>

#include "3_transform/given.h"
#include "3_transform/own_element.h"

/* An attribute of any tree that no entity is in has one text at most. */
static const char *value_in_list(xmlNodePtr node, const char *name)
{
    xmlAttrPtr attribute = node->properties;

    while (attribute && (attribute->ns
            || attribute->name[0] != (unsigned char)name[0]
            || strcmp((const char *)attribute->name, name) != 0))
        attribute = attribute->next;
    if (!attribute)
        return NULL;
    return attribute->children
        ? (const char *)attribute->children->content : "";
}

/* NULL: none. */
static const char *src_of(struct own_element *own)
{
    return own->node.properties ? value_in_list(&own->node, "src")
        : own->node.psvi;
}

/* What an attribute of an element says. */
static const char *says(struct own_element *own, const struct given *given)
{
    return given->value == given_apart && own->node.properties
        ? value_in_list(&own->node, given->name)
        : given_says(&own->node, given);
}

/* Mostly it is the first that has the bit of its name. */
static const struct given *find_given(const struct given *last,
    const char *name)
{
    const struct given *given = last;
    uint32_t bit = given_name_bit(name);

    if (!given || !(given->names & bit))
        return NULL;
    while (given->before && given->before->names & bit)
        given = given->before;
    if (given->name == name || strcmp(given->name, name) == 0)
        return given;
    given = last;
    while (given && strcmp(given->name, name) != 0)
        given = given->before;
    return given;
}

bool submission_may_have(xmlDocPtr submission, const char *attribute)
{
    const struct memory *memory = submission->_private;

    return !memory || memory->names & given_name_bit(attribute)
        || name_is_src(attribute);
}

const struct given *node_given(xmlNodePtr node)
{
    const struct own_element *own = own_element(node);

    return own ? own->last : NULL;
}

const char *given_value(const struct given *given, const char *name)
{
    if (given_is_state(name))   /* at hand, since all are asked for it */
        return given && given->state
            ? state_name((enum state)(given->state - 1)) : NULL;
    const struct given *found = find_given(given, name);

    return found ? found->value : NULL;
}

/* A value that is not shared, as long as its element lasts. */
static char *own_copy(xmlNodePtr node, const char *value, given_maker *new_one)
{
    return new_one == given_lasting ? (char *)value
        : arena_copy(&memory_of(node)->values, value, strlen(value));
}

static bool set_src(xmlNodePtr node, const char *value, given_maker *new_one)
{
    char *own = own_copy(node, value, new_one);

    if (!own || is_listed(node))
        return own && own_list_change(node, "src", own);
    node->psvi = own;
    return true;
}

/* Gives an element an attribute that it may share with others. */
static bool set_given(xmlNodePtr node, const char *name, const char *value,
    given_maker *new_one)
{
    struct own_element *own = (struct own_element *)node;
    struct memory *memory = memory_of(node);
    const struct given *last = own->last;
    const struct given *old = find_given(last, name);

    last = old ? given_replace(memory, last, old, new_one, value)
        : new_one(memory, last, name, value);
    if (!last)
        return false;
    own->last = last;
    if (memory->flats.flats)
        memory->flats.changed(memory->flats.flats, node);
    return true;
}

/* Gives it one whose value it has for itself, where the tree keeps that. */
static bool set_apart(xmlNodePtr node, const char *name, char *own)
{
    const struct given *old = find_given(((struct own_element *)node)->last,
        name);

    if (!own || ((!old || old->value != given_apart)
            && !set_given(node, name, given_apart, given_lasting)))
        return false;
    if (is_listed(node))
        return own_list_change(node, name, own);
    if (name_is_value(name))
        node->nsDef = (xmlNsPtr)own;
    else
        node->ns = (xmlNsPtr)own;
    return true;
}

static bool set(xmlNodePtr node, const char *name, const char *value,
    given_maker *new_one)
{
    struct own_element *own = (struct own_element *)node;

    if (name_is_src(name))
        return set_src(node, value, new_one);
    if (name_is_value(name))
        return set_apart(node, name, own_copy(node, value, new_one));
    return set_given(node, name, value, new_one)
        && (!is_listed(node) || !*name
            || own_list_change(node, name,
                find_given(own->last, name)->value));
}

bool node_add_attribute(xmlNodePtr node, const char *name, const char *value)
{
    return set(node, name, value, given_lasting);
}

bool node_add_own_label(xmlNodePtr node, const char *label)
{
    return set_apart(node, "label", (char *)label);
}

bool node_set_attribute(xmlNodePtr node, const char *name, const char *value)
{
    return set(node, name, value, given_copied);
}

bool node_set_overrides(xmlNodePtr leaf, const char *code)
{
    return set(leaf, "", code, given_lasting);
}

const char *node_overrides(xmlNodePtr leaf)
{
    const struct own_element *own = own_element(leaf);

    return own ? given_value(own->last, "") : NULL;
}

const char *node_attribute(xmlNodePtr node, const char *name)
{
    struct own_element *own = own_element(node);

    if (!own)
        return value_in_list(node, name);
    if (name_is_src(name))
        return src_of(own);
    const struct given *given = find_given(own->last, name);
    return given ? says(own, given) : NULL;
}

bool node_attribute_behind(xmlNodePtr node, const char *name,
    struct attribute *next)
{
    struct own_element *own = own_element(node);

    if (!name && src_of(own)) {
        *next = (struct attribute){ "src", src_of(own) };
        return true;
    }
    const struct given *given = given_behind(own->last,
        !name || name_is_src(name) ? NULL : find_given(own->last, name));
    if (given)
        *next = (struct attribute){ given->name, says(own, given) };
    return given;
}

size_t node_attributes(xmlNodePtr node, struct attribute *list, size_t room)
{
    struct own_element *own = own_element(node);
    const char *src = src_of(own);
    size_t count = src != NULL;

    for (const struct given *given = own->last; given; given = given->before)
        count += *given->name != '\0';
    size_t at = count;
    for (const struct given *given = own->last; given; given = given->before)
        if (*given->name && --at < room)
            list[at] = (struct attribute){ given->name, says(own, given) };
    if (src && room > 0)
        list[0] = (struct attribute){ "src", src };
    return count;
}

enum state node_state(xmlNodePtr node)
{
    const struct own_element *own = own_element(node);
    const char *name = own ? NULL : node_attribute(node, "state");

    if (own)
        return own->last && own->last->state
            ? (enum state)(own->last->state - 1) : STATE_STATED;
    return name ? given_state(name) : STATE_STATED;
}

bool node_value_type(xmlNodePtr node, enum value_type *type)
{
    const struct own_element *own = own_element(node);
    const char *name = own ? NULL : node_attribute(node, "type");

    if (!own)
        return name && value_type_parse(name, type);
    if (!own->last || !own->last->type)
        return false;
    *type = (enum value_type)(own->last->type - 1);
    return true;
}

bool node_is_list(xmlNodePtr node)
{
    const struct own_element *own = own_element(node);
    const char *type = own ? NULL : node_attribute(node, "type");

    return own ? own->last && own->last->is_list
        : type && strcmp(type, "list") == 0;
}
