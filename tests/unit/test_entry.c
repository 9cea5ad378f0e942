/* What formulas and rules have in common in their files, and what is told
 * where one lacks it. */

#include <CUnit/CUnit.h>
#include <stdlib.h>
#include <string.h>

#include "4_formulas/entry.h"
#include "fixture.h"

static const char path[] = "schemas/e/formulas.xml";

static void reads_what_entries_have_in_common(void)
{
    struct findings *findings = findings_new();
    xmlDocPtr doc = fixture_xml("<formulas>\n<formula code='A04' "
        "target='t'>\n<zh>和</zh><en>sum</en><note>注</note><note>2</note>"
        "<none/></formula></formulas>");
    xmlNodePtr element = xmlFirstElementChild(xmlDocGetRootElement(doc));
    struct entry entry;

    CU_ASSERT_TRUE(entry_read(&entry, element, path, NULL, findings));
    CU_ASSERT_STRING_EQUAL(entry.text[LANGUAGE_ZH], "和");
    CU_ASSERT_STRING_EQUAL(entry.text[LANGUAGE_EN], "sum");
    CU_ASSERT_STRING_EQUAL(entry.origin.path, path);
    CU_ASSERT_STRING_EQUAL(entry.origin.code, "A04");
    CU_ASSERT_EQUAL(entry.origin.line, 2);
    CU_ASSERT_STRING_EQUAL(entry_attribute(&entry, element, "target",
        findings), "t");
    CU_ASSERT_STRING_EQUAL(entry_child_text(element, "note"), "注");
    CU_ASSERT_STRING_EQUAL(entry_child_text(element, "none"), "");
    CU_ASSERT_STRING_EQUAL(entry_child_text(element, "missing"), "");
    CU_ASSERT_EQUAL(findings_count(findings), 0);

    CU_ASSERT_PTR_NULL(entry_attribute(&entry, element, "value", findings));
    CU_ASSERT_STRING_EQUAL(fixture_sentence(findings, 0, LANGUAGE_EN),
        "schemas/e/formulas.xml line 2: A04 lacks value or has it wrong; "
        "complete that row");
    CU_ASSERT_EQUAL(findings_worst(findings), LEVEL_SYSTEM);
    xmlFreeDoc(doc);
    findings_free(findings);
}

/* A check is named by the code of the rule that it belongs to. */
static void takes_a_code_from_around_it(void)
{
    struct findings *findings = findings_new();
    xmlDocPtr doc = fixture_xml("<check code='B2'><zh>和</zh><en>sum</en>"
        "</check>");
    struct entry entry;

    CU_ASSERT_TRUE(entry_read(&entry, xmlDocGetRootElement(doc), path, "A1",
        findings));
    CU_ASSERT_STRING_EQUAL(entry.origin.code, "A1");
    CU_ASSERT_EQUAL(findings_count(findings), 0);
    xmlFreeDoc(doc);
    findings_free(findings);
}

static void reports_what_an_entry_lacks(void)
{
    static const struct { const char *xml, *sentence; } cases[] = {
        { "<f><zh>z</zh><en>e</en></f>",
            "schemas/e/formulas.xml line 1: ? lacks code or has it wrong; "
            "complete that row" },
        { "<f/>",
            "schemas/e/formulas.xml line 1: ? lacks code or has it wrong; "
            "complete that row" },
        { "<f code=''><zh>z</zh><en>e</en></f>",
            "schemas/e/formulas.xml line 1: ? lacks code or has it wrong; "
            "complete that row" },
        { "<f code='A 1'><zh>z</zh><en>e</en></f>",
            "schemas/e/formulas.xml line 1: A 1 lacks code or has it wrong; "
            "complete that row" },
        { "<f code='a1'><zh>z</zh><en>e</en></f>",
            "schemas/e/formulas.xml line 1: a1 lacks code or has it wrong; "
            "complete that row" },
        { "<f code='A1'><en>e</en></f>",
            "schemas/e/formulas.xml line 1: A1 lacks zh or has it wrong; "
            "complete that row" },
        { "<f code='A1'><zh/><en>e</en></f>",
            "schemas/e/formulas.xml line 1: A1 lacks zh or has it wrong; "
            "complete that row" },
        { "<f code='A1'><zh>z</zh></f>",
            "schemas/e/formulas.xml line 1: A1 lacks en or has it wrong; "
            "complete that row" },
        { "<f code='A1'><zh>z</zh><en><b/></en></f>",
            "schemas/e/formulas.xml line 1: A1 lacks en or has it wrong; "
            "complete that row" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct findings *findings = findings_new();
        xmlDocPtr doc = fixture_xml(cases[i].xml);
        struct entry entry;
        CU_ASSERT_FALSE(entry_read(&entry, xmlDocGetRootElement(doc), path,
            NULL, findings));
        CU_ASSERT_STRING_EQUAL(fixture_codes(findings), "V004 0:0");
        CU_ASSERT_STRING_EQUAL(fixture_sentence(findings, 0, LANGUAGE_EN),
            cases[i].sentence);
        xmlFreeDoc(doc);
        findings_free(findings);
    }
}

/* The columns of an element and what is put for them, "a-a|b-b". */
static void puts_every_column_into_a_text(void)
{
    static const struct { const char *xml, *text, *put; } cases[] = {
        { "<f/>", "a", "a" },
        { "<f/>", "a/{column}", "a/" },
        { "<f columns=''/>", "a/{column}", "a/" },
        { "<f columns='  '/>", "a/{column}", "a/" },
        { "<f columns='x'/>", "a", "a" },
        { "<f columns='x'/>", "a/{column}", "a/x" },
        { "<f columns='x y'/>", "{column}-{column}", "x-x|y-y" },
        { "<f columns='  final   change '/>", "a/{column}[1]",
            "a/final[1]|a/change[1]" },
        { "<f columns='x y'/>", "", "|" },
        { "<f columns='x y'/>", "{column} {col} {", "x {col} {|y {col} {" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        xmlDocPtr doc = fixture_xml(cases[i].xml);
        struct columns columns = columns_of(xmlDocGetRootElement(doc));
        char text[128] = "";
        for (size_t k = 0; columns_step(&columns); k++) {
            char *put = columns_put(&columns, cases[i].text);
            CU_ASSERT_PTR_NOT_NULL_FATAL(put);
            strcat(strcat(text, k ? "|" : ""), put);
            free(put);
        }
        CU_ASSERT_STRING_EQUAL(text, cases[i].put);
        xmlFreeDoc(doc);
    }
}

CU_TestInfo entry_tests[] = {
    {"reads what entries have in common", reads_what_entries_have_in_common},
    {"takes a code from around it", takes_a_code_from_around_it},
    {"reports what an entry lacks", reports_what_an_entry_lacks},
    {"puts every column into a text", puts_every_column_into_a_text},
    CU_TEST_INFO_NULL
};
