#ifndef DRAFT_UNIT_H
#define DRAFT_UNIT_H

/* The units in which forms show values without saying so. */

#include "library/drafting.h"

/* The unit of the first place that prints a value, in the form that was asked
 * for last or else in its own, where it is not that of the data: borrowed until
 * another form is asked for; NULL.  False with findings. */
bool draft_shown_unit(struct jixiao_draft *draft, const char *pointer,
    const char **unit, struct findings *findings);

#endif
