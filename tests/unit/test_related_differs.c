/* Rates and figures that two texts give differently under one label. */

#include <CUnit/CUnit.h>
#include <stdio.h>

#include "related_fixture.h"

struct differing {
    const char *text, *result;
};

/* What a function says of a text beside nodes of the tree. */
static void check_text(struct session *session, const char *function,
    const char *nodes, const struct differing *one)
{
    char expression[256];

    snprintf(expression, sizeof expression, "t:%s('%s', %s)", function,
        one->text, nodes);
    session_check(session, expression, "tree", one->result);
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
    static const struct differing cases[] = {
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
    struct session session;

    session_begin(&session, tree);
    for (size_t i = 0; i < COUNT(cases); i++)
        check_text(&session, "rate-differs", "p | i", &cases[i]);
    session_check(&session, "t:rate-differs('结案率90%', p[3])", "tree", "");
    session_check(&session, "t:rate-differs('结案率90%', none)", "tree", "");
    session_check(&session, "t:rate-differs('结案率90%', 'x')", "tree", "!");
    session_check(&session, "t:rate-differs('结案率90%')", "tree", "!");
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
    static const struct differing cases[] = {
        { "受理案件201件", "受理案件201件≠203件" },
        { "受理案件199件", "" },        /* the data has both */
        { "2023年，受理案件201件", "受理案件201件≠203件" },
        { "2022年，受理案件201件", "" },
        { "全年受理案件共201件", "全年受理案件201件≠203件" },
        { "依法受理案件201件", "" },            /* 全年, 依法: the same? */
        { "受理案件203件", "" }, { "受理案件201户", "" },
        { "受理案件201起", "受理案件201起≠203件" },     /* the same unit */
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
    struct session session;

    session_begin(&session, tree);
    for (size_t i = 0; i < COUNT(cases); i++)
        check_text(&session, "figure-differs", "p", &cases[i]);
    session_check(&session, "t:figure-differs(q, p)", "two references", "");
    session_check(&session, "t:figure-differs(string(q), p)", "one reference",
        "受理案件201件≠203件");
    session_check(&session, "t:figure-differs('受理案件201件', q)", "tree", "");
    session_check(&session, "t:figure-differs('受理案件201件')", "tree", "!");
    session_check(&session, "t:stated-otherwise(p, p, p)", "no entries", "");
    session_check(&session, "t:stated-otherwise('a', p, p)", "no node", "!");
    session_check(&session, "t:stated-otherwise(p, 'a', p)", "no cells", "!");
    session_check(&session, "t:stated-otherwise(p, p)", "no results", "!");
    session_check(&session, "t:called-otherwise(p, z)", "no value", "");
    session_check(&session, "t:called-otherwise(p, p)", "no unit", "");
    session_check(&session, "t:called-otherwise('a', v)", "no node", "!");
    session_check(&session, "t:called-otherwise(p, 'a')", "no set", "!");
    session_check(&session, "t:denied-otherwise(p, z)", "no value", "");
    session_check(&session, "t:denied-otherwise('a', v)", "no node", "!");
    session_check(&session, "t:denied-otherwise(p, 'a')", "no set", "!");
    session_check(&session, "t:planned-otherwise(p, p, p)", "no entries", "");
    session_check(&session, "t:planned-otherwise('a', p, p)", "no node", "!");
    session_check(&session, "t:called-reached(p, p, p)", "no entries", "");
    session_check(&session, "t:called-reached('a', p, p)", "no node", "!");
    session_check(&session, "t:called-reached(p, 'a', p)", "no cells", "!");
    session_check(&session, "t:called-reached(p, p, 'a')", "no cells", "!");
    session_end(&session);
}

CU_TestInfo related_differs_tests[] = {
    { "finds rates that differ", finds_rates_that_differ },
    { "finds figures that differ", finds_figures_that_differ },
    CU_TEST_INFO_NULL
};
