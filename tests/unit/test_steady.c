/* Templates that make the same in each run, and those that only look like it:
 * one compiled stylesheet, run on two sources beside libxslt. */

#include <CUnit/CUnit.h>
#include <string.h>

#include "7_forms/stylesheet.h"
#include "7_forms/xslt/program_compile.h"
#include "7_forms/xslt/program_run.h"
#include "7_forms/xslt/steady.h"
#include "fixture.h"

#define PATH "stylesheets/e/forms.xsl"
#define HEAD "<xsl:stylesheet version='1.0' " \
    "xmlns:xsl='http://www.w3.org/1999/XSL/Transform' " \
    "xmlns:x='urn:jixiao:exact' xmlns:d='urn:d' " \
    "exclude-result-prefixes='x d'><xsl:output %s " \
    "encoding='UTF-8'/><xsl:key name='k' match='a' use='@n'/>" \
    "<xsl:variable name='words' select=\"document('words.xml')/w\"/>" \
    "<xsl:variable name='own' select='/s/a'/>" \
    "<xsl:variable name='two'><b><xsl:value-of select='$words/a'/></b>" \
    "</xsl:variable>"
#define XML "method='xml'"
#define HTML "method='html' indent='no' doctype-system='about:legacy-compat'"
#define TAIL "</xsl:stylesheet>"

static const struct print_style style = { 2, 0 };

static const char *const sources[] = {
    "<s><a n='1' value='15000'>甲</a></s>",
    "<s xmlns:p='urn:p'><a n='2' value='20000'>乙</a><a n='3'/></s>",
};

static void write_sheet(const struct fixture *fixture, const char *output,
    const char *top, const char *body)
{
    struct buffer sheet = BUFFER_EMPTY;

    buffer_printf(&sheet, HEAD "%s<xsl:template match='/'>%s</xsl:template>"
        TAIL, output, top, body);
    fixture_write(fixture, PATH, buffer_string(&sheet));
    fixture_write(fixture, "stylesheets/e/words.xml",
        "<w><a n='1'>一</a><a n='2'>二&lt;</a></w>");
    buffer_free(&sheet);
}

/* The same, with a template t. */
static void write_template(const struct fixture *fixture, const char *output,
    const char *top, const char *content, const char *body)
{
    struct buffer all = BUFFER_EMPTY;

    buffer_printf(&all, "%s<xsl:template name='t'>%s</xsl:template>", top,
        content);
    write_sheet(fixture, output, buffer_string(&all), body);
    buffer_free(&all);
}

/* Whether the template t may keep what it writes. */
static bool does_keep(const struct fixture *fixture)
{
    const char *why = "";
    struct program *program = program_compile(&fixture->resources, PATH,
        &why);
    bool keeps = false;

    CU_ASSERT_PTR_NOT_NULL(program);
    for (const struct template *one = program ? program->templates : NULL;
        one; one = one->next)
        if (one->name && strcmp(one->name->local, "t") == 0)
            keeps = one->keeping != NULL;
    program_free(program);
    return keeps;
}

/* The same as libxslt of each source in turn, and of the first one again. */
static void agree(const struct fixture *fixture)
{
    struct findings *findings = findings_new();
    struct stylesheet *stylesheet = stylesheet_compile(&fixture->resources,
        PATH, findings);
    struct buffer out = BUFFER_EMPTY;

    stylesheet_verify(true);
    for (size_t k = 0; stylesheet && k < 3; k++) {
        xmlDocPtr source = fixture_xml(sources[k % 2]);
        buffer_clear(&out);
        CU_ASSERT(stylesheet_write(stylesheet, source, style, &out,
            findings));
        xmlFreeDoc(source);
    }
    stylesheet_verify(false);
    CU_ASSERT_STRING_EQUAL(fixture_codes(findings), "");
    buffer_free(&out);
    stylesheet_free(stylesheet);
    findings_free(findings);
}

static void tells_what_is_the_same_in_each_run(void)
{
    static const struct { const char *top, *content; bool keeps; } cases[] = {
        { "", "<i/>", true },
        { "", "<i n='{$words/a[2]}'/><i>x</i>", true },
        { "", "<i><xsl:copy-of select='$two'/></i>", true },
        { "", "<xsl:variable name='v' select='1 + 1'/><i n='{$v}'/>", true },
        { "", "<i><xsl:for-each select='$words/a'><xsl:sort select='@n' "
            "order='descending'/><j n='{position()}-{last()}'>"
            "<xsl:value-of select=\"concat(., current()/@n, "
            "key('k', '2'))\"/></j></xsl:for-each></i>", true },
        { "<xsl:template match='a' mode='m'><j><xsl:value-of select='.'/>"
            "</j></xsl:template>",
            "<i><xsl:apply-templates select='$words' mode='m'/></i>", true },
        { "<xsl:template name='u'><xsl:param name='p' select='$words/a'/>"
            "<xsl:value-of select='$p'/></xsl:template>",
            "<i><xsl:call-template name='u'><xsl:with-param name='p' "
            "select='2'/></xsl:call-template></i>", true },
        { "", "<i><xsl:if test='not($words)'><xsl:message terminate='yes'/>"
            "</xsl:if></i>", true },
        { "", "", false },
        { "", "<xsl:value-of select='2'/>", false },
        { "", "<xsl:attribute name='n'>2</xsl:attribute>", false },
        { "", "<xsl:variable name='v' select='1'/>", false },
        { "", "<i n='{s/a}'/>", false },
        { "", "<i n='{/s/a}'/>", false },
        { "", "<i n='{$own}'/>", false },
        { "<xsl:variable name='of-own' select='$own'/>",
            "<i n='{$of-own}'/>", false },
        { "<xsl:param name='p' select='1'/>", "<i n='{$p}'/>", false },
        { "", "<i n='{position()}'/>", false },
        { "", "<i n='{name(current())}'/>", false },
        { "", "<i n='{$words/a[. = current()]}'/>", false },
        { "", "<i n='{$words/a[$own]}'/>", false },
        { "", "<i n=\"{key('k', '1')}\"/>", false },
        { "", "<i n='{string-length(generate-id($words)) &gt; 0}'/>", false },
        { "", "<i n=\"{x:print($words/a/@n, '元')}\"/>", false },
        { "", "<i n=\"{document(concat('words', '.xml'))/w/a}\"/>", false },
        { "", "<i><xsl:if test='$own[2]'>2</xsl:if></i>", false },
        { "", "<i><xsl:choose><xsl:when test='$own[2]'>2</xsl:when>"
            "<xsl:otherwise><xsl:value-of select='1'/></xsl:otherwise>"
            "</xsl:choose></i>", false },
        { "", "<i><xsl:for-each select='s/a'>2</xsl:for-each></i>", false },
        { "", "<i><xsl:for-each select='$words/a'><xsl:sort "
            "select='count($own[. = 1])'/>2</xsl:for-each></i>", false },
        { "", "<i><xsl:apply-templates/></i>", false },
        { "<xsl:template match='a' mode='m'><xsl:value-of select='$own'/>"
            "</xsl:template>",
            "<i><xsl:apply-templates select='$words' mode='m'/></i>", false },
        { "<xsl:template match='a[. = document(name())]' mode='m'/>"
            "<xsl:template match='a' mode='m'>2</xsl:template>",
            "<i><xsl:copy-of select='$own'/></i>", false },
        { "<xsl:template name='u'><xsl:value-of select='s/a'/>"
            "</xsl:template>",
            "<i><xsl:call-template name='u'/></i>", false },
        { "<xsl:template name='u'><xsl:param name='p'/><xsl:value-of "
            "select='$p'/></xsl:template>",
            "<i><xsl:call-template name='u'><xsl:with-param name='p'>"
            "<xsl:value-of select='$own'/></xsl:with-param>"
            "</xsl:call-template></i>", false },
        { "", "<xsl:element name='i'/>", false },
        { "", "<i><xsl:element name='i{$own[2]/@n}'/></i>", false },
        { "", "<i><xsl:attribute name='n'><xsl:value-of select='$own'/>"
            "</xsl:attribute></i>", false },
    };
    struct fixture fixture;

    stylesheet_setup();
    fixture_begin(&fixture);
    for (size_t k = 0; k < COUNT(cases); k++) {
        write_template(&fixture, XML, cases[k].top, cases[k].content,
            "<o><xsl:call-template name='t'/></o>");
        CU_ASSERT_EQUAL(does_keep(&fixture), cases[k].keeps);
        agree(&fixture);
    }
    fixture_end(&fixture);
}

/* What is written hangs on the namespaces in sight and, in HTML, on what the
 * elements stand in. */
static void writes_it_where_it_fits_alone(void)
{
    static const struct { const char *output, *content, *body; } cases[] = {
        { XML, "<d:i><d:j/></d:i>", "<o>"
            "<xsl:call-template name='t'/><d:o><xsl:call-template name='t'/>"
            "</d:o><xsl:call-template name='t'/></o>" },
        { XML, "<d:i/>", "<o><d:a><xsl:call-template name='t'/></d:a>"
            "<a><xsl:call-template name='t'/></a></o>" },
        { XML, "<i/>", "<o><xsl:if test='s/a[2]'><q xmlns='urn:q'>"
            "<xsl:call-template name='t'/></q></xsl:if>"
            "<xsl:call-template name='t'/></o>" },
        { XML, "<xsl:variable name='v' select='2'/><i/>",
            "<o a='1'><xsl:copy-of select='s/a'/>"
            "<xsl:call-template name='t'/></o>" },
        { XML, "<i/>", "<o><xsl:variable name='v'><xsl:call-template "
            "name='t'/></xsl:variable><xsl:copy-of select='$v'/>"
            "<xsl:call-template name='t'/></o>" },
        { "method='text'", "<i>x</i>", "<xsl:call-template name='t'/>"
            "<xsl:call-template name='t'/>" },
        { HTML, "<p>&lt;</p>", "<html><head><title>t</title></head><body>"
            "<xsl:call-template name='t'/><div><xsl:call-template name='t'/>"
            "</div></body></html>" },
        { HTML, "<head><title>t</title></head>", "<html>"
            "<xsl:call-template name='t'/><body><div>"
            "<xsl:call-template name='t'/></div></body></html>" },
        { HTML, "<style>a&lt;b</style>", "<html><head>"
            "<xsl:call-template name='t'/></head><body/></html>" },
    };
    struct fixture fixture;

    stylesheet_setup();
    fixture_begin(&fixture);
    for (size_t k = 0; k < COUNT(cases); k++) {
        write_template(&fixture, cases[k].output, "", cases[k].content,
            cases[k].body);
        CU_ASSERT(does_keep(&fixture));
        agree(&fixture);
    }
    fixture_end(&fixture);
}

/* As where nothing is kept. */
static void gives_up_in_a_script(void)
{
    xmlDocPtr source = fixture_xml(sources[0]);
    struct buffer out = BUFFER_EMPTY;
    struct fixture fixture;
    const char *why = "";

    stylesheet_setup();
    fixture_begin(&fixture);
    write_sheet(&fixture, HTML, "<xsl:template name='t'><p/></xsl:template>",
        "<html><head/><body><div><xsl:call-template name='t'/></div><script>"
        "<xsl:call-template name='t'/></script></body></html>");
    struct program *program = program_compile(&fixture.resources, PATH,
        &why);
    CU_ASSERT_PTR_NOT_NULL_FATAL(program);
    for (int k = 0; k < 2; k++) {
        CU_ASSERT_FATAL(!program_write(program, source, &style, &out,
            &why));
        CU_ASSERT_STRING_EQUAL(why, "an element in a script");
    }
    program_free(program);
    xmlFreeDoc(source);
    buffer_free(&out);
    fixture_end(&fixture);
}

CU_TestInfo steady_tests[] = {
    {"tells what is the same in each run",
        tells_what_is_the_same_in_each_run},
    {"writes it where it fits alone", writes_it_where_it_fits_alone},
    {"gives up in a script", gives_up_in_a_script},
    CU_TEST_INFO_NULL
};
