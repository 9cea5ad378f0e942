#ifndef GROUPS_H
#define GROUPS_H

/*
 * Open findings of one code and level together.
 *
 * Ownership: groups_free() frees the lists; codes are borrowed from the
 *            findings, which must not change meanwhile.
 */

#include "0_base/findings.h"

struct group {
    const char *code;
    enum level level;
    size_t first, count;        /* of members */
};

struct groups {
    struct group *list;         /* by code, the worst first */
    size_t count;
    size_t *members;            /* numbers of findings, in their order */
};

/* False, with no groups, if memory runs out. */
bool groups_make(struct groups *groups, const struct findings *findings);
void groups_free(struct groups *groups);

/* The group of a finding; NULL where no open one is of its kind. */
const struct group *groups_find(const struct groups *groups,
    const struct finding *finding);

/* In the order of weight.h.  For groups_find() no more. */
void groups_sort_by_weight(struct groups *groups);

#endif
