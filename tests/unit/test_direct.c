#include <CUnit/CUnit.h>
#include <libxml/xpathInternals.h>
#include <string.h>

#include "4_formulas/variables.h"
#include "6_rules/direct.h"
#include "6_rules/functions.h"
#include "fixture.h"

static const struct expression_origin origin = { "rules.xml", "A1", 7 };

static void knows_tests_that_need_no_xpath(void)
{
    static const struct { const char *test; bool known; int count; } cases[]
        = {
        { "not(t:rare(.))", true, 0 },
        { "not(t:word(., $words))", true, 1 },
        { "not(t:other-year(., concat($plan_years, $years)))", true, 1 },
        { "not(t:other-year(., concat($a, concat($b, $c))))", true, 1 },
        { "not(t:unknown-figure(.))", true, 0 },
        { "not(t:figure-differs(., $others))", true, 1 },
        { "not(t:near-name(., $names, concat($a, $b)))", true, 2 },
        { "t:rare(.)", false, 0 },
        { "not(t:rare(..))", false, 0 },
        { "not(t:rare(@label))", false, 0 },
        { "not(t:rare(.)) or not(t:private(., $a))", false, 0 },
        { "not(t:rare(.) = t:rare(.))", false, 0 },
        { "not(t:word(., ../words))", false, 0 },
        { "not(t:word(., words))", false, 0 },
        { "not(t:word(., string($words)))", false, 0 },
        { "not(t:word(., concat($a, name)))", false, 0 },
        { "not(t:word(., concat($a, ' ', $b)))", true, 1 },
        { "not(t:word(., concat($a, 'b c (')))", true, 1 },
        { "not(t:word(., 'b'))", true, 1 },
        { "not(t:near-name(., $names, concat('a, ', $b)))", true, 2 },
        { "not(t:word(., concatenation($a)))", false, 0 },
        { "not(t:word(.))", false, 0 },         /* left for XPath to refuse */
        { "not(t:rare(., $words))", false, 0 },
        { "not(t:near-name(., $names, $a, $b))", false, 0 },
        { "not(t:twins(., $share))", false, 0 },
        { "not(t:overlap(., $others) < $limit)", true, 1 },
        { "not(t:length(.) < $limit)", true, 0 },
        { "not(t:overlap(., $others) < $limit + 1)", false, 0 },
        { "not(t:overlap(., $others) < $limit or $a)", false, 0 },
        { "not(t:overlap(., $others) < 20)", false, 0 },
        { "not(t:overlap(., $others) > $limit)", false, 0 },
        { "not(t:rare(.) or t:length(.) < $limit)", false, 0 },
        { "t:overlap(., $others) < $limit", false, 0 },
        { "true()", false, 0 },
    };
    struct findings *findings = findings_new();

    for (size_t k = 0; k < COUNT(cases); k++) {
        struct expression test;
        struct direct direct;
        CU_ASSERT_TRUE_FATAL(expression_compile(&test, cases[k].test, origin,
            findings));
        CU_ASSERT_TRUE_FATAL(direct_read(&direct, &test, findings));
        CU_ASSERT_EQUAL(direct_is_known(&direct), cases[k].known);
        CU_ASSERT_EQUAL(direct.count, cases[k].count);
        direct_free(&direct);
        expression_free(&test);
    }
    findings_free(findings);
}

/* Texts in which each of the tests below finds something, and others. */
static const char texts[] = "<s>"
    "<a>甲,乙</a><b/><c>丙<r>,丁</r>戊</c><d>甲</d><e>𠮷</e><f>乙<r>甲</r></f>"
    "<a>一、加强。</a><b>戊。</b><c>投拆三件</c><d>待定：××局</d><e>（ ）</e>"
    "<f>电话13800000000</f><a>２０２２年</a><b>二〇二二年</b><c>在2022年</c>"
    "<d>设3个股：办公室、财务股。</d><e>9元，其中：甲8元；乙2元。</e>"
    "<f>在职82人、退休35人，合计118人人。</f><a>1元+2元=4元</a>"
    "<b>受理200件，结案190件，结案率100％。</b><c>比上年-72元。</c>"
    "<d>2023年9268元，上年9340元，较上年减少70元。</d>"
    "<e>294.05万元，小于预算数77.43万元。</e><f>监测30万元、防控29.99万元</f>"
    "<total type='amount' value='99900'>9.99万元</total>"
    "<a>支出9.99万元</a><b>支出<reference>9.99万元</reference></b>"
    "<c>支出9.98万元</c><d>高标准农田建没项目</d><e>高标准农田建设项目</e>"
    "<f>受理案件<reference>203</reference>件</f><a>受理案件203件</a>"
    "<b>法定期限内结案率90%</b><c>结案率达到90%</c>"
    "<d>一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十</d>"
    "<names><name>高标准农田建设项目</name></names>"
    "<others><other>结案率95%</other><other>受理案件201件</other></others>"
    "</s>";

static const char *const tests[] = {
    "not(t:word(., $words))", "not(t:word(., concat($words, $none)))",
    "not(t:whole-word(., $words))", "not(t:beginning(., $marks))",
    "not(t:ending(., $marks))", "not(t:blank(.))",
    "not(t:correction(., $pairs))", "not(t:punctuation(.))",
    "not(t:rare(.))", "not(t:placeholder(.))", "not(t:private(., $kinds))",
    "not(t:doubled-unit(., $words))", "not(t:other-year(., $year))", "not(t:enumeration(.))",
    "not(t:parts(.))", "not(t:rate(.))", "not(t:change(.))",
    "not(t:comparison(.))", "not(t:amounts(.))", "not(t:known-figures(.))",
    "not(t:unknown-figures(.))", "not(t:unknown-figure(.))",
    "not(t:near-name(., $names, $distance))",
    "not(t:rate-differs(., $others))", "not(t:figure-differs(., $others))",
    "not(t:overlap(., $others) < $limit)", "not(t:length(.) < $limit)",
};

static const char *const refused[] = {
    "not(t:correction(., $words))", "not(t:private(., $words))",
    "not(t:near-name(., $names, $words))",
};

static const struct { const char *name, *value; } strings[] = {
    { "words", "甲 戊" }, { "none", " " }, { "marks", "一、 二、 戊" },
    { "pairs", "投拆→投诉 既使→即使" }, { "kinds", "mobile id" },
    { "year", "2023" }, { "distance", "2" }, { "limit", "40" },
};

struct session {
    xmlDocPtr doc;
    struct findings *findings;
    struct related *related;
    struct evaluation evaluation;
};

static void set_nodes(struct session *session, const char *name,
    const char *path)
{
    CU_ASSERT_TRUE_FATAL(variable_set(session->evaluation.context,
        name, xmlXPathEval(BAD_CAST path, session->evaluation.context)));
}

static void session_begin(struct session *session)
{
    static const struct print_style style = { 2, 0 };

    session->doc = fixture_xml(texts);
    session->findings = findings_new();
    session->related = related_new(session->doc, fixture_lexicon());
    CU_ASSERT_TRUE_FATAL(evaluation_begin(&session->evaluation, session->doc,
        &style, session->findings));
    CU_ASSERT_TRUE_FATAL(functions_register(session->evaluation.context,
        session->related));
    for (size_t k = 0; k < COUNT(strings); k++)
        variable_set_string(session->evaluation.context, strings[k].name,
            strings[k].value);
    set_nodes(session, "names", "//name");
    set_nodes(session, "others", "//other");
    set_nodes(session, EXPRESSION_NODES, "/s/*");
}

static void session_end(struct session *session)
{
    evaluation_end(&session->evaluation);
    related_free(session->related);
    findings_free(session->findings);
    xmlFreeDoc(session->doc);
}

/* The failing nodes without XPath, and with it. */
static void filter(struct session *session, const char *text,
    xmlXPathObjectPtr *found, xmlXPathObjectPtr *wanted)
{
    xmlNodePtr root = xmlDocGetRootElement(session->doc);
    struct expression test;
    struct direct direct;

    CU_ASSERT_TRUE_FATAL(expression_compile_filter(&test, text, origin,
        session->findings));
    CU_ASSERT_TRUE_FATAL(direct_read(&direct, &test, session->findings));
    CU_ASSERT_TRUE_FATAL(direct_is_known(&direct));
    xmlXPathObjectPtr nodes = xmlXPathVariableLookup(
        session->evaluation.context, BAD_CAST EXPRESSION_NODES);
    *found = direct_filter(&direct, nodes->nodesetval, &session->evaluation);
    *wanted = expression_evaluate(&test, &session->evaluation, root);
    xmlXPathFreeObject(nodes);
    direct_free(&direct);
    expression_free(&test);
}

static void finds_what_xpath_finds(void)
{
    struct session session;

    session_begin(&session);
    for (size_t k = 0; k < COUNT(tests); k++) {
        xmlXPathObjectPtr found, wanted;
        filter(&session, tests[k], &found, &wanted);
        CU_ASSERT_PTR_NOT_NULL_FATAL(found);
        CU_ASSERT_PTR_NOT_NULL_FATAL(wanted);
        CU_ASSERT_EQUAL_FATAL(xmlXPathNodeSetGetLength(found->nodesetval),
            xmlXPathNodeSetGetLength(wanted->nodesetval));
        CU_ASSERT(!xmlXPathNodeSetIsEmpty(found->nodesetval));
        for (int n = 0; n < xmlXPathNodeSetGetLength(found->nodesetval); n++)
            CU_ASSERT_PTR_EQUAL(found->nodesetval->nodeTab[n],
                wanted->nodesetval->nodeTab[n]);
        xmlXPathFreeObject(found);
        xmlXPathFreeObject(wanted);
    }
    CU_ASSERT_EQUAL(findings_count(session.findings), 0);
    session_end(&session);
}

/* Both do; XPath says so. */
static void refuses_what_xpath_refuses(void)
{
    struct session session;

    session_begin(&session);
    for (size_t k = 0; k < COUNT(refused); k++) {
        xmlXPathObjectPtr found, wanted;
        filter(&session, refused[k], &found, &wanted);
        CU_ASSERT_PTR_NULL(found);
        CU_ASSERT_PTR_NULL(wanted);
        CU_ASSERT_EQUAL(findings_count(session.findings), k + 1);
    }
    session_end(&session);
}

CU_TestInfo direct_tests[] = {
    {"knows tests that need no XPath", knows_tests_that_need_no_xpath},
    {"finds what XPath finds", finds_what_xpath_finds},
    {"refuses what XPath refuses", refuses_what_xpath_refuses},
    CU_TEST_INFO_NULL
};
