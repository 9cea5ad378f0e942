/* Stylesheets compiled and applied: modules, faults, limits, and nothing
 * read or written. */

#include <CUnit/CUnit.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "7_forms/reasons.h"
#include "7_forms/stylesheet.h"
#include "fixture.h"

#define SHEET(body) "<xsl:stylesheet version='1.0' " \
    "xmlns:xsl='http://www.w3.org/1999/XSL/Transform' " \
    "xmlns:exsl='http://exslt.org/common' " \
    "xmlns:str='http://exslt.org/strings' " \
    "xmlns:x='urn:jixiao:exact' extension-element-prefixes='exsl str x'>" \
    body "</xsl:stylesheet>"
#define TEMPLATE(body) SHEET("<xsl:output method='text' encoding='UTF-8'/>" \
    "<xsl:template match='/'>" body "</xsl:template>")

#define COUNTED(nodes) "$t[count(" nodes ") &gt; 0]"

static const struct print_style style = { 2, 0 };

static struct stylesheet *compile(const struct fixture *fixture,
    const char *text, struct findings *findings)
{
    stylesheet_setup();
    fixture_write(fixture, "stylesheets/e/forms.xsl", text);
    return stylesheet_compile(&fixture->resources, "stylesheets/e/forms.xsl",
        findings);
}

/* What a stylesheet makes of <s>; "!" where it fails. */
static char *apply(const struct fixture *fixture, const char *text,
    struct findings *findings)
{
    static char printed[1024];
    struct buffer out = BUFFER_EMPTY;
    xmlDocPtr source = fixture_xml("<s><a value='15000'>甲</a></s>");
    struct stylesheet *stylesheet = compile(fixture, text, findings);
    bool good = stylesheet && stylesheet_write(stylesheet, source, style,
        &out, findings);

    snprintf(printed, sizeof printed, "%s", good ? buffer_string(&out) : "!");
    buffer_free(&out);
    stylesheet_free(stylesheet);
    xmlFreeDoc(source);
    return printed;
}

static void makes_and_prints_a_result(void)
{
    static const struct { const char *sheet, *printed; } cases[] = {
        { TEMPLATE("<xsl:value-of select='/s/a'/>"), "甲" },
        { TEMPLATE("<xsl:value-of select=\"x:print(/s/a/@value, '万元')\"/>"),
            "1.5万元" },
        { TEMPLATE("<xsl:value-of select=\"str:replace('aba', 'b', 'c')\"/>"),
            "aca" },
        { SHEET("<xsl:output method='xml' encoding='UTF-8' "
            "omit-xml-declaration='yes'/><xsl:template match='/'>"
            "<r>一</r></xsl:template>"), "<r>一</r>" },
        { TEMPLATE("<xsl:message>said in passing</xsl:message>一"), "一" },
        { TEMPLATE(""), "" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct findings *findings = findings_new();
        struct fixture fixture;
        fixture_begin(&fixture);
        char *printed = apply(&fixture, cases[i].sheet, findings);
        while (strchr(printed, '\n'))           /* one ends the XML */
            *strchr(printed, '\n') = '\0';
        CU_ASSERT_STRING_EQUAL(printed, cases[i].printed);
        CU_ASSERT_STRING_EQUAL(fixture_codes(findings), "");
        fixture_end(&fixture);
        findings_free(findings);
    }
}

static void loads_modules_and_documents_from_the_resources(void)
{
    struct findings *findings = findings_new();
    struct fixture fixture;

    fixture_begin(&fixture);
    fixture_write(&fixture, "stylesheets/common/words.xml", "<w>词</w>");
    fixture_write(&fixture, "stylesheets/common/sub/deep.xsl",
        SHEET("<xsl:template name='deep'>深</xsl:template>"));
    fixture_write(&fixture, "stylesheets/common/words.xsl",
        SHEET("<xsl:import href='sub/deep.xsl'/>"
        "<xsl:template name='word'><xsl:value-of "
        "select=\"document('words.xml')/w\"/></xsl:template>"));
    CU_ASSERT_STRING_EQUAL(apply(&fixture, SHEET(
        "<xsl:import href='../common/words.xsl'/>"
        "<xsl:output method='text' encoding='UTF-8'/>"
        "<xsl:template match='/'><xsl:call-template name='word'/>"
        "<xsl:call-template name='deep'/><xsl:value-of "
        "select=\"count(document('')/*)\"/></xsl:template>"), findings),
        "词深1");
    CU_ASSERT_STRING_EQUAL(fixture_codes(findings), "");
    fixture_end(&fixture);
    findings_free(findings);
}

static void reports_what_cannot_be_compiled(void)
{
    static const struct { const char *sheet, *code, *part; } cases[] = {
        { "<xsl:stylesheet", "V002", "malformed" },
        { SHEET("<xsl:template match='['/>"), "V005",
            "failed to compile '[';" },
        { SHEET("<xsl:template><a/></xsl:template>"), "V005", "forms.xsl" },
        { SHEET("<xsl:template match='/'><xsl:value-of select='('/>"
            "</xsl:template>"), "V005", "forms.xsl" },
        { SHEET("<xsl:import href='missing.xsl'/>"), "V001",
            "stylesheets/e/missing.xsl" },
        { SHEET("<xsl:include href='bad.xml'/>"), "V002",
            "stylesheets/e/bad.xml" },
        { "<html/>", "V005", "stylesheet" },
        { SHEET("<xsl:strip-space elements='*'/>"), "V005",
            "xsl:strip-space changes the source" },
        { SHEET("<xsl:include href='strip.xsl'/>"), "V005",
            "xsl:strip-space changes the source" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct findings *findings = findings_new();
        struct fixture fixture;
        fixture_begin(&fixture);
        fixture_write(&fixture, "stylesheets/e/bad.xml", "<a><b></a>");
        fixture_write(&fixture, "stylesheets/e/strip.xsl",
            SHEET("<xsl:strip-space elements='s'/>"));
        CU_ASSERT_PTR_NULL(compile(&fixture, cases[i].sheet, findings));
        CU_ASSERT_EQUAL_FATAL(findings_count(findings), 1);
        const struct finding *finding = findings_get(findings, 0);
        CU_ASSERT_STRING_EQUAL(finding->code, cases[i].code);
        CU_ASSERT_EQUAL(finding->level, LEVEL_SYSTEM);
        CU_ASSERT_PTR_NOT_NULL(strstr(finding->text[LANGUAGE_EN],
            cases[i].part));
        CU_ASSERT_PTR_NULL(strchr(finding->text[LANGUAGE_EN], '\n'));
        fixture_end(&fixture);
        findings_free(findings);
    }
}

/* Each of 40 modules includes the next one twice. */
static void stops_at_modules_that_double(void)
{
    struct findings *findings = findings_new();
    struct fixture fixture;
    char path[64], text[512];

    fixture_begin(&fixture);
    for (int k = 1; k < 40; k++) {
        snprintf(path, sizeof path, "stylesheets/e/m%d.xsl", k);
        snprintf(text, sizeof text, SHEET("<xsl:include href='m%d.xsl'/>"
            "<xsl:include href='m%d.xsl'/>"), k + 1, k + 1);
        fixture_write(&fixture, path, text);
    }
    fixture_write(&fixture, "stylesheets/e/m40.xsl", SHEET(""));
    CU_ASSERT_PTR_NULL(compile(&fixture,
        SHEET("<xsl:include href='m1.xsl'/>"), findings));
    const char *codes = fixture_codes(findings);
    CU_ASSERT_PTR_NOT_NULL(strstr(codes, "V012"));
    CU_ASSERT_EQUAL(findings_count(findings), 1);
    fixture_end(&fixture);
    findings_free(findings);
}

static void reports_what_stops_a_transformation(void)
{
    static const struct { const char *sheet, *code, *part; } cases[] = {
        { TEMPLATE("<xsl:message terminate='yes'>nobody renders <xsl:value-of"
            " select='name(/*)'/></xsl:message>"), "V005",
            "nobody renders s" },
        { TEMPLATE("<xsl:value-of select='y:sum(/s)' xmlns:y='urn:y'/>"),
            "V005", "sum" },
        { TEMPLATE("<xsl:value-of select=\"x:print('one', '元')\"/>"),
            "V005", "forms.xsl" },
        { TEMPLATE("<xsl:value-of select=\"x:sum('1')\"/>"), "V005",
            "forms.xsl" },
        { TEMPLATE("<xsl:call-template name='none'/>"), "V005", "none" },
        { SHEET("<xsl:template match='/' name='again'>"
            "<xsl:call-template name='again'/></xsl:template>"), "V012",
            "recursion" },
        /* Two of itself each time, forty times over. */
        { SHEET("<xsl:template match='/' name='again'><xsl:param name='n'"
            " select='40'/><xsl:if test='$n &gt; 0'><xsl:call-template"
            " name='again'><xsl:with-param name='n' select='$n - 1'/>"
            "</xsl:call-template><xsl:call-template name='again'>"
            "<xsl:with-param name='n' select='$n - 1'/></xsl:call-template>"
            "</xsl:if></xsl:template>"), "V012", "forms.xsl" },
        { SHEET("<xsl:template match='/' name='twice'><xsl:param name='t' "
            "select=\"'x'\"/><xsl:call-template name='twice'><xsl:with-param "
            "name='t' select='concat($t, $t)'/></xsl:call-template>"
            "</xsl:template>"), "V012", "too large a text" },
        /* As many copies as there are already. */
        { SHEET("<xsl:template match='/' name='again'><xsl:param name='a'>"
            "<b/></xsl:param><xsl:param name='n' select='40'/><xsl:if"
            " test='$n &gt; 0'><xsl:call-template name='again'>"
            "<xsl:with-param name='a'><xsl:copy-of select='$a'/><xsl:copy-of"
            " select='$a'/></xsl:with-param><xsl:with-param name='n'"
            " select='$n - 1'/></xsl:call-template></xsl:if>"
            "<xsl:copy-of select='$a'/></xsl:template>"), "V012",
            "forms.xsl line 1 element copy-of: too many nodes" },
        /* Twenty nodes for each of twenty, seven times over. */
        { TEMPLATE("<xsl:variable name='t' select=\"str:tokenize("
            "'a b c d e f g h i j k l m n o p q r s t')\"/><xsl:value-of "
            "select='count(" COUNTED(COUNTED(COUNTED(COUNTED(COUNTED(COUNTED(
            COUNTED(COUNTED("$t")))))))) ")'/>"), "V012", "forms.xsl" },
        { TEMPLATE("<xsl:value-of select=\"document('none.xml')\"/>"),
            "V001", "stylesheets/e/none.xml" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct findings *findings = findings_new();
        struct fixture fixture;
        fixture_begin(&fixture);
        CU_ASSERT_STRING_EQUAL(apply(&fixture, cases[i].sheet, findings),
            "!");
        CU_ASSERT_EQUAL_FATAL(findings_count(findings), 1);
        const struct finding *finding = findings_get(findings, 0);
        CU_ASSERT_STRING_EQUAL(finding->code, cases[i].code);
        CU_ASSERT_PTR_NOT_NULL(strstr(finding->text[LANGUAGE_EN],
            cases[i].part));
        CU_ASSERT_PTR_NULL(strchr(finding->text[LANGUAGE_EN], '\n'));
        fixture_end(&fixture);
        findings_free(findings);
    }
}

/* The secret stands beside the data folder's own files, at addresses that
 * only a path out of the resources leads to. */
static void reads_no_file_and_no_network(void)
{
    static const char *const calls[] = {
        "document('file://%s/outside.xml')", "document('%s/outside.xml')",
        "document('../../outside.xml')",
        "document('http://127.0.0.1:9/outside.xml')",
        "document('jixiao:/../outside.xml')",
        "document('ftp://127.0.0.1/outside.xml')",
    };
    struct fixture outer;
    char folder[128], sheet[2048], call[256];

    fixture_begin(&outer);
    fixture_write(&outer, "outside.xml", "<secret>秘密</secret>");
    fixture_write(&outer, "data/stylesheets/e/forms.xsl", "");
    snprintf(folder, sizeof folder, "%s/data", outer.path);
    for (size_t i = 0; i < COUNT(calls); i++) {
        struct findings *findings = findings_new();
        struct fixture fixture = { .resources = { .data_dir = folder } };
        snprintf(fixture.path, sizeof fixture.path, "%.50s/data", outer.path);
        const char *at = strstr(calls[i], "%s");
        if (at)
            snprintf(call, sizeof call, "%.*s%s%s", (int)(at - calls[i]),
                calls[i], outer.path, at + 2);
        else
            snprintf(call, sizeof call, "%s", calls[i]);
        snprintf(sheet, sizeof sheet, "%s%s%s", "<xsl:stylesheet "
            "version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'>"
            "<xsl:output method='text' encoding='UTF-8'/>"
            "<xsl:template match='/'><xsl:value-of select=\"", call,
            "\"/></xsl:template></xsl:stylesheet>");
        CU_ASSERT_STRING_EQUAL(apply(&fixture, sheet, findings), "!");
        CU_ASSERT_EQUAL(findings_count(findings), 1);
        findings_free(findings);
    }
    fixture_end(&outer);
}

static void writes_no_file(void)
{
    struct findings *findings = findings_new();
    struct fixture fixture;
    char sheet[2048], path[128];

    fixture_begin(&fixture);
    snprintf(path, sizeof path, "%s/written", fixture.path);
    snprintf(sheet, sizeof sheet, SHEET("<xsl:template match='/'>"
        "<exsl:document href='%s'><a/></exsl:document></xsl:template>"),
        path);
    CU_ASSERT_STRING_EQUAL(apply(&fixture, sheet, findings), "!");
    CU_ASSERT_NOT_EQUAL(access(path, F_OK), 0);
    CU_ASSERT_EQUAL(findings_count(findings), 1);
    fixture_end(&fixture);
    findings_free(findings);
}

static void serves_one_after_another(void)
{
    struct findings *findings = findings_new();
    struct fixture fixture;
    xmlDocPtr source = fixture_xml("<s/>");

    fixture_begin(&fixture);
    struct stylesheet *stylesheet = compile(&fixture, TEMPLATE(
        "<xsl:if test='/bad'><xsl:message terminate='yes'>bad</xsl:message>"
        "</xsl:if><xsl:value-of select='name(/*)'/>"), findings);
    xmlDocPtr bad = fixture_xml("<bad/>");
    CU_ASSERT_PTR_NULL(stylesheet_apply(stylesheet, bad, style, findings));
    CU_ASSERT_EQUAL(findings_count(findings), 1);
    for (int k = 0; k < 3; k++) {
        struct buffer out = BUFFER_EMPTY;
        CU_ASSERT_TRUE(stylesheet_write(stylesheet, source, style, &out,
            findings));
        CU_ASSERT_STRING_EQUAL(buffer_string(&out), "s");
        buffer_free(&out);
    }
    CU_ASSERT_EQUAL(findings_count(findings), 1);
    stylesheet_free(stylesheet);
    stylesheet_free(NULL);
    xmlFreeDoc(bad);
    xmlFreeDoc(source);
    fixture_end(&fixture);
    findings_free(findings);
}

/* generate-id() gives what no two runs have alike. */
static void verifies_what_it_makes(void)
{
    static const struct { const char *sheet, *codes; } cases[] = {
        { TEMPLATE("<xsl:value-of select='/s/a'/>"), "" },
        { TEMPLATE("<xsl:value-of select='generate-id()'/>"), "V014 0:0" },
        { TEMPLATE("<xsl:value-of select=\"str:replace('a', 'a', 'b')\"/>"),
            "V015 0:0" },
        { TEMPLATE("<xsl:message>said in passing</xsl:message>一"),
            "V015 0:0" },
        { SHEET("<xsl:output method='xml' encoding='UTF-8'/><xsl:template "
            "match='/'><r a='{generate-id()}'/></xsl:template>"),
            "V014 0:0" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct findings *findings = findings_new();
        struct fixture fixture;
        fixture_begin(&fixture);
        stylesheet_verify(true);
        apply(&fixture, cases[i].sheet, findings);
        CU_ASSERT_STRING_EQUAL(fixture_codes(findings), cases[i].codes);
        struct stylesheet *stylesheet = stylesheet_compile(
            &fixture.resources, "stylesheets/e/forms.xsl", findings);
        xmlDocPtr source = fixture_xml("<s><a value='15000'>甲</a></s>");
        xmlDocPtr made = stylesheet_apply(stylesheet, source, style,
            findings);
        CU_ASSERT_EQUAL(made == NULL,
            strncmp(cases[i].codes, "V014", 4) == 0);
        stylesheet_verify(false);
        xmlFreeDoc(made);
        xmlFreeDoc(source);
        stylesheet_free(stylesheet);
        fixture_end(&fixture);
        findings_free(findings);
    }
}

/* What the editor asks for at every key. */
static void makes_the_editors_pages_itself(void)
{
    static const struct { const char *path, *source, *part; } cases[] = {
        { "stylesheets/edit/article.xsl",
            "<documents xmlns='urn:jixiao:document:1'>"
            "<attachment id='a' kind='k' name='n' src=''><title>t</title>"
            "<paragraph><value src='/a' tag='1' type='text' state='stated' "
            "label='l'>甲<value src='/b' tag='2' type='count' state='stated' "
            "label='m'>5</value></value></paragraph>"
            "<table role='data'><columns><column width='100'/></columns>"
            "<row><cell><value src='/c' tag='3' type='amount' state='absent' "
            "label='n'/></cell></row></table></attachment></documents>",
            "class=\"value chip\"" },
        { "stylesheets/edit/typography.xsl", "<none/>", "{" },
        { "stylesheets/edit/other.xsl", "<submission/>", "<attachment" },
    };
    const struct resources built_in = { .data_dir = NULL };
    struct findings *findings = findings_new();

    stylesheet_setup();
    stylesheet_verify(true);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buffer out = BUFFER_EMPTY;
        xmlDocPtr source = fixture_xml(cases[i].source);
        struct stylesheet *stylesheet = stylesheet_compile(&built_in,
            cases[i].path, findings);
        CU_ASSERT_TRUE(stylesheet_write(stylesheet, source, style, &out,
            findings));
        CU_ASSERT_PTR_NOT_NULL(strstr(buffer_string(&out), cases[i].part));
        buffer_free(&out);
        stylesheet_free(stylesheet);
        xmlFreeDoc(source);
    }
    stylesheet_verify(false);
    CU_ASSERT_STRING_EQUAL(fixture_codes(findings), "");
    findings_free(findings);
}

/* In the language of the sentence around it; what has no row says itself. */
static void says_why_in_both_languages(void)
{
    struct findings *findings = findings_new();
    struct fixture fixture;

    fixture_begin(&fixture);
    stylesheet_verify(true);
    apply(&fixture, TEMPLATE("<xsl:value-of select=\"str:replace('a', 'a', "
        "'b')\"/>"), findings);
    stylesheet_verify(false);
    CU_ASSERT_PTR_NOT_NULL(strstr(fixture_sentence(findings, 0, LANGUAGE_ZH),
        "（函数不支持）"));
    CU_ASSERT_PTR_NOT_NULL(strstr(fixture_sentence(findings, 0, LANGUAGE_EN),
        "(an unknown function)"));
    CU_ASSERT_STRING_EQUAL(reason_text("none", LANGUAGE_ZH), "none");
    fixture_end(&fixture);
    findings_free(findings);
}

CU_TestInfo stylesheet_tests[] = {
    {"makes and prints a result", makes_and_prints_a_result},
    {"loads modules and documents from the resources",
        loads_modules_and_documents_from_the_resources},
    {"reports what cannot be compiled", reports_what_cannot_be_compiled},
    {"stops at modules that double", stops_at_modules_that_double},
    {"reports what stops a transformation",
        reports_what_stops_a_transformation},
    {"reads no file and no network", reads_no_file_and_no_network},
    {"writes no file", writes_no_file},
    {"serves one after another", serves_one_after_another},
    {"verifies what it makes", verifies_what_it_makes},
    {"makes the editor's pages itself", makes_the_editors_pages_itself},
    {"say in both languages why libxslt has them",
        says_why_in_both_languages},
    CU_TEST_INFO_NULL
};
