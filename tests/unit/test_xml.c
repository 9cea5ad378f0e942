/* Files of XML loaded from the resources; entities and DTDs are not
 * followed. */

#include <CUnit/CUnit.h>
#include <libxml/parser.h>
#include <stdio.h>
#include <string.h>

#include "0_base/xml.h"
#include "fixture.h"

static void loads_a_resource_as_a_tree(void)
{
    struct findings *findings = findings_new();
    struct fixture fixture;

    fixture_begin(&fixture);
    fixture_write(&fixture, "schemas/e/rules.xml", "<rules>\n<rule/></rules>");
    xmlDocPtr doc = xml_load(&fixture.resources, "schemas/e/rules.xml",
        findings);
    CU_ASSERT_PTR_NOT_NULL_FATAL(doc);
    CU_ASSERT_STRING_EQUAL((const char *)doc->URL,
        "jixiao:/schemas/e/rules.xml");
    CU_ASSERT_EQUAL(xmlGetLineNo(xmlFirstElementChild(
        xmlDocGetRootElement(doc))), 2);
    CU_ASSERT_EQUAL(findings_count(findings), 0);
    xmlFreeDoc(doc);
    fixture_end(&fixture);
    findings_free(findings);
}

static void loads_what_is_built_in(void)
{
    static const struct resources built_in = { .data_dir = NULL };
    struct findings *findings = findings_new();
    xmlDocPtr doc = xml_load(&built_in, "schemas/common/submission.rng",
        findings);

    CU_ASSERT_PTR_NOT_NULL(doc);
    xmlFreeDoc(doc);
    findings_free(findings);
}

static void shares_a_dictionary_of_the_caller(void)
{
    struct findings *findings = findings_new();
    xmlDictPtr dictionary = xmlDictCreate();
    struct fixture fixture;

    fixture_begin(&fixture);
    fixture_write(&fixture, "a.xml", "<a>  <b/></a>");
    xmlDocPtr doc = xml_load_with(&fixture.resources, "a.xml", dictionary,
        XML_PARSE_NOBLANKS, findings);
    CU_ASSERT_PTR_NOT_NULL_FATAL(doc);
    CU_ASSERT_PTR_EQUAL(doc->dict, dictionary);
    CU_ASSERT_STRING_EQUAL(fixture_element(xmlDocGetRootElement(doc)),
        "<a><b/></a>");
    xmlFreeDoc(doc);
    xmlDictFree(dictionary);
    fixture_end(&fixture);
    findings_free(findings);
}

static void says_what_is_wrong_with_a_file(void)
{
    static const struct { const char *path, *text, *code, *part; } cases[] = {
        { "missing.xml", NULL, "V001", "no such file or folder" },
        { "../passwd", NULL, "V001", "no such file or folder" },
        { "/etc/passwd", NULL, "V001", "no such file or folder" },
        { "a/../../b", NULL, "V001", "no such file or folder" },
        { "folder", "", "V001", "(is a folder)" },
        { "a.xml", "<a>\n<b></a>", "V002", "line 2: Opening and ending tag mismatch" },
        { "a.xml", "<a/><a/>", "V002", "line 1: Extra content" },
        { "a.xml", "<a b='1' b='2'/>", "V002", "line 1: Attribute b" },
        { "a.xml", "", "V002", "line 1: Document is empty" },
        { "a.xml", "<a>\xFF</a>", "V002", "line 1: Input is not proper UTF-8" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct findings *findings = findings_new();
        struct fixture fixture;
        fixture_begin(&fixture);
        fixture_write(&fixture, "folder/file", "");
        if (cases[i].text && strchr(cases[i].path, '.'))
            fixture_write(&fixture, cases[i].path, cases[i].text);
        CU_ASSERT_PTR_NULL(xml_load(&fixture.resources, cases[i].path,
            findings));
        CU_ASSERT_EQUAL_FATAL(findings_count(findings), 1);
        CU_ASSERT_STRING_EQUAL(findings_get(findings, 0)->code,
            cases[i].code);
        CU_ASSERT_PTR_NOT_NULL(strstr(fixture_sentence(findings, 0,
            LANGUAGE_EN), cases[i].part));
        CU_ASSERT_PTR_NULL(strchr(fixture_sentence(findings, 0, LANGUAGE_EN),
            '\n'));
        CU_ASSERT_EQUAL(findings_worst(findings), LEVEL_SYSTEM);
        fixture_end(&fixture);
        findings_free(findings);
    }
}

/* Options that libxslt asks for, and any other, follow nothing either. */
static void follows_no_entity_and_no_dtd(void)
{
    static const int options[] = { 0, XML_PARSE_NOENT,
        XML_PARSE_DTDLOAD | XML_PARSE_DTDATTR,
        XML_PARSE_NOENT | XML_PARSE_DTDLOAD | XML_PARSE_DTDATTR
            | XML_PARSE_DTDVALID | XML_PARSE_XINCLUDE };
    static const char *const documents[] = {
        "<!DOCTYPE a [<!ENTITY e SYSTEM '%s/secret'>]><a>&e;</a>",
        "<!DOCTYPE a [<!ENTITY e SYSTEM 'file://%s/secret'>]><a>&e;</a>",
        "<!DOCTYPE a SYSTEM '%s/secret.dtd'><a/>",
        "<!DOCTYPE a SYSTEM 'file://%s/secret.dtd'><a/>",
        "<!DOCTYPE a [<!ENTITY %% p SYSTEM 'file://%s/secret.dtd'> %%p;]><a/>",
    };
    struct fixture fixture;

    fixture_begin(&fixture);
    fixture_write(&fixture, "secret", "secret");
    fixture_write(&fixture, "secret.dtd",
        "<!ATTLIST a b CDATA 'secret'><!ELEMENT a ANY>");
    for (size_t i = 0; i < COUNT(documents); i++) {
        char text[512];
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
        snprintf(text, sizeof text, documents[i], fixture.path);
#pragma GCC diagnostic pop
        fixture_write(&fixture, "a.xml", text);
        for (size_t k = 0; k < COUNT(options); k++) {
            struct findings *findings = findings_new();
            xmlDocPtr doc = xml_load_with(&fixture.resources, "a.xml", NULL,
                options[k], findings);
            if (doc) {
                CU_ASSERT_STRING_EQUAL(fixture_xpath(doc, "string(/a)"), "");
                CU_ASSERT_STRING_EQUAL(fixture_xpath(doc, "string(/a/@b)"),
                    "");
            } else {
                CU_ASSERT_STRING_EQUAL(fixture_codes(findings), "V002 0:0");
            }
            xmlFreeDoc(doc);
            findings_free(findings);
        }
    }
    fixture_end(&fixture);
}

static void survives_entities_that_explode(void)
{
    struct findings *findings = findings_new();
    struct fixture fixture;

    fixture_begin(&fixture);
    fixture_write(&fixture, "a.xml", "<!DOCTYPE a ["
        "<!ENTITY a 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'>"
        "<!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>"
        "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'>"
        "<!ENTITY d '&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;'>"
        "<!ENTITY e '&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;'>"
        "<!ENTITY f '&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;'>"
        "]><a>&f;</a>");
    xmlDocPtr file = xml_load_with(&fixture.resources, "a.xml", NULL,
        XML_PARSE_NOENT | XML_PARSE_HUGE, findings);
    CU_ASSERT_PTR_NOT_NULL_FATAL(file);
    const xmlNode *root = xmlDocGetRootElement(file);
    CU_ASSERT_EQUAL(root->children->type, XML_ENTITY_REF_NODE);
    CU_ASSERT_PTR_NULL(root->children->next);
    xmlFreeDoc(file);
    fixture_end(&fixture);
    findings_free(findings);
}

/* In Chinese, which libxml2 does not speak. */
static void says_it_in_chinese(void)
{
    static const struct { const char *text, *said; } cases[] = {
        { "", "文件是空的" }, { "rules", "文件是空的" },
        { "<a></a><b/>", "文件末尾还有别的内容" },
        { "<a>\n<b>\n</a>", "行 3: 开始标签和结束标签不配对" },
        { "<a></b>", "开始标签和结束标签不配对" },
        { "<a>&nbsp;</a>", "实体没有定义" }, { "<a>A & B</a>", "“&”本身写作 &lt; &amp;" },
        { "<a>&lt</a>", "缺少“;”" }, { "<a b='<'/>", "属性值里有“<”" },
        { "<a b=c/>", "没有用引号括起来" }, { "<a b/>", "没有写值" },
        { "<a b='1' b='2'/>", "属性写了两次" }, { "<a><!-- b</a>", "-->" },
        { "<a><!-- -- --></a>", "注释里有“--”" },
        { "<a b='1'c='2'/>", "缺少空格" }, { "<a>\x01</a>", "不允许的字符" },
        { "<a>\xB5\xA5</a>", "编码不是 UTF-8" }, { "<a>]]></a>", "]]>" },
        { " <?xml version='1.0'?><a/>", "最前面" },
        { "<?xml version='1.0' encoding='GBKK'?><a/>", "应为 UTF-8" },
        { "<a>&#1;</a>", "不允许" }, { "<x:a/>", "" }, { "<a", "" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct findings *findings = findings_new();
        struct fixture fixture;
        fixture_begin(&fixture);
        fixture_write(&fixture, "a.xml", cases[i].text);
        xmlDocPtr doc = xml_load(&fixture.resources, "a.xml", findings);
        const char *said = findings_count(findings) ? fixture_sentence(
            findings, 0, LANGUAGE_ZH) : "";
        CU_ASSERT_PTR_NOT_NULL(strstr(said, cases[i].said));
        CU_ASSERT_PTR_NULL(strstr(said, "libxml2"));
        xmlFreeDoc(doc);
        fixture_end(&fixture);
        findings_free(findings);
    }
}

CU_TestInfo xml_tests[] = {
    {"says it in Chinese", says_it_in_chinese},
    {"loads a resource as a tree", loads_a_resource_as_a_tree},
    {"loads what is built in", loads_what_is_built_in},
    {"shares a dictionary of the caller", shares_a_dictionary_of_the_caller},
    {"says what is wrong with a file", says_what_is_wrong_with_a_file},
    {"follows no entity and no DTD", follows_no_entity_and_no_dtd},
    {"survives entities that explode", survives_entities_that_explode},
    CU_TEST_INFO_NULL
};
