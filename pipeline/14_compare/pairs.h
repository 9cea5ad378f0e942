#ifndef PAIRS_H
#define PAIRS_H

/*
 * What stands in two submissions, in the order of the new one: each element
 * beside the one that it was before, members by their names and entries of
 * lists as a comparison has paired them.
 */

#include <libxml/tree.h>

#include "14_compare/compare.h"

/* A member of both sets; NULL where one has none. */
struct member_pair {
    xmlNodePtr old, new;        /* of the submissions */
    const cJSON *old_value, *new_value;
};

enum pair_kind { PAIR_BOTH, PAIR_MOVED, PAIR_REMOVED, PAIR_ADDED };

/* What only one of the sets has is visited as a whole; an entry that was moved
 * as PAIR_MOVED, and then as PAIR_BOTH.  False ends the visit. */
typedef bool pair_visitor(void *user, enum pair_kind kind,
    const struct member_pair *pair);

/* Both submissions are of the comparison's texts.  False where a visitor has
 * ended it or memory ran out. */
bool pairs_visit(const struct comparison *comparison, xmlDocPtr old,
    xmlDocPtr new, pair_visitor *visit, void *user);

/* Whether the data says the same of it, or nothing. */
bool pair_is_same(const struct comparison *comparison,
    const struct member_pair *pair);

/* Whether one of them is a value, and none of the elements in it a member. */
bool pair_is_leaf(const struct member_pair *pair);

#endif
