#include <CUnit/CUnit.h>
#include <string.h>

#include "0_base/buffer.h"
#include "4_formulas/expression.h"
#include "fixture.h"

static const struct print_style style = { 2, false };
static const struct expression_origin origin = { "schemas/e/rules.xml", "A04",
    17 };

static const char tree[] = "<s><a value='1'>一</a><b value='2'>二</b></s>";

static void evaluates_at_a_node(void)
{
    static const struct { const char *text, *result; } cases[] = {
        { "a", "一" }, { "x:sum(a | b)", "3" }, { "/s/b", "二" },
        { "count(*)", "2" }, { "none", "" }, { "true()", "true" },
    };
    struct findings *findings = findings_new();
    xmlDocPtr doc = fixture_xml(tree);
    struct evaluation evaluation;

    CU_ASSERT_TRUE_FATAL(evaluation_begin(&evaluation, doc, &style,
        findings));
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct expression expression;
        CU_ASSERT_TRUE_FATAL(expression_compile(&expression, cases[i].text,
            origin, findings));
        xmlXPathObjectPtr result = expression_evaluate(&expression,
            &evaluation, xmlDocGetRootElement(doc));
        xmlChar *text = xmlXPathCastToString(result);
        CU_ASSERT_STRING_EQUAL((const char *)text, cases[i].result);
        xmlFree(text);
        xmlXPathFreeObject(result);
        expression_free(&expression);
        CU_ASSERT_PTR_NULL(expression.compiled);
    }
    evaluation_end(&evaluation);
    CU_ASSERT_EQUAL(findings_count(findings), 0);
    xmlFreeDoc(doc);
    findings_free(findings);
}

static void reports_what_is_no_xpath(void)
{
    static const struct { const char *text, *reason; } cases[] = {
        { "", "not an expression" }, { "a +", "not an expression" },
        { "a[", "not an expression" }, { "//", "not an expression" },
        { "x:sum(a", "not an expression" }, { "a b", "not an expression" },
        { "'open", "a string is not closed" }, { "$", "$ without a name" },
        { "a]", "not an expression" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct findings *findings = findings_new();
        struct expression expression;
        char expected[128];
        CU_ASSERT_FALSE(expression_compile(&expression, cases[i].text, origin,
            findings));
        CU_ASSERT_PTR_NULL(expression.text);
        CU_ASSERT_STRING_EQUAL(fixture_codes(findings), "V003 0:0");
        snprintf(expected, sizeof expected, "schemas/e/rules.xml line 17: "
            "the expression of A04 cannot be used: %s (%s)",
            cases[i].text, cases[i].reason);
        CU_ASSERT_STRING_EQUAL(fixture_sentence(findings, 0, LANGUAGE_EN),
            expected);
        findings_free(findings);
    }
}

/* These can be compiled; what is wrong shows when they are evaluated. */
static void reports_what_cannot_be_evaluated(void)
{
    static const struct { const char *text, *reason; } cases[] = {
        { "y:sum(a)", "prefix" }, { "$missing", "variable" },
        { "x:average(a)", "unknown function" },
        { "x:sum(a, b)", "number of operands" },
        { "x:difference('one', '1')", "type" },
    };
    struct findings *findings = findings_new();
    xmlDocPtr doc = fixture_xml(tree);
    struct evaluation evaluation;

    CU_ASSERT_TRUE_FATAL(evaluation_begin(&evaluation, doc, &style,
        findings));
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct expression expression;
        CU_ASSERT_TRUE_FATAL(expression_compile(&expression, cases[i].text,
            origin, findings));
        CU_ASSERT_PTR_NULL(expression_evaluate(&expression, &evaluation,
            xmlDocGetRootElement(doc)));
        CU_ASSERT_EQUAL_FATAL(findings_count(findings), i + 1);
        const char *sentence = fixture_sentence(findings, i, LANGUAGE_EN);
        CU_ASSERT_PTR_NOT_NULL(strstr(sentence, cases[i].text));
        CU_ASSERT_PTR_NOT_NULL(strstr(sentence, cases[i].reason));
        expression_free(&expression);
    }
    evaluation_end(&evaluation);
    CU_ASSERT_EQUAL(findings_worst(findings), LEVEL_SYSTEM);
    xmlFreeDoc(doc);
    findings_free(findings);
}

static void writes_sentences_with_expressions_in_them(void)
{
    static const struct { const char *text, *written; } cases[] = {
        { "", "" }, { "没有", "没有" }, { "{a}", "一" },
        { "{a}和{b}", "一和二" }, { "甲{a}乙{b}丙", "甲一乙二丙" },
        { "{a}{a}{a}", "一一一" }, { "合计{x:sum(*)}元", "合计3元" },
        { "{none}。", "。" }, { "}{a}}", "}一}" },
        { "{substring('，元', 1, 99 * (@x = 'y'))}。", "。" },
        { "{a", "一" },
    };
    xmlDocPtr doc = fixture_xml(tree);

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct findings *findings = findings_new();
        struct buffer out = BUFFER_EMPTY;
        struct evaluation evaluation;
        struct sentence *sentence = sentence_compile(cases[i].text, origin,
            findings);
        CU_ASSERT_PTR_NOT_NULL_FATAL(sentence);
        CU_ASSERT_TRUE_FATAL(evaluation_begin(&evaluation, doc, &style,
            findings));
        sentence_write(sentence, &evaluation, xmlDocGetRootElement(doc),
            &out);
        CU_ASSERT_STRING_EQUAL(buffer_string(&out), cases[i].written);
        CU_ASSERT_EQUAL(findings_count(findings), 0);
        evaluation_end(&evaluation);
        sentence_free(sentence);
        buffer_free(&out);
        findings_free(findings);
    }
    xmlFreeDoc(doc);
}

static void reports_a_sentence_with_no_xpath_in_braces(void)
{
    static const char *const texts[] = { "{}", "甲{a +}乙", "{a}{b", "{",
        "{a}{(}" };
    static const bool compiles[] = { false, false, true, false, false };

    for (size_t i = 0; i < COUNT(texts); i++) {
        struct findings *findings = findings_new();
        struct sentence *sentence = sentence_compile(texts[i], origin,
            findings);
        CU_ASSERT_EQUAL(sentence != NULL, compiles[i]);
        CU_ASSERT_STRING_EQUAL(fixture_codes(findings),
            compiles[i] ? "" : "V003 0:0");
        sentence_free(sentence);
        findings_free(findings);
    }
    sentence_free(NULL);
}

static void leaves_out_what_cannot_be_evaluated(void)
{
    struct findings *findings = findings_new();
    struct buffer out = BUFFER_EMPTY;
    xmlDocPtr doc = fixture_xml(tree);
    struct evaluation evaluation;
    struct sentence *sentence = sentence_compile("甲{x:sum('1')}乙{b}",
        origin, findings);

    CU_ASSERT_TRUE_FATAL(evaluation_begin(&evaluation, doc, &style,
        findings));
    sentence_write(sentence, &evaluation, xmlDocGetRootElement(doc), &out);
    CU_ASSERT_STRING_EQUAL(buffer_string(&out), "甲乙二");
    CU_ASSERT_STRING_EQUAL(fixture_codes(findings), "V003 0:0");
    evaluation_end(&evaluation);
    sentence_free(sentence);
    buffer_free(&out);
    xmlFreeDoc(doc);
    findings_free(findings);
}

CU_TestInfo expression_tests[] = {
    {"evaluates at a node", evaluates_at_a_node},
    {"reports what is no XPath", reports_what_is_no_xpath},
    {"reports what cannot be evaluated", reports_what_cannot_be_evaluated},
    {"writes sentences with expressions in them",
        writes_sentences_with_expressions_in_them},
    {"reports a sentence with no XPath in its braces",
        reports_a_sentence_with_no_xpath_in_braces},
    {"leaves out what cannot be evaluated",
        leaves_out_what_cannot_be_evaluated},
    CU_TEST_INFO_NULL
};
