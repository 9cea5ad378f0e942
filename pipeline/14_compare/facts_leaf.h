#ifndef COMPARE_FACTS_LEAF_H
#define COMPARE_FACTS_LEAF_H

/* Facts one by one; for facts.c. */

#include "14_compare/facts.h"
#include "14_compare/pairs.h"

struct facts_finding {
    const struct comparison *comparison;
    struct facts *facts;
    bool failed;                /* memory ran out */
};

/* Adds what two elements without any in them say otherwise, if they do. */
void facts_add_leaf(struct facts_finding *finding,
    const struct member_pair *pair);

/* Adds that a list or object with nothing in it is stated otherwise, if it is:
 * blank on purpose is not the same as not stated. */
void facts_add_empty(struct facts_finding *finding,
    const struct member_pair *pair);

/* Adds a whole entry that has come, gone or moved. */
void facts_add_entry(struct facts_finding *finding, enum fact_kind kind,
    const struct member_pair *pair);

/* Adds a change of what the form does not know. */
void facts_add_unknown(struct facts_finding *finding,
    const struct change *change);

#endif
