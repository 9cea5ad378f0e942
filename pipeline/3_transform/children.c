/* Children by number and name, indexed where an element has many. */

#include "3_transform/children.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/list.h"
#include "3_transform/children_index.h"
#include "3_transform/submission.h"

/* An element with fewer children has no index; they are looked through. */
#define MANY 16

static const char *name_in(xmlNodePtr child, bool in_list)
{
    return in_list ? node_attribute(child, "key") : (const char *)child->name;
}

static bool add_name(struct known *known, xmlNodePtr child, const char *name)
{
    uint32_t id;
    xmlNodePtr *named = id_map_list(&known->names,
        id_map_text(name, strlen(name)), known->named, &known->named_room,
        sizeof *named, &id);

    if (!named)
        return false;
    known->named = named;
    if (!named[id])
        named[id] = child;
    return true;
}

static bool add_child(struct known *known, xmlNodePtr child, bool in_list)
{
    const char *name = name_in(child, in_list);
    xmlNodePtr *list = list_room(known->list, known->count, &known->room,
        sizeof *list);

    uint32_t id;

    if (list)
        known->list = list;
    if (!list || !id_map_add(&known->numbers, (uintptr_t)child, &id))
        return false;
    list[known->count++] = child;
    return !name || add_name(known, child, name);
}

static bool read_children(struct known *known, xmlNodePtr node)
{
    bool in_list = node_is_list(node), good = true;

    children_forget(known);
    for (xmlNodePtr child = xmlFirstElementChild(node); good && child;
        child = xmlNextElementSibling(child))
        good = add_child(known, child, in_list);
    known->last = node->last;
    return good;
}

/* Room for what is known of an element; NULL if memory runs out. */
static struct known *room_for(struct children *children, xmlNodePtr node)
{
    uint32_t id;
    struct known *list = id_map_list(&children->nodes, (uintptr_t)node,
        children->list, &children->room, sizeof *list, &id);

    if (!list)
        return NULL;
    children->list = list;
    return &list[id];
}

/* The index of an element's children; NULL if they have to be looked
 * through. */
static struct known *known_of(xmlNodePtr node)
{
    struct children **children = submission_children(node->doc);
    struct known *known;

    if (!children)
        return NULL;
    if (!*children)
        *children = calloc(1, sizeof **children);
    known = *children ? room_for(*children, node) : NULL;
    if (!known || (known->last && known->last == node->last))
        return known;
    if (read_children(known, node))
        return known;
    children_forget(known);
    return NULL;
}

xmlNodePtr child_at(xmlNodePtr node, size_t number)
{
    struct known *known = number < MANY ? NULL : known_of(node);
    xmlNodePtr child;

    if (known)
        return number < known->count ? known->list[number] : NULL;
    child = xmlFirstElementChild(node);
    while (child && number-- > 0)
        child = xmlNextElementSibling(child);
    return child;
}

size_t child_number(xmlNodePtr child)
{
    xmlNodePtr before = xmlPreviousElementSibling(child);
    size_t number = 0;
    uint32_t id;

    for (; before && number < MANY; number++)
        before = xmlPreviousElementSibling(before);
    struct known *known = before ? known_of(child->parent) : NULL;
    if (known && id_map_find(&known->numbers, (uintptr_t)child, &id))
        return id;
    for (; before; number++)
        before = xmlPreviousElementSibling(before);
    return number;
}

static bool is_called(xmlNodePtr child, bool in_list, const char *name,
    size_t length)
{
    const char *own = name_in(child, in_list);

    return own && (length == 0 || *own == *name)
        && strncmp(own, name, length) == 0 && !own[length];
}

xmlNodePtr child_called(xmlNodePtr node, const char *name, size_t length)
{
    bool in_list = node_is_list(node);
    xmlNodePtr child = xmlFirstElementChild(node);
    uint32_t id;

    for (size_t k = 0; child && k < MANY; k++) {
        if (is_called(child, in_list, name, length))
            return child;
        child = xmlNextElementSibling(child);
    }
    struct known *known = child ? known_of(node) : NULL;
    if (known && !id_map_find(&known->names, id_map_text(name, length), &id))
        return NULL;
    if (known && is_called(known->named[id], in_list, name, length))
        return known->named[id];
    while (child && !is_called(child, in_list, name, length))
        child = xmlNextElementSibling(child);
    return child;
}
