#ifndef EDIT_RENUMBER_H
#define EDIT_RENUMBER_H

/*
 * Pointers, when entries of a list get other numbers.
 */

#include "17_edit/editing.h"

/* Has the pointers of explanations follow an entry; that of a place in an entry
 * that is gone stays as it was, and is found idle.  The step remembers it.
 * False where memory runs out. */
bool renumber(struct editing *editing, const char *list, size_t from,
    size_t to);

/* Appends where a place is by now that had a pointer before the step; false
 * where it is gone with an entry. */
bool renumber_pointer(const struct editing *editing, const char *pointer,
    struct buffer *out);

#endif
