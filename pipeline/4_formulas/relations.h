#ifndef RELATIONS_H
#define RELATIONS_H

/*
 * Amounts, and how they stand to each other: as sums, bounds and rows.
 *
 * Ownership: nodes are borrowed; their _private is in use until
 *            relations_free().
 */

#include "3_transform/submission.h"
#include "4_formulas/formula_list.h"

#define NO_AMOUNT ((size_t)-1)

struct amount {
    xmlNodePtr node;
    enum state state;
    struct decimal value;       /* in the base unit; blank: it has none */
    struct decimal meant;       /* in the other unit; blank: it has none */
    int shift;                  /* of its unit */
    bool slipped;
    bool held;                  /* a whole shows that it is right */
    bool broken;                /* it is many times its whole */
    size_t row;                 /* the relation that is its row */
    size_t sum;                 /* the relation that filled it in */
    size_t because;             /* the amount that shows the other unit */
};

struct relation {
    enum formula_kind kind;
    size_t target;              /* an amount; NO_AMOUNT for a row */
    size_t first, count;        /* members: parts, whole, or cells */
};

struct relations {
    struct amount *amounts;
    size_t amount_count, amount_room;
    struct relation *list;
    size_t count, room;
    size_t *members;            /* numbers of amounts */
    size_t member_count, member_room;
    bool failed;                /* memory ran out */
};

/* Those of an evaluation; previous is last year's submission, or NULL.  To
 * counted[k] is added how many cells the k-th formula has.  False if memory
 * runs out. */
bool relations_read(struct relations *relations,
    const struct formulas *formulas, struct formula_run *run,
    xmlDocPtr previous, size_t *counted);
void relations_free(struct relations *relations);

/* The k-th member of a relation. */
struct amount *relation_member(const struct relations *relations,
    const struct relation *relation, size_t k);

/* Visits the amounts that one was made of, itself where it was stated. */
typedef void amount_visitor(void *user, struct amount *amount);
void amount_visit(const struct relations *relations, struct amount *amount,
    amount_visitor *visit, void *user);

/* What an amount is taken for now; blank where it is, or too large. */
struct decimal amount_taken(const struct relations *relations,
    struct amount *amount);

#endif
