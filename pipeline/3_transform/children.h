#ifndef CHILDREN_H
#define CHILDREN_H

/*
 * Children of an element of submission.xml by number and by name, found in the
 * same time however many there are.
 *
 * The children of an element that has many are indexed when one is first
 * looked for, and again when there are new ones; where there is no memory for
 * that, they are looked through.
 */

#include <libxml/tree.h>
#include <stdbool.h>

/* The child element with that number, from 0; NULL if there is none. */
xmlNodePtr child_at(xmlNodePtr node, size_t number);

/* Which child of its parent an element is, from 0. */
size_t child_number(xmlNodePtr child);

/* The first child element of that name or, in a list, with that key; NULL if
 * there is none. */
xmlNodePtr child_called(xmlNodePtr node, const char *name, size_t length);

#endif
