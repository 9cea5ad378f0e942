/* What formulas fill in and compare. */

#include <CUnit/CUnit.h>
#include <stdio.h>
#include <string.h>

#include "4_formulas/formulas.h"
#include "fixture.h"
#include "formulas_fixture.h"

/* "derived A04 38780.00 3.88": state, formula, value and words of a leaf. */
static const char *written(const struct fixture_set *set, const char *node)
{
    char query[256];

    snprintf(query, sizeof query, "concat(/*/%s/@state, ' ', /*/%s/@formula, "
        "' ', /*/%s/@value, ' ', /*/%s)", node, node, node, node);
    return fixture_xpath(set->doc, query);
}

static void fills_what_is_absent(void)
{
    static const struct { const char *formula, *data, *node, *written; }
    cases[] = {
        { SUM, "{'a': 3.87, 'b': 0.008}", "sum",
            "derived A04 38780.00 3.88" },
        { FORMULA("", "rate", "x:change-rate(../a, ../b, 2)"),
            "{'a': 1.03, 'b': 1}", "rate", "derived A04 3.00 3%" },
        { FORMULA("", "count", "count(../l/item)"), "{'l': [{}, {}]}",
            "count", "derived A04 2 2" },
        { FORMULA("", "text", "concat(../a, '万元')"), "{'a': 1.50}",
            "text", "derived A04  1.5万元" },
        { FORMULA("", "date", "'2024-04-24'"), "{}",
            "date", "derived A04 2024-04-24 2024年4月24日" },
        /* What is blank stays absent. */
        { SUM, "{'a': 3.87}", "sum", "absent   " },
        { SUM, "{'a': 3.87, 'b': null}", "sum", "absent   " },
        { FORMULA("", "text", "''"), "{}", "text", "absent   " },
        /* What is null stays null. */
        { SUM, "{'a': 3.87, 'b': 1, 'sum': null}", "sum", "null   " },
        { FORMULA("", "o/x", "'1'"), "{'o': null}", "o/x", "null   " },
        /* One that only fills. */
        { FORMULA("compare='no'", "count", "'5'"), "{}", "count",
            "derived A04 5 5" },
        { FORMULA("compare='no'", "count", "'5'"), "{'count': 6}", "count",
            "stated  6 6" },
        { FORMULA("", "o/x", "'1'"), "{}", "o/x", "derived A04 1 1" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct fixture_set set;
        formulas_run(&set, cases[i].formula, cases[i].data);
        CU_ASSERT_STRING_EQUAL(written(&set, cases[i].node),
            cases[i].written);
        CU_ASSERT_EQUAL(findings_count(set.findings), 0);
        fixture_set_end(&set);
    }
}

static void compares_at_the_precision_of_the_form(void)
{
    static const struct { const char *data, *expected, *stated; } cases[] = {
        /* 3.878 prints as 3.88, which is not the 3.87 stated. */
        { "{'a': 3.87, 'b': 0.008, 'sum': 3.87}", "3.88", "3.87" },
        { "{'a': 3.87, 'b': 0.008, 'sum': 3.88}", NULL, NULL },
        { "{'a': 3.87, 'b': 0.008, 'sum': 3.878}", NULL, NULL },
        { "{'a': 3.87, 'b': 0.008, 'sum': 3.8780}", NULL, NULL },
        { "{'a': 3.87, 'b': 0.008, 'sum': 3.879}", "3.878", "3.879" },
        /* 10 says 10.00 on the form, which 9.9898 does not round to. */
        { "{'a': 9, 'b': 0.9898, 'sum': 10}", "9.99", "10" },
        { "{'a': 9, 'b': 0.995, 'sum': 10}", NULL, NULL },
        { "{'a': 9, 'b': 0.9898, 'sum': 9.99}", NULL, NULL },
        { "{'a': 9, 'b': 0.9898, 'sum': 9.9}", "9.99", "9.9" },
        { "{'a': -9, 'b': -0.995, 'sum': -10}", NULL, NULL },
        { "{'a': -9, 'b': 0, 'sum': 9}", "−9", "9" },
        { "{'a': 0, 'b': 0, 'sum': 0.01}", "0", "0.01" },
        { "{'a': 0, 'b': 0.000001, 'sum': 0}", NULL, NULL },
        { "{'a': 0, 'b': 0.000001, 'sum': 0.000002}", "0.000001",
            "0.000002" },
        /* A blank part says nothing about the sum. */
        { "{'a': 9, 'sum': 9}", NULL, NULL },
        { "{'sum': 9}", NULL, NULL },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct fixture_set set;
        char sentence[256];
        formulas_run(&set, SUM, cases[i].data);
        CU_ASSERT_EQUAL(findings_count(set.findings),
            cases[i].expected != NULL);
        if (cases[i].expected) {
            snprintf(sentence, sizeof sentence, "应为%s万元（分项之和），填报%s万元；"
                "请核对后改正，或删去该项由程序计算", cases[i].expected,
                cases[i].stated);
            CU_ASSERT_STRING_EQUAL(fixture_sentence(set.findings, 0,
                LANGUAGE_ZH), sentence);
        }
        /* What is stated is kept whatever the formula says. */
        CU_ASSERT_STRING_EQUAL(fixture_xpath(set.doc, "concat(/*/sum/@state,"
            "count(/*/sum/@formula))"), "stated0");
        fixture_set_end(&set);
    }
}

/* A rate, which its formula rounds, may be stated finer than that; a sum, which
 * is exact, may not. */
static void compares_at_the_places_of_the_formula(void)
{
    static const char rate[] = FORMULA("", "rate",
        "x:ratio(../m, ../n, 2)"), sum[] = FORMULA("", "whole",
        "x:sum(../m | ../n)");
    static const struct { const char *formula, *data, *stated; } cases[] = {
        { rate, "{'m': 50, 'n': 46, 'rate': 108.7}", NULL },
        { rate, "{'m': 50, 'n': 46, 'rate': 108.695652}", NULL },
        { rate, "{'m': 50, 'n': 46, 'rate': 108.69}", "填报108.69%" },
        { rate, "{'m': 50, 'n': 46, 'rate': 108.07123}", "填报108.07123%" },
        { sum, "{'m': 50, 'n': 46, 'whole': 96}", NULL },
        { sum, "{'m': 50, 'n': 46, 'whole': 96.004}", "填报96.004；" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct fixture_set set;
        formulas_run(&set, cases[i].formula, cases[i].data);
        CU_ASSERT_EQUAL(findings_count(set.findings),
            cases[i].stated != NULL);
        if (cases[i].stated)
            CU_ASSERT_PTR_NOT_NULL(strstr(fixture_sentence(set.findings, 0,
                LANGUAGE_ZH), cases[i].stated));
        fixture_set_end(&set);
    }
}

static void reports_code_place_and_values(void)
{
    struct fixture_set set;

    formulas_run(&set, "<formula code='F012' target='l/item/twice' "
        "value=\"x:product(../n, '2', 0)\"><zh>两倍</zh><en>twice</en>"
        "</formula>",
        "{'l': [{'n': 1, 'twice': 2},\n {'n': 2, 'twice': 5}, {'n': 3}]}");
    CU_ASSERT_STRING_EQUAL(fixture_codes(set.findings),
        "F012 2:20 /l/1/twice");
    const struct finding *finding = findings_get(set.findings, 0);
    CU_ASSERT_STRING_EQUAL(finding->text[LANGUAGE_EN], "should be 4 (twice), "
        "stated is 5; correct it, or remove it to have it calculated");
    CU_ASSERT_STRING_EQUAL(finding->expected, "4");
    CU_ASSERT_STRING_EQUAL(finding->found, "5");
    CU_ASSERT_EQUAL(formulas_counted[0], 3);
    CU_ASSERT_STRING_EQUAL(fixture_xpath(set.doc, "//item[3]/twice"), "6");
    fixture_set_end(&set);
}

static void counts_what_it_fills_in_and_compares(void)
{
    static const struct { const char *formula, *data; size_t count; }
    cases[] = {
        { SUM, "{'a': 1, 'b': 1, 'sum': 2}", 1 },
        { SUM, "{'a': 1, 'b': 1, 'sum': 3}", 1 },
        { SUM, "{'a': 1, 'b': 1}", 1 },
        /* Left blank, not to be calculated, or not compared. */
        { SUM, "{'a': 1, 'b': 1, 'sum': null}", 0 },
        { SUM, "{'a': 1, 'sum': 1}", 0 },
        { FORMULA("compare='no'", "sum", "'2'"), "{'sum': 3}", 0 },
        { FORMULA("", "l/item/n", "'1'"),
            "{'l': [{'n': 1}, {'n': 2}, {}, {'n': null}]}", 3 },
        { FORMULA("", "none", "'1'"), "{}", 0 },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct fixture_set set;
        formulas_run(&set, cases[i].formula, cases[i].data);
        CU_ASSERT_EQUAL(formulas_counted[0], cases[i].count);
        fixture_set_end(&set);
    }
}

static void says_where_those_stand_that_compare(void)
{
    struct findings *findings = findings_new();
    struct fixture fixture;

    fixture_begin(&fixture);
    fixture_write_list(&fixture, PATH, "formulas", SUM "\n"
        FORMULA("compare='no'", "a", "1") "\n"
        FORMULA("columns='x y'", "o/{column}", "1"));
    struct formulas *formulas = formulas_load(&fixture.resources, PATH,
        findings);
    CU_ASSERT_PTR_NOT_NULL_FATAL(formulas);
    CU_ASSERT_EQUAL_FATAL(formulas_count(formulas), 4);
    CU_ASSERT_PTR_NULL(formulas_origin(formulas, 1));
    CU_ASSERT_STRING_EQUAL(formulas_origin(formulas, 0)->code, "A04");
    CU_ASSERT_STRING_EQUAL(formulas_origin(formulas, 0)->path, PATH);
    CU_ASSERT_EQUAL(formulas_origin(formulas, 0)->line, 2);
    CU_ASSERT_EQUAL(formulas_origin(formulas, 3)->line, 4);
    formulas_free(formulas);
    fixture_end(&fixture);
    findings_free(findings);
}

static void compares_texts_as_they_are(void)
{
    static const struct { const char *data, *codes; } cases[] = {
        { "{'a': 1.50, 'text': '1.5万元'}", "" },
        { "{'a': 1.50, 'text': '1.50万元'}", "A04 1:21 /text" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct fixture_set set;
        formulas_run(&set, FORMULA("", "text", "concat(../a, '万元')"),
            cases[i].data);
        CU_ASSERT_STRING_EQUAL(fixture_codes(set.findings), cases[i].codes);
        fixture_set_end(&set);
    }
}

static void makes_a_formula_of_every_column(void)
{
    static const char *const columns[] = { "x y", " x  y ", "\n x\n y" };

    for (size_t i = 0; i < COUNT(columns); i++) {
        struct fixture_set set;
        char formula[512];
        snprintf(formula, sizeof formula, "<formula code='A1' "
            "columns='%s' target='o/{column}' "
            "value=\"concat(string-length('{column}{column}'), /*/count)\">"
            "<zh>z</zh><en>e</en></formula>", columns[i]);
        formulas_run(&set, formula, "{'count': 7}");
        CU_ASSERT_STRING_EQUAL(fixture_xpath(set.doc,
            "concat(/*/o/x, ' ', /*/o/y)"), "27 27");
        CU_ASSERT_EQUAL(findings_count(set.findings), 0);
        fixture_set_end(&set);
    }
}

static void lets_a_formula_use_those_above_it(void)
{
    struct fixture_set set;

    formulas_run(&set, FORMULA("", "o/x", "'4'")
        FORMULA("", "o/y", "x:difference(../x, '-1')")
        FORMULA("", "count", "x:sum(/*/o/*)"), "{}");
    CU_ASSERT_STRING_EQUAL(fixture_xpath(set.doc, "/*/count"), "9");
    fixture_set_end(&set);

    /* But not those below. */
    formulas_run(&set, FORMULA("", "o/y", "x:difference(../x, '-1')")
        FORMULA("", "o/x", "'4'"), "{}");
    CU_ASSERT_STRING_EQUAL(fixture_xpath(set.doc, "/*/o/y/@state"),
        "absent");
    fixture_set_end(&set);
}

static void lets_formulas_share_sets(void)
{
    static const struct { const char *sets, *node, *target, *value, *written; }
    cases[] = {
        { "<set name='all' select='l/item'/>", "count", "count",
            "count($all)",
            "derived A04 2 2" },
        { "<set name='all' select='l/item'/>"
            "<set name='high' select=\"$all[x:compare(n, '5') > 0]\"/>",
            "count", "count", "x:sum($high/n)", "derived A04 6 6" },
        { "<set name='o' select='o'/>", "o/x", "$o/x", "'1'",
            "derived A04 1 1" },
        { "<set name='word' select=\"string('目标')\"/>", "text", "text",
            "$word",
            "derived A04  目标" },
        /* What formulas fill in is not there yet. */
        { "<set name='filled' select='l/item/twice[@value]'/>"
            FORMULA("", "l/item/twice", "'4'"), "count", "count",
            "count($filled)",
            "derived A04 0 0" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct fixture_set set;
        char text[1024];
        snprintf(text, sizeof text, "%s<formula code='A04' target=\"%s\" "
            "value=\"%s\"><zh>z</zh><en>e</en></formula>", cases[i].sets,
            cases[i].target, cases[i].value);
        formulas_run(&set, text, "{'l': [{'n': 3}, {'n': 6}]}");
        CU_ASSERT_STRING_EQUAL(fixture_codes(set.findings), "");
        CU_ASSERT_STRING_EQUAL(written(&set, cases[i].node),
            cases[i].written);
        fixture_set_end(&set);
    }
}

/* A result that is no figure must not pass as one that was derived. */
static void reports_results_that_are_no_figure(void)
{
    static const char *const values[] = { "'many'", "number('x')",
        "1 div 3", "true()" };

    for (size_t i = 0; i < COUNT(values); i++) {
        static const char *const data[] = { "{}", "{'count': 7}" };
        for (size_t k = 0; k < COUNT(data); k++) {
            struct fixture_set set;
            char formula[256];
            snprintf(formula, sizeof formula, "<formula code='A1' "
                "target='count' value=\"%s\"><zh>z</zh>"
                "<en>e</en></formula>", values[i]);
            formulas_run(&set, formula, data[k]);
            CU_ASSERT_STRING_EQUAL(fixture_codes(set.findings), "V003 0:0");
            CU_ASSERT_STRING_EQUAL(fixture_xpath(set.doc,
                "concat(/*/count/@state, /*/count/@value)"),
                k ? "stated7" : "absent");
            fixture_set_end(&set);
        }
    }
}

static void reports_expressions_that_cannot_be_evaluated(void)
{
    static const struct { const char *formula, *codes; } cases[] = {
        { FORMULA("", "count", "x:sum('1')"), "V003 0:0" },
        { FORMULA("", "count + 1", "'1'"), "" },
        /* No node, nothing to do. */
        { FORMULA("", "none", "x:sum('1')"), "" },
        { FORMULA("", "'a string'", "'1'"), "" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct fixture_set set;
        formulas_run(&set, cases[i].formula, "{}");
        CU_ASSERT_STRING_EQUAL(fixture_codes(set.findings), cases[i].codes);
        fixture_set_end(&set);
    }
}

CU_TestInfo formulas_tests[] = {
    {"fills what is absent", fills_what_is_absent},
    {"compares at the precision of the form",
        compares_at_the_precision_of_the_form},
    {"compares at the places of the formula",
        compares_at_the_places_of_the_formula},
    {"reports code, place and values", reports_code_place_and_values},
    {"counts what it fills in and compares",
        counts_what_it_fills_in_and_compares},
    {"says where those stand that compare",
        says_where_those_stand_that_compare},
    {"compares texts as they are", compares_texts_as_they_are},
    {"makes a formula of every column", makes_a_formula_of_every_column},
    {"lets a formula use those above it", lets_a_formula_use_those_above_it},
    {"lets formulas share sets", lets_formulas_share_sets},
    {"reports results that are no figure",
        reports_results_that_are_no_figure},
    {"reports expressions that cannot be evaluated",
        reports_expressions_that_cannot_be_evaluated},
    CU_TEST_INFO_NULL
};
