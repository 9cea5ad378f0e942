/* Typed figures that the data has, or lacks, and the references that would
 * print them. */

#include <CUnit/CUnit.h>
#include <stdio.h>
#include <string.h>

#include "related_fixture.h"

#define NOTE "/submission/note"

/* Figures of every kind, with a text at the top and one in a project. */
static const char data[] =
    "<submission type='object'>"
    "<year type='year' state='stated' value='2023'>2023</year>"
    "<note type='text' state='stated'>%s</note>"
    "<staffing type='object'>"
    "<in_service type='count' unit='人' value='74'>74</in_service>"
    "<nurses type='count' unit='名' value='168'>168</nurses></staffing>"
    "<expenditure type='object'>"
    "<total type='object' stands-for='final'>"
    "<final type='amount' unit='万元' value='99898.00'>9.99</final>"
    "<change_rate type='rate' unit='%%' value='-9.55'>−9.55%%</change_rate>"
    "</total><meetings type='amount' unit='元' value='19268.00'>19268"
    "</meetings></expenditure>"
    "<target type='text' state='stated'>≥87.5%%</target>"
    "<deadline type='number' unit='日' value='24'>24</deadline>"
    "<area type='number' unit='万亩' value='58.6'>58.6</area>"
    "<projects type='list'><item type='object' key='inspection'>"
    "<name type='text' state='stated'>两网化建设</name>"
    "<funds type='amount' unit='万元' value='600000.00'>60</funds>"
    "<facts type='map'>"
    "<cases type='object' stands-for='value'>"
    "<value type='number' unit='件' value='201'>201</value></cases>"
    "<few type='object' stands-for='value'>"
    "<value type='number' unit='件' value='4'>4</value></few>"
    "<mediation type='object' stands-for='value'>"
    "<value type='rate' unit='%%' value='61'>61%%</value></mediation>"
    "</facts>"
    "<indicators type='list'><item type='object' key='巡查360次以上'>"
    "<name type='text' state='stated'>巡查360次以上</name>"
    "<target type='number' unit='次' value='360'>360</target></item>"
    "</indicators>"
    "<results type='list'><item type='text' state='stated'>%s</item>"
    "</results></item></projects></submission>";


static void check_text(const char *function, const char *node,
    const char *text, const char *expected)
{
    char tree[8192], expression[256];
    struct session session;
    bool at_top = strcmp(node, NOTE) == 0;

    snprintf(tree, sizeof tree, data, at_top ? text : "",
        at_top ? "" : text);
    snprintf(expression, sizeof expression, "t:%s(%s)", function, node);
    session_begin(&session, tree);
    session_check(&session, expression, text, expected);
    session_end(&session);
}

#define RESULT "/submission/projects/item/results/item"

static void finds_figures_that_the_data_has(void)
{
    static const struct { const char *node, *text, *result; } cases[] = {
        { NOTE, "公务接待支出9.99万元。", "9.99万元→{{expenditure.total.final}}" },
        { NOTE, "支出99898元。", "99898元→{{expenditure.total.final | 元}}" },
        { NOTE, "会议费1.93万元。", "1.93万元→{{expenditure.meetings | 万元}}" },
        { NOTE, "会议费19,268元。", "19,268元→{{expenditure.meetings}}" },
        { NOTE, "支出9.98万元。", "" },         /* 9.9898 is not truncated */
        { NOTE, "支出10万元。", "" },           /* rounded too coarsely */
        { NOTE, "下降9.55％。", "9.55％→{{expenditure.total.change_rate}}" },
        { NOTE, "在职74人。", "74人→{{staffing.in_service}}" },
        { NOTE, "在职74名。", "74名→{{staffing.in_service}}" },
        { NOTE, "在职74户。", "" },             /* another unit */
        { NOTE, "播种面积58.6万亩", "58.6万亩→{{area}}" },
        { NOTE, "播种面积586000亩", "586000亩→{{area}}" },
        { NOTE, "处理案件201件", "201件→{{projects.inspection.facts.cases}}" },
        { RESULT, "处理案件201件", "201件→{{.facts.cases}}" },
        { RESULT, "资金60万元", "60万元→{{.funds}}" },
        { RESULT, "在职74人", "74人→{{staffing.in_service}}" },
        { RESULT, "率为61%", "61%→{{.facts.mediation}}" },
        { RESULT, "办理4件", "" },              /* too few to tell */
        { NOTE, "率为87.5%", "" },              /* it is words there */
        { NOTE, "率为100%，支出0元", "" },
        { NOTE, "2023年4月24日，第74条", "" },
        { NOTE, "落实“411”机制，依据〔2020〕74号", "" },
        { NOTE, "支出<reference type='amount'>9.99万元</reference>。", "" },
        { NOTE, "支出<reference type='number'>9.99</reference>万元", "" },
        { NOTE, "支出9<reference type='number'>.99</reference>万元", "" },
        { NOTE, "<reference type='text'>县局</reference>9.99万元",
            "9.99万元→{{expenditure.total.final}}" },
        { NOTE, "支出9.99万元，办案201件，接待735人。",
            "9.99万元→{{expenditure.total.final}}；"
            "201件→{{projects.inspection.facts.cases}}" },
        { NOTE, "", "" }, { NOTE, "没有数字", "" },
        { "/submission/none", "9.99万元", "" },
        { "//indicators/item/name", "", "" },   /* its own name */
    };

    for (size_t i = 0; i < COUNT(cases); i++)
        check_text("known-figures", cases[i].node, cases[i].text,
            cases[i].result);
}

static void finds_figures_that_the_data_lacks(void)
{
    static const struct { const char *text, *result; } cases[] = {
        { "结案率65%，支出9.99万元", "65%" },
        { "结案率65%，支出9.99万元，职工75人，余12.5万元", "65%、75人、12.5万元" },
        { "下降9.6%", "" },             /* 9.55 rounds to it */
        { "支出12.5万元", "12.5万元" },
        { "支出10万元", "" },           /* may be 9.9898, rounded */
        { "支出0.1亿元", "0.1亿元" },
        { "职工75人", "75人" },
        { "职工168人", "" },            /* the data calls them 名 */
        { "职工约75人", "" },
        { "率达87.5%", "" },            /* a target in words */
        { "案件202件", "" },            /* only money, percent, people */
        { "3人陪餐，率为100%，支出0元", "" },
        { "2022年9月30日", "" },
        { "<reference type='rate'>65%</reference>", "" },
        { "<reference type='rate'>65</reference>%", "" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        check_text("unknown-figures", NOTE, cases[i].text, cases[i].result);
        check_text("unknown-figures", RESULT, cases[i].text, cases[i].result);
    }
    check_text("unknown-figures", "//indicators/item/name", "", "");
}

static void looks_only_at_what_was_typed(void)
{
    static const char tree[] = "<submission type='object'>"
        "<a type='amount' unit='元' value='555.00'>555</a>"
        "<derived type='text' state='derived'>支出555元，65%</derived>"
        "<stated type='text' state='stated'>支出555元，65%</stated>"
        "</submission>";
    static const struct expected cases[] = {
        { "t:known-figures(derived)", "" },
        { "t:unknown-figures(derived)", "" },
        { "t:known-figures(stated)", "555元→{{a}}" },
        { "t:unknown-figures(stated)", "65%" },
        { "t:known-figures('支出555元')", "!" },         /* no node */
        { "t:known-figures()", "!" }, { "t:unknown-figures(a, a)", "!" },
    };

    check_tree(tree, cases, COUNT(cases));
}

/* Entries without a key or with one that leads elsewhere have a number. */
static void writes_paths_that_lead_back(void)
{
    static const char tree[] = "<submission type='object'>"
        "<note id='note' type='text' state='stated'>%s</note>"
        "<rows type='list'>"
        "<item type='object' stands-for='v'>"
        "<v type='number' unit='个' value='210'/></item>"
        "<item type='object' key='甲.乙'>"
        "<v type='number' unit='个' value='221'/></item>"
        "<item type='object' key='丙'>"
        "<v type='number' unit='个' value='231'/></item>"
        "<item type='object' key='丙' stands-for='w'>"
        "<v type='number' unit='个' value='241'/></item>"
        "<item type='object' key='丁' stands-for='v'>"
        "<v type='number' unit='个' value='251'/>"
        "<w type='number' unit='个' value='261'/>"
        "<say type='text' state='stated'>251个</say></item>"
        "</rows></submission>";
    static const struct { const char *text, *result; } cases[] = {
        { "210个", "210个→{{rows.0}}" },
        { "221个", "221个→{{rows.'甲.乙'.v}}" },
        { "231个", "231个→{{rows.丙.v}}" }, { "241个", "241个→{{rows.3.v}}" },
        { "251个", "251个→{{rows.丁}}" }, { "261个", "261个→{{rows.丁.w}}" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        char text[TEXT_SIZE * 2];
        struct session session;
        snprintf(text, sizeof text, tree, cases[i].text);
        session_begin(&session, text);
        session_check(&session, "t:known-figures(note)", cases[i].text,
            cases[i].result);
        session_check(&session, "t:known-figures(//say)", "say",
            "251个→{{rows.丁}}");
        session_end(&session);
    }
}

/* All that are equal, those of these words first; but few digits are equal by
 * chance, and so are those of another entry. */
static void refers_to_what_the_words_call(void)
{
    static const char tree[] = "<submission type='object'>"
        "<list type='list'>"
        "<item type='object' key='a' label='住院率' stands-for='v'>"
        "<v type='rate' unit='%%' value='90' label='目标值'/>"
        "<w type='rate' unit='%%' value='81.25' label='完成值'/>"
        "<note type='text' state='stated'>%s</note></item>"
        "<item type='object' key='b' label='满意度' stands-for='v'>"
        "<v type='rate' unit='%%' value='90' label='目标值'/>"
        "<w type='rate' unit='%%' value='81.25' label='完成值'/></item>"
        "</list>"
        "<note type='text' state='stated'>%s</note></submission>";
    static const struct { const char *text, *top, *entry; } cases[] = {
        { "达到81.25%", "81.25%→{{list.a.w}}、{{list.b.w}}",
            "81.25%→{{.w}}" },
        { "满意度81.25%", "81.25%→{{list.b.w}}、{{list.a.w}}",
            "81.25%→{{list.b.w}}、{{.w}}" },
        { "达到90%", "", "" },
        { "住院率，90%", "", "" },
        { "住院率90%", "90%→{{list.a}}", "" },
        { "90%的满意", "90%→{{list.b}}", "90%→{{list.b}}" },
        { "目标90%", "90%→{{list.a}}、{{list.b}}",
            "90%→{{list.a}}、{{list.b}}" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        char text[TEXT_SIZE * 4];
        struct session session;
        snprintf(text, sizeof text, tree, cases[i].text, cases[i].text);
        session_begin(&session, text);
        session_check(&session, "t:known-figures(/submission/note)",
            cases[i].text, cases[i].top);
        session_check(&session, "t:known-figures(//item/note)", cases[i].text,
            cases[i].entry);
        session_end(&session);
    }
}

/* Up to four; more are not listed. */
static void names_all_equal_values_or_none(void)
{
    static const char tree[] = "<submission type='object'>"
        "<note type='text' state='stated'>支出555元、444元。</note>"
        "<a type='amount' unit='元' value='555.00'/>"
        "<b type='amount' unit='元' value='555.00'/>"
        "<c type='text' state='stated'>555元</c>"
        "<d type='amount' unit='元' value='555.00'/>"
        "<e type='amount' unit='万元' value='555.00'/>%s</submission>";
    static const struct { const char *more, *result; } cases[] = {
        { "", "555元→{{a}}、{{b}}、{{d}}、{{e | 元}}" },
        { "<f type='amount' unit='元' value='555.00'/>", "" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        char text[TEXT_SIZE * 2];
        struct session session;
        snprintf(text, sizeof text, tree, cases[i].more);
        session_begin(&session, text);
        session_check(&session, "t:known-figures(note)", cases[i].more,
            cases[i].result);
        session_end(&session);
    }
}

CU_TestInfo related_figures_tests[] = {
    { "finds figures that the data has", finds_figures_that_the_data_has },
    { "refers to what the words call", refers_to_what_the_words_call },
    { "names all equal values or none", names_all_equal_values_or_none },
    { "finds figures that the data lacks",
        finds_figures_that_the_data_lacks },
    { "looks only at what was typed", looks_only_at_what_was_typed },
    { "writes paths that lead back", writes_paths_that_lead_back },
    CU_TEST_INFO_NULL
};
