/* How many decimals figures are printed with, in a cell and in a column. */

#include <CUnit/CUnit.h>
#include <stdio.h>

#include "3_transform/style.h"
#include "fixture.h"

/* What a value of a type is printed as in an edition that says so. */
static void prints_stated_figures_as_the_schema_says(void)
{
    static const struct { const char *root, *leaf, *data, *printed; }
    cases[] = {
        /* An amount has at most the places of the edition, … */
        { "'stated'", "'x-type': 'amount', 'x-unit': '万元'", "9.9898", "9.99" },
        { "'stated'", "'x-type': 'amount', 'x-unit': '万元'", "27.00", "27.00" },
        { "'stated'", "'x-type': 'amount', 'x-unit': '万元'", "9.9950", "10.00" },
        { "'stated'", "'x-type': 'amount', 'x-unit': '万元'", "9.9999", "10.00" },
        { "'stated'", "'x-type': 'amount', 'x-unit': '万元'", "20", "20" },
        { "'stated'", "'x-type': 'amount', 'x-unit': '万元'", "-3.10", "−3.10" },
        /* … all else as many as were stated. */
        { "'stated'", "'x-type': 'rate', 'x-unit': '%'", "108.70", "108.70%" },
        { "'stated'", "'x-type': 'rate', 'x-unit': '%'", "99.9960", "99.9960%" },
        { "'stated'", "'x-type': 'number'", "0.0045", "0.0045" },
        { "'stated'", "'x-type': 'number'", "'0.50'", "0.50" },
        { "'stated'", "'x-type': 'number', 'x-places': 0", "0.5", "0.5" },
        { "false", "'x-type': 'number'", "0.00450", "0.0045" },
        { "false", "'x-type': 'amount', 'x-unit': '元'", "27.00", "27" },
        { "true", "'x-type': 'amount', 'x-unit': '元'", "27", "27.00" },
        { "true", "'x-type': 'rate', 'x-unit': '%'", "0.125", "0.125%" },
        /* A leaf may have a rule of its own. */
        { "true", "'x-type': 'number', 'x-keep-zeros': false", "27.0", "27" },
        { "false", "'x-type': 'amount', 'x-unit': '元', 'x-places': 1,"
            " 'x-keep-zeros': true", "27.04", "27.0" },
        { "false", "'x-type': 'amount', 'x-unit': '元', 'x-places': 99",
            "27.04", "27.04" },
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture_set set;
        char schema[256], data[64];
        snprintf(schema, sizeof schema, "{'x-keep-zeros': %s,"
            " 'properties': {'m': {%s}}}", cases[i].root, cases[i].leaf);
        snprintf(data, sizeof data, "{'m': %s}", cases[i].data);
        fixture_set_begin(&set, schema, data);
        CU_ASSERT_STRING_EQUAL(fixture_xpath(set.doc, "string(/*/m)"),
            cases[i].printed);
        fixture_set_end(&set);
    }
}

/* A figure whose unit stands beside it is what the data says, whatever the
 * unit. */
static void rounds_no_figure_with_a_unit_beside_it(void)
{
    struct fixture_set set;

    fixture_set_begin(&set, "{'properties': {'m': {'x-type': 'number',"
        " 'x-unit-from': 'unit'}, 'unit': {'x-type': 'token'}}}",
        "{'m': 10.5067, 'unit': '万元'}");
    CU_ASSERT_STRING_EQUAL(fixture_xpath(set.doc, "concat(/*/m, ' ',"
        " /*/m/@value, ' ', /*/m/@type)"), "10.5067 105067.00 amount");
    fixture_set_end(&set);
}

static void prints_what_formulas_give_with_the_rule_of_the_leaf(void)
{
    struct fixture_set set;
    struct decimal value = { 123456, 2, false };

    fixture_set_begin(&set, "{'properties': {'m': {'x-type': 'rate',"
        " 'x-unit': '%', 'x-places': 1, 'x-keep-zeros': true}}}", "{}");
    CU_ASSERT_TRUE(node_set_figure(xmlFirstElementChild(
        xmlDocGetRootElement(set.doc)), value, set.style));
    CU_ASSERT_STRING_EQUAL(fixture_xpath(set.doc, "string(/*/m)"),
        "1234.6%");
    fixture_set_end(&set);
}

#define LINES "'x-columns': true, 'items': {'properties': {" \
    "'a': {'x-type': 'amount', 'x-unit': '万元'}," \
    "'b': {'x-type': 'number', 'x-unit': 'm²'}}}"

static void aligns_columns_where_one_keeps_a_zero(void)
{
    static const struct { const char *lines, *a, *b; } cases[] = {
        { "[{'a': 874.20}, {'a': 8.8}, {'a': 29.355}, {'a': 3}]",
            "874.20 8.80 29.36 3.00", "   " },
        /* What rounds to a zero has been stated as fine. */
        { "[{'a': 118.004}, {'a': 30.02}, {'a': 8}, {}]",
            "118.00 30.02 8.00 ", "   " },
        { "[{'a': 874.2}, {'a': 8.8}, {'a': 29}, {'a': 3}]",
            "874.2 8.8 29 3", "   " },
        { "[{'a': 5.0}, {'a': 8}, {'a': null}, {}]", "5.0 8.0  ", "   " },
        /* Each column for itself. */
        { "[{'a': 5.0, 'b': 7}, {'a': 8, 'b': 7.5}, {}, {'b': 7.125}]",
            "5.0 8.0  ", "7 7.5  7.125" },
        { "[{'a': 5, 'b': 7.50}, {'a': 8, 'b': 7}, {}, {'b': 7.125}]",
            "5 8  ", "7.500 7.000  7.125" },
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture_set set;
        char data[256];
        snprintf(data, sizeof data, "{'lines': %s}", cases[i].lines);
        fixture_set_begin(&set, "{'x-keep-zeros': 'stated', 'properties':"
            " {'lines': {" LINES "}}}", data);
        CU_ASSERT_TRUE(style_align(set.doc, set.style));
        CU_ASSERT_STRING_EQUAL(fixture_xpath(set.doc, "concat(//item[1]/a,"
            " ' ', //item[2]/a, ' ', //item[3]/a, ' ', //item[4]/a)"),
            cases[i].a);
        CU_ASSERT_STRING_EQUAL(fixture_xpath(set.doc, "concat(//item[1]/b,"
            " ' ', //item[2]/b, ' ', //item[3]/b, ' ', //item[4]/b)"),
            cases[i].b);
        fixture_set_end(&set);
    }
}

/* Without x-columns nothing is changed, nor from one table to another. */
static void aligns_nothing_but_columns(void)
{
    struct fixture_set set;

    fixture_set_begin(&set, "{'x-keep-zeros': 'stated', 'properties':"
        " {'p': {" LINES "}, 'q': {" LINES "}, 'a': {'x-type': 'amount',"
        " 'x-unit': '万元'}}}",
        "{'p': [{'a': 1.50}, {'a': 2}], 'q': [{'a': 3}], 'a': 4}");
    CU_ASSERT_TRUE(style_align(set.doc, set.style));
    CU_ASSERT_STRING_EQUAL(fixture_xpath(set.doc, "concat(//p/item[1]/a, ' ',"
        " //p/item[2]/a, ' ', //q/item/a, ' ', /*/a)"), "1.50 2.00 3 4");
    fixture_set_end(&set);
}

static void aligns_the_columns_that_are_named(void)
{
    static const struct { const char *columns, *printed; } cases[] = {
        { "true", "1.5 2.50 3.25 4.00" }, { "'*'", "1.50 2.50 3.25 4.00" },
        { "'a'", "1.5 2.50 3.25 4" }, { "'b'", "1.5 2.50 3.25 4.00" },
        { "'aa bb'", "1.5 2.50 3.25 4" }, { "'a b'", "1.5 2.50 3.25 4.00" },
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture_set set;
        char schema[512];
        snprintf(schema, sizeof schema, "{'x-keep-zeros': 'stated',"
            " 'x-columns': %s, 'properties': {'a': {'x-type': 'amount'},"
            " 'b': {'x-type': 'amount'}, 'o': {'x-columns': true,"
            " 'properties': {'a': {'x-type': 'amount', 'x-unit': '万元'},"
            " 'b': {'x-type': 'amount'}}}}}", cases[i].columns);
        fixture_set_begin(&set, schema,
            "{'a': 1.5, 'b': 2.50, 'o': {'a': 3.25, 'b': 4}}");
        CU_ASSERT_TRUE(style_align(set.doc, set.style));
        CU_ASSERT_STRING_EQUAL(fixture_xpath(set.doc, "concat(/*/a, ' ',"
            " /*/b, ' ', /*/o/a, ' ', /*/o/b)"), cases[i].printed);
        fixture_set_end(&set);
    }
}

CU_TestInfo style_tests[] = {
    {"prints stated figures as the schema says",
        prints_stated_figures_as_the_schema_says},
    {"rounds no figure with a unit beside it",
        rounds_no_figure_with_a_unit_beside_it},
    {"prints what formulas give with the rule of the leaf",
        prints_what_formulas_give_with_the_rule_of_the_leaf},
    {"aligns columns where one keeps a zero",
        aligns_columns_where_one_keeps_a_zero},
    {"aligns the columns that are named", aligns_the_columns_that_are_named},
    {"aligns nothing but columns", aligns_nothing_but_columns},
    CU_TEST_INFO_NULL
};
