#ifndef SHEET_SAYING_FORMULA_H
#define SHEET_SAYING_FORMULA_H

/*
 * A formula of the edition, put together of calls and of what saying.h has of
 * their operands.
 */

#include "16_sheet/saying.h"

/* The formula in full, once in the units of the cells and, where these differ,
 * again in their base units; false where a value has no cell. */
bool saying_say(struct saying *saying, const struct told *told,
    struct buffer *out);

#endif
