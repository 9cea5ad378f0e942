/* Expressions of formulas and rules, and the sentences that have them in
 * braces. */

#include <CUnit/CUnit.h>
#include <libxml/xpathInternals.h>
#include <string.h>

#include "0_base/buffer.h"
#include "4_formulas/expression.h"
#include "4_formulas/sentence.h"
#include "fixture.h"

static const struct print_style style = { 2, 0 };
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
    static const struct { const char *text, *reason, *chinese; }
    cases[] = {
        { "", "not an expression", "不是表达式" },
        { "a +", "not an expression", "不是表达式" },
        { "a[", "not an expression", "不是表达式" },
        { "//", "not an expression", "不是表达式" },
        { "x:sum(a", "not an expression", "不是表达式" },
        { "a b", "not an expression", "不是表达式" },
        { "'open", "a string is not closed",
            "字符串没有收尾的引号" },
        { "$", "$ without a name", "$ 后面没有名称" },
        { "a]", "not an expression", "不是表达式" },
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
        CU_ASSERT_PTR_NOT_NULL(strstr(fixture_sentence(findings, 0,
            LANGUAGE_ZH), cases[i].chinese));
        findings_free(findings);
    }
}

static void quotes_the_beginning_of_a_long_expression(void)
{
    struct findings *findings = findings_new();
    struct expression expression;
    char text[1001] = "";

    memset(text, 'a', sizeof text - 1);
    text[sizeof text - 2] = '+';
    CU_ASSERT_FALSE(expression_compile(&expression, text, origin, findings));
    const char *said = fixture_sentence(findings, 0, LANGUAGE_EN);
    CU_ASSERT_PTR_NOT_NULL(strstr(said, "aaa… (not an expression)"));
    CU_ASSERT_TRUE(strlen(said) < 400);
    findings_free(findings);
}

/* These can be compiled; what is wrong shows when they are evaluated. */
static void reports_what_cannot_be_evaluated(void)
{
    static const struct { const char *text, *reason, *chinese; }
    cases[] = {
        { "y:sum(a)", "prefix", "没有声明的前缀" },
        { "$missing", "variable", "没有定义的变量" },
        { "x:average(a)", "unknown function", "没有这个函数" },
        { "x:sum(a, b)", "number of operands", "参数的个数不对" },
        { "x:difference('one', '1')", "type", "类型不对" },
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
        CU_ASSERT_PTR_NOT_NULL(strstr(fixture_sentence(findings, i,
            LANGUAGE_ZH), cases[i].chinese));
        expression_free(&expression);
    }
    evaluation_end(&evaluation);
    CU_ASSERT_EQUAL(findings_worst(findings), LEVEL_SYSTEM);
    xmlFreeDoc(doc);
    findings_free(findings);
}

static void knows_the_names_that_an_evaluation_has(void)
{
    static const struct { const char *text, *fault; } cases[] = {
        { "a", "" }, { "x:sum(a | b)", "" }, { "x:sum (a)", "" },
        { "x:sum\t\r\n(a)", "" }, { "$known", "" }, { "$known/b", "" },
        { "a[$known]", "" }, { "x:sum(a)+x:sum(b)", "" },
        { "unknown(a)", "unknown function unknown" },
        { "unknown\t(a)", "unknown function unknown" },
        { "unknown\n (a)", "unknown function unknown" },
        { "x:unknown(a)", "unknown function x:unknown" },
        { "y:sum(a)", "unknown function y:sum" },
        { "sum(y:sum(a))", "unknown function y:sum" },
        { "a[unknown()]", "unknown function unknown" },
        { "未知(a)", "unknown function 未知" },
        { "un-known.2_(a)", "unknown function un-known.2_" },
        { "$unknown", "unknown variable unknown" },
        { "$know", "unknown variable know" },
        { "$known-not", "unknown variable known-not" },
        { "$y:known", "unknown variable y:known" },
        { "$x:known", "unknown variable x:known" },
        { "a[b = $unknown]/c", "unknown variable unknown" },
        { "$变量 + $未知", "unknown variable 未知" },
        /* The text of a string is none of it. */
        { "'unknown(a) $unknown'", "" }, { "\"unknown(a) $unknown\"", "" },
        { "concat('it', \"'\", 'unknown(')", "" },
        { "concat('\"', $unknown, '\"')", "unknown variable unknown" },
        { "'' = unknown('')", "unknown function unknown" },
        /* Axes, tests of nodes and operators look like functions. */
        { "self::a", "" }, { "ancestor-or-self::node()", "" },
        { "child::text()", "" }, { "a/text()", "" }, { "comment()", "" },
        { "processing-instruction('a')", "" }, { "//node()[1]", "" },
        { "a and (b)", "" }, { "a or(b)", "" }, { "(1) div (2)", "" },
        { "1 mod(2)", "" }, { "x:sum(a) div(2)", "" },
        { "preceding-sibling::unknown", "" }, { "following::*[a]", "" },
        { "child::unknown[unknown(.)]", "unknown function unknown" },
        /* Numbers and names of elements. */
        { "1.5 + .5", "" }, { "a1.2-b", "" }, { "unknown/x:y", "" },
        { "@unknown", "" }, { "*[1]", "" }, { "a*b", "" }, { "2*unknown", "" },
        /* The arguments of a call, not those of calls in it. */
        { "count(a | b)", "" }, { "true()", "" }, { "true( )", "" },
        { "concat('(', ')', ',')", "" }, { "count(a[contains(., ',')])", "" },
        { "x:sum(a, b)", "wrong number of operands for x:sum" },
        { "x:sum()", "wrong number of operands for x:sum" },
        { "x:sum(\t)", "wrong number of operands for x:sum" },
        { "true(a)", "wrong number of operands for true" },
        { "count(a, (b))", "wrong number of operands for count" },
        { "x:difference(x:sum(a, b), '1')",
            "wrong number of operands for x:sum" },
        { "x:ratio(a)", "wrong number of operands for x:ratio" },
    };
    struct findings *none = findings_new();
    xmlDocPtr doc = fixture_xml(tree);
    struct evaluation evaluation;

    CU_ASSERT_TRUE_FATAL(evaluation_begin(&evaluation, doc, &style, none));
    xmlXPathRegisterVariable(evaluation.context, BAD_CAST "known",
        xmlXPathNewCString(""));
    xmlXPathRegisterVariable(evaluation.context, BAD_CAST "变量",
        xmlXPathNewCString(""));
    struct expression_scope scope = { .context = evaluation.context };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct findings *findings = findings_new();
        struct expression expression;
        CU_ASSERT_TRUE_FATAL(expression_compile(&expression, cases[i].text,
            origin, findings));
        CU_ASSERT_EQUAL(expression_check(&expression, &scope, findings),
            !*cases[i].fault);
        CU_ASSERT_EQUAL(findings_count(findings), *cases[i].fault != '\0');
        CU_ASSERT_PTR_NOT_NULL(strstr(fixture_sentence(findings, 0,
            LANGUAGE_EN), cases[i].fault));
        expression_free(&expression);
        findings_free(findings);
    }
    expression_scope_end(&scope);
    evaluation_end(&evaluation);
    CU_ASSERT_EQUAL(findings_count(none), 0);
    xmlFreeDoc(doc);
    findings_free(none);
}

static void reports_every_name_that_is_unknown(void)
{
    struct findings *findings = findings_new();
    xmlDocPtr doc = fixture_xml(tree);
    struct evaluation evaluation;
    struct sentence *sentence = sentence_compile("f(a) $g {f(a) + $g} {a} "
        "{true(1)}", origin, findings);
    struct sentence *plain = sentence_compile("f(a) $g", origin, findings);

    CU_ASSERT_TRUE_FATAL(evaluation_begin(&evaluation, doc, &style,
        findings));
    struct expression_scope scope = { .context = evaluation.context };
    CU_ASSERT_TRUE(sentence_check(plain, &scope, findings));
    CU_ASSERT_EQUAL(findings_count(findings), 0);
    CU_ASSERT_FALSE(sentence_check(sentence, &scope, findings));
    CU_ASSERT_EQUAL_FATAL(findings_count(findings), 3);
    CU_ASSERT_STRING_EQUAL(fixture_sentence(findings, 0, LANGUAGE_EN),
        "schemas/e/rules.xml line 17: the expression of A04 cannot be used: "
        "f(a) + $g (unknown function f)");
    CU_ASSERT_PTR_NOT_NULL(strstr(fixture_sentence(findings, 1, LANGUAGE_EN),
        "(unknown variable g)"));
    CU_ASSERT_PTR_NOT_NULL(strstr(fixture_sentence(findings, 2, LANGUAGE_EN),
        "true(1) (wrong number of operands for true)"));
    sentence_free(sentence);
    sentence_free(plain);
    expression_scope_end(&scope);
    evaluation_end(&evaluation);
    xmlFreeDoc(doc);
    findings_free(findings);
}

static void knows_the_members_of_data(void)
{
    static const char schema[] = "{'properties': {"
        "'total': {'properties': {'final': true}},"
        "'facts': {'patternProperties': {'^f': true}},"
        "'notes': {'additionalProperties': {'type': 'string'}}}}";
    static const struct { const char *text, *fault; } cases[] = {
        { "total/final", "" }, { "/submission/total[1]/item/@none", "" },
        { "x:sum(total | final) div 2", "" }, { "facts/files", "" },
        { "notes/some", "" }, { "child::total/attribute::none", "" },
        { "'finl'", "" }, { "$finl", "" }, { "t:finl", "" },
        { "total/finl", "\"finl\" in a path, which no data has; the nearest "
            "is \"final\"" },
        { "child::totals", "the nearest is \"total\"" },
        { "total/files", "\"files\" in a path, which no data has; correct" },
        { "facts[files]", "\"files\"" },
        { "x:sum(total, finl)", "\"finl\"" },
        { "total = 'finl", "" }, { "total = \"", "" }, { "finl = '", "finl" },
    };
    struct fixture_set set;

    fixture_set_begin(&set, schema, "{}");
    struct member_names *members = member_names_new(set.schema);
    struct expression_scope scope = { .members = members };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct findings *findings = findings_new();
        /* In memory of its own, which nothing may be read behind. */
        char *text = strdup(cases[i].text);
        CU_ASSERT_PTR_NOT_NULL_FATAL(text);
        struct expression expression = { .text = text, .origin = origin };
        CU_ASSERT_EQUAL(expression_check(&expression, &scope, findings),
            !*cases[i].fault);
        free(text);
        CU_ASSERT_EQUAL(findings_count(findings), *cases[i].fault != '\0');
        CU_ASSERT_PTR_NOT_NULL(strstr(fixture_sentence(findings, 0,
            LANGUAGE_EN), cases[i].fault));
        findings_free(findings);
        expression_scope_end(&scope);
    }
    member_names_free(members);
    fixture_set_end(&set);
}

static void filters_nodes_by_a_test(void)
{
    static const struct { const char *test, *left; } cases[] = {
        { "true()", "" }, { "false()", "ab" }, { ". = '一'", "b" },
        { "self::b", "a" }, { "self::a or self::b", "" },
        { "0", "ab" }, { "''", "ab" }, { "'b'", "" }, { "@value - 1", "a" },
        { "position() = 1", "b" }, { "last() = 3", "ab" },
    };
    struct findings *findings = findings_new();
    xmlDocPtr doc = fixture_xml(tree);
    struct evaluation evaluation;

    CU_ASSERT_TRUE_FATAL(evaluation_begin(&evaluation, doc, &style,
        findings));
    xmlXPathRegisterVariable(evaluation.context, BAD_CAST EXPRESSION_NODES,
        xmlXPathEvalExpression(BAD_CAST "/s/*", evaluation.context));
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct expression expression;
        char left[8] = "";
        CU_ASSERT_TRUE_FATAL(expression_compile_filter(&expression,
            cases[i].test, origin, findings));
        CU_ASSERT_STRING_EQUAL(expression.text, cases[i].test);
        xmlXPathObjectPtr result = expression_evaluate(&expression,
            &evaluation, xmlDocGetRootElement(doc));
        for (int k = 0; k < result->nodesetval->nodeNr; k++)
            strcat(left, (const char *)result->nodesetval->nodeTab[k]->name);
        CU_ASSERT_STRING_EQUAL(left, cases[i].left);
        xmlXPathFreeObject(result);
        expression_free(&expression);
    }
    CU_ASSERT_EQUAL(findings_count(findings), 0);
    static const char *const wrong[] = { "", "a)", "a) or (b", "a]", "a[" };
    for (size_t i = 0; i < COUNT(wrong); i++) {
        struct expression expression;
        CU_ASSERT_FALSE(expression_compile_filter(&expression, wrong[i],
            origin, findings));
        CU_ASSERT_PTR_NULL(expression.text);
    }
    CU_ASSERT_EQUAL(findings_count(findings), COUNT(wrong));
    evaluation_end(&evaluation);
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
        struct buffer out[] = { BUFFER_EMPTY, BUFFER_EMPTY };
        struct evaluation evaluation;
        struct sentence *sentence = sentence_compile(cases[i].text, origin,
            findings);
        CU_ASSERT_PTR_NOT_NULL_FATAL(sentence);
        CU_ASSERT_TRUE_FATAL(evaluation_begin(&evaluation, doc, &style,
            findings));
        sentences_write((struct sentence *[]){ sentence, sentence },
            &evaluation, xmlDocGetRootElement(doc), out);
        for (int k = 0; k < LANGUAGE_COUNT; k++) {
            CU_ASSERT_STRING_EQUAL(buffer_string(&out[k]), cases[i].written);
            buffer_free(&out[k]);
        }
        CU_ASSERT_EQUAL(findings_count(findings), 0);
        evaluation_end(&evaluation);
        sentence_free(sentence);
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
    struct buffer out[] = { BUFFER_EMPTY, BUFFER_EMPTY };
    xmlDocPtr doc = fixture_xml(tree);
    struct evaluation evaluation;
    struct sentence *both[] = {
        sentence_compile("甲{x:sum('1')}乙{b}", origin, findings),
        sentence_compile("b{b}x{x:sum('1')}{a}", origin, findings) };

    CU_ASSERT_TRUE_FATAL(evaluation_begin(&evaluation, doc, &style,
        findings));
    sentences_write(both, &evaluation, xmlDocGetRootElement(doc), out);
    CU_ASSERT_STRING_EQUAL(buffer_string(&out[0]), "甲乙二");
    CU_ASSERT_STRING_EQUAL(buffer_string(&out[1]), "b二x一");
    CU_ASSERT_STRING_EQUAL(fixture_codes(findings), "V003 0:0");
    evaluation_end(&evaluation);
    for (int k = 0; k < LANGUAGE_COUNT; k++) {
        sentence_free(both[k]);
        buffer_free(&out[k]);
    }
    xmlFreeDoc(doc);
    findings_free(findings);
}

CU_TestInfo expression_tests[] = {
    {"evaluates at a node", evaluates_at_a_node},
    {"reports what is no XPath", reports_what_is_no_xpath},
    {"quotes the beginning of a long expression",
        quotes_the_beginning_of_a_long_expression},
    {"reports what cannot be evaluated", reports_what_cannot_be_evaluated},
    {"knows the names that an evaluation has",
        knows_the_names_that_an_evaluation_has},
    {"reports every name that is unknown",
        reports_every_name_that_is_unknown},
    {"knows the members of data", knows_the_members_of_data},
    {"filters nodes by a test", filters_nodes_by_a_test},
    {"writes sentences with expressions in them",
        writes_sentences_with_expressions_in_them},
    {"reports a sentence with no XPath in its braces",
        reports_a_sentence_with_no_xpath_in_braces},
    {"leaves out what cannot be evaluated",
        leaves_out_what_cannot_be_evaluated},
    CU_TEST_INFO_NULL
};
