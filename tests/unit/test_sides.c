/* Both sides of a finding with as many decimals as tell them apart. */

#include <CUnit/CUnit.h>
#include <string.h>

#include "4_formulas/sentence.h"
#include "4_formulas/sides.h"
#include "fixture.h"

static const struct expression_origin origin = { "rules.xml", "A04", 1 };

static const char tree[] = "<s>"
    "<two type='amount' unit='万元' value='20000.00'>2</two>"
    "<more type='amount' unit='万元' value='20012.00'>2</more>"
    "<most type='amount' unit='万元' value='20049.00'>2</most>"
    "<filed type='amount' unit='万元' decimals='2' value='20000.00'>2.00</filed>"
    "<half type='amount' unit='万元' value='25000.00'>2.5</half>"
    "<yuan type='amount' unit='元' value='2.00'>2</yuan>"
    "<little type='amount' unit='万元' value='20.00'>0</little>"
    "<none type='amount' unit='万元' value='0.00'>0</none>"
    "<blank type='amount' unit='万元'/>"
    "<rate type='rate' unit='%' value='100.004348'>100%</rate>"
    "<exact type='rate' unit='%' decimals='0-3' value='99.996'>99.996%</exact>"
    "<score type='number' unit='分' value='89.004'>89</score>"
    "</s>";

static void tells_figures_apart(void)
{
    static const struct { const char *text, *written; } cases[] = {
        /* Amounts show all that they have, … */
        { "{two}小于{more}", "2小于2.0012" },
        { "{two}，{x:print(x:sum(two | little), '万元')}", "2，2.002万元" },
        { "{more}，{x:print('20049.00', '数')}", "2，20049" },
        { "{more}小于{most}", "2.0012小于2.0049" },
        { "{most}大于{more}大于{two}", "2.0049大于2.0012大于2" },
        { "{x:print('33.33333', '%')}，{x:print('33.33441', '%')}",
            "33.333%，33.334%" },
        { "{x:print(two, '万元')}，{x:print(more, '万元')}", "2万元，2.0012万元" },
        { "{x:print(two, '万元')}，{x:print(more, '元')}", "2万元，20012元" },
        { "{two}小于{more}，差{x:print(x:difference(more, two), '万元')}",
            "2小于2.0012，差0.0012万元" },
        /* … other figures as few as tell. */
        { "{rate}超过 {'100'}%", "100.004%超过 100%" },
        { "{x:print(x:ratio('1', '3', 6), '%')}", "33.33%" },
        { "{x:print(x:ratio('1', '3', 6), '%')}，{33.33}", "33.333%，33.33" },
        { "{score}分，不超过{89}分", "89.004分，不超过89分" },
        { "{exact}，{100}", "99.996%，100" },
        /* What is something is not printed as nothing. */
        { "{little}万元", "0.002万元" },
        { "{x:print(little, '增减')}万元", "增加0.002万元" },
        { "{x:print('-20.00', '万元')}", "−0.002万元" },
        { "{none}万元", "0万元" },
        /* Equal ones, other kinds and blanks are left alone. */
        { "{two}，{two}", "2，2" }, { "{more}，{more}", "2，2" },
        { "{more}，{yuan}", "2，2" }, { "{more}，{blank}", "2，" },
        { "{more}，{half}", "2，2.5" }, { "{more}，两", "2，两" },
        { "{concat(x:print(more, '数'), '万')}，{two}", "2万，2" },
        /* Zeros that one keeps. */
        { "{filed}，{x:print(half, '万元')}", "2.00，2.50万元" },
        { "{filed}，{more}", "2.00，2.0012" },
        { "{filed}，{yuan}", "2.00，2" },
        /* A cell prints as it does in the form. */
        { "{filed}，{half}", "2.00，2.5" },
        /* The unit of a bare number tells what it is. */
        { "{rate}，{100}%", "100.004%，100%" }, { "{rate}，{100}万元", "100%，100万元" },
        { "{rate}，{100}次", "100.004%，100次" }, { "{more}，{2}%", "2，2%" },
        { "{more}，{2}", "2.0012，2" },
    };
    static const struct print_style style = { 2, 0 };
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

CU_TestInfo sides_tests[] = {
    {"tells figures apart", tells_figures_apart},
    CU_TEST_INFO_NULL
};
