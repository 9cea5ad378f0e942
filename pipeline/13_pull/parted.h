#ifndef PULL_PARTED_H
#define PULL_PARTED_H

/*
 * Words that a person has typed, parted into a figure and what is behind it.
 */

#include <stdbool.h>
#include <string.h>

#include "0_base/buffer.h"
#include "0_base/lexicon.h"

/* A figure and the unit behind it. */
struct parted {
    struct buffer digits, rest;
    bool is_money;              /* by a sign in front */
};

/* Appends words in half width without white space around them; white space in
 * them is one blank. */
void parted_narrow(const char *words, struct buffer *out);

/* How many digits a text begins with. */
static inline size_t parted_digits(const char *text)
{
    return strspn(text, "0123456789");
}

/* Appends the digits of the Chinese numerals that a text begins with: a number
 * below ten thousand, or four and more of them digit by digit (二〇二五); how
 * many bytes they take, 0 where there are none. */
size_t parted_numeral(const struct lexicon *lexicon, const char *text,
    struct buffer *digits);

/* Parts the figure that words begin with from the rest, both in half width;
 * false where there is none, or memory runs out, which sets *failed.
 * parted_free() in any case. */
bool parted_read(const struct lexicon *lexicon, const char *words,
    struct parted *parted, bool *failed);
void parted_free(struct parted *parted);

/* The same of a figure in Chinese numerals, or behind 百分之, whose meaning is
 * then what the rest begins with. */
bool parted_read_worded(const struct lexicon *lexicon, const char *words,
    struct parted *parted, bool *failed);

#endif
