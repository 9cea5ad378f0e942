#ifndef SHEET_WORDS_H
#define SHEET_WORDS_H

/*
 * Words of a cell that say how a value is stated: blank on purpose, a list with
 * nothing in it, a text without a character.  Nothing in a cell: not stated.
 * A text that looks like one of these, or has no character, stands behind one
 * apostrophe more than it has.
 *
 * Ownership: what is returned is constant, or points into the words given.
 */

#include "0_base/buffer.h"
#include "0_base/lexicon.h"

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

/* What comes behind the white space that a text begins with. */
const char *words_skip_space(const char *at);

/* What comes behind a text of so many bytes in words, which may have white
 * space anywhere; NULL where they do not begin with it. */
const char *words_behind(const char *words, const char *text, size_t length);

/* Whether words are a text, white space in them aside. */
bool words_are(const char *words, const char *text);
bool words_are_among(const char *words, const struct word_list *list);

/* Whether they are a title, its points in round brackets behind it aside:
 * （50分）, (50).  *failed is set where memory runs out. */
bool words_are_title(const struct lexicon *lexicon, const char *words,
    const char *title, bool *failed);

#endif
