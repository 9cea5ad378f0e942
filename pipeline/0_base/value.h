#ifndef VALUE_H
#define VALUE_H

/*
 * The types of values, their units, and how a form prints them.
 *
 * Base unit: the unit that figures are kept and compared in.  An amount is
 *            in yuan with two places, so it counts fen; a rate is in percent
 *            (108.70 is 108.70 %); all others are as stated.
 * Rounding:  half up, to the decimals of the figure's style, when printing,
 *            never before.
 */

#include <stdbool.h>

#include "0_base/buffer.h"
#include "0_base/decimal.h"

#define AMOUNT_PLACES 2         /* of yuan: fen */

enum value_type {
    VALUE_AMOUNT,
    VALUE_RATE,
    VALUE_COUNT,
    VALUE_NUMBER,
    VALUE_YEAR,
    VALUE_DATE,                 /* ISO 8601, calendar date, extended format */
    VALUE_TEXT,                 /* prose, which may hold references */
    VALUE_TOKEN,                /* code words, printed as they are */
    VALUE_TYPE_COUNT
};

/* With how many decimals figures are printed. */
struct print_style {
    int most;                   /* finer ones are rounded to so many */
    int least;                  /* zeros at the end are dropped down to these:
                                   9.9 for 0, 9.90 for 2 */
};

/* A figure on its way to the page. */
struct figure {
    struct decimal value;       /* in the base unit */
    enum value_type type;
    const char *unit;           /* printed in; NULL or "" for none */
    struct print_style style;
    bool with_unit;             /* the unit is printed too */
    bool as_change;             /* 增加…, 减少…, 持平 instead of a sign */
    bool unit_given, bare;      /* by a notation, which excludes others */
};

/* The names that schemas use (x-type). */
const char *value_type_name(enum value_type type);
bool value_type_parse(const char *name, enum value_type *type);

/* Whether values of a type are decimals; the others are text. */
bool value_type_is_figure(enum value_type type);

/* The type that a unit belongs to: amount for 元 and 万元, rate for %,
 * number for any other. */
enum value_type value_type_of_unit(const char *unit);

/* Whether a text begins with 元, 万元 or %, and so which type is before it. */
bool value_unit_begins(const char *text, enum value_type *type);

/* The powers of ten from a unit to its type's base unit: 4 for 万元, 0 for a
 * unit that is not the type's and for NULL. */
int value_shift_of_unit(enum value_type type, const char *unit);

/* The other unit of the same type that a figure may have been meant in, 元 for
 * 万元 and the other way round; NULL where there is none. */
const char *value_other_unit(enum value_type type, const char *unit);

/*
 * Read what was stated in a unit: "9.9898" in 万元 is 99898.00 yuan.
 * places gets the decimals that were stated.  False where the schema's type
 * rules do not hold.
 */
bool value_read(enum value_type type, const char *unit, const char *text,
    size_t length, struct decimal *value, int *places);

/* The same amount with its two places; a finer one is rounded to fen. */
struct decimal amount_to_fen(struct decimal amount);

/* The same value in the unit it is printed in: 99898.00 yuan is 9.9898. */
struct decimal value_in_unit(enum value_type type, const char *unit,
    struct decimal value);

void figure_print(const struct figure *figure, struct buffer *out);

/*
 * Apply a notation of references and x:print: 元, 万元, %, 数, 增减.  What is
 * printed in another unit than its own has the style that is given for it.
 * False where there is no such notation or it does not fit the type.
 */
bool figure_apply_notation(struct figure *figure, const char *notation,
    struct print_style converted);

/* The numbers of 2024-04-24, whatever they are; false where it is no such text.
 * Of a text that begins as one the rest is not read. */
bool date_numbers(const char *date, int *year, int *month, int *day);

/* 2024-04-24 as 2024年4月24日 (GB/T 15835-2011, 4.1.4: no padding zeros). */
void date_print(const char *date, struct buffer *out);

#endif
