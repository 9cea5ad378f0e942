#ifndef SLIPS_H
#define SLIPS_H

/*
 * Amounts in the wrong unit: 元 where 万元 is asked for, or the other way
 * round.
 *
 * An amount is one where what it stands in relation to (formulas.h) is kept
 * when it is taken in the other unit, and broken as it is:
 *
 *   a sum     it differs from its total, and agrees with the one amount, or
 *             with all of its parts, in the other unit
 *   a bound   it is many times its whole, more than a lost point explains
 *   a row     it is to the other cells, last year's file among them, as the
 *             units are to each other
 *
 * unless a whole that is none holds it, or the other cells of its row are as
 * large as it is and held.  What is found changes what the others are compared
 * with, so that whole rows, columns and sections are found.
 *
 * Each that is stated bears what it would be, @slip in the base unit, and the
 * code of the rule, @slip-rule, under which it is a finding: a warning.
 */

#include "0_base/lexicon.h"
#include "4_formulas/formulas.h"

/* After formulas_apply(), in the same evaluation.  The lexicon says how far is
 * far (its limits slip-…).  previous is last year's submission.xml, or NULL.
 * To counted[k] is added how many amounts the k-th formula, a row, has looked
 * at. */
void slips_find(const struct formulas *formulas,
    const struct lexicon *lexicon, struct evaluation *evaluation,
    const struct json *json, xmlDocPtr previous, size_t *counted);

#endif
