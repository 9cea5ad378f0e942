/* Which attachments a set has and which were asked for by name; page models
 * of one and of all. */

#include <CUnit/CUnit.h>
#include <string.h>

#include "7_forms/attachments.h"
#include "3_transform/submission.h"
#include "fixture.h"

static const char page_model[] =
    "<documents xmlns='urn:jixiao:document:1' title='整套' edition='e'>"
    "<attachment id='附件1' kind='附件1' name='表'><p>一</p></attachment>"
    "<attachment id='附件4-1' kind='附件4' name='甲'/>"
    "<attachment id='附件4-2' kind='附件4' name='乙'><p>二</p></attachment>"
    "</documents>";

/* The ids that are left, joined by spaces. */
static const char *ids(xmlDocPtr doc)
{
    static char text[256];
    xmlNodePtr child = xmlFirstElementChild(xmlDocGetRootElement(doc));

    text[0] = '\0';
    for (; child; child = xmlNextElementSibling(child)) {
        strcat(text, node_attribute(child, "id"));
        if (xmlNextElementSibling(child))
            strcat(text, " ");
    }
    return text;
}

static void reports_what_a_page_model_lacks(void)
{
    static const struct { const char *xml, *reason, *chinese; }
    cases[] = {
        { "<documents title='t' file='f'/>", "no attachment",
            "里面没有附件" },
        { "<documents title='t'><attachment id='a' kind='k' name='n' "
            "file='f' src=''/></documents>", "<documents> without file",
            "<documents> 没有 file" },
        { "<documents title='t' file='f'><attachment id='a' kind='k' "
            "file='f' src=''/></documents>", "<attachment> without name",
            "<attachment> 没有 name" },
        { "<documents title='t' file='f'><attachment id='a' kind='k' "
            "name='n' file='f'/></documents>", "<attachment> without src",
            "<attachment> 没有 src" },
    };
    struct findings *findings = findings_new();
    xmlDocPtr doc = fixture_xml("<documents title='t' file='f'>"
        "<attachment id='a' kind='k' name='n' file='f' src=''/>"
        "</documents>");

    CU_ASSERT_TRUE(attachments_are_complete(doc, findings));
    xmlFreeDoc(doc);
    for (size_t i = 0; i < COUNT(cases); i++) {
        doc = fixture_xml(cases[i].xml);
        CU_ASSERT_FALSE(attachments_are_complete(doc, findings));
        CU_ASSERT_EQUAL_FATAL(findings_count(findings), i + 1);
        CU_ASSERT_PTR_NOT_NULL(strstr(fixture_sentence(findings, i,
            LANGUAGE_EN), cases[i].reason));
        CU_ASSERT_PTR_NOT_NULL(strstr(fixture_sentence(findings, i,
            LANGUAGE_ZH), cases[i].chinese));
        xmlFreeDoc(doc);
    }
    /* All that the first lacks at once, and no tree at all. */
    doc = fixture_xml("<documents><attachment/><attachment/></documents>");
    CU_ASSERT_FALSE(attachments_are_complete(doc, findings));
    CU_ASSERT_EQUAL(findings_count(findings), COUNT(cases) + 2);
    xmlFreeDoc(doc);
    doc = xmlNewDoc(BAD_CAST "1.0");
    CU_ASSERT_FALSE(attachments_are_complete(doc, findings));
    CU_ASSERT_EQUAL(findings_worst(findings), LEVEL_SYSTEM);
    xmlFreeDoc(doc);
    findings_free(findings);
}

static void leaves_in_what_the_list_names(void)
{
    static const struct { const char *only, *left; } cases[] = {
        { "附件1", "附件1" }, { "附件4-2", "附件4-2" },
        { "附件4", "附件4-1 附件4-2" },         /* by kind */
        { "附件1,附件4-2", "附件1 附件4-2" },
        { "附件4-2，附件1", "附件1 附件4-2" },    /* the order of the set */
        { "附件1、附件4-1", "附件1 附件4-1" },
        { "附件1,附件4-1，附件4-2", "附件1 附件4-1 附件4-2" },
        { "附件1,附件1", "附件1" }, { "附件1,", "附件1" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct findings *findings = findings_new();
        xmlDocPtr doc = fixture_xml(page_model);
        CU_ASSERT_TRUE(attachments_are_known(doc, cases[i].only, findings));
        attachments_select(doc, cases[i].only);
        CU_ASSERT_STRING_EQUAL(ids(doc), cases[i].left);
        CU_ASSERT_EQUAL(findings_count(findings), 0);
        xmlFreeDoc(doc);
        findings_free(findings);
    }
}

static void prints_a_list_between_commas(void)
{
    static const struct { const char *list, *printed; } cases[] = {
        { "", "," }, { "附件1", ",附件1," },
        { "附件1，附件4-2、附件5,x", ",附件1,附件4-2,附件5,x," },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct buffer out = BUFFER_EMPTY;
        attachments_print(cases[i].list, &out);
        CU_ASSERT_STRING_EQUAL(buffer_string(&out), cases[i].printed);
        buffer_free(&out);
    }
}

static void reports_names_that_are_unknown(void)
{
    static const struct { const char *only; size_t count; const char *name; }
    cases[] = {
        { "附件9", 1, "\"附件9\"" }, { "附件", 1, "\"附件\"" },
        { "附件1,附件9", 1, "\"附件9\"" }, { "x、y", 2, "\"x\"" },
        { ",附件1", 1, "(empty)" }, { "附件1,,附件1", 1, "(empty)" },
        { "", 1, "(empty)" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct findings *findings = findings_new();
        xmlDocPtr doc = fixture_xml(page_model);
        CU_ASSERT_FALSE(attachments_are_known(doc, cases[i].only,
            findings));
        CU_ASSERT_EQUAL_FATAL(findings_count(findings), cases[i].count);
        const struct finding *finding = findings_get(findings, 0);
        CU_ASSERT_STRING_EQUAL(finding->code, "U001");
        CU_ASSERT_EQUAL(finding->level, LEVEL_USAGE);
        CU_ASSERT_PTR_NOT_NULL(strstr(finding->text[LANGUAGE_EN],
            cases[i].name));
        CU_ASSERT_PTR_NOT_NULL(strstr(finding->text[LANGUAGE_EN],
            "known: 附件1, 附件4-1, 附件4-2"));
        CU_ASSERT_STRING_EQUAL(ids(doc), "附件1 附件4-1 附件4-2");
        xmlFreeDoc(doc);
        findings_free(findings);
    }
}

static void tells_whether_one_is_listed(void)
{
    static const struct { const char *list; bool first, second; } cases[] = {
        { "附件1", true, false }, { "附件4", false, true },
        { "附件4-1", false, true }, { "附件4-2，附件1", true, false },
        { "附件", false, false }, { "", false, false },
        { "附件11", false, false },
    };
    xmlDocPtr doc = fixture_xml(page_model);
    xmlNodePtr first = xmlFirstElementChild(xmlDocGetRootElement(doc));
    xmlNodePtr second = xmlNextElementSibling(first);

    for (size_t i = 0; i < COUNT(cases); i++) {
        CU_ASSERT_EQUAL(attachment_is_listed(first, cases[i].list),
            cases[i].first);
        CU_ASSERT_EQUAL(attachment_is_listed(second, cases[i].list),
            cases[i].second);
    }
    xmlFreeDoc(doc);
}

static void copies_one_with_what_is_around_it(void)
{
    xmlDocPtr doc = fixture_xml(page_model);
    xmlNodePtr first = xmlFirstElementChild(xmlDocGetRootElement(doc));
    xmlDocPtr alone = attachment_alone(first);

    CU_ASSERT_PTR_NOT_NULL_FATAL(alone);
    CU_ASSERT_STRING_EQUAL(fixture_xpath(alone, "concat(/*/@title, ' ',"
        "/*/@edition, ' ', /*/*/@id, ' ', /*/*/@name, ' ', /*/*/*)"),
        "整套 e 附件1 表 一");
    /* The copy outlives what it was made of, which is as it was. */
    CU_ASSERT_STRING_EQUAL(ids(doc), "附件1 附件4-1 附件4-2");
    xmlFreeDoc(doc);
    CU_ASSERT_STRING_EQUAL(ids(alone), "附件1");
    CU_ASSERT_STRING_EQUAL((const char *)xmlFirstElementChild(
        xmlDocGetRootElement(alone))->ns->href, "urn:jixiao:document:1");
    xmlFreeDoc(alone);
}

CU_TestInfo attachments_tests[] = {
    {"are reported where their page model lacks something",
        reports_what_a_page_model_lacks},
    {"are left in where the list names them", leaves_in_what_the_list_names},
    {"have names that are printed between commas",
        prints_a_list_between_commas},
    {"are reported where their names are unknown",
        reports_names_that_are_unknown},
    {"are told from those that are not listed",
        tells_whether_one_is_listed},
    {"are copied with what is around them",
        copies_one_with_what_is_around_it},
    CU_TEST_INFO_NULL
};
