/* Stylesheets that are compiled here: each way to give up, and what stops
 * them. */

#include <CUnit/CUnit.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "0_base/xml_memory.h"
#include "7_forms/stylesheet.h"
#include "7_forms/xslt/program_compile.h"
#include "7_forms/xslt/program_run.h"
#include "fixture.h"
#include "xslt_fixture.h"

/* What is not known here, or stops, is libxslt's: with its result, or its
 * words. */
static void leaves_the_rest_to_libxslt(void)
{
    static const struct { const char *output, *top, *body; bool compiles; }
    cases[] = {
        { "method='xml' indent='yes'", "", "<o/>", false },
        { "", "", "<o/>", false },
        { "method='xml' cdata-section-elements='o'", "", "<o>1</o>", false },
        { "method='html'", "", "<html/>", false },
        { "method='xml'", "", "<xsl:comment>c</xsl:comment><o/>", false },
        { "method='xml'", "", "<o><xsl:number value='3'/></o>", false },
        { "method='xml'", "<xsl:strip-space elements='r'/>", "<o/>", false },
        { "method='xml'", "", "<o><xsl:value-of select='id(1)'/></o>",
            false },
        { "method='xml'", "", "<o><xsl:value-of select='lang(1)'/></o>",
            false },
        { "method='xml'", "", "<o><xsl:value-of select=\"str:replace('a', "
            "'a', 'b')\"/></o>", false },
        { "method='xml'", "", "<o><xsl:value-of select='count(/r/a[1]/"
            "following::*)'/></o>", false },
        { "method='xml'", "", "<o><xsl:value-of select='$none'/></o>",
            false },
        { "method='xml'", "", "<o><xsl:value-of select='/r/'/></o>", false },
        { "method='xml'", "", "<o><xsl:value-of select='\"a'/></o>", false },
        { "method='xml'", "", "<o><xsl:value-of select='#'/></o>", false },
        { "method='xml'", "", "<o><xsl:value-of select='y:a'/></o>", false },
        { "method='xml'", "", "<o><xsl:value-of select='1' "
            "disable-output-escaping='yes'/></o>", false },
        { "method='xml'", "<xsl:template match='key(\"a\", 1)'/>", "<o/>",
            false },
        { "method='xml'", "<xsl:template match='a/self::a'/>", "<o/>",
            false },
        { "method='xml'", "", "<o><xsl:call-template name='none'/></o>",
            false },
        { "method='xml'", "", "<o><xsl:value-of select=\"key('none', 1)\"/>"
            "</o>", false },
        { "method='xml'", "<xsl:include href='none.xsl'/>", "<o/>", false },
        { "method='xml'", "<xsl:include href='/none.xsl'/>", "<o/>", false },
        { "method='xml'", "<xsl:include href='forms.xsl'/>", "<o/>", false },
        { "method='xml'", "", "<o a='{'/>", false },
        { "method='xml'", "<xsl:template name='t'/><xsl:template name='t'/>",
            "<o/>", false },
        { "method='xml'", "<xsl:variable name='t'/><xsl:variable name='t'/>",
            "<o/>", false },
        { "method='xml'", "", "<o><xsl:variable name='v' select='1'/>"
            "<xsl:variable name='v' select='2'/></o>", false },
        { "method='xml'", "", "<o><xsl:choose/></o>", false },
        { "method='xml'", "", "<o><xsl:choose><p/></xsl:choose></o>",
            false },
        { "method='xml'", "<xsl:template/>", "<o/>", false },
        { "method='xml'", "<xsl:template match='a' priority='x'/>", "<o/>",
            false },
        { "method='xml'", "<xsl:variable name='v' select='1'>2"
            "</xsl:variable>", "<o/>", false },
        { "method='xml'", "", "<o><xsl:for-each select='/r/a'><xsl:sort "
            "lang='zh'/><p/></xsl:for-each></o>", false },
        { "method='xml'", "", "<o><xsl:for-each select='/r/a'><xsl:sort "
            "data-type='y'/><p/></xsl:for-each></o>", false },
        { "method='xml'", "", "<o><xsl:processing-instruction name='{/r/@k}"
            "a'/></o>", false },
        { "method='xml'", "", "<o xsl:use-attribute-sets='a'/>", false },
        { "method='xml'", "", "<o><xsl:value-of select='/r/a＋b'/></o>",
            false },
        { "method='xml'", "", "<o><xsl:value-of select='/r/，'/></o>",
            false },
        { "method='xml'", "<xsl:output method='text'/>", "<o/>", false },
        { "method='xml'", "<xsl:output method='xml' encoding='UTF-8'/>",
            "<o/>", false },
        { "method='xml'", "", "<o a='}'/>", false },
        { "method='xml'", "<xsl:template name='t'/>", "<o><xsl:call-template "
            "name='t'><xsl:with-param name='p' select='1'/><xsl:with-param "
            "name='p' select='2'/></xsl:call-template></o>", false },
        { "method='xml'", "", "<o><xsl:choose xml:space='preserve'> "
            "<xsl:when test='1'/></xsl:choose></o>", false },
        { "method='xml'", "<xsl:template match='a' priority='+1'/>", "<o/>",
            false },
        { "method='xml'", "<xsl:variable name='g' select='1'/>"
            "<xsl:template match='a[$g]'/>", "<o/>", false },
        { "method='xml'", "<xsl:variable name='g' select='1'/>"
            "<xsl:key name='k' match='a' use='$g'/>", "<o/>", false },
        { "method='xml'", "<xsl:template match='descendant::a'/>", "<o/>",
            false },
        { "method='xml'", "<xsl:template match='@*[1]'>1</xsl:template>",
            "<o><xsl:apply-templates select='/r/@*'/></o>", false },
        { "method='xml'", "<xsl:key name='k' match='@i' use='.'/>",
            "<o><xsl:value-of select=\"count(key('k', 1))\"/></o>", false },
        { "method='xml'", "<xsl:key name='k' match='/' use='1'/>",
            "<o><xsl:value-of select=\"count(key('k', 1))\"/></o>", false },
        { "method='xml'", "<xsl:key name='k' match='a | comment()' use='1'/>",
            "<o><xsl:value-of select=\"count(key('k', 1))\"/></o>", false },
        { "method='xml'", "<xsl:key name='k' match='a' use=\"key('k', @i)\"/>",
            "<o><xsl:value-of select=\"key('k', 1)\"/></o>", true },
        { "method='xml'", "", "<o><xsl:processing-instruction name='p'>?&gt;"
            "</xsl:processing-instruction></o>", true },
        { "method='xml'", "<xsl:template name='deep'><xsl:param name='n'/>"
            "<xsl:if test='$n &gt; 0'><xsl:if test='1'><xsl:call-template "
            "name='deep'><xsl:with-param name='n' select='$n - 1'/>"
            "</xsl:call-template></xsl:if></xsl:if></xsl:template>",
            "<o><xsl:call-template name='deep'><xsl:with-param name='n' "
            "select='1100'/></xsl:call-template></o>", true },
        { "method='xml'", "", "<xsl:message>in passing</xsl:message><o/>",
            true },
        { "method='xml'", "", "<xsl:message terminate='yes'>stop"
            "</xsl:message><o/>", true },
        { "method='xml'", "", "<o>x<xsl:attribute name='a'/></o>", true },
        { "method='xml'", "", "<o><xsl:element name='1'/></o>", true },
        { "method='xml'", "", "<o><xsl:attribute name='{/r/@k}'/></o>",
            true },
        { "method='xml'", "", "<o><xsl:attribute name='{/r/none}y:a'/></o>",
            true },
        { "method='xml'", "", "<o><xsl:attribute name='a'><b/>"
            "</xsl:attribute></o>", true },
        { "method='xml'", "", "<o><xsl:copy-of select=\"count('a')\"/></o>",
            true },
        { "method='xml'", "", "<o><xsl:value-of select=\"x:print('a', 'b')\""
            "/></o>", true },
        { "method='xml'", "", "<o><xsl:value-of select=\"document("
            "'none.xml')\"/></o>", true },
        { "method='xml'", "", "<o><xsl:value-of select=\"document(concat("
            "'/', 'a'))\"/></o>", true },
        { "method='xml'", "<xsl:variable name='a' select='$b'/>"
            "<xsl:variable name='b' select='$a'/>", "<o><xsl:value-of "
            "select='$a'/></o>", true },
        { "method='xml'", "", "<o><xsl:value-of select='count(1)'/></o>",
            true },
        { "method='xml'", "", "<o><xsl:variable name='v'><b/></xsl:variable>"
            "<xsl:value-of select='x:is-blank($v)'/></o>", true },
        { "method='xml'", "", "<o n:a='' xmlns:n='urn:m'><xsl:attribute "
            "name='n:b'/></o>", true },
        { "method='html' indent='no' doctype-system='about:legacy-compat'",
            "", "<n:html/>", true },
        { "method='html' indent='no' doctype-system='about:legacy-compat'",
            "", "<html><xsl:copy-of select='/r/a'/></html>", true },
        { "method='html' indent='no' doctype-system='about:legacy-compat'",
            "", "<p/>", true },
        { "method='html' indent='no' doctype-system='about:legacy-compat'",
            "", "<html><head><meta http-equiv='a' content='b'/></head>"
            "</html>", true },
        { "method='html' indent='no' doctype-system='about:legacy-compat'",
            "", "<html><p title='&amp;{{x}}'/></html>", true },
        { "method='html' indent='no' doctype-system='about:legacy-compat'",
            "", "<html><style>&lt;<b/>&lt;</style></html>", true },
        { "method='xml'", "", "<o><xsl:element name='xml:a'/></o>", true },
        { "method='xml'", "", "<o xmlns:m='urn:n'><xsl:attribute name='n:a'>1"
            "</xsl:attribute><m:p/><n:p/></o>", true },
        { "method='xml'", "", "<o><xsl:attribute name='{\"xmlns\"}'>1"
            "</xsl:attribute></o>", true },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct buffer ours = BUFFER_EMPTY, theirs = BUFFER_EMPTY;
        struct findings *findings = findings_new();
        xmlDocPtr source = fixture_xml(xslt_source);
        struct fixture fixture;
        const char *why = NULL;
        fixture_begin(&fixture);
        stylesheet_setup();
        xslt_write(&fixture, cases[i].output, cases[i].top, cases[i].body);
        struct program *program = program_compile(&fixture.resources, XSLT_PATH,
            &why);
        if ((program != NULL) != cases[i].compiles)
            printf("%s%s: %s\n", cases[i].top, cases[i].body, why ? why : "");
        CU_ASSERT_EQUAL(program != NULL, cases[i].compiles);
        program_free(program);
        xslt_print_reference(&fixture, source, &theirs);
        struct stylesheet *stylesheet = stylesheet_compile(
            &fixture.resources, XSLT_PATH, findings);
        if (!stylesheet || !stylesheet_write(stylesheet, source, xslt_style,
                &ours, findings))
            buffer_add_char(&ours, '!');
        if (strcmp(buffer_string(&ours), buffer_string(&theirs)) != 0)
            printf("%s: %s not %s\n", cases[i].body, buffer_string(&ours),
                buffer_string(&theirs));
        CU_ASSERT_STRING_EQUAL(buffer_string(&ours), buffer_string(&theirs));
        CU_ASSERT_EQUAL(findings_count(findings) > 0,
            strcmp(buffer_string(&theirs), "!") == 0);
        stylesheet_free(stylesheet);
        buffer_free(&ours);
        buffer_free(&theirs);
        findings_free(findings);
        fixture_end(&fixture);
        xmlFreeDoc(source);
    }
}

/* Evaluated as deep as they are long. */
static void leaves_long_expressions_to_libxslt(void)
{
    static const char *const parts[] = { "./", "-", ".|", "1+" };

    stylesheet_setup();
    for (size_t i = 0; i < COUNT(parts); i++) {
        struct buffer body = BUFFER_EMPTY;
        struct fixture fixture;
        const char *why = "";
        buffer_add_string(&body, "<xsl:value-of select='");
        for (size_t k = 0; k < 400000; k++)
            buffer_add_string(&body, parts[i]);
        buffer_add_string(&body, ".'/>");
        fixture_begin(&fixture);
        xslt_write(&fixture, "method='xml'", "", buffer_string(&body));
        CU_ASSERT_PTR_NULL(program_compile(&fixture.resources, XSLT_PATH, &why));
        CU_ASSERT_STRING_EQUAL(why, "too long an expression");
        buffer_free(&body);
        fixture_end(&fixture);
    }
}

#define EACH(body) "<xsl:for-each select='//node()'>" body "</xsl:for-each>"
#define TIMES_16(of) "concat(" of "," of "," of "," of "," of "," of "," of \
    "," of "," of "," of "," of "," of "," of "," of "," of "," of ")"
#define LARGER(name, of) "<xsl:variable name='" name "' select=\"" \
    TIMES_16(of) "\"/>"
#define LARGE LARGER("b", "'0123456789abcdef'") LARGER("c", "$b") \
    LARGER("d", "$c") LARGER("e", "$d") LARGER("f", "$e")

/* Output, as bytes, as a tree and in a fragment, and what paths look at. */
static void stops_what_takes_too_much(void)
{
    static const struct { const char *body, *why; } cases[] = {
        { "<o>" EACH(EACH("<p><xsl:value-of select='$f'/></p>")) "</o>",
            "too much output" },
        { "<o>" EACH(EACH("<p a='{$f}'/>")) "</o>", "too much output" },
        { "<o>" EACH(EACH(EACH(EACH(EACH("<xsl:copy-of select='/'/>")))))
            "</o>", "too much output" },
        { "<xsl:variable name='v'>" EACH(EACH(EACH(EACH(EACH(
            "<xsl:copy-of select='/'/>"))))) "</xsl:variable><o/>",
            "too much output" },
        { "<xsl:variable name='v' select='concat($f, $f, $f, $f, $f, $f, $f, "
            "$f, $f, $f, $f, $f, $f, $f, $f, $f, $f, $f)'/><o/>",
            "too much memory" },
        { "<xsl:variable name='v'><p/>" EACH(EACH("<xsl:value-of "
            "select='$f'/>")) "</xsl:variable><o/>", "too much output" },
        { "<o>" EACH(EACH(EACH(EACH("<xsl:value-of "
            "select='count(//node()[count(//node()[//p]) = 0])'/>"))))
            "</o>", "too many steps" },
    };

    stylesheet_setup();
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct buffer out = BUFFER_EMPTY;
        xmlDocPtr source = fixture_xml(xslt_source);
        struct fixture fixture;
        const char *why = "";
        fixture_begin(&fixture);
        xslt_write(&fixture, "method='xml'", LARGE, cases[i].body);
        struct program *program = program_compile(&fixture.resources, XSLT_PATH,
            &why);
        CU_ASSERT_PTR_NOT_NULL_FATAL(program);
        CU_ASSERT_FALSE(program_write(program, source, &xslt_style, &out,
            &why));
        CU_ASSERT_STRING_EQUAL(why, cases[i].why);
        CU_ASSERT_EQUAL(out.length, 0);
        CU_ASSERT_PTR_NULL(program_make(program, source, &xslt_style, NULL,
            &why));
        CU_ASSERT_STRING_EQUAL(why, cases[i].why);
        program_free(program);
        buffer_free(&out);
        xmlFreeDoc(source);
        fixture_end(&fixture);
    }
}

static void say_nothing(void *user, const char *format, ...)
{
    (void)user;
    (void)format;
}

/* libxml2 leaves away what it has no memory for. */
static void makes_no_tree_without_memory(void)
{
    xmlDocPtr source = fixture_xml(xslt_source);
    struct fixture fixture;
    const char *why = "";

    stylesheet_setup();
    fixture_begin(&fixture);
    xslt_write(&fixture, "method='xml'", LARGE, "<o><xsl:value-of "
        "select='$e'/><xsl:value-of select='$e'/></o>");
    struct program *program = program_compile(&fixture.resources, XSLT_PATH,
        &why);
    CU_ASSERT_PTR_NOT_NULL_FATAL(program);
    xmlSetGenericErrorFunc(NULL, say_nothing);
    xml_memory_allow((size_t)1 << 20);  /* for nodes, not for their text */
    CU_ASSERT_PTR_NULL(program_make(program, source, &xslt_style, NULL, &why));
    CU_ASSERT_STRING_EQUAL(why, "no memory");
    xml_memory_allow(SIZE_MAX);
    xmlSetGenericErrorFunc(NULL, NULL);
    program_free(program);
    xmlFreeDoc(source);
}

/* The same of a whole stylesheet, for what its root says. */
static void leaves_extensions_to_libxslt(void)
{
    struct fixture fixture;
    const char *why = NULL;

    fixture_begin(&fixture);
    fixture_write(&fixture, XSLT_PATH, "<xsl:stylesheet version='1.0' "
        "xmlns:xsl='http://www.w3.org/1999/XSL/Transform' xmlns:n='urn:n' "
        "extension-element-prefixes='n'><xsl:output method='xml' "
        "encoding='UTF-8'/><xsl:template match='/'><n:o/></xsl:template>"
        XSLT_TAIL);
    CU_ASSERT_PTR_NULL(program_compile(&fixture.resources, XSLT_PATH, &why));
    CU_ASSERT_STRING_EQUAL(why, "an element of an extension");
    fixture_end(&fixture);
}

CU_TestInfo xslt_limits_tests[] = {
    {"leaves the rest to libxslt", leaves_the_rest_to_libxslt},
    {"leaves long expressions to libxslt",
        leaves_long_expressions_to_libxslt},
    {"stops what takes too much", stops_what_takes_too_much},
    {"makes no tree without memory", makes_no_tree_without_memory},
    {"leaves extensions to libxslt", leaves_extensions_to_libxslt},
    CU_TEST_INFO_NULL
};
