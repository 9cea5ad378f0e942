#ifndef ELEMENTS_H
#define ELEMENTS_H

/*
 * All elements of a submission.xml in the order of the document, with what is
 * asked of them most.  References are none of these: their places are empty.
 */

#include <libxml/tree.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct element {
    xmlNodePtr node;            /* NULL: an empty place */
    const char *type, *state;   /* attributes; NULL for none */
    const char *asked, *asked_rule;
    uint32_t names;             /* of all of them: node_names() */
    uint32_t end;               /* number of the first one behind all in it */
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
