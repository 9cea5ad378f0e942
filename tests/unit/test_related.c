#include <CUnit/CUnit.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "0_base/buffer.h"
#include "6_rules/related/related.h"
#include "fixture.h"

#define TEXT_SIZE 1024

static void keep_quiet(void *user, xmlErrorPtr error)
{
    (void)user;
    (void)error;
}

/* Several expressions on one tree, one after the other. */
struct session {
    xmlDocPtr doc;
    struct related *related;
    xmlXPathContextPtr context;
};

static void session_begin(struct session *session, const char *tree)
{
    session->doc = fixture_xml(tree);
    session->related = related_new(session->doc, fixture_lexicon());
    session->context = xmlXPathNewContext(session->doc);
    CU_ASSERT_PTR_NOT_NULL_FATAL(session->related);
    CU_ASSERT_TRUE_FATAL(related_register(session->context,
        session->related));
    session->context->error = keep_quiet;
    session->context->node = xmlDocGetRootElement(session->doc);
}

static void session_end(struct session *session)
{
    xmlXPathFreeContext(session->context);
    related_free(session->related);
    xmlFreeDoc(session->doc);
}

/* Attributes of nodes, or else the string; "!" where it is an error. */
static const char *evaluate(struct session *session, const char *expression)
{
    static char text[TEXT_SIZE];
    xmlXPathObjectPtr found = xmlXPathEvalExpression(BAD_CAST expression,
        session->context);
    size_t length = 0;

    text[0] = '\0';
    if (!found)
        return "!";
    if (found->type != XPATH_NODESET) {
        xmlChar *string = xmlXPathCastToString(found);
        snprintf(text, sizeof text, "%s", (const char *)string);
        xmlFree(string);
    }
    for (int k = 0; found->nodesetval && k < found->nodesetval->nodeNr; k++) {
        xmlChar *id = xmlGetNoNsProp(found->nodesetval->nodeTab[k],
            BAD_CAST "id");
        length += (size_t)snprintf(text + length, sizeof text - length,
            "%s%s", k ? " " : "", id ? (const char *)id : "?");
        xmlFree(id);
    }
    xmlXPathFreeObject(found);
    return text;
}

struct expected {
    const char *expression, *result;
};

static void check_one(struct session *session, const char *expression,
    const char *about, const char *expected)
{
    const char *result = evaluate(session, expression);

    if (strcmp(result, expected) != 0)
        fprintf(stderr, "%s of %s is %s, not %s\n", expression, about,
            result, expected);
    CU_ASSERT_STRING_EQUAL(result, expected);
}

static void check(const char *tree, const struct expected *cases,
    size_t count)
{
    struct session session;

    session_begin(&session, tree);
    for (size_t i = 0; i < count; i++)
        check_one(&session, cases[i].expression, "the tree",
            cases[i].result);
    session_end(&session);
}

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

#define NOTE "/submission/note"
#define RESULT "/submission/projects/item/results/item"

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
    check_one(&session, expression, text, expected);
    session_end(&session);
}

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
        { NOTE, "在职74名。", "" },             /* another unit */
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

    check(tree, cases, COUNT(cases));
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
        check_one(&session, "t:known-figures(note)", cases[i].text,
            cases[i].result);
        check_one(&session, "t:known-figures(//say)", "say",
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
        check_one(&session, "t:known-figures(/submission/note)",
            cases[i].text, cases[i].top);
        check_one(&session, "t:known-figures(//item/note)", cases[i].text,
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
        { "<f type='amount' unit='元' value='555.00'/>", "555元→…" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        char text[TEXT_SIZE * 2];
        struct session session;
        snprintf(text, sizeof text, tree, cases[i].more);
        session_begin(&session, text);
        check_one(&session, "t:known-figures(note)", cases[i].more,
            cases[i].result);
        session_end(&session);
    }
}

static void finds_texts_that_are_nearly_equal(void)
{
    static const char tree[] = "<s>"
        "<p id='a'>全面排查欠薪隐患，依法查处违法行为，全年立案4件。</p>"
        "<p id='b'>坚持落实两金三制，公开举报投诉电话和受理地点。</p>"
        "<p id='c'>全面排查欠薪隐患、依法查处违法行为；全年 立案４件</p>"
        "<p id='d'>全面排查欠薪隐患，依法查处违法行为，全年立案5件。</p>"
        "<p id='e'>依法查处违法行为，全面排查欠薪隐患。</p>"
        "<p id='f'>短的文字一样的</p><p id='g'>短的文字一样的</p>"
        "<p id='h'>目标是<reference>坚持落实两金三制，公开举报投诉电话"
        "和受理地点。</reference></p>"
        "<p id='i'>全年为<reference>1050人</reference>追回工资"
        "<reference>815万元</reference>。</p>"
        "<p id='j'>全年为1050人追回工资815万元。</p>"
        "<p id='k'/></s>";
    static const struct expected cases[] = {
        { "t:twins(p, 90)", "c d j" },
        { "t:twin(p[1])", "" }, { "t:twin(p[3])", "a" },
        { "t:twin(p[4])", "a" }, { "t:twin(p[10])", "i" },
        { "t:twin(none)", "" },
        { "t:twins(p, 100)", "c j" },
        { "t:twin(p[4])", "" },                 /* those of the last call */
        { "t:twins(p, '60')", "c d e j" },
        { "t:twins(p[position() > 1], 90)", "d j" },
        { "t:twin(p[4])", "c" },
        { "t:twins(p[4] | p[3] | p[1], 90)", "c d" },
        { "t:twins(none, 90)", "" },
        { "t:twins(p, 0)", "!" }, { "t:twins(p, 101)", "!" },
        { "t:twins(p, 'many')", "!" }, { "t:twins('p', 90)", "" },
        { "t:twins(p)", "!" }, { "t:twin()", "!" },
    };

    check(tree, cases, COUNT(cases));
}

#define LETTERS 24              /* of a made up text: a to f */
#define TEXTS 120

/* Mostly copies of earlier ones, with a few changes. */
static void make_texts(char text[TEXTS][LETTERS + 1])
{
    unsigned state = 1;

    for (int i = 0; i < TEXTS; i++) {
        for (int k = 0; k < LETTERS; k++) {
            state = state * 1103515245u + 12345u;
            text[i][k] = i > 3 && (state >> 16) % 12 ? text[i / 4][k]
                : (char)('a' + (state >> 20) % 6);
        }
        text[i][LETTERS] = '\0';
    }
}

static bool has_pair(const char *text, char first, char second)
{
    char pair[] = { first, second, '\0' };

    return strstr(text, pair) != NULL;
}

/* By counting, without any index. */
static bool are_alike(const char *a, const char *b, int share)
{
    int sizes = 0, common = 0;

    for (char first = 'a'; first <= 'f'; first++)
        for (char second = 'a'; second <= 'f'; second++) {
            bool in_a = has_pair(a, first, second);
            bool in_b = has_pair(b, first, second);
            sizes += in_a + in_b;
            common += in_a && in_b;
        }
    return 200 * common >= share * sizes;
}

static bool is_like_earlier(char text[TEXTS][LETTERS + 1], int i, int share)
{
    for (int j = 0; j < i; j++)
        if (are_alike(text[i], text[j], share))
            return true;
    return false;
}

/* What a search through all pairs of texts finds is found, and no more. */
static void misses_no_twin(void)
{
    static const int shares[] = { 50, 75, 90, 100 };
    char text[TEXTS][LETTERS + 1];
    struct buffer tree = BUFFER_EMPTY;
    struct session session;

    make_texts(text);
    buffer_add_string(&tree, "<s>");
    for (int i = 0; i < TEXTS; i++)
        buffer_printf(&tree, "<p id='%d'>%s</p>", i, text[i]);
    buffer_add_string(&tree, "</s>");
    session_begin(&session, buffer_string(&tree));
    for (size_t k = 0; k < COUNT(shares); k++) {
        struct buffer expected = BUFFER_EMPTY;
        char expression[64];
        for (int i = 0; i < TEXTS; i++)
            if (is_like_earlier(text, i, shares[k]))
                buffer_printf(&expected, "%s%d", expected.length ? " " : "",
                    i);
        snprintf(expression, sizeof expression, "t:twins(p, %d)", shares[k]);
        check_one(&session, expression, "made up texts",
            buffer_string(&expected));
        buffer_free(&expected);
    }
    session_end(&session);
    buffer_free(&tree);
}

static void tells_how_much_is_covered(void)
{
    static const char tree[] = "<s>"
        "<p id='a'>完成征缴任务</p><p id='b'>建立监管机制</p>"
        "<p id='c'>建立<reference>基金</reference>监管机制</p><p id='d'/>"
        "</s>";
    static const struct expected cases[] = {
        { "t:overlap('建立监管机制', p)", "100" },
        { "t:overlap('建立监管机制', p[1])", "0" },
        { "t:overlap('立监管机', p[2] | p[1])", "100" },
        { "t:overlap('完成征缴目标', p)", "60" },
        { "t:overlap('完成', '完成了')", "100" },
        { "t:overlap('完，成。', '“完成”')", "100" },
        { "t:overlap(p[3], p[2])", "57" },      /* 4 of 7 */
        { "t:overlap(p[3], none)", "0" },
        { "t:overlap('', p)", "" }, { "t:overlap('完', p)", "" },
        { "t:overlap(p[4], p)", "" }, { "t:overlap(none, p)", "" },
        { "t:overlap('ＡＢ', 'ab')", "100" },
        { "t:overlap('完成')", "!" },
    };

    check(tree, cases, COUNT(cases));
}

static void finds_clauses_that_are_not_covered(void)
{
    static const char tree[] = "<s>"
        "<p id='a'>新增城镇就业4620人</p><p id='b'>开展<reference>技能培训"
        "</reference>12期</p><p id='c'/><p id='d'>新增城镇就业4500人；"
        "开展技能培训；建立监管机制。</p></s>";
    static const struct expected cases[] = {
        { "t:uncovered(p[4], p[1], 50)", "开展技能培训" },
        { "t:uncovered(p[4], p[1] | p[2], 50)", "建立监管机制" },
        { "t:uncovered(p[4], p, 50)", "" },
        { "t:uncovered('新增城镇就业4500人；技能培训', p[1], 50)", "技能培训" },
        { "t:uncovered('就业；培训。', p[1], 50)", "" },     /* too short */
        { "t:uncovered('新增就业；', '城镇新增就业', 100)", "" },
        { "t:uncovered('新增，就业', '城镇新增就业', 100)", "" },
        { "t:uncovered('新增农村就业', '城镇新增就业', 61)", "新增农村就业" },
        { "t:uncovered('新增；就业；增加农户收入!', '新增就业', 1)", "增加农户收入" },
        { "t:uncovered('建立监管机制', p[3], 50)", "" },    /* nothing said */
        { "t:uncovered('建立监管机制', '', 50)", "" },
        { "t:uncovered('', p, 50)", "" }, { "t:uncovered(none, p, 50)", "" },
        { "t:uncovered('建立监管机制', p)", "!" },
    };

    check(tree, cases, COUNT(cases));
}

static void finds_texts_that_stand_twice(void)
{
    static const char tree[] = "<s>"
        "<g id='A'><p id='a'>监测（抽检）合格率</p><q><p id='b'>及时率</p>"
        "</q><p id='c'>监测(抽检) 合格率</p><p id='d'>及时<reference>率"
        "</reference></p><p id='e'/><p id='f'> </p></g>"
        "<g id='B'><p id='g'>及时率</p><p id='h'>率</p></g>"
        "<p id='i'>及时率</p><p id='j'>率</p><p id='k'>率。</p></s>";
    static const struct expected cases[] = {
        { "t:original(//p[@id = 'c'])", "" },           /* not looked for */
        { "t:repeated(//p, //g)", "c d k" },
        { "t:original(//p[@id = 'c'])", "a" },
        { "t:original(//p[@id = 'd'])", "b" },
        { "t:original(//p[@id = 'k'])", "j" },
        { "t:original(//p[@id = 'g'])", "" },           /* another group */
        { "t:repeated(//p, /s)", "c d g i j k" },
        { "t:original(//p[@id = 'g'])", "b" },
        { "t:original(//p[@id = 'k'])", "h" },
        { "t:original(//p[@id = 'a'])", "" },
        { "t:original(none)", "" }, { "t:original('率')", "" },
        { "t:original()", "!" },
        { "t:repeated(//p, /s | //g)", "c d k" },
        { "t:repeated(//p, //g | //q)", "c k" },
        { "t:repeated(//p, none)", "c d g i j k" },
        { "t:repeated(//g[2]/p | //g[1]//p, none)", "c d g" },
        { "t:repeated(//p[1], //g)", "" },
        { "t:repeated(none, //g)", "" }, { "t:repeated('及时率', //g)", "" },
        { "t:repeated(//p)", "!" },
    };

    check(tree, cases, COUNT(cases));
}

struct name_case {
    const char *text, *name;
    int distance;
    const char *wording;
};

static void finds_names_that_are_misspelt(void)
{
    static const struct name_case cases[] = {
        { "用于社会保险基金风险防控工作经费99万元",
            "社保保险基金风险防控工作经费", 1, "社会保险基金风险防控工作经费" },
        { "高标准农由建设", "高标准农田建设", 1, "高标准农由建设" },
        { "高标准农建设项目", "高标准农田建设", 1, "高标准农建设" },
        { "在高标准的农田建设中", "高标准农田建设", 1, "" },
        { "在高标准农田新建设中", "高标准农田建设", 1, "高标准农田新建设" },
        { "高标准农田建设", "高标准农田建设", 1, "" },
        /* A shorter, a longer, another phrase. */
        { "处理劳动人事争议仲裁案件", "劳动人事争议仲裁支出", 2, "" },
        { "标准农田建设", "高标准农田建设", 1, "" },
        { "高标准农田建", "高标准农田建设", 1, "" },
        { "高标准农田建设县级配套", "高标准农田建设", 1, "" },
        { "高标准农田建成", "高标准农田建设", 1, "" },
        { "新标准农田建设", "高标准农田建设", 1, "" },
        { "高标准、农田建设", "高标准农田建设", 1, "" },
        { "高标准农田建设高标农田建设", "高标准农田建设", 1, "高标农田建设" },
        /* How many changes: no more than a third of the name. */
        { "动物疾病预控", "动物疫病防控", 1, "" },
        { "动物疾病预控", "动物疫病防控", 2, "动物疾病预控" },
        { "动员疾病预控", "动物疫病防控", 3, "" },
        { "高标准示例单位工程", "高标准农田建设工程", 4, "" },
        { "动物疾病防控", "动物疫病防控", 0, "" },
        { "动物疾防控", "动物病防控", 1, "" },      /* too short a name */
        /* The nearest one at the first place. */
        { "动物疾病控，动物病防控", "动物疫病防控", 2, "动物疾病控" },
        { "秸秆（综合利用资金", "秸秆（综合）利用资金", 1, "秸秆（综合利用资金" },
        { "", "高标准农田建设", 1, "" }, { "高标准", "", 1, "" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        char expression[512];
        struct session session;
        session_begin(&session, "<s/>");
        snprintf(expression, sizeof expression, "t:near-name('%s', '%s', %d)",
            cases[i].text, cases[i].name, cases[i].distance);
        check_one(&session, expression, "text", cases[i].wording);
        snprintf(expression, sizeof expression,
            "t:meant-name('%s', '%s', %d)", cases[i].text, cases[i].name,
            cases[i].distance);
        check_one(&session, expression, "text",
            *cases[i].wording ? cases[i].name : "");
        session_end(&session);
    }
}

/* What is one of the names is none of the others misspelt. */
static void knows_all_names(void)
{
    static const char tree[] = "<s>"
        "<n>农村道路建设一期</n><n>农村道路建设二期</n><n>高标准农田建设</n>"
        "<n>高标准农田建设</n><n>短名</n>"
        "<p>农村道路建设二期</p><p>农村道路建没二期</p>"
        "<p>高标农田建设，农村道路建没一期</p>"
        "<p><reference>农村道路建没</reference>一期</p>"
        "</s>";
    static const struct expected cases[] = {
        { "t:near-name(p[1], n, 1)", "" },
        { "t:near-name(p[1], n[1], 1)", "农村道路建设二期" },
        { "t:near-name(p[2], n, 1)", "农村道路建没二期" },
        { "t:meant-name(p[2], n, 1)", "农村道路建设二期" },
        { "t:near-name(p[3], n, 1)", "高标农田建设" },
        { "t:meant-name(p[3], n, 1)", "高标准农田建设" },
        { "t:near-name(p[3], n[1], 1)", "农村道路建没一期" },
        { "t:near-name(p[4], n, 1)", "" },      /* not typed */
        { "t:near-name(string(p[4]), n, 1)", "农村道路建没一期" },
        { "t:near-name(p[2], none, 1)", "" },
        { "t:near-name(none, n, 1)", "" },
        { "t:near-name(p[2], string(n[2]), '1')", "农村道路建没二期" },
        { "t:near-name(p[2], 7, 1)", "!" },
        { "t:near-name(p[2], n, -1)", "!" },
        { "t:near-name(p[2], n, 'few')", "!" },
        { "t:near-name(p[2], n)", "!" },
    };

    check(tree, cases, COUNT(cases));
}

static void finds_the_rarer_of_two_wordings(void)
{
    static const char tree[] = "<s>"
        "<p id='a'>坚持落实“两金三制”</p><p id='b'>落实“二金三制”各项规定</p>"
        "<p id='c'>两金三制，分值与权重</p>"
        "<p id='d'>各项权重</p><p id='e'>指标分值</p>"
        "<p id='f'>按<reference>二金三制</reference>办理</p>"
        "<p id='g'>社会保险服务，社保</p><p id='h'>社保</p></s>";
    static const char all[] = "'两金三制=二金三制 分值=权重'";
    static const struct { const char *nodes, *pairs, *found; } cases[] = {
        { "p", "'两金三制=二金三制'", "b" },
        { "p", "'二金三制=两金三制'", "b" },
        { "p", "'分值=权重'", "c d" },          /* both twice: the second */
        { "p", "'权重=分值'", "c e" },
        { "p", all, "b c d" },
        { "p[1] | p[3]", "'两金三制=二金三制'", "" },
        { "p[position() > 1 and position() < 7]", "'两金三制=二金三制'",
            "b" },
        { "p", "'社保=社保服务'", "" },
        { "p", "'社会保险=社保'", "g" },
        { "p", "'社会保险服务=社会保险'", "" },  /* only within the other */
        { "p", "''", "" }, { "none", all, "" },
        { "p", "'两金三制'", "!" }, { "p", "'=两金三制'", "!" },
        { "p", "'两金三制='", "!" },
    };
    struct session session;
    char expression[256];

    session_begin(&session, tree);
    for (size_t i = 0; i < COUNT(cases); i++) {
        snprintf(expression, sizeof expression, "t:variant(%s, %s)",
            cases[i].nodes, cases[i].pairs);
        check_one(&session, expression, "tree", cases[i].found);
    }
    check_one(&session, "t:variant-of(p[2], 'a=b')", "none yet", "");
    check_one(&session, "t:variant(p, '两金三制=二金三制 分值=权重')", "tree",
        "b c d");
    check_one(&session, "t:variant-of(p[2], '两金三制=二金三制 分值=权重')",
        "tree", "二金三制≠两金三制");
    check_one(&session, "t:variant-of(p[3], '两金三制=二金三制 分值=权重')",
        "tree", "权重≠分值");
    check_one(&session, "t:variant-of(p[1], '两金三制=二金三制 分值=权重')",
        "tree", "");
    check_one(&session, "t:variant-of(p[2], 'a=b')", "other pairs", "");
    check_one(&session, "t:variant-of(none, 'a=b')", "no node", "");
    check_one(&session, "t:variant(p)", "tree", "!");
    session_end(&session);
}

static void finds_rates_that_differ(void)
{
    static const char tree[] = "<s type='object'>"
        "<year type='year' state='stated' value='2023'/>"
        "<p>法定期限内结案率<reference>100%</reference></p>"
        "<p>劳动争议案件法定期限内结案率达到100%。</p>"
        "<p>调解率61％，覆盖率95%以上；覆盖率由92%提高到99%</p>"
        "<p>验收合格率100%，监测合格率98%</p>"
        "<i><name>培训到位率</name><target>≥95%</target><a>98.7%</a>"
        "<points>10</points></i>"
        "</s>";
    static const struct { const char *text, *result; } cases[] = {
        { "结案率达到90%", "结案率90%≠100%" },
        { "确保案件的结案率≥90％。", "结案率90％≠100%" },
        { "法定期限内结案率为90%", "法定期限内结案率90%≠100%" },
        { "力争全县法定期限内结案率为90%", "法定期限内结案率90%≠100%" },
        { "结案率控制在90%以内", "结案率90%≠100%" },
        { "结案率由90%提高到95%", "" },
        { "结案率提高到95%", "结案率95%≠100%" },
        { "结案率提高5%", "" },         /* by how much, not to how much */
        { "结案率100%", "" }, { "结案率约90%", "" },
        { "调解率不低于61%", "" }, { "调解成功率不低于60%", "" },
        { "调解率和结案率达到90%", "结案率90%≠100%" },
        { "结案率达到90件", "" },
        { "抽查合格率90%", "" }, { "合格率90%", "" },   /* of which? */
        { "验收合格率90%", "验收合格率90%≠100%" },
        { "培训到位率95%", "" }, { "培训到位率98.7%", "" },
        { "培训到位率98%", "培训到位率98%≠95%" },
        { "培训到位率99%", "" },        /* 98.7, rounded */
        { "率90%", "" }, { "", "" },
    };
    char expression[256];
    struct session session;

    session_begin(&session, tree);
    for (size_t i = 0; i < COUNT(cases); i++) {
        snprintf(expression, sizeof expression,
            "t:rate-differs('%s', p | i)", cases[i].text);
        check_one(&session, expression, "tree", cases[i].result);
    }
    check_one(&session, "t:rate-differs('结案率90%', p[3])", "tree", "");
    check_one(&session, "t:rate-differs('结案率90%', none)", "tree", "");
    check_one(&session, "t:rate-differs('结案率90%', 'x')", "tree", "!");
    check_one(&session, "t:rate-differs('结案率90%')", "tree", "!");
    session_end(&session);
}

static void finds_figures_that_differ(void)
{
    static const char tree[] = "<s type='object'>"
        "<year type='year' state='stated' value='2023'/>"
        "<p>全年受理案件<reference>203件</reference>，案外调解22件。"
        "资金支出9.99万元。2022年办理信访360件。</p>"
        "<p>会议费用支出2万元，比上年增加1万元；会议费用支出3万元</p>"
        "<q>受理案件<reference>201件</reference></q>"
        "<v type='number' unit='件' value='203'/>"
        "<v type='number' unit='件' value='199'/></s>";
    static const struct { const char *text, *result; } cases[] = {
        { "受理案件201件", "受理案件201件≠203件" },
        { "受理案件199件", "" },        /* the data has both */
        { "2023年，受理案件201件", "受理案件201件≠203件" },
        { "2022年，受理案件201件", "" },
        { "全年受理案件共201件", "全年受理案件201件≠203件" },
        { "依法受理案件201件", "" },            /* 全年, 依法: the same? */
        { "受理案件203件", "" }, { "受理案件201起", "" },
        { "理案件201件", "" },                  /* too short a label */
        { "受理案件201件，受理案件202件", "" },
        { "受理案件约201件", "" }, { "受理案件200件以上", "" },
        { "资金支出99898元", "" }, { "资金支出99838元", "资金支出99838元≠9.99万元" },
        { "办理信访361件", "" }, { "2022年办理信访361件", "办理信访361件≠360件" },
        { "会议费用支出4万元", "" },            /* two values */
        { "比上年增加2万元", "" },              /* a change is no label */
        { "受理案件2023年", "" },
        { "", "" },
    };
    char expression[256];
    struct session session;

    session_begin(&session, tree);
    for (size_t i = 0; i < COUNT(cases); i++) {
        snprintf(expression, sizeof expression,
            "t:figure-differs('%s', p)", cases[i].text);
        check_one(&session, expression, "tree", cases[i].result);
    }
    check_one(&session, "t:figure-differs(q, p)", "two references", "");
    check_one(&session, "t:figure-differs(string(q), p)", "one reference",
        "受理案件201件≠203件");
    check_one(&session, "t:figure-differs('受理案件201件', q)", "tree", "");
    check_one(&session, "t:figure-differs('受理案件201件')", "tree", "!");
    session_end(&session);
}

/* A set of texts in the size of a file, times the factor, all different. */
static void write_texts(struct buffer *tree, unsigned factor)
{
    unsigned state = 7;

    buffer_add_string(tree, "<s type='object'>");
    for (unsigned i = 0; i < 100 * factor; i++) {
        buffer_printf(tree, "<p id='%u' type='text' state='stated'>", i);
        for (int k = 0; k < 60; k++) {
            state = state * 1664525u + 1013904223u;
            /* Ideographs from 一 on, some much more often than others. */
            unsigned rank = (state >> 8) % 3000 * ((state >> 20) % 1000)
                / 1000;
            unsigned code = 0x4E00 + rank;
            buffer_printf(tree, "%c%c%c", (int)(0xE0 | code >> 12),
                (int)(0x80 | (code >> 6 & 0x3F)), (int)(0x80 | (code & 0x3F)));
        }
        buffer_printf(tree, "，受理案件%u件，结案率%u%%。</p>",
            i, i % 100);
        buffer_printf(tree, "<v type='number' unit='件' value='%u'>%u</v>",
            3 * i, 3 * i);
    }
    buffer_add_string(tree, "</s>");
}

/* Seconds for all functions on a tree of that size. */
static double seconds_for(unsigned factor)
{
    static const char *const expressions[] = {
        "t:twins(p, 90)",
        "count(p[t:known-figures(.)])",
        "count(p[t:unknown-figures(.)])",
        "t:variant(p, '两金三制=二金三制 分值=权重')",
        "count(p[t:near-name(., '高标准农田建设项目资金', 1)])",
    };
    struct buffer tree = BUFFER_EMPTY;
    struct session session;

    write_texts(&tree, factor);
    session_begin(&session, buffer_string(&tree));
    clock_t start = clock();
    for (size_t k = 0; k < COUNT(expressions); k++)
        CU_ASSERT_STRING_NOT_EQUAL(evaluate(&session, expressions[k]), "!");
    double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
    session_end(&session);
    buffer_free(&tree);
    return seconds;
}

/* A square of the size would make 10,000 times; a tree that no cache holds, on
 * a machine that does other things as well, makes a few hundred. */
static void takes_time_in_proportion(void)
{
    double once = seconds_for(1);

    for (int k = 0; k < 4; k++) {       /* the best of five */
        double again = seconds_for(1);
        if (again < once)
            once = again;
    }
    CU_ASSERT(seconds_for(100) < 2000 * once);
}

/* Two contexts do not know of each other. */
static void keeps_files_apart(void)
{
    struct session one, two;

    session_begin(&one, "<s><p id='a'>全面排查欠薪隐患依法查处违法行为</p>"
        "<p id='b'>全面排查欠薪隐患依法查处违法行为</p></s>");
    session_begin(&two, "<s><p id='c'>坚持落实各项规定</p></s>");
    CU_ASSERT_STRING_EQUAL(evaluate(&one, "t:twins(p, 90)"), "b");
    CU_ASSERT_STRING_EQUAL(evaluate(&two, "t:twins(p, 90)"), "");
    CU_ASSERT_STRING_EQUAL(evaluate(&one, "t:twin(p[2])"), "a");
    session_end(&two);
    session_end(&one);
    related_free(NULL);
}

CU_TestInfo related_tests[] = {
    { "finds figures that the data has", finds_figures_that_the_data_has },
    { "refers to what the words call", refers_to_what_the_words_call },
    { "names all equal values or none", names_all_equal_values_or_none },
    { "finds figures that the data lacks",
        finds_figures_that_the_data_lacks },
    { "looks only at what was typed", looks_only_at_what_was_typed },
    { "writes paths that lead back", writes_paths_that_lead_back },
    { "finds texts that are nearly equal",
        finds_texts_that_are_nearly_equal },
    { "misses no twin", misses_no_twin },
    { "tells how much is covered", tells_how_much_is_covered },
    { "finds clauses that are not covered",
        finds_clauses_that_are_not_covered },
    { "finds texts that stand twice", finds_texts_that_stand_twice },
    { "finds names that are misspelt", finds_names_that_are_misspelt },
    { "knows all names", knows_all_names },
    { "finds the rarer of two wordings", finds_the_rarer_of_two_wordings },
    { "finds rates that differ", finds_rates_that_differ },
    { "finds figures that differ", finds_figures_that_differ },
    { "takes time in proportion", takes_time_in_proportion },
    { "keeps files apart", keeps_files_apart },
    CU_TEST_INFO_NULL
};
