#ifndef NUMBER_H
#define NUMBER_H

/*
 * Numbers of any length, compared by the digits of their JSON literals.
 *
 * Shape:  0.DIGITS * 10^exponent, DIGITS without zeros at either end; they
 *         stay where the literal stands, so nothing is copied or expanded and
 *         1e1000000000 costs no more than 1.
 * Limits: exponents beyond NUMBER_EXPONENT_MAX all count as that one.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define NUMBER_EXPONENT_MAX INT64_C(1000000000000000)
#define NUMBER_DIVISOR_DIGITS_MAX 18

struct number {
    const char *digits, *end;   /* may hold the literal's point; empty: 0 */
    size_t count;               /* of digits, without that point */
    int64_t exponent;
    int64_t places;             /* stated: 1.50 has 2, 1e2 has none */
    bool negative;
};

/* The literal has to be a JSON number and is borrowed.  Text that may be
 * none goes through number_parse(), false if it is none. */
struct number number_read(const char *literal, size_t length);
bool number_parse(const char *text, size_t length, struct number *out);

int number_compare(const struct number *a, const struct number *b);
bool number_is_integer(const struct number *number);
bool number_is_zero(const struct number *number);

/* value is an integer times divisor, which has at most
 * NUMBER_DIVISOR_DIGITS_MAX digits and is not zero. */
bool number_is_multiple(const struct number *value,
    const struct number *divisor);

/* Whether |number| < 10^exponent. */
bool number_is_below(const struct number *number, int64_t exponent);

/* Equal numbers have equal hashes, however they are written. */
uint64_t number_hash(const struct number *number);

/* A whole number up to SIZE_MAX; more is that, less than 0 or a fraction is
 * false. */
bool number_to_size(const struct number *number, size_t *size);

#endif
