#ifndef COMPARE_FINDINGS_CHANGED_H
#define COMPARE_FINDINGS_CHANGED_H

/*
 * What is open of a set and was not of the one before, and the other way
 * round.
 *
 * A finding is the same where one of its code is at its place (trace.h): of
 * several there those that say the same, and then as many as there are,
 * whatever they say and in whichever line.
 *
 * Ownership: findings_changed_free() frees the list; findings are borrowed.
 * Time:      that of sorting them.
 */

#include "0_base/findings.h"
#include "14_compare/trace.h"

enum finding_change {
    FINDING_GONE,               /* mended, or no longer looked for there */
    FINDING_ANSWERED,           /* still there, with an explanation now */
    FINDING_CAME
};

struct finding_changed {
    enum finding_change kind;
    const struct finding *finding;      /* as it was, or as it is */
};

struct findings_changed {
    struct finding_changed *list;       /* what went first, both in the order
                                           in which they were found */
    size_t count;
};

/* Of each side those about the data file of that path, and about its data.
 * False if memory runs out, with nothing to free. */
struct findings_side {
    const struct findings *findings;
    const char *path;
};

bool findings_changed_find(struct findings_changed *changed,
    const struct trace *trace, const struct findings_side *old,
    const struct findings_side *new);
void findings_changed_free(struct findings_changed *changed);

#endif
