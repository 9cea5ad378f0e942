#ifndef SIDES_H
#define SIDES_H

/*
 * Figures of one sentence, told apart: "2万元，小于各项之和2万元" says nothing,
 * "2万元，小于各项之和2.0012万元" does.
 *
 * A figure that prints like another one which it does not equal, or like
 * nothing though it is something, gets more decimals than the edition prints:
 * an amount all that it has, another figure as few as tell them apart.  What
 * is calculated keeps zeros at the end as cells of its kind do.
 *
 * Ownership: a side's unit is borrowed; its words are its own.
 */

#include <stdbool.h>
#include <stddef.h>

#include "0_base/buffer.h"
#include "0_base/value.h"

struct side {
    struct buffer words;        /* as they are printed */
    bool reprints;              /* it is a figure, printed as this one is: */
    struct figure figure;
    bool cell;                  /* which a cell of a form prints likewise */
    bool has_type;              /* it is a number with a unit of this type: */
    enum value_type type;
    struct decimal number;      /* in the unit that it is printed in, before it
                                   is rounded; blank: it is no number */
    bool widens, is_reprinted;  /* while they are told apart: it needs more
                                   decimals, it is printed again */
};

/* The side of a figure that the words print, of a cell of a form or not. */
void side_set_figure(struct side *side, struct figure figure, bool cell);

/* The side of any other words, a bare number or not; after: the text behind
 * them, which may begin with the unit of a number. */
void side_set_words(struct side *side, const char *after);

/* Prints those again that are to have other decimals. */
void sides_tell_apart(struct side *sides, size_t count);

/* Prints two figures, told apart, with their units. */
void sides_print_pair(struct figure a, struct figure b,
    struct buffer words[2]);

#endif
