#ifndef EDIT_RENUMBER_H
#define EDIT_RENUMBER_H

/*
 * Pointers in explanations, when entries of a list get other numbers.  That of
 * a place in an entry that is gone stays as it was, and is found idle.
 */

#include "17_edit/editing.h"

#define RENUMBER_NONE ((size_t)-1)

/* An entry that went from one number to another; RENUMBER_NONE: it came, or
 * went for good. */
struct renumbering {
    const char *list;           /* its pointer */
    size_t from, to;
};

/* False where memory runs out. */
bool renumber(struct editing *editing, const struct renumbering *how);

#endif
