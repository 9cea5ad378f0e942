/* Numbers of JSON, compared by their digits. */

#include "2_schema/values/number.h"

#include <string.h>

__extension__ typedef unsigned __int128 wide;

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* The next digit from *at, stepping over the point; -1 at the end. */
static int next_digit(const char **at, const char *end)
{
    if (*at < end && **at == '.')
        ++*at;
    return *at < end ? *(*at)++ - '0' : -1;
}

static const char *read_exponent(const char *at, const char *end,
    int64_t *exponent)
{
    bool negative = false;

    if (at < end && (*at == '+' || *at == '-'))
        negative = *at++ == '-';
    if (at == end || !is_digit(*at))
        return NULL;
    for (; at < end && is_digit(*at); at++)
        if (*exponent < NUMBER_EXPONENT_MAX)
            *exponent = *exponent * 10 + (*at - '0');
    if (*exponent > NUMBER_EXPONENT_MAX)
        *exponent = NUMBER_EXPONENT_MAX;
    if (negative)
        *exponent = -*exponent;
    return at;
}

/* Takes the zeros away at both ends of the mantissa; exponent counts from
 * the point. */
static void trim(struct number *number)
{
    const char *at = number->digits;
    bool after_point = false;

    for (; at < number->end && (*at == '0' || *at == '.'); at++)
        after_point = after_point || *at == '.';
    number->digits = at;
    while (number->end > at
        && (number->end[-1] == '0' || number->end[-1] == '.'))
        number->end--;
    number->count = (size_t)(number->end - at);
    if (memchr(at, '.', number->count))
        number->count--;
}

bool number_parse(const char *text, size_t length, struct number *out)
{
    const char *at = text;
    const char *end = text + length;
    int64_t exponent = 0;

    *out = (struct number){0};
    if (at < end && *at == '-') {
        out->negative = true;
        at++;
    }
    const char *mantissa = at;
    while (at < end && is_digit(*at))
        at++;
    const char *point = at;
    if (point == mantissa || (*mantissa == '0' && point - mantissa > 1))
        return false;
    if (at < end && *at == '.') {
        const char *first = ++at;
        while (at < end && is_digit(*at))
            at++;
        if (at == first)
            return false;
        out->places = at - first;
    }
    out->digits = mantissa;
    out->end = at;
    if (at < end && (*at == 'e' || *at == 'E'))
        at = read_exponent(at + 1, end, &exponent);
    if (at != end)
        return false;

    out->places -= exponent;
    if (out->places < 0)
        out->places = 0;
    trim(out);
    /* Digits before the point count up from it, zeros behind it down. */
    out->exponent = exponent + (out->digits < point
        ? point - out->digits : point + 1 - out->digits);
    if (out->count == 0) {
        out->exponent = 0;
        out->negative = false;
    }
    return true;
}

struct number number_read(const char *literal, size_t length)
{
    struct number number;

    number_parse(literal, length, &number);
    return number;
}

static int compare_sizes(const struct number *a, const struct number *b)
{
    const char *left = a->digits;
    const char *right = b->digits;

    if (a->count == 0 || b->count == 0)
        return (a->count > 0) - (b->count > 0);
    if (a->exponent != b->exponent)
        return a->exponent < b->exponent ? -1 : 1;
    for (;;) {
        int p = next_digit(&left, a->end);
        int q = next_digit(&right, b->end);
        if (p != q)
            return p < q ? -1 : 1;
        if (p < 0)
            return 0;
    }
}

int number_compare(const struct number *a, const struct number *b)
{
    if (a->negative != b->negative)
        return a->negative ? -1 : 1;
    return a->negative ? compare_sizes(b, a) : compare_sizes(a, b);
}

bool number_is_integer(const struct number *number)
{
    return number->count == 0 || number->exponent >= (int64_t)number->count;
}

bool number_is_zero(const struct number *number)
{
    return number->count == 0;
}

static uint64_t residue(const struct number *value, uint64_t divisor)
{
    const char *at = value->digits;
    uint64_t rest = 0;

    for (int digit; (digit = next_digit(&at, value->end)) >= 0;)
        rest = (uint64_t)(((wide)rest * 10 + (unsigned)digit) % divisor);
    return rest;
}

static uint64_t residue_of_power(int64_t exponent, uint64_t divisor)
{
    wide result = 1 % divisor;
    wide square = 10 % divisor;

    for (; exponent > 0; exponent /= 2) {
        if (exponent % 2)
            result = result * square % divisor;
        square = square * square % divisor;
    }
    return (uint64_t)result;
}

bool number_is_multiple(const struct number *value,
    const struct number *divisor)
{
    const char *at = divisor->digits;
    uint64_t whole = 0;

    if (value->count == 0)
        return true;
    for (int digit; (digit = next_digit(&at, divisor->end)) >= 0;)
        whole = whole * 10 + (unsigned)digit;
    /* Both as integers without a zero at the end, times a power of ten:
     * where the divisor's power is the larger one, ten divides it alone. */
    int64_t powers = (value->exponent - (int64_t)value->count)
        - (divisor->exponent - (int64_t)divisor->count);
    if (powers < 0)
        return false;
    return (wide)residue(value, whole) * residue_of_power(powers, whole)
        % whole == 0;
}

bool number_is_below(const struct number *number, int64_t exponent)
{
    return number->count == 0 || number->exponent <= exponent;
}

uint64_t number_hash(const struct number *number)
{
    const char *at = number->digits;
    uint64_t hash = UINT64_C(14695981039346656037)
        ^ (uint64_t)number->exponent ^ (uint64_t)number->negative;

    for (int digit; (digit = next_digit(&at, number->end)) >= 0;)
        hash = (hash ^ (unsigned)digit) * UINT64_C(1099511628211);
    return hash;
}

bool number_to_size(const struct number *number, size_t *size)
{
    const char *at = number->digits;

    if (number->negative || !number_is_integer(number))
        return false;
    *size = 0;
    if (number->exponent > 18) {
        *size = SIZE_MAX;
        return true;
    }
    for (int64_t k = 0; k < number->exponent; k++) {
        int digit = next_digit(&at, number->end);
        *size = *size * 10 + (digit < 0 ? 0 : (size_t)digit);
    }
    return true;
}
