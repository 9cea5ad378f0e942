#ifndef NUMBERED_H
#define NUMBERED_H

/*
 * Where an element of a submission stands among all of them, 1 being the root.
 *
 * libxml2 keeps it there, counted down from -1, for its own order of nodes;
 * whoever numbers elements gives them these numbers, so that all agree.
 */

#include <libxml/tree.h>
#include <stddef.h>
#include <stdint.h>

static inline void element_set_number(xmlNodePtr element, size_t number)
{
    element->content = (xmlChar *)-(intptr_t)number;
}

/* 0, or one that is no place of it, where it has none. */
static inline size_t element_number(const xmlNode *element)
{
    return (size_t)-(intptr_t)element->content;
}

#endif
