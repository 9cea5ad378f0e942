/* Places of submission.xml as a person says them, and as pointers. */

#include <CUnit/CUnit.h>
#include <libxml/xpath.h>
#include <stdlib.h>
#include <string.h>

#include "3_transform/where.h"
#include "fixture.h"

/* All kinds of places that forms have; a leaf has a type that is a value's. */
static const char tree[] = "<submission label='整套' type='object'>"
    "<year label='年度' type='year'>2023</year>"
    "<previous_year label='上年度' type='year'/>"
    "<filing label='填报信息' type='object'>"
    "<person label='填报人' type='text'>张三</person></filing>"
    "<plain type='object'><leaf type='text'/></plain>"
    /* 附件1 */
    "<money label='经费' type='object' attachment='附件1'>"
    "<cars label='其中： 公车购置' title='公车购置' type='object'>"
    "<previous label='上年' place='{previous_year}年决算数' type='amount'/>"
    "<final label='决算数' place='{year}年决算数' type='amount'>3</final>"
    "<odd place='{year' type='amount'/><twice place='{year}/{year}' "
    "type='amount'/><none place='{nothing}列' type='amount'/>"
    "<blank place='{nothing|上}年{year|本}' type='amount'/>"
    "<root place='{}{money}' type='amount'/></cars>"
    "<total label='合计' type='amount'>3</total>"
    "<office label='办公' type='object'><total label='其中： 办公' title='办公' "
    "type='object'><final label='决算数' type='amount'/></total>"
    "<sum label='办公' type='amount'/></office></money>"
    "<buildings label='楼堂馆所' type='list' attachment='附件1'>"
    "<item label='楼堂馆所' label-from='name' type='object'><area label='面积' type='number'/>"
    "</item></buildings>"
    "<measures label='措施' type='text' attachment='附件1'>厉行节约</measures>"
    /* An object named like its attachment says nothing more. */
    "<table label='附件2 部门自评表' type='object' attachment='附件2'>"
    "<head label='单位' type='text'/><funds label='资金' type='object'>"
    "<score label='得分' type='number'/></funds>"
    "<quality label='质量指标' type='list'>"
    "<item label='合格率{{a}}' label-from='name' key='合格率{{a}}' "
    "type='object'><name label='三级指标' type='text'>合格率<reference>98%"
    "</reference></name><actual label='完成值' type='text'/></item>"
    "<item label='一二三四五六七八九十一二三四五六七八九十一二三四五' key='b' "
    "type='object'><name label='三级指标' type='text'/></item>"
    "<item label='名' label-from='name' key='c' type='object'>"
    "<name label='三级指标' type='text'/></item>"
    "<item label='项' label-from='name' type='object'>"
    "<name label='三级指标' type='text'/></item>"
    "</quality></table>"
    /* A report: headings and paragraphs. */
    "<report label='附件3 报告' type='object' attachment='附件3'>"
    "<overview label='概况' outline='required' type='list'>"
    "<item type='text'>本单位内设科室十二个，下属单位三个。</item>"
    "<item type='text'/><item type='object'><title type='text'>基本情况"
    "</title></item></overview></report>"
    "<notes label='附注' type='list' attachment='附件3'>"
    "<item type='list' label='段落'><item label='句' type='text'>甲乙</item>"
    "</item></notes>"
    /* Entries that attachments are made of. */
    "<projects label='项目' type='list'>"
    "<item label='公路' key='road' type='object' attachment='附件4'>"
    "<unit label='实施单位' type='text'/><funds label='资金' type='object'>"
    "<score label='得分' type='number'/></funds>"
    "<facts label='事实' type='map' attachment='附件5'>"
    "<cases label='件数' type='object'><label type='text'>受理案件</label>"
    "<value label='受理案件' label-from='label' type='number'>4</value>"
    "</cases></facts></item>"
    "<item label='水渠' key='canal' type='object' attachment='附件4'/>"
    "</projects></submission>";

static xmlNodePtr find(xmlDocPtr doc, const char *path)
{
    xmlXPathContextPtr context = xmlXPathNewContext(doc);
    xmlXPathObjectPtr found = xmlXPathEvalExpression(BAD_CAST path, context);

    CU_ASSERT_FATAL(found && found->nodesetval->nodeNr == 1);
    xmlNodePtr node = found->nodesetval->nodeTab[0];
    xmlXPathFreeObject(found);
    xmlXPathFreeContext(context);
    return node;
}

static void says_where_an_element_is(void)
{
    static const struct { const char *path, *place, *attachment; } cases[] = {
        { "/submission", "", NULL },            /* it is the whole set */
        { "/submission/year", "年度", NULL },
        { "//filing", "“填报信息”", NULL },
        { "//person", "“填报信息” 填报人", NULL },
        { "//plain", "“plain”", NULL },
        { "//leaf", "“plain” leaf", NULL },
        /* Rows by the title without what the form puts before it, columns by
         * what they are called in words. */
        { "//money", "附件1 “经费”", "附件1" },
        { "//cars", "附件1 “经费”“公车购置”", "附件1" },
        { "//cars/final", "附件1 “公车购置” 2023年决算数", "附件1" },
        { "//cars/previous", "附件1 “公车购置” 年决算数", "附件1" },
        { "//odd", "附件1 “公车购置” 2023", "附件1" },
        { "//twice", "附件1 “公车购置” 2023/2023", "附件1" },
        { "//none", "附件1 “公车购置” 列", "附件1" },
        { "//blank", "附件1 “公车购置” 上年2023", "附件1" },
        /* A total that is called like the whole. */
        { "//office", "附件1 “经费”“办公”", "附件1" },
        { "//office/total", "附件1 “办公”", "附件1" },
        { "//office/total/final", "附件1 “办公” 决算数", "附件1" },
        { "//office/sum", "附件1 办公", "附件1" },
        { "//money/total", "附件1 “经费” 合计", "附件1" },
        { "//buildings", "附件1 “楼堂馆所”", "附件1" },
        /* An entry that lacks its name is no paragraph. */
        { "//buildings/item", "附件1 楼堂馆所第1项", "附件1" },
        { "//area", "附件1 楼堂馆所第1项 面积", "附件1" },
        { "//measures", "附件1 措施", "附件1" },
        /* One that is the attachment is not said twice. */
        { "//table", "附件2", "附件2" },
        { "//report", "附件3", "附件3" },
        { "//head", "附件2 单位", "附件2" },
        { "//table/funds/score", "附件2 “资金” 得分", "附件2" },
        /* Entries by what their name prints, cut where it is long, or by
         * their number. */
        { "//quality", "附件2 “质量指标”", "附件2" },
        { "//quality/item[1]", "附件2 质量指标“合格率98%”", "附件2" },
        { "//quality/item[1]/actual", "附件2 质量指标“合格率98%” 完成值",
            "附件2" },
        { "//quality/item[2]/name", "附件2 质量指标“一二三四五六七八九十"
            "一二三四五六七八九十一二三四…” 三级指标", "附件2" },
        { "//quality/item[3]", "附件2 质量指标“名”", "附件2" },
        { "//quality/item[4]/name", "附件2 质量指标第4项 三级指标", "附件2" },
        /* Paragraphs by their heading and their first words. */
        { "//overview", "附件3 “概况”", "附件3" },
        { "//overview/item[1]", "附件3 “概况” “本单位内设科室十二个，下…”",
            "附件3" },
        { "//overview/item[2]", "附件3 “概况”", "附件3" },
        { "//overview/item[3]", "附件3 “概况”", "附件3" },
        { "//overview/item[3]/title", "附件3 “概况” “基本情况”", "附件3" },
        { "//notes/item/item", "附件3 “附注” “甲乙”", "附件3" },
        /* Projects have attachments of their own. */
        { "//projects", "“项目”", NULL },
        { "//projects/item[1]", "附件4（公路）", "附件4" },
        { "//projects/item[2]", "附件4（水渠）", "附件4" },
        { "//unit", "附件4（公路） 实施单位", "附件4" },
        { "//projects//score", "附件4（公路） “资金” 得分", "附件4" },
        { "//facts", "附件5（公路） “事实”", "附件5" },
        { "//cases", "附件5（公路） “事实”“件数”", "附件5" },
        /* A label from beside it says it all. */
        { "//cases/value", "附件5（公路） 受理案件", "附件5" },
    };
    xmlDocPtr doc = fixture_xml(tree);

    for (size_t i = 0; i < COUNT(cases); i++) {
        xmlNodePtr node = find(doc, cases[i].path);
        const char *attachment = where_attachment(node);
        struct buffer out = BUFFER_EMPTY;
        where_print(node, &out);
        CU_ASSERT_STRING_EQUAL(buffer_string(&out), cases[i].place);
        CU_ASSERT_EQUAL(attachment != NULL, cases[i].attachment != NULL);
        if (attachment && cases[i].attachment)
            CU_ASSERT_STRING_EQUAL(attachment, cases[i].attachment);
        buffer_free(&out);
    }
    xmlFreeDoc(doc);
}

static void print_all(xmlNodePtr node, struct buffer *out)
{
    buffer_clear(out);
    where_print(node, out);
    CU_ASSERT_EQUAL(out->length, 0);
    for (xmlNodePtr child = xmlFirstElementChild(node); child;
        child = xmlNextElementSibling(child))
        print_all(child, out);
}

/* A buffer that lacked memory once has room, but takes nothing more. */
static void writes_nothing_where_memory_ran_out(void)
{
    xmlDocPtr doc = fixture_xml(tree);
    struct buffer out = BUFFER_EMPTY;

    buffer_add_string(&out, "earlier");
    out.failed = true;
    print_all(xmlDocGetRootElement(doc), &out);
    buffer_free(&out);
    xmlFreeDoc(doc);
}

static void follows_pointers(void)
{
    static const struct { const char *pointer, *path; } cases[] = {
        { "", "/submission" }, { "/year", "/submission/year" },
        { "/money/cars/final", "//cars/final" },
        { "/buildings/0/area", "//area" },
        { "/table/quality/3/name", "//quality/item[4]/name" },
        { "/notes/0/0", "//notes/item/item" },
        { "/projects/0/facts/cases/value", "//cases/value" },
        /* These lead nowhere. */
        { "/", NULL }, { "//", NULL }, { "/yea", NULL }, { "/years", NULL },
        { "/year/", NULL }, { "/year/0", NULL }, { "/money//cars", NULL },
        { "/money/cars/final/", NULL }, { "/buildings/1", NULL },
        { "/buildings/", NULL }, { "/buildings/item", NULL },
        { "/buildings/-", NULL }, { "/buildings/-1", NULL },
        { "/buildings/+0", NULL }, { "/buildings/ 0", NULL },
        { "/buildings/0x0", NULL }, { "/buildings/0/area/0", NULL },
        { "/buildings/99999999999999999999999", NULL },
        { "/projects/road", NULL },
    };
    xmlDocPtr doc = fixture_xml(tree);

    for (size_t i = 0; i < COUNT(cases); i++)
        CU_ASSERT_PTR_EQUAL(where_find(doc, cases[i].pointer),
            cases[i].path ? find(doc, cases[i].path) : NULL);
    xmlFreeDoc(doc);
}

CU_TestInfo where_tests[] = {
    {"says where an element is", says_where_an_element_is},
    {"writes nothing where memory ran out",
        writes_nothing_where_memory_ran_out},
    {"follows pointers", follows_pointers},
    CU_TEST_INFO_NULL
};
