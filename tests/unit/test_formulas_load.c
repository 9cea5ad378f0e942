/* Files of formulas, and what is wrong with them. */

#include <CUnit/CUnit.h>
#include <stdio.h>

#include "4_formulas/formulas.h"
#include "fixture.h"
#include "formulas_fixture.h"

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
        formulas_run(&set, cases[i].formulas, cases[i].data);
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
    formulas_run(&set, formula, "{}");
    CU_ASSERT_STRING_EQUAL(fixture_xpath(set.doc,
        "concat(/*/o/x, /*/o/y)"), "77");
    fixture_set_end(&set);
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
        fixture_write(&fixture, PATH, cases[i].file);
        CU_ASSERT_PTR_NULL(formulas_load(&fixture.resources, PATH, findings));
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
    CU_ASSERT_PTR_NULL(formulas_load(&fixture.resources, PATH, findings));
    CU_ASSERT_STRING_EQUAL(fixture_codes(findings), "V001 0:0");
    fixture_end(&fixture);
    findings_free(findings);
}

CU_TestInfo formulas_load_tests[] = {
    {"says what is lacking", says_what_is_lacking},
    {"keeps more formulas than it has room for at first",
        keeps_more_formulas_than_it_has_room_for_at_first},
    {"refuses a file with a fault", refuses_a_file_with_a_fault},
    {"reports a file that is not there", reports_a_file_that_is_not_there},
    CU_TEST_INFO_NULL
};
