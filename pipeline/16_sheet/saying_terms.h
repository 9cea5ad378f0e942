#ifndef SHEET_SAYING_TERMS_H
#define SHEET_SAYING_TERMS_H

/*
 * What a predicate asks, as a condition of a spreadsheet: whether a value is
 * there, is one of a choice, or is more or less than another.
 */

#include "16_sheet/saying.h"
#include "16_sheet/tellable.h"

/* Appends the condition of a predicate on a node; false where it cannot be
 * told. */
bool saying_condition(struct saying *saying, struct tellable text,
    xmlNodePtr node, struct buffer *out);

#endif
