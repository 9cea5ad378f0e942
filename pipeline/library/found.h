#ifndef FOUND_H
#define FOUND_H

/*
 * What is found when the data is looked at again, changed: a finding that is
 * not among it comes of what was changed.
 *
 * Ownership: look_again() gives the caller the list.
 */

#include "library/handles.h"

struct found;

/* Changes a submission as transform() makes it. */
typedef void submission_change(void *user, xmlDocPtr submission);

/* Changes the data of a set and looks what formulas, references and those rules
 * find that have found anything, by the findings; previous is last year's
 * submission, or NULL.  NULL where memory runs out, which is noted there. */
struct found *look_again(const struct jixiao_set *set, xmlDocPtr previous,
    submission_change *change, void *user, struct findings *findings);
void found_free(struct found *found);           /* NULL is allowed */

/* Whether a rule has found the same thing there, or whether it is no rule that
 * has. */
bool found_has(const struct found *found, const struct finding *finding);

/* Gives a finding the sentences and the value that it has among these, which
 * it borrows; none where there are several of its rule at its place. */
void found_retell(const struct found *found, struct finding *finding);

/* Takes a finding that is removed off the tally of its rule. */
void found_uncount(const struct jixiao_set *set,
    const struct finding *finding);

#endif
