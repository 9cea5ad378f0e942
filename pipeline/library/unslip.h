#ifndef UNSLIP_H
#define UNSLIP_H

/*
 * A slip of the unit (4_formulas/slips.h) is told instead of what follows from
 * it: an amount 10,000 times too large breaks many rules.
 */

#include "library/handles.h"

/* Removes, of the findings from the first-th on, those that are not found with
 * the amounts in the right unit.  A slip that was answered is none. */
bool unslip(const struct jixiao_set *set, xmlDocPtr previous,
    struct findings *findings, size_t first);

#endif
