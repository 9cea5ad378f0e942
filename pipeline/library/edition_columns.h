#ifndef EDITION_COLUMNS_H
#define EDITION_COLUMNS_H

/*
 * What summary.json of an edition names: values of its data, and rules with
 * their parameters.  A column of what there is not would stay empty in silence.
 */

#include "library/edition.h"

/* Whether there is all that it names; what there is not is a finding each. */
bool edition_check_columns(struct edition *edition,
    struct findings *findings);

#endif
