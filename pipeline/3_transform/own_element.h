#ifndef OWN_ELEMENT_H
#define OWN_ELEMENT_H

/*
 * What an element of a submission takes; for the files that make and change
 * them.
 *
 * Much of the time that large data takes is spent on fetching its elements
 * from memory, so they are small: attributes are no nodes, and elements that
 * have the same ones share them.
 *
 * Ownership: all of it is the tree's, and lasts as long.
 */

#include <libxml/tree.h>
#include <stdbool.h>
#include <stdint.h>

#include "0_base/arena.h"
#include "3_transform/submission.h"

/* An attribute and, behind it, those before it.  It never changes. */
struct given {
    const struct given *before; /* NULL: it is the first */
    const char *name;           /* "": it is no attribute, but
                                   node_overrides() */
    const char *value;
    uint32_t names;             /* bits of the names of all these */
    uint8_t type;               /* by their @type: the value type and 1; or 0 */
    uint8_t state;              /* by their @state: that and 1; or 0 */
    bool is_list;               /* by their @type */
};

/* Those that were made last, each where its hash is; more of them as there are
 * more, so that what returns in each of many rows is found again. */
struct made_last {
    const struct given **list;
    size_t room, made;          /* since there is as much room */
};

enum { TEXTS_KNOWN = 512 };

/* Elements lie apart from all else, so that a search through them stays within
 * few pages of memory. */
struct memory {
    struct arena elements;
    size_t added;               /* of these */
    struct arena values;        /* attributes, and all strings */
    struct arena lists;         /* of attributes, for libxml2 */
    struct made_last known;
    uint32_t names;             /* bits of all names of attributes */
    xmlNodePtr texts[TEXTS_KNOWN];      /* of values in lists: the newest of
                                           each hash */
    bool lists_all;             /* each attribute is in a list */
    struct children *children;
    struct kept_flats flats;    /* borrowed */
};

/*
 * An element; of libxml2's members
 *
 *   line        is how many elements in it have places that are kept;
 *   properties  is NULL until its attributes are listed (submission_list());
 *   psvi        is its src until then: a text, NULL for none, which is the
 *               first of the list afterwards;
 *   nsDef       is its value until then, likewise, and
 *   ns          a label that it has for itself; among its attributes
 *               given_apart holds the places of these two.
 */
struct own_element {
    xmlNode node;
    const struct given *last;   /* its attributes but src, and without what its
                                   value and own label are: few elements have
                                   the same of these; NULL: none */
};

/* What an element takes: whole lines, so that what a search through children
 * reads of each is in the first. */
#define ELEMENT_SIZE ((sizeof (struct own_element) + ARENA_LINE - 1) \
    / ARENA_LINE * ARENA_LINE)

/* NULL for one of another tree. */
static inline struct own_element *own_element(xmlNodePtr node)
{
    return node->type == XML_ELEMENT_NODE && node->doc && node->doc->_private
        ? (struct own_element *)node : NULL;
}

static inline struct memory *memory_of(xmlNodePtr node)
{
    return node->doc->_private;
}

/* The attribute behind one of these, or the first of them for NULL; NULL where
 * there is none. */
static inline const struct given *given_behind(const struct given *last,
    const struct given *before)
{
    const struct given *behind = NULL;

    for (; last != before; last = last->before)
        if (*last->name)
            behind = last;
    return behind;
}

/* What an attribute of these says, for an element that is not listed. */
static inline const char *given_says(xmlNodePtr node,
    const struct given *given)
{
    if (given->value != given_apart)
        return given->value;
    return name_is_value(given->name) ? (const char *)node->nsDef
        : (const char *)node->ns;
}

static inline bool is_listed(xmlNodePtr node)
{
    return node->properties || memory_of(node)->lists_all;
}

/* Puts an attribute's new value into the list of its element.  False if memory
 * runs out. */
bool own_list_change(xmlNodePtr node, const char *name, const char *value);

#endif
