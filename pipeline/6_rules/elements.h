#ifndef ELEMENTS_H
#define ELEMENTS_H

/*
 * All elements of a submission.xml in the order of the document, with what is
 * asked of them most.  References, and what is in them, are none of these.
 */

#include <libxml/tree.h>
#include <stdbool.h>
#include <stddef.h>

struct element {
    xmlNodePtr node;
    const char *type, *state, *asked;   /* attributes; NULL for none */
    size_t end;                 /* number of the first one behind all in it */
};

struct elements {
    struct element *list;
    size_t count, room;
};

/*
 * Lists them, and gives libxml2 their order as xmlXPathOrderDocElems() does,
 * which makes sorting them fast.  The tree is borrowed and must not change.
 * False if memory runs out.
 */
bool elements_read(struct elements *elements, xmlDocPtr doc);
void elements_free(struct elements *elements);

/* The one that a node is; NULL for another node. */
const struct element *elements_find(const struct elements *elements,
    xmlNodePtr node);

#endif
