#ifndef QUOTE_H
#define QUOTE_H

/*
 * The reference that a text would quote a value by.
 */

#include <libxml/tree.h>

#include "0_base/buffer.h"

/*
 * Append the path (5_references/path.h) from a text to a leaf: relative to
 * the list entry around the text, where the leaf is in it.  An entry that
 * stands for its value is enough.
 */
void related_path_write(xmlNodePtr leaf, xmlNodePtr text,
    struct buffer *path);

/* The steps from the root that the path takes; those to the innermost list
 * entry with a key that is around both, 0 where there is none. */
size_t related_path_steps(xmlNodePtr leaf);
size_t related_path_common(xmlNodePtr leaf, xmlNodePtr text);

#endif
