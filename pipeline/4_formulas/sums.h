#ifndef FORMULAS_SUMS_H
#define FORMULAS_SUMS_H

/*
 * Sums as a form prints them: parts that are rounded one by one need not add
 * up to their rounded total (7.92 and 5.12 under 13.05).  An amount is left as
 * it is, and its leaf says that it is rounded (@rounded), for the form to say
 * so; another figure that a formula gives gets the decimals of its parts.
 */

#include <libxml/xpath.h>
#include <stdbool.h>

#include "0_base/value.h"

/* A sum that was made, and what its parts print. */
struct sum {
    struct decimal value;       /* in the base unit; blank: there is none */
    struct decimal printed;     /* in the unit of the parts */
    xmlNodePtr part;            /* the first of them */
    bool alike;                 /* all have its type and unit, and stand in the
                                   same attachment */
};

/* Notes the sum of leaves. */
void sum_note(struct sum *sum, xmlNodeSetPtr parts, struct decimal value,
    struct print_style style);

/* Marks the leaf that holds the sum as rounded, or gives it the decimals of its
 * parts.  False where memory runs out. */
bool sum_mark(const struct sum *sum, xmlNodePtr total,
    struct print_style style);

#endif
