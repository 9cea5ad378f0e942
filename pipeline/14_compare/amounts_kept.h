#ifndef AMOUNTS_KEPT_H
#define AMOUNTS_KEPT_H

/*
 * Whether two sets are one and the same set, corrected, though the unit or the
 * period that they name is not the same: amounts are what hardly two units, or
 * two years, have in common.
 */

#include <libxml/tree.h>

#include "14_compare/compare.h"

/* Whether more than half of the amounts that either set states, other than 0,
 * are as they were.  Both submissions are of the comparison's texts.  False,
 * too, if memory runs out: *failed says so. */
bool amounts_are_kept(const struct comparison *comparison, xmlDocPtr old,
    xmlDocPtr new, bool *failed);

#endif
