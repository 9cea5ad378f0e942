#ifndef COMPARE_FACTS_LEAF_H
#define COMPARE_FACTS_LEAF_H

/* Facts one by one; for facts.c. */

#include "14_compare/facts.h"

/* A member of both sets; NULL where one has none. */
struct member_pair {
    xmlNodePtr old, new;        /* of the submissions */
    const cJSON *old_value, *new_value;
};

struct facts_finding {
    const struct comparison *comparison;
    struct facts *facts;
    struct member_pair *formers;        /* by the number of a new entry */
    bool failed;                /* memory ran out */
};

/* Whether the data says the same of it, or nothing. */
bool member_is_same(const struct facts_finding *finding,
    const struct member_pair *pair);

/* Adds what two elements without any in them say otherwise, if they do. */
void facts_add_leaf(struct facts_finding *finding,
    const struct member_pair *pair);

/* Adds a whole entry that has come, gone or moved. */
void facts_add_entry(struct facts_finding *finding, enum fact_kind kind,
    const struct member_pair *pair);

/* Adds a change of what the form does not know. */
void facts_add_unknown(struct facts_finding *finding,
    const struct change *change);

#endif
