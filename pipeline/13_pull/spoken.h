#ifndef SPOKEN_H
#define SPOKEN_H

/*
 * Values read back from words that a person has typed into a form.
 *
 * Figures:   digits of half or full width, thousands parted by commas or
 *            spaces, a decimal point, which 。 between digits is, too, a plus,
 *            a minus of any kind; or Chinese numerals below ten thousand, or
 *            four and more of them digit by digit; behind them a unit, or
 *            百分之 in front.  Counts and years are whole; ￥ stands in front
 *            of amounts alone, and asks for their unit.
 *            Amounts and rates may be in any unit of their type, amounts also
 *            in 亿元 and the like, and must have one where the form prints one;
 *            others have the unit that the form prints, or none.  A unit may
 *            have another of its names: ㎡, 平方米.
 * Dates:     2025年4月18日, 2025年4月18号, 2025-04-18, with . or / too,
 *            20250418, or in Chinese numerals.
 * Blanks:    — and the like, where there is to be a figure or a date.
 * Nothing is rounded and nothing is guessed: what is not such is not read.
 */

#include <stdbool.h>

#include "0_base/buffer.h"
#include "0_base/lexicon.h"
#include "0_base/value.h"

/* What a form has in a place. */
struct spoken {
    enum value_type type;
    const char *unit;           /* what data states it in; NULL for none */
    const char *shown;          /* what the form shows it in without saying so;
                                   NULL: the same */
    const char *printed;        /* as the form prints it now, perhaps blank */
    const struct lexicon *lexicon;
};

/* The figure, in the type's base unit; false where it cannot be read.  *failed
 * is set where memory runs out. */
bool spoken_figure(const struct spoken *place, const char *words,
    struct decimal *value, bool *failed);

/* Parts the figure that words begin with from what is behind it, both in half
 * width and without white space around; false where there is none, where ￥
 * stands in front, which neither would keep, or where memory runs out, which
 * sets *failed.  The caller frees both. */
bool spoken_part(const struct lexicon *lexicon, const char *words,
    struct buffer *digits, struct buffer *rest, bool *failed);

/* A figure as it was said. */
struct spoken_figure {
    struct decimal value;       /* in the type's base unit */
    bool in_own_unit;           /* said in the unit that data states it in */
    int places;                 /* decimals that were said */
};

/* The same, with how it was said. */
bool spoken_read(const struct spoken *place, const char *words,
    struct spoken_figure *figure, bool *failed);

/* Whether words say that a place stays blank, which marks do of a figure or a
 * date alone; *failed is set where memory runs out. */
bool spoken_is_blank(enum value_type type, const struct lexicon *lexicon,
    const char *words, bool *failed);

/* Appends words in half width where a pattern (ECMA-262), which may be NULL,
 * lets in these alone, as with a telephone number; false, with nothing
 * appended, where it does not.  *failed is set where memory runs out. */
bool spoken_narrowed(const char *pattern, const char *words,
    struct buffer *out, bool *failed);

/* Appends the date as ISO 8601; false where it cannot be read. */
bool spoken_date(const struct lexicon *lexicon, const char *words,
    struct buffer *out, bool *failed);

#endif
