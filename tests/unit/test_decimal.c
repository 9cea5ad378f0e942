/* Exact decimals: reading, calculating, rounding half away from zero,
 * printing. */

#include <CUnit/CUnit.h>
#include <string.h>

#include "0_base/decimal.h"

#define COUNT(table) (sizeof (table) / sizeof *(table))

static struct decimal read(const char *text)
{
    struct decimal value = decimal_blank;

    CU_ASSERT_EQUAL_FATAL(decimal_parse(text, strlen(text), &value),
        DECIMAL_OK);
    return value;
}

/* What a calculation made: "!" where it was refused with *out untouched. */
static const char *result(bool good, struct decimal out)
{
    static char text[DECIMAL_TEXT_SIZE];

    if (good)
        return decimal_print(out, text);
    return out.units == -1 && out.places == 7 && !out.blank ? "!" : "touched";
}

#define UNTOUCHED { -1, 7, false }

static void reads_literals_with_the_places_they_state(void)
{
    static const struct { const char *text, *printed; } cases[] = {
        { "0", "0" }, { "-0", "0" }, { "-0.00", "0.00" },
        { "40.10", "40.10" }, { "-40.10", "-40.10" },
        { "0.01", "0.01" }, { "-0.01", "-0.01" }, { "007", "7" },
        { "1e2", "100" }, { "1E+2", "100" }, { "1.50e1", "15.0" },
        { "1e-2", "0.01" }, { "12345e-9", "0.000012345" },
        { "0e400", "0" }, { "0e-400", "0.000000000" },
        { "0.0000000000000", "0.000000000" },
        { "1e17", "100000000000000000" },
        { "999999999999999999", "999999999999999999" },
        { "-999999999999999999", "-999999999999999999" },
        { "999999999.999999999", "999999999.999999999" },
        { "00000000000000000000000001", "1" },
        { "", "" },
    };

    for (size_t i = 0; i < COUNT(cases); i++)
        CU_ASSERT_STRING_EQUAL(result(true, read(cases[i].text)),
            cases[i].printed);
    CU_ASSERT_EQUAL(read("40.10").places, 2);
    CU_ASSERT_TRUE(read("").blank);
}

static void says_why_it_refuses_a_literal(void)
{
    static const struct { const char *text; enum decimal_fault fault; }
    cases[] = {
        { "-", DECIMAL_MALFORMED }, { "+1", DECIMAL_MALFORMED },
        { ".5", DECIMAL_MALFORMED }, { "5.", DECIMAL_MALFORMED },
        { "1,000", DECIMAL_MALFORMED }, { " 1", DECIMAL_MALFORMED },
        { "1 ", DECIMAL_MALFORMED }, { "1e", DECIMAL_MALFORMED },
        { "1e+", DECIMAL_MALFORMED }, { "1e5x", DECIMAL_MALFORMED },
        { "--1", DECIMAL_MALFORMED }, { "NaN", DECIMAL_MALFORMED },
        { "−1", DECIMAL_MALFORMED }, { "１", DECIMAL_MALFORMED },
        { "0x10", DECIMAL_MALFORMED },
        { "0.0000000001", DECIMAL_TOO_FINE },
        { "1.0000000000", DECIMAL_TOO_FINE },
        { "1e-10", DECIMAL_TOO_FINE }, { "1e-400", DECIMAL_TOO_FINE },
        { "1234567890123456789.0123456789", DECIMAL_TOO_FINE },
        { "1e18", DECIMAL_TOO_LARGE }, { "1e400", DECIMAL_TOO_LARGE },
        { "-1e400", DECIMAL_TOO_LARGE },
        { "1e99999999999999999999", DECIMAL_TOO_LARGE },
        { "1000000000000000000", DECIMAL_TOO_LARGE },
        { "12345678901234567.89", DECIMAL_TOO_LARGE },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct decimal out = UNTOUCHED;
        CU_ASSERT_EQUAL(decimal_parse(cases[i].text, strlen(cases[i].text),
            &out), cases[i].fault);
        CU_ASSERT_STRING_EQUAL(result(false, out), "!");
    }
}

static void reads_no_further_than_the_length(void)
{
    struct decimal out;

    CU_ASSERT_EQUAL(decimal_parse("12}", 2, &out), DECIMAL_OK);
    CU_ASSERT_STRING_EQUAL(result(true, out), "12");
    CU_ASSERT_EQUAL(decimal_parse("1e5", 2, &out), DECIMAL_MALFORMED);
    CU_ASSERT_EQUAL(decimal_parse("-5", 1, &out), DECIMAL_MALFORMED);
}

static void adds_and_subtracts_exactly(void)
{
    static const struct { const char *a, *b, *sum, *difference; } cases[] = {
        { "0.1", "0.2", "0.3", "-0.1" },
        { "3.87", "0.008", "3.878", "3.862" },
        { "-1", "1.00", "0.00", "-2.00" },
        { "5", "", "", "" }, { "", "5", "", "" }, { "", "", "", "" },
        { "999999999999999999", "1", "!", "999999999999999998" },
        { "-999999999999999999", "1", "-999999999999999998", "!" },
        /* One more place would be one more digit. */
        { "999999999999999999", "0.0", "!", "!" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct decimal sum = UNTOUCHED, difference = UNTOUCHED;
        struct decimal a = read(cases[i].a), b = read(cases[i].b);
        bool good = decimal_add(a, b, &sum);
        CU_ASSERT_STRING_EQUAL(result(good, sum), cases[i].sum);
        good = decimal_subtract(a, b, &difference);
        CU_ASSERT_STRING_EQUAL(result(good, difference), cases[i].difference);
    }
}

static void multiplies_and_rounds_half_away_from_zero(void)
{
    static const struct { const char *a, *b; int shift, places;
        const char *out; } cases[] = {
        { "10", "97.35", 2, 2, "9.74" },        /* 9.735 */
        { "-10", "97.35", 2, 2, "-9.74" },
        { "10", "97.34", 2, 2, "9.73" },
        { "1.5", "3", 0, 0, "5" },              /* 4.5 */
        { "-1.5", "3", 0, 0, "-5" },
        { "0.5", "0.9", 0, 0, "0" },
        { "2", "3", 0, 4, "6.0000" },
        { "0", "5", 2, 2, "0.00" },
        { "", "3", 0, 2, "" }, { "3", "", 0, 2, "" },
        { "999999999999999999", "999999999999999999", 0, 0, "!" },
        { "999999999999999999", "1", 0, 1, "!" },
        { "0.999999999", "0.999999999", 0, 9, "0.999999998" },
        { "123456789.123456789", "0.000000001", 0, 9, "0.123456789" },
        { "1", "1", -20, 0, "!" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct decimal out = UNTOUCHED;
        bool good = decimal_multiply(read(cases[i].a), read(cases[i].b),
            cases[i].shift, cases[i].places, &out);
        CU_ASSERT_STRING_EQUAL(result(good, out), cases[i].out);
    }
}

static void divides_and_rounds_half_away_from_zero(void)
{
    static const struct { const char *a, *b; int shift, places;
        const char *out; } cases[] = {
        { "74", "121", 2, 2, "61.16" },
        { "1", "3", 0, 2, "0.33" }, { "2", "3", 0, 2, "0.67" },
        { "1", "8", 0, 2, "0.13" },             /* 0.125 */
        { "-1", "8", 0, 2, "-0.13" }, { "1", "-8", 0, 2, "-0.13" },
        { "-1", "-8", 0, 2, "0.13" },
        { "-0.5", "1", 0, 0, "-1" }, { "0.5", "1", 0, 0, "1" },
        { "0.49", "1", 0, 0, "0" },
        { "1", "0", 2, 2, "" }, { "0", "0.00", 2, 2, "" },
        { "", "1", 2, 2, "" }, { "1", "", 2, 2, "" },
        { "0", "7", 2, 2, "0.00" },
        { "99898.00", "100000", 2, 2, "99.90" },
        { "1.000000000", "3", -2, 0, "0" },
        { "999999999999999999", "0.1", 0, 0, "!" },
        { "999999999999999999", "0.000000001", 2, 9, "!" },
        /* All places that two operands can have, in percent. */
        { "1", "1.000000000", 2, 9, "100.000000000" },
        { "7", "0.700000000", 2, 9, "1000.000000000" },
        { "1", "1", 40, 0, "!" }, { "1", "1", -40, 0, "!" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct decimal out = UNTOUCHED;
        bool good = decimal_divide(read(cases[i].a), read(cases[i].b),
            cases[i].shift, cases[i].places, &out);
        CU_ASSERT_STRING_EQUAL(result(good, out), cases[i].out);
    }
}

static void shifts_between_units_without_loss(void)
{
    static const struct { const char *value; int shift; const char *out; }
    cases[] = {
        { "9.99", 4, "99900" }, { "9.9898", 4, "99898" },
        { "0.000001", 4, "0.01" }, { "99898.00", -4, "9.989800" },
        { "-5", 4, "-50000" }, { "-0.5", -4, "-0.00005" },
        { "1", 0, "1" }, { "", 4, "" }, { "", -40, "" },
        { "1.000000", -4, "!" },        /* ten places */
        { "999999999999999999", 1, "!" }, { "1", 30, "!" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct decimal out = UNTOUCHED;
        bool good = decimal_shift(read(cases[i].value), cases[i].shift, &out);
        CU_ASSERT_STRING_EQUAL(result(good, out), cases[i].out);
    }
}

static void rounds_half_up_away_from_zero(void)
{
    static const struct { const char *value; int places; const char *out; }
    cases[] = {
        { "3.875", 2, "3.88" }, { "3.8749", 2, "3.87" },
        { "-3.875", 2, "-3.88" }, { "-3.8749", 2, "-3.87" },
        { "0.5", 0, "1" }, { "-0.5", 0, "-1" }, { "1.5", 0, "2" },
        { "2.5", 0, "3" }, { "0.4", 0, "0" }, { "-0.4", 0, "0" },
        { "9.995", 2, "10.00" }, { "999999999.999999999", 0, "1000000000" },
        { "1.2", 2, "1.2" }, { "7", 2, "7" }, { "", 2, "" },
    };

    for (size_t i = 0; i < COUNT(cases); i++)
        CU_ASSERT_STRING_EQUAL(result(true, decimal_round(
            read(cases[i].value), cases[i].places)), cases[i].out);
}

static void compares_whatever_the_places(void)
{
    static const struct { const char *a, *b; int order; } cases[] = {
        { "10", "10.000", 0 }, { "10", "9.9898", 1 }, { "-1", "0", -1 },
        { "-2", "-1.5", -1 }, { "0", "-0", 0 },
        { "999999999999999999", "0.000000001", 1 },
        { "-999999999999999999", "999999999.999999999", -1 },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct decimal a = read(cases[i].a), b = read(cases[i].b);
        CU_ASSERT_EQUAL(decimal_compare(a, b), cases[i].order);
        CU_ASSERT_EQUAL(decimal_compare(b, a), -cases[i].order);
    }
}

static void prints_with_and_without_zeros_at_the_end(void)
{
    static const struct { const char *value, *full, *brief; } cases[] = {
        { "9.90", "9.90", "9.9" }, { "10.00", "10.00", "10" },
        { "100", "100", "100" }, { "0.00", "0.00", "0" },
        { "-0.050", "-0.050", "-0.05" }, { "0.000000001", "0.000000001",
            "0.000000001" },
        { "-999999999.999999999", "-999999999.999999999",
            "-999999999.999999999" },
        { "", "", "" },
    };
    char text[DECIMAL_TEXT_SIZE];

    for (size_t i = 0; i < COUNT(cases); i++) {
        CU_ASSERT_PTR_EQUAL(decimal_print(read(cases[i].value), text), text);
        CU_ASSERT_STRING_EQUAL(text, cases[i].full);
        CU_ASSERT_STRING_EQUAL(decimal_print_short(read(cases[i].value),
            text), cases[i].brief);
    }
}

CU_TestInfo decimal_tests[] = {
    {"reads literals with the places they state",
        reads_literals_with_the_places_they_state},
    {"says why it refuses a literal", says_why_it_refuses_a_literal},
    {"reads no further than the length", reads_no_further_than_the_length},
    {"adds and subtracts exactly", adds_and_subtracts_exactly},
    {"multiplies and rounds half away from zero",
        multiplies_and_rounds_half_away_from_zero},
    {"divides and rounds half away from zero",
        divides_and_rounds_half_away_from_zero},
    {"shifts between units without loss", shifts_between_units_without_loss},
    {"rounds half up, away from zero", rounds_half_up_away_from_zero},
    {"compares whatever the places", compares_whatever_the_places},
    {"prints with and without zeros at the end",
        prints_with_and_without_zeros_at_the_end},
    CU_TEST_INFO_NULL
};
