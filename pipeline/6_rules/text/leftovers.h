#ifndef TEXT_LEFTOVERS_H
#define TEXT_LEFTOVERS_H

/*
 * What other programs left in a text: a check has finders of its kinds, each
 * of which looks at one place.
 */

#include <stdbool.h>
#include <stddef.h>

#include "0_base/buffer.h"
#include "0_base/lexicon.h"
#include "6_rules/text/sketch.h"

#define TEXT_LEFTOVER_REACH 60  /* bytes in which brackets close */
#define TEXT_LEFTOVER_CONTEXT 4 /* characters shown on each side */

/* The length of what is left over at text + at; 0 where nothing is. */
typedef size_t text_finder(const struct lexicon *lexicon, const char *text,
    size_t at);

/*
 * Adds the first that one of the finders finds, with characters around it; of
 * equal characters in a row they see the first.  What they find begins as a
 * word of one of the notions does, or with a number where the class is of
 * digits.  NULL ends the finders.
 */
void text_add_leftover(const struct lexicon *lexicon, const char *text,
    const struct text_needs *begins, text_finder *const *finders,
    struct buffer *found);

/* Whether no Latin letter joins the bytes to a longer word; whether no digit
 * nor any of _ - . does either. */
bool text_stands_alone(const char *text, size_t at, size_t length);
bool text_stands_free(const char *text, size_t at, size_t length);

/* The length of a word of the notion at text + at with neither a Latin letter
 * nor a digit behind it; 0 for none. */
size_t text_whole_word_at(const struct lexicon *lexicon, enum notion notion,
    const char *text, size_t at);

/* How many bytes of white space a text begins with. */
size_t text_blanks_at(const char *text);

/* How many bytes at text + at the characters of a word take, one after
 * another. */
size_t text_run_of(const char *text, size_t at, const struct word *word);

/* The length of brackets that open with one of the words and close with its
 * meaning, in one line and after at most `reach` bytes; what is inside.  0
 * for none. */
size_t text_brackets_at(const struct word_list *pairs, const char *text,
    size_t at, size_t reach, struct text_span *inside);

#endif
