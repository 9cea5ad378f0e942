/* Values by their types: units, bounds, rounding, printing, notations. */

#include <CUnit/CUnit.h>
#include <string.h>

#include "0_base/value.h"

#define COUNT(table) (sizeof (table) / sizeof *(table))

static struct decimal number(const char *text)
{
    struct decimal value = decimal_blank;

    CU_ASSERT_EQUAL_FATAL(decimal_parse(text, strlen(text), &value),
        DECIMAL_OK);
    return value;
}

static void names_every_type(void)
{
    static const struct { const char *name; bool figure; } cases[] = {
        [VALUE_AMOUNT] = { "amount", true }, [VALUE_RATE] = { "rate", true },
        [VALUE_COUNT] = { "count", true }, [VALUE_NUMBER] = { "number", true },
        [VALUE_YEAR] = { "year", true }, [VALUE_DATE] = { "date", false },
        [VALUE_TEXT] = { "text", false }, [VALUE_TOKEN] = { "token", false },
    };
    enum value_type type = VALUE_TYPE_COUNT;

    CU_ASSERT_EQUAL(COUNT(cases), VALUE_TYPE_COUNT);
    for (int k = 0; k < VALUE_TYPE_COUNT; k++) {
        CU_ASSERT_STRING_EQUAL(value_type_name((enum value_type)k),
            cases[k].name);
        CU_ASSERT_TRUE(value_type_parse(cases[k].name, &type));
        CU_ASSERT_EQUAL((int)type, k);
        CU_ASSERT_EQUAL(value_type_is_figure((enum value_type)k),
            cases[k].figure);
    }
    CU_ASSERT_FALSE(value_type_parse("money", &type));
    CU_ASSERT_FALSE(value_type_parse("", &type));
    CU_ASSERT_EQUAL(type, VALUE_TOKEN);
}

static void knows_the_type_of_a_unit(void)
{
    static const struct { const char *unit; enum value_type type; } cases[] = {
        { "元", VALUE_AMOUNT }, { "万元", VALUE_AMOUNT }, { "%", VALUE_RATE },
        { "人", VALUE_NUMBER }, { "亿元", VALUE_NUMBER }, { "", VALUE_NUMBER },
        { NULL, VALUE_NUMBER },
    };

    for (size_t i = 0; i < COUNT(cases); i++)
        CU_ASSERT_EQUAL(value_type_of_unit(cases[i].unit), cases[i].type);
}

static void reads_into_the_base_unit(void)
{
    static const struct { enum value_type type; const char *unit, *text;
        const char *value; int places; } cases[] = {
        { VALUE_AMOUNT, "万元", "9.9898", "99898.00", 4 },
        { VALUE_AMOUNT, "万元", "0.000001", "0.01", 6 },
        { VALUE_AMOUNT, "万元", "10", "100000.00", 0 },
        { VALUE_AMOUNT, "万元", "-3.90", "-39000.00", 2 },
        { VALUE_AMOUNT, "万元", "1e2", "1000000.00", 0 },
        { VALUE_AMOUNT, "元", "19340", "19340.00", 0 },
        { VALUE_AMOUNT, "元", "0.5", "0.50", 1 },
        { VALUE_AMOUNT, "万元", "999999999.999999", "9999999999999.99", 6 },
        { VALUE_RATE, "%", "108.70", "108.70", 2 },
        { VALUE_COUNT, "人", "74", "74", 0 },
        { VALUE_NUMBER, "m²", "1.5", "1.5", 1 },
        { VALUE_NUMBER, "万元", "1.5", "1.5", 1 },  /* no amount, no shift */
        { VALUE_YEAR, NULL, "2023", "2023", 0 },
        { VALUE_AMOUNT, "万元", "", "", 0 },
        { VALUE_COUNT, NULL, "", "", 0 },
    };
    char text[DECIMAL_TEXT_SIZE];

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct decimal value;
        int places = -1;
        CU_ASSERT_TRUE_FATAL(value_read(cases[i].type, cases[i].unit,
            cases[i].text, strlen(cases[i].text), &value, &places));
        CU_ASSERT_STRING_EQUAL(decimal_print(value, text), cases[i].value);
        CU_ASSERT_EQUAL(places, cases[i].places);
    }
}

static void refuses_what_is_no_figure_or_does_not_fit(void)
{
    static const struct { enum value_type type; const char *unit, *text; }
    cases[] = {
        { VALUE_AMOUNT, "元", "十" }, { VALUE_AMOUNT, "元", "1e400" },
        { VALUE_AMOUNT, "万元", "999999999999999" },
        /* The two places of fen have to fit, too. */
        { VALUE_AMOUNT, "元", "99999999999999999" },
        { VALUE_COUNT, "人", "1人" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct decimal value;
        int places;
        CU_ASSERT_FALSE(value_read(cases[i].type, cases[i].unit,
            cases[i].text, strlen(cases[i].text), &value, &places));
    }
}

static void settles_amounts_on_fen(void)
{
    static const struct { const char *amount, *rounded; } cases[] = {
        { "5", "5.00" }, { "5.5", "5.50" }, { "5.005", "5.01" },
        { "-5.005", "-5.01" }, { "5.004999", "5.00" }, { "", "" },
    };
    char text[DECIMAL_TEXT_SIZE];

    for (size_t i = 0; i < COUNT(cases); i++)
        CU_ASSERT_STRING_EQUAL(decimal_print(amount_to_fen(
            number(cases[i].amount)), text), cases[i].rounded);
}

static void prints_figures_as_the_style_wants(void)
{
    static const struct print_style brief = { 2, 0 }, full = { 2, 2 },
        whole = { 0, 0 };
    static const struct {
        const char *value;
        struct figure figure;
        const struct print_style *style;
        const char *printed;
    } cases[] = {
        { "99898.00", { .type = VALUE_AMOUNT, .unit = "万元" }, &brief, "9.99" },
        { "99898.00", { .type = VALUE_AMOUNT, .unit = "元" }, &brief, "99898" },
        { "99898.00", { .type = VALUE_AMOUNT, .unit = "元",
            .with_unit = true }, &brief, "99898元" },
        { "99000.00", { .type = VALUE_AMOUNT, .unit = "万元" }, &brief, "9.9" },
        { "99000.00", { .type = VALUE_AMOUNT, .unit = "万元" }, &full, "9.90" },
        { "100000.00", { .type = VALUE_AMOUNT, .unit = "万元" }, &brief, "10" },
        { "50.00", { .type = VALUE_AMOUNT, .unit = "万元" }, &brief, "0.01" },
        { "49.99", { .type = VALUE_AMOUNT, .unit = "万元" }, &brief, "0" },
        { "-50.00", { .type = VALUE_AMOUNT, .unit = "万元" }, &brief,
            "−0.01" },
        { "-49.99", { .type = VALUE_AMOUNT, .unit = "万元" }, &brief, "0" },
        { "12500.00", { .type = VALUE_AMOUNT, .unit = "万元" }, &whole, "1" },
        { "15000.00", { .type = VALUE_AMOUNT, .unit = "万元" }, &whole, "2" },
        /* More places than a shift leaves room for. */
        { "10000.000000000", { .type = VALUE_AMOUNT, .unit = "万元" },
            &brief, "1" },
        { "123456.789012", { .type = VALUE_AMOUNT, .unit = "万元" },
            &brief, "12.35" },
        { "108.70", { .type = VALUE_RATE, .unit = "%", .with_unit = true },
            &brief, "108.7%" },
        { "-8.695", { .type = VALUE_RATE, .unit = "%", .with_unit = true },
            &brief, "−8.7%" },
        { "74", { .type = VALUE_COUNT, .unit = "人", .with_unit = true },
            &brief, "74人" },
        { "74", { .type = VALUE_COUNT, .with_unit = true }, &brief, "74" },
        { "74", { .type = VALUE_COUNT, .unit = "", .with_unit = true },
            &brief, "74" },
        { "", { .type = VALUE_COUNT, .unit = "人", .with_unit = true },
            &brief, "" },
        { "102.00", { .type = VALUE_AMOUNT, .unit = "元", .with_unit = true,
            .as_change = true }, &brief, "增加102元" },
        { "-102.00", { .type = VALUE_AMOUNT, .unit = "元", .with_unit = true,
            .as_change = true }, &brief, "减少102元" },
        { "-102.00", { .type = VALUE_AMOUNT, .unit = "元",
            .as_change = true }, &brief, "减少102" },
        { "0.00", { .type = VALUE_AMOUNT, .unit = "元", .with_unit = true,
            .as_change = true }, &brief, "持平" },
        /* What rounds to nothing is no change. */
        { "49.00", { .type = VALUE_AMOUNT, .unit = "万元", .with_unit = true,
            .as_change = true }, &brief, "持平" },
        { "-49.00", { .type = VALUE_AMOUNT, .unit = "万元",
            .with_unit = true, .as_change = true }, &full, "持平" },
        { "-50.00", { .type = VALUE_AMOUNT, .unit = "万元",
            .with_unit = true, .as_change = true }, &brief, "减少0.01万元" },
        { "", { .type = VALUE_AMOUNT, .unit = "元", .as_change = true },
            &brief, "" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct figure figure = cases[i].figure;
        struct buffer out = BUFFER_EMPTY;
        figure.value = number(cases[i].value);
        figure.style = *cases[i].style;
        figure_print(&figure, &out);
        CU_ASSERT_STRING_EQUAL(buffer_string(&out), cases[i].printed);
        buffer_free(&out);
    }
}

static void applies_notations_where_they_fit(void)
{
    static const struct { enum value_type type; const char *unit, *notation,
        *printed; } cases[] = {
        { VALUE_AMOUNT, "万元", "元", "15000元" },
        { VALUE_AMOUNT, "元", "万元", "1.5万元" },
        { VALUE_AMOUNT, "元", "数", "15000" },
        { VALUE_AMOUNT, "元", "增减", "增加15000元" },
        { VALUE_AMOUNT, "元", "%", NULL },
        { VALUE_RATE, "%", "%", "15000%" },
        { VALUE_RATE, "%", "元", NULL },
        { VALUE_COUNT, "人", "数", "15000" },
        { VALUE_COUNT, "人", "万元", NULL },
        { VALUE_COUNT, "人", "", NULL },
        { VALUE_COUNT, "人", "个数", NULL },
        { VALUE_AMOUNT, "元", "亿元", NULL },
    };
    static const struct print_style style = { 2, 0 };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct figure figure = { .value = { 15000, 0, false },
            .type = cases[i].type, .unit = cases[i].unit, .with_unit = true };
        struct buffer out = BUFFER_EMPTY;
        CU_ASSERT_EQUAL(figure_apply_notation(&figure, cases[i].notation,
            style), cases[i].printed != NULL);
        figure_print(&figure, &out);
        if (cases[i].printed)
            CU_ASSERT_STRING_EQUAL(buffer_string(&out), cases[i].printed);
        buffer_free(&out);
    }
}

static void prints_dates_without_padding_zeros(void)
{
    static const struct { const char *date, *printed; } cases[] = {
        { "2024-04-24", "2024年4月24日" }, { "2024-12-01", "2024年12月1日" },
        { "", "" }, { "yesterday", "" }, { "2024-04", "" },
        { "2024-4-4", "2024年4月4日" }, { "20240-4-4", "" }, { "-1-4-4", "" },
        { "2024-04-x", "" }, { "2024/04/24", "" }, { "2024- 4-24", "" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct buffer out = BUFFER_EMPTY;
        date_print(cases[i].date, &out);
        CU_ASSERT_STRING_EQUAL(buffer_string(&out), cases[i].printed);
        buffer_free(&out);
    }
}

static void knows_the_other_unit(void)
{
    CU_ASSERT_STRING_EQUAL(value_other_unit(VALUE_AMOUNT, "万元"), "元");
    CU_ASSERT_STRING_EQUAL(value_other_unit(VALUE_AMOUNT, "元"), "万元");
    CU_ASSERT_PTR_NULL(value_other_unit(VALUE_RATE, "%"));
    CU_ASSERT_PTR_NULL(value_other_unit(VALUE_COUNT, "人"));
    CU_ASSERT_PTR_NULL(value_other_unit(VALUE_AMOUNT, NULL));
}

CU_TestInfo value_tests[] = {
    {"names every type", names_every_type},
    {"knows the type of a unit", knows_the_type_of_a_unit},
    {"knows the other unit", knows_the_other_unit},
    {"reads into the base unit", reads_into_the_base_unit},
    {"refuses what is no figure or does not fit",
        refuses_what_is_no_figure_or_does_not_fit},
    {"settles amounts on fen", settles_amounts_on_fen},
    {"prints figures as the style wants", prints_figures_as_the_style_wants},
    {"applies notations where they fit", applies_notations_where_they_fit},
    {"prints dates without padding zeros",
        prints_dates_without_padding_zeros},
    CU_TEST_INFO_NULL
};
