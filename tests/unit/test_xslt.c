/* Stylesheets that are compiled here: each construct, with what libxslt makes
 * of it. */

#include <CUnit/CUnit.h>
#include <stdio.h>
#include <string.h>

#include "3_transform/submission.h"
#include "7_forms/reference.h"
#include "7_forms/stylesheet.h"
#include "7_forms/xslt/program_compile.h"
#include "7_forms/xslt/program_run.h"
#include "fixture.h"
#include "xslt_fixture.h"

static void print_program(const struct fixture *fixture, xmlDocPtr source,
    struct buffer *out, const char **why)
{
    struct program *program = program_compile(&fixture->resources, XSLT_PATH,
        why);

    if (!program || !program_write(program, source, &xslt_style, out, why))
        buffer_add_char(out, '!');
    program_free(program);
}

static void add_tree(struct buffer *out, xmlDocPtr tree)
{
    xmlChar *bytes = NULL;
    int length = 0;

    if (tree)
        xmlDocDumpMemory(tree, &bytes, &length);
    buffer_add_string(out, bytes ? (const char *)bytes : "!");
    xmlFree(bytes);
    xmlFreeDoc(tree);
}

/* So do both ways give the same tree. */
static void agree_on_tree_with(const struct fixture *fixture,
    xmlDocPtr source, const struct parameter *parameter)
{
    struct buffer ours = BUFFER_EMPTY, theirs = BUFFER_EMPTY;
    struct findings *findings = findings_new();
    const char *why;
    struct program *program = program_compile(&fixture->resources, XSLT_PATH,
        &why);
    struct reference *reference = reference_compile(&fixture->resources,
        XSLT_PATH, findings);

    CU_ASSERT_FATAL(program && reference);
    add_tree(&ours, program_make(program, source, &xslt_style, parameter,
        &why));
    add_tree(&theirs, reference_apply(reference, source, xslt_style,
        parameter, findings));
    CU_ASSERT_STRING_EQUAL(buffer_string(&ours), buffer_string(&theirs));
    buffer_free(&ours);
    buffer_free(&theirs);
    program_free(program);
    reference_free(reference);
    findings_free(findings);
}

static void agree_on_tree(const struct fixture *fixture, xmlDocPtr source)
{
    agree_on_tree_with(fixture, source, NULL);
}

/* Both ways give the same bytes, and none of them fails. */
static void agree(const char *output, const char *top, const char *body)
{
    struct buffer ours = BUFFER_EMPTY, theirs = BUFFER_EMPTY;
    xmlDocPtr source = fixture_xml(xslt_source);
    struct fixture fixture;
    const char *why = NULL;

    stylesheet_setup();
    fixture_begin(&fixture);
    fixture_write(&fixture, "stylesheets/e/words.xml",
        "<w><l k='甲'>词</l><l k='乙'>语</l></w>");
    xslt_write(&fixture, output, top, body);
    xslt_print_reference(&fixture, source, &theirs);
    print_program(&fixture, source, &ours, &why);
    if (strcmp(buffer_string(&ours), buffer_string(&theirs)) != 0)
        printf("%s%s: %s (%s), not %s\n", top, body, buffer_string(&ours),
            why ? why : "", buffer_string(&theirs));
    CU_ASSERT_STRING_EQUAL(buffer_string(&ours), buffer_string(&theirs));
    CU_ASSERT_STRING_NOT_EQUAL(buffer_string(&theirs), "!");
    if (strstr(output, "xml"))
        agree_on_tree(&fixture, source);
    buffer_free(&ours);
    buffer_free(&theirs);
    fixture_end(&fixture);
    xmlFreeDoc(source);
}

static void evaluates_expressions_as_libxslt_does(void)
{
    static const char *const expressions[] = {
        "/r/a", "//a[2]", "/r/a[last()]", "/r/a[position() &gt; 1]/@i",
        "count(//node())", "count(/r/a/b/..)", "count(//b/ancestor::*)",
        "count(//b/ancestor-or-self::*)", "count(//a/descendant::node())",
        "//b[2]", "(//b)[2]", "/r/*[3]", "/r/n:a/@n:w", "/r/n:*", "/r/@*",
        "//a[@t = '甲'][2]", "//a[@t = '甲' or @i &gt; 1][last()]/@i",
        "/r/a[2]/preceding-sibling::*[1]/@i", "/r/comment()",
        "/r/a[3]/preceding-sibling::a[2]/@i", "/r/processing-instruction()",
        "/r/a[1]/following-sibling::*[2]/@i", "/r/a[1]/text()[2]",
        "name(//e/following-sibling::*[last()])", "local-name(/r/n:a)",
        "namespace-uri(/r/n:a)", "name(/r/n:a)", "name(/none)", "name(/r/@k)",
        "name()", "string(/r/a[1])", "string-length(/r/a[1])",
        "string-length('𠮷a')", "concat(/r/@k, '-', 1 div 3, true())",
        "substring('一二三四', 2)", "substring('12345', 1.5, 2.6)",
        "substring('12345', 0, 3)", "substring('12345', -42, 1 div 0)",
        "substring('12345', 0 div 0)", "substring-before('1999/04', '/')",
        "substring-after('1999/04', '/')", "substring-after('a', '')",
        "substring-before('a', 'b')", "translate('一b', 'b一', 'X')",
        "translate('bar', 'abc', 'AB')", "normalize-space(/r/a[3])",
        "starts-with('甲乙', '甲')", "contains('甲乙', '丙')",
        "contains('aab', 'ab')", "sum(/r/a[@i &lt; 3]/@i)", "sum(/r/a/@i)",
        "1 div 0", "-1 div 0", "0 div 0", "7 mod 3", "-7 mod 3", "7 mod 0",
        "1.5 mod 0.5", "round(2.5)", "round(-2.5)", "round(-0.2)",
        "floor(-1.5)", "ceiling(1.2)", "number('  12.50 ')", "number('1e3')",
        "number('-')", "number(true())", "number(/r/e)", "number()",
        "0.1 + 0.2", "1000000 * 1000000", "123456789012345678", "1 div 3",
        "-0.000001", "100000000000000000000000", "5 - - 3", "- /r/@k",
        "2 + 3 * 4 - 6 div 2", "boolean(/r/none)", "boolean('')",
        "not(/r/e)", "boolean(0 div 0)", "/r/a = '甲'", "/r/a/@t = '乙'",
        "/r/a/@t != '乙'", "/r/a/@i = 2", "/r/a/@i &gt; 1", "2 &lt; /r/a/@i",
        "count((//a)[position() &lt;= 2])", "(//a)[2 &lt; position()]",
        "count((//a)[2 &gt; position()])", "(//a)[position() &gt;= 1.5]",
        "count((//a)[position() &lt; 1.5])", "(//a)[position() &gt; -3]",
        "count((//a)[position() &lt; 'x'])", "(//a)[position() &lt;= 0]",
        "count((//a)[position() &gt; true()])", "(//a)[position() &gt; 9]",
        "count((//a)[position() &lt; //@i])", "(//a)[last() &gt; position()]",
        "(//a)[position() &gt; 1][position() &lt;= 2][1]",
        "(//a)[. != '四'][position() &gt;= 2]", "(//a)[position() = 2]",
        "count((//a)[position() &lt; @i])", "(/none)[position() &lt; 2]",
        "(//a)[3]/@i", "(//a)[position() = 2.0]/@i", "count((//a)[1.5])",
        "count((//a)[0])", "(//a)[last()]/@i", "(//a)[last() - 1]/@i",
        "(//a)[2 = position()]/@i", "count((//a)[position() = '2'])",
        "count((//a)[position() = true()])", "count((//a)[9])",
        "count((//a)[position() = //@i])", "(//a)[last()][last()]/@i",
        "count((//a)[-1])", "(//a)[. != ''][2]/@i", "count((//a)[0 div 0])",
        "count(//a[@t = current()/r/a/@t])", "//a[@i = current()/r/a[2]/@i]",
        "count(//a[@none = /none])", "//a['乙' = @t]", "//a[@i = 2]",
        "count(//a[@i = true()])", "count(//a[. = name()])",
        "count(/r/a[1]/following-sibling::*[1][self::a]/@i)",
        "count(/r/a[1]/following-sibling::*[2][@i = 3])", "//*[2][self::b]",
        "/r/e/preceding-sibling::*[2][@t]/@i", "count(//*[1][. != ''])",
        "count(//node()[preceding-sibling::a[1]/@i = 2])",
        "count(//@*[preceding-sibling::a[1]])",
        "count(//a[1][2])", "count(/r/a[1.5][1])", "count(/r/a[0][1])",
        "//@* = //node()", "//@* = //@*", "//a = //node()[not(*)]",
        "//node() = //@w", "//@t != //@t", "//a/@none != //@t",
        "/r/a[1]/@t != /r/a[@t = '甲']/@t", "//@i &lt; //@k",
        "//@t &gt; //@i", "//@i &gt;= //v/@value", "//@none &lt;= //@i",
        "/r/a/@t = /r/a[3]/@t", "/r/a/@i &lt;= /r/a/@i", "'a' = 'a'",
        "'10' &gt; '9'", "true() = 'x'", "/none = false()", "1 = '1.0'",
        "'a' != 'b'", "true() != false()", "1 != 1",
        "1 &lt; 2 &lt; 3", "true() &gt; 'x'", "true() &gt;= /r/none",
        "2 &gt; true()", "1 &gt;= 1",
        "true() and false() or true()", "count(/r/a | /r/e | /r/a)",
        "(/r/e | /r/a)[1]", "/r/none | /r/e", "count(/)", "count(.)",
        "count(/r/a[.//b])", "count(/r//b)", "count(//b/../../a)",
        "count(/r/a/self::a[b])", "/r/a[b = '四']/@i", "/r/a[b][2]/@t",
        "//a[last() - 1]/@i", "//a[count(b)]/@i", "/r/a[position() = last()]",
        "count(/r/attribute::k/..)", "/r/child::a/attribute::i",
        "count(/descendant-or-self::node())", "string(/r/a[false()])",
        "generate-id(/r) = generate-id(/r)", "generate-id(/none)",
        "generate-id(/r) = generate-id(/r/a)", "current()/r/@k",
        "/r/a[@i = current()/r/a[2]/@i]/@t", "format-number(0.125, '0.##')",
        "format-number(1234.5, '#,##0.00')", "format-number(5, '0000')",
        "format-number(0 div 0, '0')", "str:tokenize(' a b  c ')[2]",
        "count(str:tokenize('a,b', ','))", "str:tokenize('')",
        "str:encode-uri('甲 /?', true())", "str:encode-uri('甲 /?', false())",
        "set:distinct(/r/a/@t)[2]", "count(set:distinct(/r/a/@t))",
        "document('words.xml')/w/l", "count(document('words.xml') | /)",
        "document('words.xml')/w/l[@k = '乙']", "x:print(/r/v, '万元')",
        "x:print('15000', '元')", "x:tag('/a/b')", "x:sum(/r/v)",
        "x:tag(/r/a/@t)", "x:tag(/none)", "x:tag(1 + 1)", "x:tag(true())",
        "x:is-blank(/r/e)", "x:is-blank(/none)", "x:product(2, 3)",
        "x:prints-alike(/r/v, '15000')", "(1 + 2) * 3",
        "count(/r/a[1]/b[1]/preceding-sibling::node())", "((/r)/a)[3]/@i",
        "count(/r/a[1]/@i/following-sibling::*)", "/r/a[1.5]", "/r/a[0]",
        "/r/a[@i][@t][2]/@i", "/r/a['']", "/r/a[number(@i)]/@t",
    };
    char body[512];

    for (size_t i = 0; i < COUNT(expressions); i++) {
        snprintf(body, sizeof body, "[<xsl:value-of select=\"%s\"/>]",
            expressions[i]);
        agree("method='text'", "", body);
    }
}

static void runs_instructions_as_libxslt_does(void)
{
    static const struct { const char *top, *body; } cases[] = {
        { "", "<o/>" }, { "", "" }, { "", "<o a='1' b='{/r/@k}{{x}}'/>" },
        { "<xsl:variable name='g' select='/r/a[3]'/>", "<xsl:variable "
            "name='v'>2</xsl:variable><xsl:variable name='n' select='//a'/>"
            "<o a='{count($n[position() &lt;= $v])}' b='{$n[$v &lt; "
            "position()]}' c='{count($n[position() &gt; 1])}{count($n)}' "
            "d='{count($n[@i = $v])}{count($n[@t = $n[2]/@t])}{count($n[@t "
            "= $g/@t])}{count(/r/a[@i = $v][@t = $n/@t])}' e='{$n[@i = "
            "string($v)]/@t}{count($n[position() &lt; 3][@i &gt; 1])}'/>" },
        { "", "<o b='}}a{{{/r/@k}}}{{{{{1}b{2}{/r/a}'/>" },
        { "", "<o>a<xsl:value-of select='1'/>b<xsl:processing-instruction "
            "name='x'>c</xsl:processing-instruction>d<xsl:value-of "
            "select='/r/e'/>e<p/>e<xsl:text>f</xsl:text></o>" },
        { "", "<o>a&lt;&amp;&gt;\"'&#13;&#9;é</o>" },
        { "", "<o a='&lt;&amp;&gt;&quot;&#10;&#13;&#9;甲'/>" },
        { "", "<xsl:text> a </xsl:text><o/>" },
        { "", "<o xml:space='preserve'> <p> </p></o>" },
        { "", "<o><xsl:attribute name='a'>x<xsl:value-of select='/r/@k'/>"
            "</xsl:attribute><p/></o>" },
        { "", "<o a='1'><xsl:attribute name='a'>2</xsl:attribute></o>" },
        { "", "<n:o n:a='1'><xsl:attribute name='n:b'>2</xsl:attribute>"
            "</n:o>" },
        { "", "<o a='1' b='{/r/@k}' c='3'><xsl:attribute name='b'>longer"
            "</xsl:attribute><xsl:attribute name='a'/><xsl:attribute "
            "name='d'>4</xsl:attribute><xsl:attribute name='c'>5"
            "</xsl:attribute><xsl:attribute name='d'>66</xsl:attribute>"
            "<p/></o>" },
        { "", "<o a='1' b='2'><xsl:attribute name='n:c'>3</xsl:attribute>"
            "<xsl:attribute name='a'>44</xsl:attribute><xsl:attribute "
            "name='n:c'>5</xsl:attribute></o>" },
        { "", "<o xmlns:m='urn:m' a='1' m:b='2'><xsl:copy-of "
            "select='/r/n:a/@n:w'/><xsl:copy-of select='/r/@k'/>"
            "<xsl:attribute name='m:b'/></o>" },
        { "", "<o><p a='&quot;&lt;{{' b=''><q/>t&amp;<q>u</q></p></o>" },
        { "", "<o><p xml:space='preserve'> <q xml:lang='zh'> </q></p></o>" },
        { "", "<o><p><xsl:text/><q><xsl:text> </xsl:text></q></p></o>" },
        { "", "<o><n:p n:a='1' b='2'><n:q/></n:p><n:p><q/></n:p></o>" },
        { "", "<n:o><n:p n:a='1' b='2'><n:q/></n:p><n:p><q/></n:p></n:o>" },
        { "", "<n:o><n:p n:a='{/r/@k}&lt;'><n:q n:b='{/r/@k}{1}' c='{2}'/>"
            "<xsl:if test='1'><n:q n:a='{3}'/></xsl:if><q><n:q/></q></n:p>"
            "</n:o>" },
        { "", "<n:o><xsl:variable name='v'><n:p><n:q a='{/r/@k}'/></n:p>"
            "</xsl:variable><xsl:copy-of select='$v'/></n:o>" },
        { "", "<o a='{\"&lt;&amp;&gt;&#9;&#10;\"}' b='{\"&gt;\"}'>"
            "<xsl:attribute name='a'>&lt;</xsl:attribute></o>" },
        { "", "<n:o><n:p n:a='1'/><n:p xmlns:n='urn:m' n:a='1'/></n:o>" },
        { "", "<o><a><b><c><d><e><f><g><h><i><j><k/></j></i></h></g></f></e>"
            "</d></c></b></a></o>" },
        { "", "<xsl:variable name='v'><p a='1'><q/></p></xsl:variable><o>"
            "<xsl:copy-of select='$v'/><xsl:value-of select='$v'/></o>" },
        { "<xsl:template match='b'><p a='1'>x</p></xsl:template>",
            "<o xmlns='urn:o'><xsl:apply-templates select='//b'/></o>" },
        { "", "<o><xsl:attribute name='n:b{/r/@k}'>2"
            "</xsl:attribute></o>" },
        { "", "<o xmlns='urn:o'><p xmlns=''/><q xmlns:m='urn:m' m:a=''/>"
            "</o>" },
        { "", "<xsl:element name='e{/r/@k}'>x</xsl:element>" },
        { "", "<xsl:processing-instruction name='p'>d</xsl:processing-"
            "instruction><o/>" },
        { "", "<o><xsl:copy-of select='/r'/></o>" },
        { "", "<o><xsl:copy-of select='/r/n:a'/></o>" },
        { "", "<o xmlns:n='urn:m'><xsl:copy-of select='/r/a'/></o>" },
        { "", "<o><xsl:variable name='v'><b xmlns:m='urn:1'><c "
            "xmlns:m='urn:2'><d m:e=''/></c></b></xsl:variable><p "
            "xmlns:m='urn:2'><xsl:copy-of select='exsl:node-set($v)//d'/>"
            "</p><q><xsl:copy-of select='exsl:node-set($v)//d'/></q></o>" },
        { "", "<o><xsl:copy-of select='/r/a[1]/@* | /r/@k'/></o>" },
        { "", "<o><xsl:copy-of select='/r/@k'/><xsl:copy-of select='1 + 1'/>"
            "</o>" },
        { "", "<o><xsl:if test='/r/e'>y</xsl:if><xsl:if test='/r/f'>n"
            "</xsl:if></o>" },
        { "", "<o><xsl:choose><xsl:when test='/r/f'>1</xsl:when><xsl:when "
            "test='/r/e'>2</xsl:when><xsl:otherwise>3</xsl:otherwise>"
            "</xsl:choose></o>" },
        { "", "<o><xsl:choose><xsl:when test='/r/f'>1</xsl:when>"
            "<xsl:otherwise>3</xsl:otherwise></xsl:choose></o>" },
        { "", "<o><xsl:choose><xsl:when test='/r/f'>1</xsl:when>"
            "</xsl:choose></o>" },
        { "", "<o><xsl:for-each select='/r/*'><xsl:value-of select="
            "\"concat(position(), '/', last(), name(), ' ')\"/>"
            "</xsl:for-each></o>" },
        { "", "<o><xsl:for-each select='/r/a'><xsl:sort select='@t' "
            "order='descending'/><xsl:sort select='@i' data-type='number'/>"
            "<xsl:value-of select='@i'/></xsl:for-each></o>" },
        { "", "<o><xsl:for-each select='/r/*'><xsl:sort/><xsl:value-of "
            "select='concat(name(), position())'/></xsl:for-each></o>" },
        { "", "<o><xsl:for-each select='/r/a'><xsl:sort select='@i' "
            "data-type='number' order='descending'/><xsl:value-of "
            "select='@i'/></xsl:for-each></o>" },
        { "", "<o><xsl:apply-templates/></o>" },
        { "", "<o><xsl:apply-templates select='/r/@*'/></o>" },
        { "<xsl:template match='a'>A</xsl:template>"
            "<xsl:template match='*'>S<xsl:apply-templates/></xsl:template>"
            "<xsl:template match='text()'>T</xsl:template>",
            "<o><xsl:apply-templates/></o>" },
        { "<xsl:template match='a[1]'>1</xsl:template>"
            "<xsl:template match='a[@i = 2]'>2</xsl:template>"
            "<xsl:template match='r/n:a'>3</xsl:template>"
            "<xsl:template match='n:*'>4</xsl:template>"
            "<xsl:template match='a//b'>5</xsl:template>"
            "<xsl:template match='/r/e' priority='2'>6</xsl:template>"
            "<xsl:template match='e | v'>7</xsl:template>",
            "<o><xsl:apply-templates/></o>" },
        { "<xsl:template match='@i'>i</xsl:template>"
            "<xsl:template match='@*'>a</xsl:template>"
            "<xsl:template match='a/@t'>t</xsl:template>"
            "<xsl:template match='comment()'>c</xsl:template>"
            "<xsl:template match='processing-instruction()'>p"
            "</xsl:template>", "<o><xsl:apply-templates "
            "select='//@* | //comment() | //processing-instruction()'/></o>" },
        { "<xsl:template match='a[last()]'>L</xsl:template>"
            "<xsl:template match='a[position() = 2]'>2</xsl:template>"
            "<xsl:template match='//v'>v</xsl:template>"
            "<xsl:template match='node()'>n</xsl:template>",
            "<o><xsl:apply-templates select='/r/node()'/></o>" },
        { "<xsl:template match='a' mode='m'>m<xsl:apply-templates "
            "mode='m'/></xsl:template><xsl:template match='a'>n"
            "</xsl:template>", "<o><xsl:apply-templates mode='m'/></o>" },
        { "<xsl:template match='a' priority='1'>1</xsl:template>"
            "<xsl:template match='a'>2</xsl:template>"
            "<xsl:template match='b'>3</xsl:template>"
            "<xsl:template match='b'>4</xsl:template>",
            "<o><xsl:apply-templates select='//a | //b'/></o>" },
        { "<xsl:template name='t'><xsl:param name='p' select=\"'d'\"/>"
            "<xsl:param name='q'><e/>x</xsl:param><xsl:value-of "
            "select='concat($p, $q)'/><xsl:copy-of select='$q'/>"
            "</xsl:template>", "<o><xsl:call-template name='t'/>"
            "<xsl:call-template name='t'><xsl:with-param name='p' select='1'"
            "/><xsl:with-param name='q'><f/></xsl:with-param>"
            "<xsl:with-param name='z' select='2'/></xsl:call-template></o>" },
        { "<xsl:template match='b'><xsl:param name='p'/><xsl:value-of "
            "select='$p'/></xsl:template>", "<o><xsl:apply-templates>"
            "<xsl:with-param name='p' select='5'/></xsl:apply-templates>"
            "</o>" },
        { "<xsl:variable name='g' select='/r/a'/><xsl:variable name='h'>"
            "<i k='1'>x</i><i k='2'/></xsl:variable>", "<o><xsl:value-of "
            "select='count($g)'/><xsl:copy-of select='$h'/><xsl:value-of "
            "select=\"exsl:node-set($h)/i[@k = '1']\"/></o>" },
        { "<xsl:variable name='a'><i>x<p/>y</i></xsl:variable><xsl:variable "
            "name='b'><xsl:for-each select='/r/a'><q/><xsl:value-of "
            "select='$a'/></xsl:for-each></xsl:variable>", "<o><xsl:value-of "
            "select=\"concat($b, '|', $a)\"/></o>" },
        { "", "<o><xsl:variable name='v'>x</xsl:variable><xsl:value-of "
            "select=\"concat($v, count(exsl:node-set($v)/node()), "
            "string-length($v), $v = 'x', boolean($v))\"/></o>" },
        { "", "<o><xsl:variable name='v'><xsl:if test='0'>x</xsl:if>"
            "</xsl:variable><xsl:value-of select=\"concat($v, boolean($v), "
            "$v = '', count(exsl:node-set($v)/node()))\"/></o>" },
        { "", "<o><xsl:variable name='v'/><xsl:value-of "
            "select='boolean($v)'/></o>" },
        { "", "<o><xsl:variable name='v'>a<b>c</b>d<!-- e --></xsl:variable>"
            "<xsl:for-each select='exsl:node-set($v)/node()'><xsl:value-of "
            "select=\"concat(name(), '|')\"/></xsl:for-each></o>" },
        { "", "<o><xsl:variable name='v'><n:b xmlns:m='urn:m'><c m:d='1'/>"
            "</n:b></xsl:variable><xsl:copy-of select='$v'/><p><xsl:copy-of "
            "select='exsl:node-set($v)/n:b/c'/></p></o>" },
        { "<xsl:key name='k' match='a' use='@t'/><xsl:key name='k' match='b'"
            " use=\"'甲'\"/>", "<o><xsl:value-of select=\"concat(count("
            "key('k', '甲')), count(key('k', '丁')), count(key('k', "
            "/r/a/@t)), key('k', '乙')/@i)\"/></o>" },
        { "<xsl:key name='k' match='l' use='@k'/>", "<o><xsl:for-each "
            "select=\"document('words.xml')\"><xsl:value-of "
            "select=\"key('k', '乙')\"/></xsl:for-each></o>" },
        { "<xsl:key name='k' match='i' use='@n'/>", "<o><xsl:variable "
            "name='v'><i n='1'>x</i></xsl:variable><xsl:for-each "
            "select='exsl:node-set($v)'><xsl:value-of select=\"key('k', 1)\""
            "/></xsl:for-each></o>" },
        { "<xsl:variable name='w' select=\"document(concat('wor', "
            "'ds.xml'))\"/>", "<o><xsl:value-of select='$w/w/l[2]'/>"
            "<xsl:value-of select='count($w | document(\"words.xml\"))'/>"
            "</o>" },
        { "<xsl:variable name='f'><xsl:for-each select='//a'><xsl:value-of "
            "select='concat($g, @i)'/><xsl:copy-of select='$h'/>"
            "</xsl:for-each></xsl:variable><xsl:variable name='g' select="
            "\"concat('made in a turn of the loop ', count(//a))\"/>"
            "<xsl:variable name='h'><p>x<q/></p></xsl:variable>", "<o>"
            "<xsl:copy-of select='$f'/><xsl:value-of select='$g'/>"
            "<xsl:copy-of select='$h'/></o>" },
        { "<xsl:key name='k' match='a' use='str:tokenize(@t)'/>",
            "<o><xsl:for-each select='/r/a'><xsl:variable name='v'><p/>"
            "</xsl:variable><xsl:value-of select=\"count(key('k', @t))\"/>"
            "<xsl:copy-of select='$v'/></xsl:for-each></o>" },
        { "<xsl:key name='k' match='i' use='@n'/>", "<o><xsl:for-each "
            "select='/r/a'><xsl:variable name='v'><i n='{@i}'><xsl:value-of "
            "select='@t'/></i></xsl:variable><xsl:variable name='n' "
            "select='@i'/><xsl:for-each select='exsl:node-set($v)'>"
            "<xsl:value-of select=\"key('k', $n)\"/></xsl:for-each>"
            "</xsl:for-each></o>" },
        { "", "<o><xsl:processing-instruction name='p'/></o>" },
        { "<xsl:template match='a'><xsl:value-of select='position()'/>"
            "<xsl:value-of select='last()'/></xsl:template>",
            "<o><xsl:apply-templates select='/r/a'><xsl:sort select='@t'/>"
            "</xsl:apply-templates></o>" },
        { "<xsl:template name='deep'><xsl:param name='n'/><xsl:if "
            "test='$n &gt; 0'><d><xsl:call-template name='deep'>"
            "<xsl:with-param name='n' select='$n - 1'/></xsl:call-template>"
            "</d></xsl:if></xsl:template>", "<o><xsl:call-template "
            "name='deep'><xsl:with-param name='n' select='200'/>"
            "</xsl:call-template></o>" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        agree("method='xml'", cases[i].top, cases[i].body);
        agree("method='xml' indent='no' omit-xml-declaration='yes'",
            cases[i].top, cases[i].body);
    }
}

static void writes_html_as_libxslt_does(void)
{
    static const char *const bodies[] = {
        "<html><head><title>甲&lt;</title></head><body><p/></body></html>",
        "<html><head/><body><br/><hr class='x'/><img src='甲 a?b&amp;c'/>"
            "</body></html>",
        "<html><body/></html>", "<html/>", "<html><head></head></html>",
        "<html><head><style>a &gt; b { c: \"d\" }</style><script>if (a &lt; "
            "b &amp;&amp; c) {}</script></head></html>",
        "<html><body><a href=' x y&quot;甲' name='é' title='a\"b'>&gt;"
            "</a><i title=\"a&quot;b'c\"/><input checked='x' disabled=''/>"
            "<p class=''>\"'&#160;</p></body></html>",
        "<html><body><details open='open'/><li/><td/><option selected='1'/>"
            "<p>a<span></span></p></body></html>",
        "<html><head><meta name='a' content='b'/></head></html>",
        "<html lang='zh'><head><title/></head><body><xsl:copy-of "
            "select='/r/a/@t'/></body></html>",
        "<html><body><a href='#$%&amp;+,/:;&lt;=&gt;?@[\\]^`{{|}}~!*()'/>"
            "<form action='&#9;a'/></body></html>",
        "<html><body><p id='1' class='{/r/@k}' title='3'><xsl:attribute "
            "name='class'>longer</xsl:attribute><xsl:attribute name='id'/>"
            "<xsl:attribute name='lang'>zh</xsl:attribute>a</p><br id='1'>"
            "<xsl:attribute name='id'>2</xsl:attribute></br></body></html>",
    };

    for (size_t i = 0; i < COUNT(bodies); i++)
        agree("method='html' indent='no' "
            "doctype-system='about:legacy-compat'", "", bodies[i]);
}

/* Of siblings in their order and in another, by more steps than are kept, and
 * where another tree was. */
static void finds_the_nearest_before_as_libxslt_does(void)
{
    static const char *const bodies[] = {
        "<xsl:for-each select='//node()'>"
            "<x n='{preceding-sibling::a[1]/@i}'/></xsl:for-each>",
        "<xsl:for-each select='/r/node()'>"
            "<xsl:sort select='position()' data-type='number' "
            "order='descending'/><x n='{preceding-sibling::a[1]/@i}'/>"
            "</xsl:for-each>",
        "<xsl:for-each select='/r/node()'><x a='{preceding-sibling::a[1]}' "
            "b='{preceding-sibling::n:a[1]}' c='{preceding-sibling::n:*[1]}' "
            "d='{name(preceding-sibling::e[1])}' "
            "e='{preceding-sibling::*[1]}' f='{preceding-sibling::node()[1]}' "
            "g='{preceding-sibling::comment()[1]}' "
            "h='{preceding-sibling::processing-instruction()[1]}' "
            "i='{preceding-sibling::v[1]}'/></xsl:for-each>",
        "<xsl:for-each select='/r/*'><xsl:variable name='f'><xsl:choose>"
            "<xsl:when test='@i'><a i='{@i}'/><e/></xsl:when><xsl:otherwise>"
            "<e/><e/><e/><e/><e/></xsl:otherwise></xsl:choose></xsl:variable>"
            "<xsl:for-each select='exsl:node-set($f)/e[last()]'>"
            "<x n='{name(preceding-sibling::a[1])}'/></xsl:for-each>"
            "</xsl:for-each>",
    };

    for (size_t k = 0; k < COUNT(bodies); k++)
        agree("method='xml' omit-xml-declaration='yes'", "", bodies[k]);
}

/* What is given is a string, of markup and quotation marks, too; a variable,
 * and a parameter of a template, is not changed. */
static void takes_a_parameter_as_libxslt_does(void)
{
    static const char top[] = "<xsl:param name='p' select='1'/>"
        "<xsl:param name='q' select='2'/><xsl:variable name='v' "
        "select='concat($p, $q)'/><xsl:template name='t'><xsl:param "
        "name='p'/><i p='{$p}'/></xsl:template>";
    static const struct parameter cases[] = { { "p", "" },
        { "p", "附件4,'\"<&" }, { "v", "3" }, { "none", "4" } };
    xmlDocPtr source = fixture_xml(xslt_source);
    struct fixture fixture;

    stylesheet_setup();
    fixture_begin(&fixture);
    xslt_write(&fixture, "method='xml'", top, "<o p='{$p}' q='{$q}' "
        "v='{$v}' is='{boolean($p)}'><xsl:call-template name='t'/></o>");
    for (size_t i = 0; i < COUNT(cases); i++)
        agree_on_tree_with(&fixture, source, &cases[i]);
    xmlFreeDoc(source);
    fixture_end(&fixture);
}

/* A submission's, of which there may be any number. */
static void reads_attributes_that_are_no_nodes(void)
{
    static const size_t counts[] = { 0, 1, 32, 33, 70 };
    struct fixture fixture;
    const char *why;

    stylesheet_setup();
    fixture_begin(&fixture);
    xslt_write(&fixture, "method='text'", "", "<xsl:value-of "
        "select=\"concat(count(/*/@*), ' ', /*/@*[last()])\"/>");
    struct program *program = program_compile(&fixture.resources, XSLT_PATH,
        &why);
    CU_ASSERT_PTR_NOT_NULL_FATAL(program);
    for (size_t i = 0; i < COUNT(counts); i++) {
        static char names[70][24];
        xmlDocPtr source = submission_new();
        xmlNodePtr root = node_add((xmlNodePtr)source, "a");
        struct buffer out = BUFFER_EMPTY;
        char last[48];
        for (size_t k = 0; k < counts[i]; k++) {
            snprintf(names[k], sizeof names[k], "n%zu", k);
            CU_ASSERT_TRUE(node_add_attribute(root, names[k], names[k]));
        }
        CU_ASSERT_TRUE(program_write(program, source, &xslt_style, &out, &why));
        snprintf(last, sizeof last, "%zu %s", counts[i],
            counts[i] ? names[counts[i] - 1] : "");
        CU_ASSERT_STRING_EQUAL(buffer_string(&out), last);
        buffer_free(&out);
        submission_free(source);
    }
    program_free(program);
    fixture_end(&fixture);
}

CU_TestInfo xslt_tests[] = {
    {"evaluates expressions as libxslt does",
        evaluates_expressions_as_libxslt_does},
    {"runs instructions as libxslt does", runs_instructions_as_libxslt_does},
    {"writes HTML as libxslt does", writes_html_as_libxslt_does},
    {"finds the nearest before as libxslt does",
        finds_the_nearest_before_as_libxslt_does},
    {"takes a parameter as libxslt does",
        takes_a_parameter_as_libxslt_does},
    {"reads attributes that are no nodes",
        reads_attributes_that_are_no_nodes},
    CU_TEST_INFO_NULL
};
