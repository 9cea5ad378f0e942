#ifndef EDIT_ENTRIES_H
#define EDIT_ENTRIES_H

/*
 * Entries of lists, put in, taken out and moved.  The pointers by which
 * explanations name places follow the entries that they are in; the step
 * remembers the moves for the references of texts.
 */

#include "17_edit/editing.h"

/* What can be wrong with what is asked for. */
enum entries_fault {
    ENTRIES_GOOD,
    ENTRIES_NO_LIST,            /* the pointer leads to no entry of a list */
    ENTRIES_NO_ENTRY,           /* there is none of that number */
    ENTRIES_NO_KIND,            /* no entry can be of that kind */
    ENTRIES_FAILED              /* memory ran out */
};

/* Appends the pointer of what a new entry of a map is called by, its first
 * member: under a name that none of its entries has, that of the map with a
 * number.  behind: the map's pointer and /-.  False where it is none. */
bool entries_name(struct editing *editing, const char *behind,
    struct buffer *pointer);

/* A new entry in front of the one that a pointer leads to, or behind the last
 * one, blank but for what it has to have; a list that is missing or null is
 * made.  kind: as of first_make_entry(). */
enum entries_fault entries_insert(struct editing *editing,
    const char *pointer, const char *kind);

/* The same with the entry as JSON, its lines indented by two blanks a level. */
enum entries_fault entries_put(struct editing *editing, const char *pointer,
    const char *text);

/* An entry of a list, or of a map. */
enum entries_fault entries_remove(struct editing *editing,
    const char *pointer);

/* Moves an entry within its list, to where it then has the number that to
 * says. */
enum entries_fault entries_move(struct editing *editing, const char *from,
    const char *to);

#endif
