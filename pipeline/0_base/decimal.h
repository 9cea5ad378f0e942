#ifndef DECIMAL_H
#define DECIMAL_H

/*
 * Exact decimal numbers: amounts, rates, counts, scores, areas.
 *
 * Shape:  units / 10^places.  An amount of money is in yuan with two places,
 *         so that units counts fen.  No double ever touches a figure.
 * Blanks: an empty cell is not a zero; a blank operand makes a blank result.
 * Rounding is half up, away from zero (0.5 -> 1, -0.5 -> -1), and happens
 *         only in the functions that take places.
 * Errors: false with *out untouched where the result does not fit.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define DECIMAL_PLACES_MAX 9
#define DECIMAL_TEXT_SIZE 40    /* any decimal printed, with its NUL */

struct decimal {
    int64_t units;      /* meaningless while blank */
    int places;         /* 0 to DECIMAL_PLACES_MAX */
    bool blank;
};

extern const struct decimal decimal_blank;
extern const struct decimal decimal_hundred;    /* of percent: all of it */

enum decimal_fault {
    DECIMAL_OK,
    DECIMAL_MALFORMED,          /* not -?digits[.digits][e[+-]digits] */
    DECIMAL_TOO_FINE,           /* more places than DECIMAL_PLACES_MAX */
    DECIMAL_TOO_LARGE           /* more than 18 digits in all */
};

/* Read a JSON number's literal; "40.10" keeps its two places.  An exponent
 * is worked in exactly.  The empty text is a blank. */
enum decimal_fault decimal_parse(const char *text, size_t length,
    struct decimal *out);

bool decimal_add(struct decimal a, struct decimal b, struct decimal *out);
bool decimal_subtract(struct decimal a, struct decimal b, struct decimal *out);

/* a * b / 10^shift, rounded: shift 2 takes b as a percentage. */
bool decimal_multiply(struct decimal a, struct decimal b, int shift,
    int places, struct decimal *out);

/* a / b * 10^shift, rounded; blank where b is zero. */
bool decimal_divide(struct decimal a, struct decimal b, int shift,
    int places, struct decimal *out);

/* value * 10^shift, exactly: 9.99 (wan-yuan) by 4 is 99900 (yuan). */
bool decimal_shift(struct decimal value, int shift, struct decimal *out);

struct decimal decimal_round(struct decimal value, int places);

/* The same value without zeros at its end, down to `least` places; with zeros
 * to have so many, where they fit. */
struct decimal decimal_trim(struct decimal value, int least);

/* -1, 0, 1; neither may be blank. */
int decimal_compare(struct decimal a, struct decimal b);

/* Print with the value's own places, or without zeros at its end. */
char *decimal_print(struct decimal value, char text[DECIMAL_TEXT_SIZE]);
char *decimal_print_short(struct decimal value, char text[DECIMAL_TEXT_SIZE]);

#endif
