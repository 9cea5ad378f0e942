#ifndef TEXT_FIGURES_H
#define TEXT_FIGURES_H

/*
 * The figures typed into a text: a number and, behind it, its unit.
 *
 * Number:  Arabic digits of either width, with separators of thousands
 *          (1,234.56), decimals, and a sign (-, −, －, +) that does not stand
 *          between two numbers; or words, behind 百分之.  No figures are: codes
 *          and dates (A4, 0737, 1.2.3, 12:30, 2/3), and what has more than 18
 *          digits.
 * Unit:    %, ‰, a run of Latin letters, or Chinese: 百千万亿, then a
 *          compound (人次, 平方米, 个百分点), else one ideograph that is no
 *          particle; with /亩 and the like behind it.  12个部门 has the unit
 *          个, 34万平方米 the unit 万平方米, 100份。 份, 共3，none.
 * Errors:  none; what does not look like a figure is passed over.
 */

#include <stdbool.h>
#include <stddef.h>

#include "0_base/decimal.h"
#include "0_base/lexicon.h"

/* How sure the text is of a figure. */
enum text_precision {
    TEXT_EXACT,
    TEXT_ABOUT,                 /* 约10件, 10余件, 10件左右, 10至20件 */
    TEXT_LIMIT                  /* ≥10件, 不少于10件, 10件以上, 超过10件 */
};

struct text_figure {
    struct decimal value;       /* as written: 9.99 of 9.99万元 */
    const char *unit;           /* as written: 万元; in the text, but % of
                                   百分之 */
    size_t unit_length;         /* 0 where there is none */
    const char *base;           /* unit without 百千万亿: 元; "%" for ％ */
    size_t base_length;
    const char *usual;          /* base as it is usually said: 人 of 名 */
    size_t usual_length;
    int shift;                  /* 10^shift of base make one unit: 4 */
    enum text_precision precision;
    bool is_some_more;          /* 268万余元: that and less than one more */
    bool is_amount;             /* of money */
    bool is_year, is_date;      /* a year; a year, a month or a day */
    size_t begin, end;          /* bytes of the text, sign to unit */
};

/*
 * The first figure behind *figure in the length bytes of text, into *figure;
 * a figure of zeros at first:
 *
 *     struct text_figure figure = {0};
 *     while (text_figure_next(lexicon, text, length, &figure))
 *
 * False where there is none.
 */
bool text_figure_next(const struct lexicon *lexicon, const char *text,
    size_t length, struct text_figure *figure);

/* The same for all figures, or the first `room` of them; their number. */
size_t text_figures(const struct lexicon *lexicon, const char *text,
    size_t length, struct text_figure *figures, size_t room);

/* The value in its base: 99900 (元) of 9.99万元.  False if it does not fit. */
bool text_figure_base(const struct text_figure *figure,
    struct decimal *value);

/* Half of the last place of a figure with decimals, in its base: how far the
 * figure that was rounded to it can be away.  0 for a whole number. */
struct decimal text_figure_doubt(const struct text_figure *figure);

/* Whether it is in percent. */
bool text_figure_is_rate(const struct text_figure *figure);

/* Whether both have a unit, and the same but for 百千万亿, by whatever name:
 * 120名 and 118人. */
bool text_figures_alike(const struct text_figure *a,
    const struct text_figure *b);

/* Whether a text has digits, or 百分之, in so many places; otherwise it cannot
 * have so many figures. */
bool text_may_have_figures(const struct lexicon *lexicon, const char *text,
    size_t length, size_t count);

/* Whether a text has a digit of either width; otherwise it has no figure. */
bool text_has_digit(const char *text);

#endif
