#ifndef SUMMARY_COPIES_H
#define SUMMARY_COPIES_H

/*
 * What sets of different units have in common: a unit and year in two files,
 * sets that are nearly the same, and texts that are.
 *
 * The limits are those of the lexicon (copied-…): what many units write is
 * words of a law or of the form, and no copy.  Sets of one unit, of different
 * years, may say the same.
 */

#include "0_base/lexicon.h"
#include "15_summary/summary.h"

/* Adds a finding for each, about the first of those that have it in common; the
 * summary is finished.  False if memory runs out. */
bool copies_find(const struct summary *summary,
    const struct lexicon *lexicon, struct findings *findings);

#endif
