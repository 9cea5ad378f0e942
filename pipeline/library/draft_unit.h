#ifndef DRAFT_UNIT_H
#define DRAFT_UNIT_H

/* Where forms show values, and in which units without saying so. */

#include "library/drafting.h"

/* The attachment that a value is filled in in; NULL for none. */
xmlNodePtr draft_attachment_of(const struct jixiao_draft *draft,
    const char *pointer);

/* The unit of the first place that prints a value, in the form that was asked
 * for last or else in its own, where it is not that of the data: borrowed until
 * another form is asked for; NULL.  False with findings. */
bool draft_shown_unit(struct jixiao_draft *draft, const char *pointer,
    const char **unit, struct findings *findings);

#endif
