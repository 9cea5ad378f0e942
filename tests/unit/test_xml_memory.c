/* What is said where memory runs out inside libxml2 and libxslt, as far as
 * these survive it themselves: not where XPath is evaluated. */

#include <CUnit/CUnit.h>
#include <libxml/xmlmemory.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "0_base/xml.h"
#include "0_base/xml_memory.h"
#include "0_base/xml_pieces.h"
#include "4_formulas/expression.h"
#include "7_forms/stylesheet.h"
#include "8_formats/package.h"
#include "fixture.h"

static size_t left;             /* allocations until one fails; 0: none */
static bool has_failed;

static bool fails(void)
{
    if (left == 0 || --left > 0)
        return false;
    has_failed = true;
    return true;
}

static void *failing_malloc(size_t size)
{
    return fails() ? NULL : malloc(size);
}

static void *failing_realloc(void *old, size_t size)
{
    return fails() ? NULL : realloc(old, size);
}

static char *failing_strdup(const char *text)
{
    return fails() ? NULL : strdup(text);
}

/* Something that is done with libxml2, and whether it has come out. */
typedef bool attempt(const struct fixture *fixture,
    struct findings *findings);

static bool loads(const struct fixture *fixture, struct findings *findings)
{
    xmlDocPtr doc = xml_load(&fixture->resources, "schemas/e/a.xml",
        findings);

    xmlFreeDoc(doc);
    return doc != NULL;
}

static bool compiles(const struct fixture *fixture,
    struct findings *findings)
{
    struct stylesheet *stylesheet = stylesheet_compile(&fixture->resources,
        "stylesheets/e/forms.xsl", findings);

    stylesheet_free(stylesheet);
    return stylesheet != NULL;
}

static bool reads_expression(const struct fixture *fixture,
    struct findings *findings)
{
    struct expression expression;

    (void)fixture;
    bool good = expression_compile(&expression, "sum(a/b[c = 'd']/text()) + 1",
        (struct expression_origin){ "rules.xml", "A1", 1 }, findings);
    if (good)
        expression_free(&expression);
    return good;
}

static bool packs(const struct fixture *fixture, struct findings *findings)
{
    static const char flat[] = "<?xml version='1.0' encoding='GBK'?>"
        "<pkg:package xmlns:pkg='http://schemas.microsoft.com/office/2006/"
        "xmlPackage'><pkg:part pkg:name='/a.xml' pkg:contentType='a/b'>"
        "<pkg:xmlData><a>\xC4\xDA</a></pkg:xmlData></pkg:part>"
        "</pkg:package>";
    const struct buffer document = { .bytes = (char *)flat,
        .length = sizeof flat - 1 };
    struct buffer out = BUFFER_EMPTY;

    (void)fixture;
    bool good = package_zip(&document, NULL, &out, findings);
    buffer_free(&out);
    return good;
}

/* What a process of its own ends with. */
enum outcome { OUTCOME_DONE, OUTCOME_MEMORY, OUTCOME_WRONG };

static enum outcome try_once(const struct fixture *fixture, attempt *try,
    size_t n)
{
    struct findings *findings = findings_new();

    left = n;
    bool good = try(fixture, findings);
    left = 0;
    for (size_t k = 0; k < findings_count(findings); k++)
        if (strcmp(findings_get(findings, k)->code, "X001") != 0)
            return OUTCOME_WRONG;
    if (!good && findings_worst(findings) != LEVEL_SYSTEM)
        return OUTCOME_WRONG;
    return has_failed ? OUTCOME_MEMORY : OUTCOME_DONE;
}

/* One allocation after the other fails, each in a process of its own: libxslt
 * does not survive all of them. */
static void try_all(const struct fixture *fixture, attempt *try)
{
    int status = OUTCOME_MEMORY << 8;

    for (size_t n = 1; n < 10000 && status != OUTCOME_DONE; n++) {
        fflush(stdout);
        pid_t child = fork();
        if (child == 0)
            _exit(freopen("/dev/null", "w", stderr)
                ? (int)try_once(fixture, try, n) : OUTCOME_WRONG);
        CU_ASSERT_EQUAL_FATAL(waitpid(child, &status, 0), child);
        CU_ASSERT_FALSE(WIFEXITED(status)
            && WEXITSTATUS(status) == OUTCOME_WRONG);
    }
    CU_ASSERT_EQUAL(status, OUTCOME_DONE);
}

static const char sheet[] = "<xsl:stylesheet version='1.0' "
    "xmlns:xsl='http://www.w3.org/1999/XSL/Transform' "
    "xmlns:x='urn:jixiao:exact' extension-element-prefixes='x'>"
    "<xsl:include href='part.xsl'/><xsl:key name='k' match='v' use='.'/>"
    "<xsl:variable name='a' select='/s/v[1]'/><xsl:output method='xml'/>"
    "<xsl:template match='/'><a b='{$a}'><xsl:apply-templates select='s/v'>"
    "<xsl:sort select='.'/></xsl:apply-templates><xsl:value-of "
    "select=\"x:sum(s/v)\"/></a></xsl:template></xsl:stylesheet>";

static const char part[] = "<xsl:stylesheet version='1.0' "
    "xmlns:xsl='http://www.w3.org/1999/XSL/Transform'>"
    "<xsl:template match='v'><b><xsl:choose><xsl:when test='position() = 1'>"
    "<xsl:copy-of select='.'/></xsl:when><xsl:otherwise><xsl:call-template "
    "name='c'><xsl:with-param name='d' select='string(.)'/>"
    "</xsl:call-template></xsl:otherwise></xsl:choose></b></xsl:template>"
    "<xsl:template name='c'><xsl:param name='d'/><e><xsl:attribute name='f'>"
    "<xsl:value-of select='concat($d, 1 + 2)'/></xsl:attribute></e>"
    "</xsl:template></xsl:stylesheet>";

static void says_memory_where_memory_ran_out(void)
{
    static attempt *const attempts[] = { loads, compiles,
        reads_expression, packs };
    struct fixture fixture;
    xmlFreeFunc free_was;
    xmlMallocFunc malloc_was;
    xmlReallocFunc realloc_was;
    xmlStrdupFunc strdup_was;

    stylesheet_setup();
    fixture_begin(&fixture);
    fixture_write(&fixture, "schemas/e/a.xml", "<?xml version='1.0' "
        "encoding='UTF-8'?><a xmlns='urn:a' b='甲'><!-- c --><d/>乙</a>");
    fixture_write(&fixture, "stylesheets/e/forms.xsl", sheet);
    fixture_write(&fixture, "stylesheets/e/part.xsl", part);
    xmlMemGet(&free_was, &malloc_was, &realloc_was, &strdup_was);
    xmlMemSetup(free, failing_malloc, failing_realloc, failing_strdup);
    xml_memory_watch();
    for (size_t k = 0; k < COUNT(attempts); k++)
        try_all(&fixture, attempts[k]);
    xmlMemSetup(free_was, malloc_was, realloc_was, strdup_was);
    fixture_end(&fixture);
}

static bool has_pieces(void)
{
    if (!XML_PIECES_WANTED)
        fixture_skip("xml memory: no pieces under a sanitizer");
    return XML_PIECES_WANTED;
}

static void keeps_small_pieces_together(void)
{
    if (!has_pieces())
        return;
    stylesheet_setup();
    xml_pieces_begin();
    xml_pieces_begin();
    char *first = xmlMalloc(24), *second = (char *)xmlStrdup(BAD_CAST "甲");
    char *large = xmlMalloc(4096);
    xml_pieces_end();
    char *third = xmlMalloc(1);
    xml_pieces_end();
    char *apart = xmlMalloc(1);

    CU_ASSERT(is_xml_piece(first) && is_xml_piece(second));
    CU_ASSERT(is_xml_piece(third));
    CU_ASSERT_EQUAL(second - first, 32);
    CU_ASSERT_EQUAL(third - second, 16);
    CU_ASSERT_STRING_EQUAL(second, "甲");
    CU_ASSERT_FALSE(is_xml_piece(large) || is_xml_piece(apart));
    xmlFree(large);
    xmlFree(first);
    xmlFree(third);
    CU_ASSERT_STRING_EQUAL(second, "甲");
    xmlFree(second);
    xmlFree(apart);
}

static void copies_a_piece_that_grows(void)
{
    stylesheet_setup();
    xml_pieces_begin();
    char *text = (char *)xmlStrdup(BAD_CAST "0123456789");
    CU_ASSERT_PTR_NOT_NULL_FATAL(text);
    text = xmlRealloc(text, 100);
    CU_ASSERT_FALSE(is_xml_piece(text));
    CU_ASSERT_STRING_EQUAL(text, "0123456789");
    xmlFree(text);
    text = (char *)xmlStrdup(BAD_CAST "0123456789");
    text = xmlRealloc(text, 3);
    CU_ASSERT_NSTRING_EQUAL(text, "012", 3);
    text = xmlRealloc(text, 40);
    CU_ASSERT_NSTRING_EQUAL(text, "012", 3);
    xmlFree(text);
    xml_pieces_end();
}

/* Many chunks, of which some pieces outlive the others; and one that is given
 * back and taken again time after time. */
static void gives_chunks_back(void)
{
    static char *pieces[2000];

    if (!has_pieces())
        return;
    stylesheet_setup();
    xml_pieces_begin();
    for (size_t k = 0; k < COUNT(pieces); k++) {
        pieces[k] = xmlMalloc(100);
        memset(pieces[k], (int)(k % 100), 100);
    }
    xml_pieces_end();
    for (size_t k = 0; k < COUNT(pieces); k += 2)
        xmlFree(pieces[k]);
    for (size_t k = 1; k < COUNT(pieces); k += 2) {
        CU_ASSERT_EQUAL(pieces[k][99], (int)(k % 100));
        xmlFree(pieces[k]);
    }
    xml_pieces_begin();
    char *first = xmlMalloc(100);
    xmlFree(first);
    for (int k = 0; k < 1000; k++) {
        char *next = xmlMalloc(100);
        CU_ASSERT_PTR_EQUAL(next, first);
        xmlFree(next);
    }
    xml_pieces_end();
}

CU_TestInfo xml_memory_tests[] = {
    { "keeps small pieces together", keeps_small_pieces_together },
    { "copies a piece that grows", copies_a_piece_that_grows },
    { "gives chunks back", gives_chunks_back },
    { "says memory where memory ran out", says_memory_where_memory_ran_out },
    CU_TEST_INFO_NULL
};
