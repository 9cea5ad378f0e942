#ifndef BLANKS_H
#define BLANKS_H

/*
 * A blank speaks alone: what was found because something else is blank says
 * nothing new where the blank itself was found.  Figures that could not be
 * calculated are blank with all that follow from them: of these one finding
 * speaks for all.
 */

#include <libxml/tree.h>

#include "0_base/findings.h"

/*
 * Removes, of the findings from the first-th on, those that come of a blank
 * (their member blank) at which another one stands, or at a blank part around
 * it; those about figures that could not be calculated also where another
 * blank of the same entry was found, or where a text that quotes the blank is
 * left.  What tells of one is as bad as that from then on: a blank that a text
 * quotes is an error.  Hints and answered ones do not count: they leave the
 * blank as it is.  Of those left about such figures all but the first are
 * removed.
 */
void blanks_silence(xmlDocPtr submission, struct findings *findings,
    size_t first);

#endif
