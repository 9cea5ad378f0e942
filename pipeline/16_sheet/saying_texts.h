#ifndef SHEET_SAYING_TEXTS_H
#define SHEET_SAYING_TEXTS_H

/*
 * Texts that formulas make, and what they count, for a spreadsheet: literals,
 * concat(), translate() of one character, x:print() of a figure as it is
 * stated, values that are shown as they are; count() of a list that has a row
 * or sheets an entry.
 */

#include "16_sheet/saying.h"
#include "16_sheet/words.h"

/* Appends a text in quotation marks. */
void saying_literal(const char *text, struct buffer *out);

/* Whether an expression is a text that is not the value of one path alone, or a
 * count: one of those above. */
bool saying_is_text(struct tellable text);

/* Appends such an expression; false where it cannot be told. */
bool saying_text(struct saying *saying, struct tellable text,
    struct buffer *out);

/* Appends how many cells of the list at a path from a node say something else
 * than a state; false where it has no such cells. */
bool saying_count(struct saying *saying, struct tellable path,
    xmlNodePtr node, enum cell_state state, struct buffer *out);

#endif
