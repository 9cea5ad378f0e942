#ifndef SHEET_WORDS_H
#define SHEET_WORDS_H

/*
 * Words of a cell that say how a value is stated: blank on purpose, a list with
 * nothing in it, a text without a character.  Nothing in a cell: not stated.
 * A text that looks like one of these, or has no character, stands behind one
 * apostrophe more than it has.
 */

#include "0_base/buffer.h"

enum cell_state {
    CELL_VALUE,
    CELL_BLANK,                 /* null */
    CELL_NONE                   /* [] */
};

/* "〔空白〕", "〔无〕". */
const char *words_of_state(enum cell_state state);

/* What words say; of a value, *text gets it. */
enum cell_state words_read(const char *words, const char **text);

/* Appends a text as a cell has it. */
void words_add(const char *text, struct buffer *out);

#endif
