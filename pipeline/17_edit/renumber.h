#ifndef EDIT_RENUMBER_H
#define EDIT_RENUMBER_H

/*
 * Pointers, when entries of a list get other numbers.
 */

#include "17_edit/editing.h"

/* Has the pointers of explanations follow an entry; an explanation of what is
 * in an entry that is gone goes with it.  The step remembers where entries are.
 * False where memory runs out. */
bool renumber(struct editing *editing, const char *list, size_t from,
    size_t to);

/* The explanations of what was in an entry of a map, which is gone. */
bool renumber_without(struct editing *editing, const char *entry);

/* Appends where a place is by now that had a pointer before the step; false
 * where it is gone with an entry. */
bool renumber_pointer(const struct editing *editing, const char *pointer,
    struct buffer *out);

#endif
