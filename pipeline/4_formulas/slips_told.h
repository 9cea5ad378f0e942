#ifndef SLIPS_TOLD_H
#define SLIPS_TOLD_H

/*
 * What is said of an amount that slips.c has found; for that file.
 */

#include "4_formulas/relations.h"

/* Sets @slip and @slip-rule, and adds the finding under the formula's code. */
void slip_tell(const struct relations *relations,
    const struct formula_run *run, const struct formula *formula,
    const struct amount *amount);

#endif
