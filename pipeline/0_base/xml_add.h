#ifndef XML_ADD_H
#define XML_ADD_H

/*
 * Trees of our own, made element by element.
 *
 * Errors:  memory that runs out is sticky: it sets *failed, which nothing here
 *          clears, and what was to be added is left out.
 */

#include <libxml/tree.h>
#include <stdbool.h>
#include <stdint.h>

/* Adds an element in its parent's namespace behind the parent's others, with a
 * text unless that is NULL; NULL where there is no memory or no parent, which
 * is a failure, too. */
xmlNodePtr xml_add_element(xmlNodePtr parent, const char *name,
    const char *text, bool *failed);

/* Puts a new node of the document behind the last one in its parent. */
static inline void xml_append(xmlNodePtr parent, xmlNodePtr node)
{
    node->parent = parent;
    node->prev = parent->last;
    if (parent->last)
        parent->last->next = node;
    else
        parent->children = node;
    parent->last = node;
}

/* Adds an attribute; nothing where the element or the value is NULL. */
void xml_add_attribute(xmlNodePtr element, const char *name,
    const char *value, bool *failed);
void xml_add_number(xmlNodePtr element, const char *name, uint64_t number,
    bool *failed);

#endif
