#include <CUnit/CUnit.h>
#include <libxml/xpathInternals.h>
#include <string.h>

#include "6_rules/direct.h"
#include "6_rules/functions.h"
#include "fixture.h"

static const struct expression_origin origin = { "rules.xml", "A1", 7 };

static void knows_tests_that_need_no_xpath(void)
{
    static const struct { const char *test; bool direct, words; } cases[] = {
        { "not(t:rare(.))", true, false },
        { "not(t:word(., $words))", true, true },
        { "not(t:other-year(., concat($plan_years, $years)))", true, true },
        { "not(t:other-year(., concat($a, concat($b, $c))))", true, true },
        { "t:rare(.)", false, false },
        { "not(t:rare(..))", false, false },
        { "not(t:rare(@label))", false, false },
        { "not(t:rare(.)) or not(t:private(., $a))", false, false },
        { "not(t:rare(.) = t:rare(.))", false, false },
        { "not(t:word(., ../words))", false, false },
        { "not(t:word(., words))", false, false },
        { "not(t:word(., string($words)))", false, false },
        { "not(t:word(., concat($a, name)))", false, false },
        { "not(t:word(., concat($a, 'b')))", false, false },
        { "not(t:word(.))", false, false },     /* left for XPath to refuse */
        { "not(t:rare(., $words))", false, false },
        { "not(t:twins(., $share))", false, false },
        { "true()", false, false },
    };
    struct findings *findings = findings_new();

    for (size_t k = 0; k < COUNT(cases); k++) {
        struct expression test;
        struct direct direct;
        CU_ASSERT_TRUE_FATAL(expression_compile(&test, cases[k].test, origin,
            findings));
        CU_ASSERT_TRUE_FATAL(direct_read(&direct, &test, findings));
        CU_ASSERT_EQUAL(direct.check != NULL, cases[k].direct);
        CU_ASSERT_EQUAL(direct.words.compiled != NULL, cases[k].words);
        direct_free(&direct);
        expression_free(&test);
    }
    findings_free(findings);
}

/* As it does, so does XPath. */
static void finds_what_xpath_finds(void)
{
    static const char *const tests[] = { "not(t:rare(.))",
        "not(t:word(., $words))", "not(t:word(., concat($words, $none)))",
        "not(t:punctuation(.))", "not(t:correction(., $words))" };
    static const struct print_style style = { 2, false };
    xmlDocPtr doc = fixture_xml("<s><a>甲,乙</a><b/><c>丙<r>,丁</r>戊</c>"
        "<d>甲</d><e>𠮷</e><f>乙<r>甲</r></f></s>");
    struct findings *findings = findings_new();
    struct evaluation evaluation;

    CU_ASSERT_TRUE_FATAL(evaluation_begin(&evaluation, doc, &style,
        findings));
    CU_ASSERT_TRUE_FATAL(functions_register(evaluation.context, NULL));
    functions_set_variable(evaluation.context, "words", "甲 戊");
    functions_set_variable(evaluation.context, "none", " ");
    for (size_t k = 0; k < COUNT(tests); k++) {
        struct expression test, all;
        struct direct direct;
        CU_ASSERT_TRUE_FATAL(expression_compile_filter(&test, tests[k],
            origin, findings));
        CU_ASSERT_TRUE_FATAL(expression_compile(&all, "*", origin, findings));
        CU_ASSERT_TRUE_FATAL(direct_read(&direct, &test, findings));
        xmlXPathObjectPtr nodes = expression_evaluate(&all, &evaluation,
            xmlDocGetRootElement(doc));
        xmlXPathObjectPtr found = direct_filter(&direct, nodes->nodesetval,
            &evaluation);
        functions_set_nodes(evaluation.context, EXPRESSION_NODES, nodes);
        xmlXPathObjectPtr wanted = expression_evaluate(&test, &evaluation,
            xmlDocGetRootElement(doc));
        /* Pairs without an arrow: both refuse, XPath with the finding. */
        CU_ASSERT_EQUAL(found != NULL, wanted != NULL);
        if (found && wanted) {
            CU_ASSERT_EQUAL_FATAL(xmlXPathNodeSetGetLength(found->nodesetval),
                xmlXPathNodeSetGetLength(wanted->nodesetval));
            CU_ASSERT(found->nodesetval->nodeNr > 0);
            for (int n = 0; n < found->nodesetval->nodeNr; n++)
                CU_ASSERT_PTR_EQUAL(found->nodesetval->nodeTab[n],
                    wanted->nodesetval->nodeTab[n]);
        }
        xmlXPathFreeObject(found);
        xmlXPathFreeObject(wanted);
        direct_free(&direct);
        expression_free(&all);
        expression_free(&test);
    }
    CU_ASSERT_STRING_EQUAL(fixture_codes(findings), "V003 0:0");
    evaluation_end(&evaluation);
    findings_free(findings);
    xmlFreeDoc(doc);
}

CU_TestInfo direct_tests[] = {
    {"knows tests that need no XPath", knows_tests_that_need_no_xpath},
    {"finds what XPath finds", finds_what_xpath_finds},
    CU_TEST_INFO_NULL
};
