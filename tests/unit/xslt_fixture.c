/* A stylesheet run on a tree by libxslt and by the program, and both
 * results. */

#include "xslt_fixture.h"

#include <CUnit/CUnit.h>

#include "7_forms/reference.h"

#define HEAD "<xsl:stylesheet version='1.0' " \
    "xmlns:xsl='http://www.w3.org/1999/XSL/Transform' " \
    "xmlns:exsl='http://exslt.org/common' " \
    "xmlns:str='http://exslt.org/strings' " \
    "xmlns:set='http://exslt.org/sets' xmlns:n='urn:n' " \
    "xmlns:x='urn:jixiao:exact' " \
    "exclude-result-prefixes='exsl str set n x'>"

const char xslt_source[] =
    "<r k='7' xmlns:n='urn:n'><a i='1' t='甲'>一<b>二</b>三</a>"
    "<a i='2' t='乙'><b>四</b></a><!-- c --><?p q?>"
    "<n:a i='3' n:w='丙'>五</n:a><e/><a i='x' t='甲'> x  y </a>"
    "<v value='15000' type='amount' unit='万元'>1.5</v></r>";

const struct print_style xslt_style = { 2, 0 };

void xslt_print_reference(const struct fixture *fixture, xmlDocPtr source,
    struct buffer *out)
{
    struct findings *findings = findings_new();
    struct reference *reference = reference_compile(&fixture->resources,
        XSLT_PATH, findings);
    xmlDocPtr made = reference ? reference_apply(reference, source, xslt_style,
        NULL, findings) : NULL;

    if (!made || !reference_print(reference, made, out))
        buffer_add_char(out, '!');
    xmlFreeDoc(made);
    reference_free(reference);
    findings_free(findings);
}

void xslt_write(const struct fixture *fixture, const char *output,
    const char *top, const char *body)
{
    struct buffer sheet = BUFFER_EMPTY;

    buffer_printf(&sheet, HEAD "<xsl:output encoding='UTF-8' %s/>%s"
        "<xsl:template match='/'>%s</xsl:template>" XSLT_TAIL, output, top,
        body);
    fixture_write(fixture, XSLT_PATH, buffer_string(&sheet));
    buffer_free(&sheet);
}
