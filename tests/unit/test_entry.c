#include <CUnit/CUnit.h>
#include <string.h>

#include "4_formulas/entry.h"
#include "fixture.h"

static const char path[] = "schemas/e/formulas.xml";

static void reads_what_entries_have_in_common(void)
{
    struct findings *findings = findings_new();
    xmlDocPtr doc = fixture_xml("<formulas>\n<formula code='A04' "
        "level='warning' target='t'>\n<zh>和</zh><en>sum</en>"
        "<basis>附件1</basis></formula></formulas>");
    xmlNodePtr element = xmlFirstElementChild(xmlDocGetRootElement(doc));
    struct entry entry;

    CU_ASSERT_TRUE(entry_read(&entry, element, path, findings));
    CU_ASSERT_STRING_EQUAL(entry.code, "A04");
    CU_ASSERT_EQUAL(entry.level, LEVEL_WARNING);
    CU_ASSERT_STRING_EQUAL(entry.zh, "和");
    CU_ASSERT_STRING_EQUAL(entry.en, "sum");
    CU_ASSERT_STRING_EQUAL(entry.basis, "附件1");
    CU_ASSERT_STRING_EQUAL(entry.origin.path, path);
    CU_ASSERT_STRING_EQUAL(entry.origin.code, "A04");
    CU_ASSERT_EQUAL(entry.origin.line, 2);
    CU_ASSERT_STRING_EQUAL(entry_attribute(&entry, element, "target",
        findings), "t");
    CU_ASSERT_EQUAL(findings_count(findings), 0);

    CU_ASSERT_PTR_NULL(entry_attribute(&entry, element, "value", findings));
    CU_ASSERT_STRING_EQUAL(fixture_sentence(findings, 0, LANGUAGE_EN),
        "schemas/e/formulas.xml line 2: A04 lacks value or has it wrong; "
        "complete that row");
    CU_ASSERT_EQUAL(findings_worst(findings), LEVEL_SYSTEM);
    xmlFreeDoc(doc);
    findings_free(findings);
}

static void needs_no_basis(void)
{
    struct findings *findings = findings_new();
    xmlDocPtr doc = fixture_xml("<rule code='A1' level='hint'><zh>和</zh>"
        "<en>sum</en></rule>");
    struct entry entry;

    CU_ASSERT_TRUE(entry_read(&entry, xmlDocGetRootElement(doc), path,
        findings));
    CU_ASSERT_STRING_EQUAL(entry.basis, "");
    xmlFreeDoc(doc);
    findings_free(findings);
}

static void reports_what_an_entry_lacks(void)
{
    static const struct { const char *xml, *sentence; } cases[] = {
        { "<f level='error'><zh>z</zh><en>e</en></f>",
            "schemas/e/formulas.xml line 1: ? lacks code or has it wrong; "
            "complete that row" },
        { "<f code='A1'><zh>z</zh><en>e</en></f>",
            "schemas/e/formulas.xml line 1: A1 lacks level or has it wrong; "
            "complete that row" },
        { "<f code='A1' level='fatal'><zh>z</zh><en>e</en></f>",
            "schemas/e/formulas.xml line 1: A1 lacks level or has it wrong; "
            "complete that row" },
        { "<f code='A1' level='error'><en>e</en></f>",
            "schemas/e/formulas.xml line 1: A1 lacks zh or has it wrong; "
            "complete that row" },
        { "<f code='A1' level='error'><zh/><en>e</en></f>",
            "schemas/e/formulas.xml line 1: A1 lacks zh or has it wrong; "
            "complete that row" },
        { "<f code='A1' level='error'><zh>z</zh></f>",
            "schemas/e/formulas.xml line 1: A1 lacks en or has it wrong; "
            "complete that row" },
        { "<f code='A1' level='error'><zh>z</zh><en><b/></en></f>",
            "schemas/e/formulas.xml line 1: A1 lacks en or has it wrong; "
            "complete that row" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct findings *findings = findings_new();
        xmlDocPtr doc = fixture_xml(cases[i].xml);
        struct entry entry;
        CU_ASSERT_FALSE(entry_read(&entry, xmlDocGetRootElement(doc), path,
            findings));
        CU_ASSERT_STRING_EQUAL(fixture_codes(findings), "V004 0:0");
        CU_ASSERT_STRING_EQUAL(fixture_sentence(findings, 0, LANGUAGE_EN),
            cases[i].sentence);
        xmlFreeDoc(doc);
        findings_free(findings);
    }
}

CU_TestInfo entry_tests[] = {
    {"reads what entries have in common", reads_what_entries_have_in_common},
    {"needs no basis", needs_no_basis},
    {"reports what an entry lacks", reports_what_an_entry_lacks},
    CU_TEST_INFO_NULL
};
