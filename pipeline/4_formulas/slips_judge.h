#ifndef SLIPS_JUDGE_H
#define SLIPS_JUDGE_H

/*
 * Amounts and relations while slips of the unit are looked for.  slips.c judges
 * bounds and calls the others; slips_sums.c judges sums, slips_rows.c rows.
 *
 * Ownership: the judge borrows what the run does; its relations are its own.
 */

#include "0_base/lexicon.h"
#include "4_formulas/relations.h"

struct judge {
    struct relations relations;
    struct formula_run run;
    const struct lexicon *lexicon;
    bool changed;               /* another round may find more */
};

struct amount *slips_member(struct judge *judge,
    const struct relation *relation, size_t k);

/* What an amount is taken for now: as stated, or in the other unit. */
struct decimal slips_taken(struct judge *judge, struct amount *amount);

/* The sum of a relation's members as they are taken now; blank where one of
 * them is blank. */
struct decimal slips_sum_of(struct judge *judge,
    const struct relation *relation);

bool slips_is_known(const struct amount *amount);

/* Whether an amount is known and was stated.  An amount that a formula filled
 * in may be wrong because its parts are: it can show that another one is far
 * too large, but not that it is right. */
bool slips_is_stated(const struct amount *amount);

bool slips_is_positive(struct decimal value);

/* Whether a is more than so many times b as the language says. */
bool slips_exceeds(const struct judge *judge, struct decimal a,
    struct decimal b, enum lexicon_limit times);

/* Whether an amount is one that somebody states: not smaller than the language
 * says, in 元. */
bool slips_is_large(const struct judge *judge, struct decimal amount);

/* Whether an amount may have been stated in the other unit: it was not found
 * before, and would be large enough there. */
bool slips_is_possible(const struct judge *judge,
    const struct amount *amount);

/* Takes an amount in the other unit from now on, because of another one. */
void slips_mark(struct judge *judge, struct amount *amount,
    const struct amount *because);

/* Marks amounts of a total and its parts that agree only in another unit. */
void slips_judge_sum(struct judge *judge, const struct relation *relation);

/* Marks cells that are like the other cells of their row only in another
 * unit. */
void slips_judge_row(struct judge *judge, const struct relation *row);

/* Whether another cell of an amount's row is far too large, or is marked. */
bool slips_row_is_broken(struct judge *judge, const struct amount *amount);

/* Whether another cell of an amount's row is right as it is, and is unlike the
 * amount even in the other unit. */
bool slips_row_is_unlike(struct judge *judge, const struct amount *amount);

#endif
