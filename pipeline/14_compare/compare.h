#ifndef COMPARE_H
#define COMPARE_H

/*
 * What makes one JSON text the other: the changes, in an order in which they
 * can be made one after the other.
 *
 * Entries of lists that have a key are known by it, others by what they say
 * (order.h): what is removed from the front of a list is one change, and what
 * has moved is not removed and added.
 * Ownership: comparison_free() frees the comparison, which owns its strings;
 *            the texts are borrowed, and outlive it.
 * Time:      in proportion to the texts.
 */

#include "0_base/arena.h"
#include "14_compare/meanings.h"

enum change_kind { CHANGE_ADDED, CHANGE_REMOVED, CHANGE_REPLACED,
    CHANGE_MOVED };

struct change {
    enum change_kind kind;
    const cJSON *old, *new;     /* NULL where there is none */
    const char *path;           /* RFC 6901, in the text as the changes before
                                   have made it; of what moves, to where */
    const char *from;           /* of what moves; else NULL */
    const cJSON *entry;         /* the entry with a key that it is in, or is
                                   itself, as it is by then; NULL for none */
    const char *entry_path;     /* where that is */
};

struct comparison {
    struct meanings old, new;
    struct change *changes;
    size_t count, room;
    const cJSON **partners;     /* by the number of an old entry of a list that
                                   has changed: what it is now, or NULL */
    bool *moved;                /* likewise: its order has changed */
    struct arena arena;
};

/* Both texts keep to the schema, which says what names entries; NULL: nothing
 * does.  NULL if memory runs out. */
struct comparison *comparison_new(const struct json *old,
    const struct json *new, const struct schema *schema);
void comparison_free(struct comparison *comparison);    /* NULL is allowed */

/* Whether the values say the same. */
bool comparison_is_same(const struct comparison *comparison,
    const cJSON *old, const cJSON *new);

#endif
