#ifndef CHILDREN_INDEX_H
#define CHILDREN_INDEX_H

/*
 * The indexes of children that a tree keeps; for children.c and submission.c.
 */

#include <libxml/tree.h>

#include "0_base/id_map.h"

/* The children of one element. */
struct known {
    xmlNodePtr last;            /* when they were indexed */
    xmlNodePtr *list;
    size_t count, room;
    struct id_map numbers;      /* of the children, each one's in the list */
    struct id_map names;
    xmlNodePtr *named;          /* the first child of each name, by its id */
    size_t named_room;
};

struct children {
    struct id_map nodes;
    struct known *list;         /* by the ids of these */
    size_t room;
};

/* Lets the index of one element go. */
void children_forget(struct known *known);

/* Lets all of a tree go; NULL is allowed. */
void children_free(struct children *children);

#endif
