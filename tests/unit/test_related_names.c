/* Names that are misspelt, and things spelled in two ways. */

#include <CUnit/CUnit.h>
#include <stdio.h>

#include "related_fixture.h"

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
        /* How many changes: no more than a third of the name, and of a short
         * one in one place. */
        { "重大动物疾病预控", "重大动物疫病防控", 1, "" },
        { "重大动物疾病预控", "重大动物疫病防控", 2, "重大动物疾病预控" },
        { "重大动员疾病预控", "重大动物疫病防控", 3, "" },
        { "动物疾病预控", "动物疫病防控", 2, "" },      /* in two places */
        { "动物疾症防控", "动物疫病防控", 2, "动物疾症防控" },
        { "高标准示例单位工程", "高标准农田建设工程", 4, "" },
        { "动物疾病防控", "动物疫病防控", 0, "" },
        { "动物疾防控", "动物病防控", 1, "" },      /* too short a name */
        /* The nearest one at the first place. */
        { "重大动物疾病控，重大动物病防控", "重大动物疫病防控", 2,
            "重大动物疾病控" },
        { "秸秆（综合利用资金", "秸秆（综合）利用资金", 1, "秸秆（综合利用资金" },
        { "", "高标准农田建设", 1, "" }, { "高标准", "", 1, "" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        char expression[512];
        struct session session;
        session_begin(&session, "<s/>");
        snprintf(expression, sizeof expression, "t:near-name('%s', '%s', %d)",
            cases[i].text, cases[i].name, cases[i].distance);
        session_check(&session, expression, "text", cases[i].wording);
        snprintf(expression, sizeof expression,
            "t:meant-name('%s', '%s', %d)", cases[i].text, cases[i].name,
            cases[i].distance);
        session_check(&session, expression, "text",
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
        { "t:cut-name(p[2], n, 1)", "" },       /* a letter replaced */
        { "t:cut-name(p[3], n, 1)", "高标农田建设" },
        { "t:uncut-name(p[3], n, 1)", "高标准农田建设" },
        { "t:cut-name('高标准农田新大建设', n, 2)", "高标准农田新大建设" },
        { "t:cut-name(p[2], 7, 1)", "!" },
        { "t:near-name(p[2], 7, 1)", "!" },
        { "t:near-name(p[2], n, -1)", "!" },
        { "t:near-name(p[2], n, 'few')", "!" },
        { "t:near-name(p[2], n)", "!" },
    };

    check_tree(tree, cases, COUNT(cases));
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
        session_check(&session, expression, "tree", cases[i].found);
    }
    session_check(&session, "t:variant-of(p[2], 'a=b')", "none yet", "");
    session_check(&session, "t:variant(p, '两金三制=二金三制 分值=权重')", "tree",
        "b c d");
    session_check(&session, "t:variant-of(p[2], '两金三制=二金三制 分值=权重')",
        "tree", "二金三制≠两金三制");
    session_check(&session, "t:variant-of(p[3], '两金三制=二金三制 分值=权重')",
        "tree", "权重≠分值");
    session_check(&session, "t:variant-of(p[1], '两金三制=二金三制 分值=权重')",
        "tree", "");
    session_check(&session, "t:variant-of(p[2], 'a=b')", "other pairs", "");
    session_check(&session, "t:variant-of(none, 'a=b')", "no node", "");
    session_check(&session, "t:variant(p)", "tree", "!");
    session_end(&session);
}

CU_TestInfo related_names_tests[] = {
    { "finds names that are misspelt", finds_names_that_are_misspelt },
    { "knows all names", knows_all_names },
    { "finds the rarer of two wordings", finds_the_rarer_of_two_wordings },
    CU_TEST_INFO_NULL
};
