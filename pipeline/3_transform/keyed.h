#ifndef KEYED_H
#define KEYED_H

/*
 * Pointers in which entries of lists go by their keys (x-key) in place of
 * their numbers, so that they lead to the same entries when these have been
 * put in another order: /projects/=farmland/name.
 *
 * Notation:  as RFC 6901 has it; a step that begins with = is the key of an
 *            entry.  Entries without a key go by their numbers.
 */

#include <libxml/tree.h>
#include <stdbool.h>

#include "0_base/buffer.h"

/* Appends the one of an element of submission.xml; false where no key is in
 * it. */
bool keyed_print(xmlNodePtr element, struct buffer *out);

/* The child that a step of one leads to, up to a slash or its end; NULL for
 * none.  *failed is set where memory runs out. */
xmlNodePtr keyed_step(xmlNodePtr node, const char *step, bool *failed);

/* Whether a step is a key. */
bool keyed_is_key(const char *step);

#endif
