#ifndef ATTACHMENT_INDEX_H
#define ATTACHMENT_INDEX_H

/*
 * The attachments of a page model by their kind and by what they are about.
 * Finding one takes as long as its pointer has steps, however many attachments
 * there are.
 *
 * Ownership: the attachments are borrowed from the page model.
 */

#include <libxml/tree.h>
#include <stdbool.h>
#include <stddef.h>

#include "0_base/id_map.h"

struct attachment_index {
    struct id_map keys;         /* of kind and source */
    xmlNodePtr *list;           /* the first of each key, by its number */
    size_t room;
};

/* False, with an index to free all the same, where memory runs out. */
bool attachment_index_make(struct attachment_index *index,
    xmlDocPtr documents);
void attachment_index_free(struct attachment_index *index);

/* The attachment of that kind that is about the value of a JSON Pointer, or
 * else about the nearest value around it; NULL for none, or where kind or
 * pointer is NULL. */
xmlNodePtr attachment_index_find(const struct attachment_index *index,
    const char *kind, const char *pointer);

#endif
