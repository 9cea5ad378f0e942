#ifndef ENTRIES_H
#define ENTRIES_H

/*
 * Which entry of a list in the data a block or row prints.
 */

#include <libxml/tree.h>
#include <stdbool.h>
#include <stddef.h>

/* What the pointers of its values have in common, up to the number of an
 * entry, where there is one; a cell that names other rows, too, by being
 * merged with them, tells nothing.  Borrowed; no length: it prints no value. */
struct entry {
    const char *pointer;
    size_t length;
};

struct entry entry_of(xmlNodePtr element);

/* The number of each element's entry among those of its list, from 1, as they
 * stand one behind the other, whatever else stands between them; 0 where it is
 * no entry.  False if memory runs out. */
bool entries_number(const xmlNodePtr *elements, size_t count,
    size_t *numbers);

#endif
