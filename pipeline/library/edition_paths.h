#ifndef EDITION_PATHS_H
#define EDITION_PATHS_H

/*
 * Paths in the files of an edition, formulas, rules and stylesheets, that name
 * what no member of its data is called: they would select nothing in silence.
 */

#include "library/edition.h"

/* Whether there are none; each is a finding. */
bool edition_check_paths(struct edition *edition, struct findings *findings);

#endif
