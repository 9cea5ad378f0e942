/* Tests of rules evaluated without XPath: the same findings and the same
 * refusals as through it. */

#include <CUnit/CUnit.h>
#include <libxml/xpathInternals.h>
#include <string.h>

#include "4_formulas/variables.h"
#include "6_rules/direct.h"
#include "6_rules/related/text_memory.h"
#include "6_rules/functions.h"
#include "fixture.h"

static const struct entry entry = { .origin = { "rules.xml", "A1", 7 } };

static void reads_tests(void)
{
    static const struct {
        struct direct_words words;
        const char *codes, *xpath;
    } cases[] = {
        { { "unprintable", { NULL }, NULL }, "", "not(t:unprintable(.))" },
        { { "word", { "$words" }, NULL }, "", "not(t:word(., $words))" },
        { { "near-name", { "$names", "concat($a, 'b')" }, NULL }, "",
            "not(t:near-name(., $names, concat($a, 'b')))" },
        { { "overlap", { "$others" }, "$limit" }, "",
            "not(t:overlap(., $others) < $limit)" },
        { { "length", { NULL }, "20" }, "", "not(t:length(.) < 20)" },
        { { "none", { NULL }, NULL }, "V004 0:0", "not(t:none(.))" },
        { { "word", { NULL }, NULL }, "V004 0:0", "not(t:word(.))" },
        { { "unprintable", { "$a" }, NULL }, "V004 0:0",
            "not(t:unprintable(., $a))" },
        { { "twins", { "$a" }, NULL }, "V004 0:0", "not(t:twins(., $a))" },
        { { "word", { "$" }, NULL }, "V003 0:0", "not(t:word(., $))" },
        { { "near-name", { "$a", "(" }, NULL }, "V003 0:0",
            "not(t:near-name(., $a, ())" },
        { { "length", { NULL }, "<" }, "V003 0:0", "not(t:length(.) < <)" },
    };

    for (size_t k = 0; k < COUNT(cases); k++) {
        struct findings *findings = findings_new();
        struct buffer xpath = BUFFER_EMPTY;
        struct direct direct;
        CU_ASSERT_EQUAL(direct_read(&direct, &cases[k].words, &entry,
            findings), !*cases[k].codes);
        direct_write(&cases[k].words, &xpath);
        CU_ASSERT_STRING_EQUAL(fixture_codes(findings), cases[k].codes);
        CU_ASSERT_STRING_EQUAL(buffer_string(&xpath), cases[k].xpath);
        buffer_free(&xpath);
        direct_free(&direct);
        findings_free(findings);
    }
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
    "<less label='比上年增减' type='amount' value='-51400'>-5.14万元</less>"
    "<a>比上年增加5.14万元</a>"
    "<a>支出9.99万元</a><b>支出<reference>9.99万元</reference></b>"
    "<c>支出9.98万元</c><d>高标准农田建没项目</d><e>高标准农田建设项目</e>"
    "<f>受理案件<reference>203</reference>件</f><a>受理案件203件</a>"
    "<b>法定期限内结案率90%</b><c>结案率达到90%</c>"
    "<d>一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十</d>"
    "<e>于2023年13月完成</e><f>由【单位名称】承担</f><a>共{facts.a}项</a>"
    "<b>为${unit}。</b><c>共#N/A项</c><d>共NaN项</d><e>一_x000D_二</e>"
    "<f>锟斤拷</f><a>为%s。</a><b>共####项</b><c>[object Object]</c>"
    "<d>甲&amp;nbsp;乙</d><e>Ã¤</e><f>某某局</f><a>甲???乙</a>"
    "<b>决算7.04万元，为预算的7.2万元的87.77%。</b>"
    "<c>收入792元，比上年增加189元，增加41%。</c>"
    "<d>上年结余10元，收入80元，支出60元，结余40元。</d>"
    "<d>预算80元，支出78元，结余1元。</d>"
    "<d>上半年40元，下半年50元，全年80元。</d>"
    "<e>支出20元，其中甲10元，占60%；乙10元。</e>"
    "<names><name>高标准农田建设项目</name></names>"
    "<others><other>结案率95%</other><other>受理案件201件</other></others>"
    "</s>";

static const struct direct_words tests[] = {
    { "word", { "$words" }, NULL },
    { "word", { "concat($words, $none)" }, NULL },
    { "whole-word", { "$words" }, NULL },
    { "beginning", { "$marks" }, NULL },
    { "ending", { "$marks" }, NULL },
    { "blank", { NULL }, NULL },
    { "correction", { "$pairs" }, NULL },
    { "punctuation", { NULL }, NULL },
    { "rare", { "$words" }, NULL },
    { "placeholder", { NULL }, NULL },
    { "private", { "$kinds" }, NULL },
    { "doubled-unit", { "$words" }, NULL },
    { "other-year", { "$year" }, NULL },
    { "bare-year", { "$year" }, NULL },
    { "unfounded-year", { "$none" }, NULL },
    { "wrong-date", { NULL }, NULL },
    { "blank-name", { NULL }, NULL },
    { "braces", { NULL }, NULL },
    { "template-mark", { NULL }, NULL },
    { "sheet-error", { NULL }, NULL },
    { "program-value", { NULL }, NULL },
    { "markup", { NULL }, NULL },
    { "mojibake", { NULL }, NULL },
    { "share", { NULL }, NULL },
    { "growth", { NULL }, NULL },
    { "balance", { NULL }, NULL },
    { "remains", { NULL }, NULL },
    { "year-parts", { NULL }, NULL },
    { "enumeration", { NULL }, NULL },
    { "parts", { NULL }, NULL },
    { "rate", { NULL }, NULL },
    { "change", { NULL }, NULL },
    { "comparison", { NULL }, NULL },
    { "amounts", { NULL }, NULL },
    { "known-figures", { NULL }, NULL },
    { "unknown-figures", { NULL }, NULL },
    { "unknown-figure", { NULL }, NULL },
    { "turned-change", { NULL }, NULL },
    { "near-name", { "$names", "$distance" }, NULL },
    { "rate-differs", { "$others" }, NULL },
    { "figure-differs", { "$others" }, NULL },
    { "overlap", { "$others" }, "$limit" },
    { "length", { NULL }, "$limit" },
};

static const struct direct_words refused[] = {
    { "correction", { "$words" }, NULL },
    { "private", { "$words" }, NULL },
    { "near-name", { "$names", "$words" }, NULL },
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

/* memory: NULL, or the texts that sessions before it have looked over. */
static void session_begin(struct session *session, struct text_memory *memory)
{
    static const struct print_style style = { 2, 0 };

    session->doc = fixture_xml(texts);
    session->findings = findings_new();
    session->related = related_new(session->doc, fixture_lexicon(),
        memory);
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
static void filter(struct session *session, const struct direct_words *words,
    xmlXPathObjectPtr *found, xmlXPathObjectPtr *wanted)
{
    xmlNodePtr root = xmlDocGetRootElement(session->doc);
    struct buffer xpath = BUFFER_EMPTY;
    struct expression test;
    struct direct direct;

    direct_write(words, &xpath);
    CU_ASSERT_TRUE_FATAL(expression_compile_filter(&test,
        buffer_string(&xpath), entry.origin, session->findings));
    CU_ASSERT_TRUE_FATAL(direct_read(&direct, words, &entry,
        session->findings));
    CU_ASSERT_TRUE_FATAL(direct_is_known(&direct));
    xmlXPathObjectPtr nodes = xmlXPathVariableLookup(
        session->evaluation.context, BAD_CAST EXPRESSION_NODES);
    *found = direct_filter(&direct, nodes->nodesetval, &session->evaluation);
    *wanted = expression_evaluate(&test, &session->evaluation, root);
    xmlXPathFreeObject(nodes);
    buffer_free(&xpath);
    direct_free(&direct);
    expression_free(&test);
}

static void find_all(struct text_memory *memory)
{
    struct session session;

    session_begin(&session, memory);
    for (size_t k = 0; k < COUNT(tests); k++) {
        xmlXPathObjectPtr found, wanted;
        filter(&session, &tests[k], &found, &wanted);
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

static void finds_what_xpath_finds(void)
{
    find_all(NULL);
}

static void finds_the_same_with_a_memory(void)
{
    struct text_memory *memory = text_memory_new();

    CU_ASSERT_PTR_NOT_NULL_FATAL(memory);
    for (int run = 0; run < 3; run++) {
        find_all(memory);
        text_memory_turn(memory);
    }
    text_memory_free(memory);
}

/* Both do; XPath says so. */
static void refuses_what_xpath_refuses(void)
{
    struct session session;

    session_begin(&session, NULL);
    for (size_t k = 0; k < COUNT(refused); k++) {
        xmlXPathObjectPtr found, wanted;
        filter(&session, &refused[k], &found, &wanted);
        CU_ASSERT_PTR_NULL(found);
        CU_ASSERT_PTR_NULL(wanted);
        CU_ASSERT_EQUAL(findings_count(session.findings), k + 1);
    }
    session_end(&session);
}

CU_TestInfo direct_tests[] = {
    {"reads tests", reads_tests},
    {"finds what XPath finds", finds_what_xpath_finds},
    {"finds the same with a memory", finds_the_same_with_a_memory},
    {"refuses what XPath refuses", refuses_what_xpath_refuses},
    CU_TEST_INFO_NULL
};
