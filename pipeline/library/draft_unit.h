#ifndef DRAFT_UNIT_H
#define DRAFT_UNIT_H

/* The units in which forms show values without saying so. */

#include "library/drafting.h"

/* The unit of the first place that prints a value, where it is not that of the
 * data, borrowed; NULL. */
const char *draft_shown_unit(const struct jixiao_draft *draft,
    const char *pointer);

#endif
