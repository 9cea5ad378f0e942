#ifndef REFERENCES_PATH_H
#define REFERENCES_PATH_H

/*
 * Paths of references: members joined by dots, from the root of the data, or,
 * after a leading dot, from the nearest list entry around the text that has
 * such a member.  An entry of a list is named by its key (x-key) or by its
 * number, counted from 0 like in a JSON Pointer.  A name with a dot, bar or
 * braces in it stands between single quotes; a key with dots needs none where
 * nothing else can be meant.
 */

#include <libxml/tree.h>
#include <stdbool.h>

#include "0_base/buffer.h"

#define PATH_QUOTE '\''

/*
 * The element a path leads to from a text; NULL if there is none, and then
 * nearest gets the path that exists and is most like it ("" for none).  Where
 * the path may as well lead to another one, nearest gets that one's path.
 */
xmlNodePtr path_resolve(const char *path, xmlNodePtr text,
    struct buffer *nearest);

/* The entry that a path from a text names by its number, in the first such step
 * at or behind an offset of the path, which becomes that of its digits; NULL
 * for none, or where the path leads nowhere. */
xmlNodePtr path_numbered(const char *path, xmlNodePtr text, size_t *at,
    size_t *length);

/* The same by its key; the digits are the key with its quotes then. */
xmlNodePtr path_keyed(const char *path, xmlNodePtr text, size_t *at,
    size_t *length);

/* Appends a name as a path writes it: in quotes if it would be more than one
 * step. */
void path_add_name(struct buffer *path, const char *name);

/* Appends the keys of a list's entries, as listed.h has them, where a path that
 * leads nowhere goes on from that list, known being its beginning that is
 * there. */
void path_list_entries(const char *path, const char *known, xmlNodePtr text,
    struct buffer *out);

/* The nearest entry of a list with a key around a node; NULL for none. */
xmlNodePtr path_entry_around(xmlNodePtr node);

/* Whether a node is in another entry of a list that the text is in an entry of,
 * as another project is. */
bool path_is_of_another_entry(xmlNodePtr node, xmlNodePtr text);

/* Whether a node is another one or around it. */
bool path_is_around(xmlNodePtr node, xmlNodePtr inner);

#endif
