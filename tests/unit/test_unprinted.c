/* Stated values that no form prints. */

#include <CUnit/CUnit.h>
#include <stdio.h>

#include "3_transform/submission.h"
#include "9_bundle/unprinted.h"
#include "fixture.h"

/* A sentence of text, a form with two lines, a list, and what no form has. */
static const char schema[] = "{'properties': {"
    "'form': {'title': '甲表', 'x-form': '附件1', 'properties': {"
    " 'a': {'title': '甲', 'x-type': 'amount', 'x-unit': '万元'},"
    " 'b': {'title': '乙', 'x-type': 'amount', 'x-unit': '万元'},"
    " 'note': {'title': '注', 'x-type': 'text', 'x-printed': 'none'}}},"
    "'text': {'title': '正文', 'x-type': 'text', 'x-form': '附件3'},"
    "'names': {'title': '机构', 'x-form': '附件3', 'x-printed': 'text',"
    " 'items': {'x-type': 'text'}},"
    "'fact': {'title': '事实', 'x-type': 'count', 'x-printed': 'text'},"
    "'id': {'title': '代号', 'x-type': 'token'},"
    "'other': {'title': '其他', 'x-type': 'count'}}}";

/* The codes and pointers of what is found of data that is printed so. */
static void check(const char *data, const char *values, const char *found)
{
    struct fixture_set set;
    char documents[1024];

    fixture_set_begin(&set, schema, data);
    snprintf(documents, sizeof documents,
        "<documents xmlns='urn:jixiao:document:1'><attachment>%s"
        "</attachment></documents>", values);
    xmlDocPtr printed = fixture_xml(documents);
    CU_ASSERT_TRUE(unprinted_report(set.doc, printed, set.json,
        set.findings));
    CU_ASSERT_STRING_EQUAL(fixture_codes(set.findings), found);
    xmlFreeDoc(printed);
    fixture_set_end(&set);
}

static void finds_what_a_form_leaves_out(void)
{
    static const struct { const char *data, *values, *found; } cases[] = {
        { "{'form': {'a': 1, 'b': 2}}",
            "<value src='/form/a'>1</value><value src='/form/b'>2</value>",
            "" },
        { "{'form': {'a': 1, 'b': 2}}", "<value src='/form/a'>1</value>",
            "V011 1:24 /form/b" },
        /* All that is in a row: one finding. */
        { "{'form': {'a': 1, 'b': 2}}", "", "V011 1:10 /form" },
        { "{'form': {'a': 1}}", "", "V011 1:16 /form/a" },
        /* A cell that is there and empty prints nothing. */
        { "{'form': {'a': 1}}", "<value src='/form/a'> </value>",
            "V011 1:16 /form/a" },
        { "{'form': {'a': 1}}",
            "<value src='/form/a'/><value src='/form/a'>10000</value>", "" },
        /* A blank needs no print, nor what the form has no place for. */
        { "{'form': {'a': null}}", "", "" }, { "{'form': null}", "", "" },
        { "{'form': {'note': '略'}}", "", "" },
    };

    for (size_t i = 0; i < COUNT(cases); i++)
        check(cases[i].data, cases[i].values, cases[i].found);
}

static void wants_texts_as_a_whole(void)
{
    static const struct { const char *data, *values, *found; } cases[] = {
        { "{'text': '一二三'}", "<value src='/text'>一二三</value>", "" },
        { "{'text': '一二三'}", "<value src='/text'>一二</value>",
            "V011 1:10 /text" },
        { "{'text': '一二三'}", "<value src='/text'>一<value src='/x'>二"
            "</value>三</value>", "" },
        { "{'text': '一\\n二'}", "<value src='/text'>一<break/>二</value>",
            "" },
        { "{'text': '一二三'}", "<value src='/text'>一</value>"
            "<value src='/text'>一二三。</value>", "" },
    };

    for (size_t i = 0; i < COUNT(cases); i++)
        check(cases[i].data, cases[i].values, cases[i].found);
}

static void hints_at_what_no_text_refers_to(void)
{
    static const struct { const char *data, *values, *found; } cases[] = {
        { "{'fact': 3}", "", "R009 1:10 /fact" },
        /* Nor does the schema say where these are printed. */
        { "{'other': 3}", "", "R009 1:11 /other" },
        { "{'id': 'a'}", "", "" },
        { "{'fact': 3}", "<value src='/text'>有<value src='/fact'>3件"
            "</value></value>", "" },
        { "{'names': ['甲股', '乙股']}", "", "R009 1:11 /names" },
        { "{'names': ['甲股', '乙股']}",
            "<value src='/names'>甲股、乙股</value>", "" },
        /* Their number does not name them. */
        { "{'names': ['甲股', '乙股']}", "<value src='/names'>2个</value>",
            "R009 1:11 /names" },
        { "{'names': ['甲股', '乙股']}",
            "<value src='/names/1'>乙股</value>", "R009 1:12 /names/0" },
    };

    for (size_t i = 0; i < COUNT(cases); i++)
        check(cases[i].data, cases[i].values, cases[i].found);
}

/* What a formula gave is printed, too; what no text refers to is no loss. */
static void looks_at_what_formulas_give(void)
{
    struct fixture_set set;
    xmlDocPtr printed = fixture_xml("<documents/>");
    const struct decimal value = { 100, 0, false };

    fixture_set_begin(&set, schema, "{'form': {}}");
    xmlNodePtr root = xmlDocGetRootElement(set.doc);
    xmlNodePtr leaves[] = { node_child(node_child(root, "form"), "b"),
        node_child(root, "fact") };
    for (size_t k = 0; k < COUNT(leaves); k++) {
        CU_ASSERT_TRUE(node_set_figure(leaves[k], value, set.style));
        CU_ASSERT_TRUE(node_set_attribute(leaves[k], "state", "derived"));
    }
    unprinted_report(set.doc, printed, set.json, set.findings);
    CU_ASSERT_STRING_EQUAL(fixture_codes(set.findings), "V011 1:10 /form/b");
    /* A second look says nothing twice. */
    unprinted_report(set.doc, printed, set.json, set.findings);
    CU_ASSERT_EQUAL(findings_count(set.findings), 1);
    xmlFreeDoc(printed);
    fixture_set_end(&set);
}

CU_TestInfo unprinted_tests[] = {
    {"finds what a form leaves out", finds_what_a_form_leaves_out},
    {"wants texts as a whole", wants_texts_as_a_whole},
    {"hints at what no text refers to", hints_at_what_no_text_refers_to},
    {"looks at what formulas give", looks_at_what_formulas_give},
    CU_TEST_INFO_NULL
};
