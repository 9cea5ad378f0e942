#include <CUnit/CUnit.h>
#include <string.h>

#include "4_formulas/formula_terms.h"
#include "4_formulas/formulas.h"
#include "fixture.h"

static const char path[] = "schemas/e/formulas.xml";

static const char schema[] = "{'properties': {"
    "'a': {'x-type': 'amount', 'x-unit': '万元', 'title': '甲'},"
    "'b': {'x-type': 'amount', 'x-unit': '万元', 'title': '乙'},"
    "'c': {'x-type': 'amount', 'x-unit': '万元', 'title': '丙'},"
    "'sum': {'x-type': 'amount', 'x-unit': '万元', 'title': '合计'},"
    "'rate': {'x-type': 'rate', 'x-unit': '%', 'title': '变动率'},"
    "'far': {'x-type': 'amount', 'x-unit': '万元', 'x-attachment': '附件2'},"
    "'yuan': {'x-type': 'amount', 'x-unit': '元'},"
    "'m': {'x-type': 'number'}, 'n': {'x-type': 'number'},"
    "'whole': {'x-type': 'number'},"
    "'count': {'x-type': 'count', 'x-unit': '人', 'title': '人数'},"
    "'text': {'x-type': 'text', 'title': '目标'},"
    "'date': {'x-type': 'date', 'title': '日期'},"
    "'o': {'title': '组', 'properties': {"
    " 'x': {'x-type': 'count'}, 'y': {'x-type': 'count'}}},"
    "'l': {'title': '项目', 'items': {'title': '项目', 'properties': {"
    " 'n': {'x-type': 'count', 'title': '数'},"
    " 'twice': {'x-type': 'count', 'title': '倍'}}}}}}";

#define FORMULA(attributes, target, value) \
    "<formula code='A04' " attributes " target=\"" target \
    "\" value=\"" value "\"><zh>分项之和</zh><en>the sum of its parts</en>" \
    "</formula>"
#define SUM FORMULA("", "sum", "x:sum(../a | ../b)")

/* How many values each formula of the last run filled in or compared. */
static size_t counted[256];

/* Runs formulas on data; set is to be ended. */
static void run(struct fixture_set *set, const char *formulas,
    const char *data)
{
    struct evaluation evaluation;

    fixture_set_begin(set, schema, data);
    fixture_write_list(&set->folder, path, "formulas", formulas);
    struct formulas *loaded = formulas_load(&set->folder.resources, path,
        set->findings);
    CU_ASSERT_PTR_NOT_NULL_FATAL(loaded);
    CU_ASSERT_TRUE_FATAL(evaluation_begin(&evaluation, set->doc, &set->style,
        set->findings));
    CU_ASSERT_FATAL(formulas_count(loaded) <= COUNT(counted));
    memset(counted, 0, sizeof counted);
    formulas_apply(loaded, &evaluation, set->style, set->json, counted);
    evaluation_end(&evaluation);
    formulas_free(loaded);
}

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
        run(&set, cases[i].formula, cases[i].data);
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
        run(&set, SUM, cases[i].data);
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
        run(&set, cases[i].formula, cases[i].data);
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

    run(&set, "<formula code='F012' target='l/item/twice' "
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
    CU_ASSERT_EQUAL(counted[0], 3);
    CU_ASSERT_STRING_EQUAL(fixture_xpath(set.doc, "//item[3]/twice"), "6");
    fixture_set_end(&set);
}

/* Printed parts and total, and whether the total says that it is rounded. */
static void says_which_totals_print_rounded(void)
{
    static const struct { const char *formula, *data, *total, *rounded; }
    cases[] = {
        /* 7.92 + 5.12 under 13.05; given or stated. */
        { SUM, "{'a': 7.924, 'b': 5.124}", "sum", "13.05 yes" },
        { SUM, "{'a': 7.924, 'b': 5.124, 'sum': 13.05}", "sum", "13.05 yes" },
        { SUM, "{'a': 7.924, 'b': 5.124, 'sum': 13.048}", "sum", "13.05 yes" },
        { SUM, "{'a': 7.92, 'b': 5.13}", "sum", "13.05 " },
        { SUM, "{'a': 7.924, 'b': 5.126}", "sum", "13.05 " },
        { SUM, "{'a': -0.004, 'b': -0.004}", "sum", "−0.01 yes" },
        /* What is wrong is no matter of rounding. */
        { SUM, "{'a': 7.924, 'b': 5.124, 'sum': 13.15}", "sum", "13.15 " },
        /* Nor what stands elsewhere, in another unit, or is no sum. */
        { FORMULA("", "sum", "x:sum(../a | ../far)"),
            "{'a': 7.924, 'far': 5.124}", "sum", "13.05 " },
        { FORMULA("", "sum", "x:sum(../a | ../yuan)"),
            "{'a': 7.924, 'yuan': 51240}", "sum", "13.05 " },
        { FORMULA("", "yuan", "x:sum(../a | ../b)"),
            "{'a': 7.924, 'b': 5.124}", "yuan", "130480 " },
        { FORMULA("", "sum", "x:difference(x:sum(../a | ../b), '100')"),
            "{'a': 7.924, 'b': 5.124}", "sum", "13.04 " },
        { FORMULA("", "sum", "x:difference(../a, ../b)"),
            "{'a': 7.924, 'b': 5.124}", "sum", "2.8 " },
        /* Points that were stated finer make a finer total. */
        { FORMULA("", "whole", "x:sum(../m | ../n)"),
            "{'m': 9.333, 'n': 80}", "whole", "89.333 " },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct fixture_set set;
        char query[64];
        run(&set, cases[i].formula, cases[i].data);
        snprintf(query, sizeof query, "concat(/*/%s, ' ', /*/%s/@rounded)",
            cases[i].total, cases[i].total);
        CU_ASSERT_STRING_EQUAL(fixture_xpath(set.doc, query),
            cases[i].rounded);
        fixture_set_end(&set);
    }
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
        run(&set, cases[i].formula, cases[i].data);
        CU_ASSERT_EQUAL(counted[0], cases[i].count);
        fixture_set_end(&set);
    }
}

static void says_where_those_stand_that_compare(void)
{
    struct findings *findings = findings_new();
    struct fixture fixture;

    fixture_begin(&fixture);
    fixture_write_list(&fixture, path, "formulas", SUM "\n"
        FORMULA("compare='no'", "a", "1") "\n"
        FORMULA("columns='x y'", "o/{column}", "1"));
    struct formulas *formulas = formulas_load(&fixture.resources, path,
        findings);
    CU_ASSERT_PTR_NOT_NULL_FATAL(formulas);
    CU_ASSERT_EQUAL_FATAL(formulas_count(formulas), 4);
    CU_ASSERT_PTR_NULL(formulas_origin(formulas, 1));
    CU_ASSERT_STRING_EQUAL(formulas_origin(formulas, 0)->code, "A04");
    CU_ASSERT_STRING_EQUAL(formulas_origin(formulas, 0)->path, path);
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
        run(&set, FORMULA("", "text", "concat(../a, '万元')"), cases[i].data);
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
        run(&set, formula, "{'count': 7}");
        CU_ASSERT_STRING_EQUAL(fixture_xpath(set.doc,
            "concat(/*/o/x, ' ', /*/o/y)"), "27 27");
        CU_ASSERT_EQUAL(findings_count(set.findings), 0);
        fixture_set_end(&set);
    }
}

static void lets_a_formula_use_those_above_it(void)
{
    struct fixture_set set;

    run(&set, FORMULA("", "o/x", "'4'")
        FORMULA("", "o/y", "x:difference(../x, '-1')")
        FORMULA("", "count", "x:sum(/*/o/*)"), "{}");
    CU_ASSERT_STRING_EQUAL(fixture_xpath(set.doc, "/*/count"), "9");
    fixture_set_end(&set);

    /* But not those below. */
    run(&set, FORMULA("", "o/y", "x:difference(../x, '-1')")
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
        run(&set, text, "{'l': [{'n': 3}, {'n': 6}]}");
        CU_ASSERT_STRING_EQUAL(fixture_codes(set.findings), "");
        CU_ASSERT_STRING_EQUAL(written(&set, cases[i].node),
            cases[i].written);
        fixture_set_end(&set);
    }
}

static void says_what_is_lacking(void)
{
    static const struct { const char *formulas, *data, *node, *lacks; }
    cases[] = {
        { SUM, "{'a': 3.87}", "sum", "A04 /b" },
        { SUM, "{'b': 3.87, 'a': null}", "sum", "A04 /a" },
        { SUM, "{}", "sum", "A04 /a" },
        { FORMULA("", "rate", "x:ratio(../a, ../b, 2)"), "{'a': 1, 'b': 0}",
            "rate", "A04 /b" },
        { FORMULA("", "rate", "x:ratio(../a, '0', 2)"), "{'a': 1}", "rate",
            "A04 " },
        { FORMULA("", "count", "x:sum(../none)"), "{}", "count", "A04 " },
        { FORMULA("", "text", "x:min(@none, '5')"), "{}", "text", "A04 " },
        /* What another formula lacked. */
        { SUM FORMULA("", "rate", "x:ratio(../sum, '5', 2)"), "{'a': 1}",
            "rate", "A04 /b" },
        { FORMULA("", "sum", "''") FORMULA("", "rate",
            "x:ratio(../sum, '5', 2)"), "{}", "rate", "A04 " },
        /* Of the last formula, and of none that had a result. */
        { FORMULA("", "count", "x:sum(../b)") FORMULA("", "rate", "''"),
            "{}", "rate", "A04 " },
        { FORMULA("", "text", "concat('5', x:sum(../b))"), "{}", "text", " " },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct fixture_set set;
        char query[128];
        run(&set, cases[i].formulas, cases[i].data);
        snprintf(query, sizeof query, "concat(/*/%s/@awaited, ' ', "
            "/*/%s/@lacks)", cases[i].node, cases[i].node);
        CU_ASSERT_STRING_EQUAL(fixture_xpath(set.doc, query),
            cases[i].lacks);
        CU_ASSERT_EQUAL(findings_count(set.findings), 0);
        fixture_set_end(&set);
    }
}

static void keeps_more_formulas_than_it_has_room_for_at_first(void)
{
    struct fixture_set set;
    char columns[1024] = "x", formula[1536];
    size_t length = 1;

    for (int k = 100; k < 300; k++)
        length += (size_t)snprintf(columns + length, sizeof columns - length,
            " n%d", k);
    snprintf(formula, sizeof formula, "<formula code='A1' "
        "columns='%s y' target='o/{column}' value='7'><zh>z</zh><en>e</en>"
        "</formula>", columns);
    run(&set, formula, "{}");
    CU_ASSERT_STRING_EQUAL(fixture_xpath(set.doc,
        "concat(/*/o/x, /*/o/y)"), "77");
    fixture_set_end(&set);
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
            run(&set, formula, data[k]);
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
        run(&set, cases[i].formula, "{}");
        CU_ASSERT_STRING_EQUAL(fixture_codes(set.findings), cases[i].codes);
        fixture_set_end(&set);
    }
}

static void refuses_a_file_with_a_fault(void)
{
    static const struct { const char *file, *sentence; } cases[] = {
        { "<formulas>", "resource schemas/e/formulas.xml is malformed, "
            "line 1: Premature end of data in tag formulas line 1; correct "
            "that file" },
        { "<formulas>\n<formula/></formulas>", "schemas/e/formulas.xml "
            "line 2: ? lacks code or has it wrong; complete that row" },
        { "<formulas>\n\n<formula code='A4' value='1'>"
            "<zh>z</zh><en>e</en></formula></formulas>",
            "schemas/e/formulas.xml line 3: A4 lacks target or has it wrong; "
            "complete that row" },
        { "<formulas><formula code='A4' target='a'>"
            "<zh>z</zh><en>e</en></formula></formulas>",
            "schemas/e/formulas.xml line 1: A4 lacks value or has it wrong; "
            "complete that row" },
        { "<formulas><formula code='A4' target='a' value='1'>"
            "<zh>z</zh><en>e</en><zh>y</zh></formula></formulas>",
            "schemas/e/formulas.xml line 1: zh of A4 is there already; keep "
            "one of them" },
        { "<formulas><formula code='A4' target='b' value='1'>"
            "<zh>z</zh><en>e</en></formula>\n"
            "<formula code='A5' target='{column}' columns='a b' value='1'>"
            "<zh>z</zh><en>e</en></formula></formulas>",
            "schemas/e/formulas.xml line 2: target of A5 is there already; "
            "keep one of them" },
        { "<formulas>\n<formula code='A4' target='a['"
            " value='1'><zh>z</zh><en>e</en></formula></formulas>",
            "schemas/e/formulas.xml line 2: the expression of A4 cannot be "
            "used: a[ (not an expression)" },
        { "<formulas>\n<formula code='A4' target='{column}'"
            " value='{column} +' columns='x y'><zh>z</zh><en>e</en>"
            "</formula></formulas>",
            "schemas/e/formulas.xml line 2: the expression of A4 cannot be "
            "used: x + (not an expression)" },
        { "<formulas>\n<formula code='A4' target='count' "
            "value='concat(x:sum(a, (b), c[x:min(1, 2)]), \")\")'>"
            "<zh>z</zh><en>e</en></formula></formulas>",
            "schemas/e/formulas.xml line 2: the expression of A4 cannot be "
            "used: concat(x:sum(a, (b), c[x:min(1, 2)]), \")\") (wrong number of "
            "operands for x:sum)" },
        { "<formulas>\n<formula code='A4' target='$count' value='1'>"
            "<zh>z</zh><en>e</en></formula></formulas>",
            "schemas/e/formulas.xml line 2: the expression of A4 cannot be "
            "used: $count (unknown variable count)" },
        { "<formulas>\n<formula code='A4' target='count' value='sum(1)'>"
            "<zh>z</zh><en>e</en></formula><formula code='A5' target='l' "
            "value='x:some(1)'><zh>z</zh><en>e</en></formula></formulas>",
            "schemas/e/formulas.xml line 2: the expression of A5 cannot be "
            "used: x:some(1) (unknown function x:some)" },
        { "<formulas>\n<formulae code='A4'/></formulas>",
            "schemas/e/formulas.xml line 2: formulae lacks set|formula|whole|same|bound|row "
            "or has it wrong; complete that row" },
        { "<formulas>\n<set name='a'/></formulas>", "schemas/e/formulas.xml "
            "line 2: set lacks select or has it wrong; complete that row" },
        { "<formulas>\n<set name='a' select='$a'/></formulas>",
            "schemas/e/formulas.xml line 2: the expression of set cannot be "
            "used: $a (unknown variable a)" },
        { "<formulas>\n<set name='previous' select='a'/></formulas>",
            "schemas/e/formulas.xml line 2: set lacks name or has it wrong; "
            "complete that row" },
        { "<formulas>\n<set name='a' select='b' selct='c'/></formulas>",
            "schemas/e/formulas.xml line 2: set lacks selct or has it wrong; "
            "complete that row" },
        { "<formulas><set name='a' select='b'/>\n<set name='a' select='c'/>"
            "</formulas>", "schemas/e/formulas.xml line 2: a of set is there "
            "already; keep one of them" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct findings *findings = findings_new();
        struct fixture fixture;
        fixture_begin(&fixture);
        fixture_write(&fixture, path, cases[i].file);
        CU_ASSERT_PTR_NULL(formulas_load(&fixture.resources, path, findings));
        CU_ASSERT_EQUAL(findings_count(findings), 1);
        CU_ASSERT_STRING_EQUAL(fixture_sentence(findings, 0, LANGUAGE_EN),
            cases[i].sentence);
        CU_ASSERT_EQUAL(findings_worst(findings), LEVEL_SYSTEM);
        fixture_end(&fixture);
        findings_free(findings);
    }
    formulas_free(NULL);
}

static void reports_a_file_that_is_not_there(void)
{
    struct findings *findings = findings_new();
    struct fixture fixture;

    fixture_begin(&fixture);
    CU_ASSERT_PTR_NULL(formulas_load(&fixture.resources, path, findings));
    CU_ASSERT_STRING_EQUAL(fixture_codes(findings), "V001 0:0");
    fixture_end(&fixture);
    findings_free(findings);
}

#define PARTS "<formula code='A04' target='sum' parts='../a | ../b'>" \
    "<zh>分项之和</zh><en>the sum of its parts</en></formula>"
/* A total that is more than its parts, some of which are 0, may be right. */
static void doubts_zeros_under_a_greater_total(void)
{
    static const struct { const char *data, *stated, *known; } cases[] = {
        { "{'a': 0, 'b': 0, 'sum': 874.2}", "874.2", "0" },
        { "{'a': 0, 'b': 9, 'sum': 10}", "10", "9" },
        { "{'a': 9, 'b': 0, 'sum': 10}", "10", "9" },
        { "{'a': -9, 'b': 0, 'sum': 9}", "9", "−9" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct fixture_set set;
        char sentence[512];
        run(&set, PARTS, cases[i].data);
        snprintf(sentence, sizeof sentence, "填报%s万元，而其中各项加起来只有%s万元"
            "（分项之和）；填 0 或没有列出的各项可能漏填了数，请核对后补填，各项都没有错的"
            "再改正这个合计", cases[i].stated, cases[i].known);
        CU_ASSERT_EQUAL(findings_count(set.findings), 1);
        CU_ASSERT_STRING_EQUAL(fixture_sentence(set.findings, 0,
            LANGUAGE_ZH), sentence);
        fixture_set_end(&set);
    }
}

#define WHOLE "<whole code='C04' target='sum' parts='../a | ../b'>" \
    "<zh>各项之和</zh><en>the sum of all</en></whole>"

/* Known parts that exceed a total, and what it leaves for the others. */
static void decides_sums_with_blanks(void)
{
    static const struct { const char *formula, *data, *rest, *sentence; }
    cases[] = {
        { PARTS, "{'a': 7, 'sum': 5}", "", "5万元 is stated, while what is "
            "filled in of it makes 7万元 already (the sum of its parts, 1 "
            "blank); check the total and its parts, and fill in a blank that "
            "is negative" },
        { PARTS, "{'a': 7, 'sum': 10}", "30000.00 1", NULL },
        { PARTS, "{'a': 7.004, 'sum': 7}", "", NULL },
        { PARTS, "{'a': 7, 'sum': 7}", "", NULL },
        { PARTS, "{'sum': 7}", "70000.00 2", NULL },
        { PARTS, "{'a': 7}", "", NULL },
        { PARTS, "{'a': 7, 'sum': null}", "", NULL },
        /* A rule compares it, and only the rest is told. */
        { WHOLE, "{'a': 7, 'sum': 5}", "", NULL },
        { WHOLE, "{'a': 7, 'sum': 10}", "30000.00 1", NULL },
        /* The total of a total. */
        { "<formula code='A05' target='sum' parts='../a | ../b'>"
            "<zh>和</zh><en>sum</en></formula><whole code='C04' target='c' "
            "parts='../sum'><zh>和</zh><en>sum</en></whole>",
            "{'a': 7, 'c': 9}", "20000.00 1", NULL },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct fixture_set set;
        run(&set, cases[i].formula, cases[i].data);
        CU_ASSERT_STRING_EQUAL(fixture_xpath(set.doc,
            "normalize-space(concat(/*/b/@rest, ' ', /*/b/@rest-count))"),
            cases[i].rest);
        CU_ASSERT_EQUAL(findings_count(set.findings),
            cases[i].sentence != NULL);
        if (cases[i].sentence) {
            CU_ASSERT_STRING_EQUAL(fixture_sentence(set.findings, 0,
                LANGUAGE_EN), cases[i].sentence);
            CU_ASSERT_EQUAL(findings_get(set.findings, 0)->level,
                LEVEL_WARNING);
        }
        fixture_set_end(&set);
    }
}

/* Brackets in quotation marks close nothing. */
static void parts_the_terms_of_a_target(void)
{
    static const struct { const char *target, *path, *terms[3]; } cases[] = {
        { "sum[../a][../text]", "sum", { "../a", "../text" } },
        { "sum[../text = ']'][../a]", "sum", { "../text = ']'", "../a" } },
        { "sum[contains(../text, '[')]", "sum",
            { "contains(../text, '[')" } },
        { "o[text = '(']/x", "o/x", { "text = '('" } },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct findings *findings = findings_new();
        struct fixture fixture;
        struct buffer file = BUFFER_EMPTY;
        size_t count, k = 0;
        fixture_begin(&fixture);
        buffer_printf(&file, FORMULA("", "%s", "../b"), cases[i].target);
        fixture_write_list(&fixture, path, "formulas", buffer_string(&file));
        struct formulas *loaded = formulas_load(&fixture.resources, path,
            findings);
        CU_ASSERT_PTR_NOT_NULL_FATAL(loaded);
        struct formula_terms *terms = formulas_terms(loaded, &count);
        CU_ASSERT_EQUAL_FATAL(count, 1);
        CU_ASSERT_STRING_EQUAL(terms->path, cases[i].path);
        for (; k < terms->count && cases[i].terms[k]; k++)
            CU_ASSERT_STRING_EQUAL(terms->list[k].text, cases[i].terms[k]);
        CU_ASSERT_PTR_NULL(cases[i].terms[k]);
        CU_ASSERT_EQUAL(terms->count, k);
        formulas_terms_free(terms, count);
        formulas_free(loaded);
        buffer_free(&file);
        fixture_end(&fixture);
        findings_free(findings);
    }
}

CU_TestInfo formulas_tests[] = {
    {"parts the terms of a target", parts_the_terms_of_a_target},
    {"fills what is absent", fills_what_is_absent},
    {"compares at the precision of the form",
        compares_at_the_precision_of_the_form},
    {"compares at the places of the formula",
        compares_at_the_places_of_the_formula},
    {"reports code, place and values", reports_code_place_and_values},
    {"says which totals print rounded", says_which_totals_print_rounded},
    {"counts what it fills in and compares",
        counts_what_it_fills_in_and_compares},
    {"says where those stand that compare",
        says_where_those_stand_that_compare},
    {"compares texts as they are", compares_texts_as_they_are},
    {"makes a formula of every column", makes_a_formula_of_every_column},
    {"lets a formula use those above it", lets_a_formula_use_those_above_it},
    {"lets formulas share sets", lets_formulas_share_sets},
    {"says what is lacking", says_what_is_lacking},
    {"decides sums with blanks", decides_sums_with_blanks},
    {"doubts zeros under a greater total",
        doubts_zeros_under_a_greater_total},
    {"keeps more formulas than it has room for at first",
        keeps_more_formulas_than_it_has_room_for_at_first},
    {"reports results that are no figure",
        reports_results_that_are_no_figure},
    {"reports expressions that cannot be evaluated",
        reports_expressions_that_cannot_be_evaluated},
    {"refuses a file with a fault", refuses_a_file_with_a_fault},
    {"reports a file that is not there", reports_a_file_that_is_not_there},
    CU_TEST_INFO_NULL
};
