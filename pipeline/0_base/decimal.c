/*
 * Exact decimal arithmetic in integers: read, printed, added, divided,
 * rounded half up.
 */

#include "0_base/decimal.h"

/* Wide enough for any product of two units and any quotient's numerator. */
__extension__ typedef __int128 wide;

/* 18 digits always fit in int64_t. */
#define DIGITS_MAX 18

/* The largest power that two operands, their places and a percentage can need:
 * 10^38 is the last one that fits. */
#define RAISE_MAX (2 * DECIMAL_PLACES_MAX + 2)

const struct decimal decimal_blank = { 0, 0, true };
const struct decimal decimal_hundred = { 100, 0, false };

static const int64_t powers[DIGITS_MAX + 1] = {
    1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000,
    1000000000, 10000000000, 100000000000, 1000000000000, 10000000000000,
    100000000000000, 1000000000000000, 10000000000000000,
    100000000000000000, 1000000000000000000
};

static wide power_of_ten(int exponent)
{
    return exponent <= DIGITS_MAX ? powers[exponent]
        : powers[DIGITS_MAX] * power_of_ten(exponent - DIGITS_MAX);
}

/* numerator / denominator, half away from zero. */
static wide divide_half_up(wide numerator, wide denominator)
{
    bool negative = (numerator < 0) != (denominator < 0);

    if (numerator < 0)
        numerator = -numerator;
    if (denominator < 0)
        denominator = -denominator;
    wide quotient = numerator / denominator;
    if (numerator % denominator >= denominator - numerator % denominator)
        quotient++;
    return negative ? -quotient : quotient;
}

static bool fits(wide units)
{
    wide limit = powers[DIGITS_MAX];

    return -limit < units && units < limit;
}

static bool make_decimal(wide units, int places, struct decimal *out)
{
    if (!fits(units))
        return false;
    *out = (struct decimal){ (int64_t)units, places, false };
    return true;
}

/* The units of a value that is written with so many places, no fewer than its
 * own. */
static wide units_at(struct decimal value, int places)
{
    return (wide)value.units * power_of_ten(places - value.places);
}

/* The digits of a literal, without its point and the zeros at its head. */
struct literal {
    char digits[DIGITS_MAX];
    int count;              /* of digits kept */
    int places;
    bool negative;
    bool too_long;
};

static void literal_add(struct literal *literal, char digit)
{
    if (literal->count == 0 && digit == '0')
        return;
    if (literal->count == DIGITS_MAX) {
        literal->too_long = true;
        return;
    }
    literal->digits[literal->count++] = digit;
}

/* Reads an exponent; a larger one than 9999 counts as 9999. */
static const char *read_exponent(const char *at, const char *end, int *value)
{
    bool negative = false;

    *value = 0;
    if (at < end && (*at == '+' || *at == '-'))
        negative = *at++ == '-';
    if (at == end)
        return NULL;
    for (; at < end && *at >= '0' && *at <= '9'; at++)
        if (*value < 9999)
            *value = *value * 10 + (*at - '0');
    if (negative)
        *value = -*value;
    return at;
}

static bool read_literal(const char *at, const char *end,
    struct literal *literal, int *exponent)
{
    if (at < end && *at == '-') {
        literal->negative = true;
        at++;
    }
    const char *first = at;
    for (; at < end && *at >= '0' && *at <= '9'; at++)
        literal_add(literal, *at);
    if (at == first)
        return false;
    if (at < end && *at == '.') {
        first = ++at;
        for (; at < end && *at >= '0' && *at <= '9'; at++) {
            literal_add(literal, *at);
            if (literal->places < 9999)
                literal->places++;
        }
        if (at == first)
            return false;
    }
    if (at < end && (*at == 'e' || *at == 'E'))
        at = read_exponent(at + 1, end, exponent);
    return at == end;
}

enum decimal_fault decimal_parse(const char *text, size_t length,
    struct decimal *out)
{
    struct literal literal = {0};
    int exponent = 0;

    if (length == 0) {
        *out = decimal_blank;
        return DECIMAL_OK;
    }
    if (!read_literal(text, text + length, &literal, &exponent))
        return DECIMAL_MALFORMED;
    if (literal.too_long)
        return literal.places > DECIMAL_PLACES_MAX
            ? DECIMAL_TOO_FINE : DECIMAL_TOO_LARGE;

    wide units = 0;
    for (int k = 0; k < literal.count; k++)
        units = units * 10 + (literal.digits[k] - '0');
    int places = literal.places - exponent;
    if (units == 0)
        places = places < 0 ? 0
            : places > DECIMAL_PLACES_MAX ? DECIMAL_PLACES_MAX : places;
    if (places > DECIMAL_PLACES_MAX)
        return DECIMAL_TOO_FINE;
    if (places < 0 && -places > DIGITS_MAX)
        return DECIMAL_TOO_LARGE;
    if (places < 0) {
        units *= power_of_ten(-places);
        places = 0;
    }
    if (literal.negative)
        units = -units;
    return make_decimal(units, places, out) ? DECIMAL_OK : DECIMAL_TOO_LARGE;
}

static int larger(int a, int b)
{
    return a > b ? a : b;
}

static bool add_signed(struct decimal a, struct decimal b, int sign,
    struct decimal *out)
{
    if (a.blank || b.blank) {
        *out = decimal_blank;
        return true;
    }
    int places = larger(a.places, b.places);
    return make_decimal(units_at(a, places) + sign * units_at(b, places),
        places, out);
}

bool decimal_add(struct decimal a, struct decimal b, struct decimal *out)
{
    return add_signed(a, b, 1, out);
}

bool decimal_subtract(struct decimal a, struct decimal b, struct decimal *out)
{
    return add_signed(a, b, -1, out);
}

bool decimal_multiply(struct decimal a, struct decimal b, int shift,
    int places, struct decimal *out)
{
    if (a.blank || b.blank) {
        *out = decimal_blank;
        return true;
    }
    wide product = (wide)a.units * b.units;     /* below 10^36 */
    int drop = a.places + b.places + shift - places;
    if (drop > 0)
        return make_decimal(divide_half_up(product, power_of_ten(drop)), places,
            out);
    wide limit = powers[DIGITS_MAX];
    if (product <= -limit || product >= limit || drop < -DIGITS_MAX)
        return false;
    return make_decimal(product * power_of_ten(-drop), places, out);
}

bool decimal_divide(struct decimal a, struct decimal b, int shift,
    int places, struct decimal *out)
{
    if (a.blank || b.blank || b.units == 0) {
        *out = decimal_blank;
        return true;
    }
    int raise = b.places - a.places + shift + places;
    wide numerator = a.units;
    wide denominator = b.units;
    if (raise > RAISE_MAX || raise < -DIGITS_MAX)
        return false;
    if (raise >= 0)
        numerator *= power_of_ten(raise);       /* below 10^38 */
    else
        denominator *= power_of_ten(-raise);
    return make_decimal(divide_half_up(numerator, denominator), places, out);
}

bool decimal_shift(struct decimal value, int shift, struct decimal *out)
{
    if (value.blank) {
        *out = decimal_blank;
        return true;
    }
    int places = value.places - shift;
    if (places > DECIMAL_PLACES_MAX || places < -DIGITS_MAX)
        return false;
    if (places >= 0)
        return make_decimal(value.units, places, out);
    return make_decimal(value.units * power_of_ten(-places), 0, out);
}

struct decimal decimal_round(struct decimal value, int places)
{
    if (value.blank || value.places <= places)
        return value;
    wide units = divide_half_up(value.units,
        power_of_ten(value.places - places));
    return (struct decimal){ (int64_t)units, places, false };
}

struct decimal decimal_trim(struct decimal value, int least)
{
    const struct decimal no_units = { 0, least, false };

    while (!value.blank && value.places > least && value.units % 10 == 0) {
        value.units /= 10;
        value.places--;
    }
    if (!value.blank)
        decimal_add(value, no_units, &value);
    return value;
}

int decimal_compare(struct decimal a, struct decimal b)
{
    int places = larger(a.places, b.places);
    wide left = units_at(a, places);
    wide right = units_at(b, places);

    return (left > right) - (left < right);
}

char *decimal_print(struct decimal value, char text[DECIMAL_TEXT_SIZE])
{
    char digits[DECIMAL_TEXT_SIZE];     /* the last one first */
    int64_t rest = value.units < 0 ? -value.units : value.units;
    int count = 0;
    char *end = text;

    /* At least one digit stands before the point. */
    for (; !value.blank && (rest > 0 || count <= value.places); rest /= 10)
        digits[count++] = (char)('0' + rest % 10);
    if (count && value.units < 0)
        *end++ = '-';
    while (count > 0) {
        *end++ = digits[--count];
        if (count && count == value.places)
            *end++ = '.';
    }
    *end = '\0';
    return text;
}

char *decimal_print_short(struct decimal value, char text[DECIMAL_TEXT_SIZE])
{
    return decimal_print(decimal_trim(value, 0), text);
}
