/* The exact functions of XPath: sums, ratios, comparisons, printed figures,
 * dates. */

#include <CUnit/CUnit.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <stdlib.h>
#include <string.h>

#include "0_base/libxslt.h"
#include "4_formulas/exact.h"
#include "fixture.h"

static const char tree[] =
    "<s year='2023'>"
    "<a type='amount' unit='万元' value='99898.00'>9.99</a>"
    "<b type='amount' unit='元' value='102.00'>102</b>"
    "<fine type='amount' unit='万元' value='99898.00' decimals='3'>9.990</fine>"
    "<short type='amount' unit='万元' value='99900.00'>9.99</short>"
    "<other type='amount' unit='万元' value='99840.00'>9.98</other>"
    "<blank type='amount' unit='万元' state='null'/>"
    "<spaces> \n </spaces>"
    "<rate type='rate' unit='%' value='61.16'>61.16%</rate>"
    "<count type='count' unit='人' value='74'>74</count>"
    "<date type='date' value='2024-04-24'>2024年4月24日</date>"
    "<text type='text'>我局2023年的工作</text>"
    "<object type='object'><n value='1'/><n value='2.50'/></object>"
    "<mixed><n value='1'/><n/></mixed>"
    "<big><n value='999999999999999999'/><n value='1'/></big>"
    "<bad value='many'/>"
    "</s>";

static void keep_quiet(void *user, xmlErrorPtr error)
{
    (void)user;
    (void)error;
}

/* What an expression gives; "!" where it is an error. */
static const char *evaluate(xmlDocPtr doc, const char *expression)
{
    static const struct print_style style = { 2, 0 };
    struct exact exact = { .style = &style };
    static char text[256];
    xmlXPathContextPtr context = xmlXPathNewContext(doc);

    CU_ASSERT_TRUE_FATAL(exact_register_xpath(context, &exact));
    context->error = keep_quiet;
    context->node = xmlDocGetRootElement(doc);
    xmlXPathObjectPtr found = xmlXPathEvalExpression(BAD_CAST expression,
        context);
    xmlChar *string = found ? xmlXPathCastToString(found) : NULL;
    snprintf(text, sizeof text, "%s", string ? (const char *)string : "!");
    xmlFree(string);
    xmlXPathFreeObject(found);
    xmlXPathFreeContext(context);
    return text;
}

struct expected {
    const char *expression, *result;
};

static void check(const struct expected *cases, size_t count)
{
    xmlDocPtr doc = fixture_xml(tree);

    for (size_t i = 0; i < count; i++) {
        const char *result = evaluate(doc, cases[i].expression);
        if (strcmp(result, cases[i].result) != 0)
            fprintf(stderr, "%s is %s, not %s\n", cases[i].expression, result,
                cases[i].result);
        CU_ASSERT_STRING_EQUAL(result, cases[i].result);
    }
    xmlFreeDoc(doc);
}

static void adds_up_nodes(void)
{
    static const struct expected cases[] = {
        { "x:sum(a | b)", "100000.00" },
        { "x:sum(object/n)", "3.50" },
        { "x:sum(a)", "99898.00" },
        { "x:sum(object/n/@value)", "3.50" },
        { "x:sum(none)", "" },          /* no nodes are no zero */
        { "x:sum(mixed/n)", "" },       /* nor is a blank part */
        { "x:sum(a | blank)", "" },
        { "x:known(a | blank)", "99898.00" },
        { "x:known(mixed/n)", "1" },
        { "x:known(none)", "" },
        { "x:known(blank)", "" },
        { "x:known('12')", "!" },
        { "x:sum(big/n)", "!" },
        { "x:sum(bad)", "!" },
        { "x:sum('12')", "!" },         /* a string is no set of nodes */
        { "x:sum(3)", "!" },
        { "x:sum()", "!" }, { "x:sum(a, b)", "!" },
    };

    check(cases, COUNT(cases));
}

static void calculates_with_nodes_and_strings(void)
{
    static const struct expected cases[] = {
        { "x:difference(a, b)", "99796.00" },
        { "x:difference(b, a)", "-99796.00" },
        { "x:difference('10', 3)", "7" },
        { "x:difference(0.1 + 0.2, '0')", "!" },    /* no double */
        { "x:difference(1.5, '0')", "!" },
        { "x:difference(1 div 0, '0')", "!" },
        { "x:difference(0 div 0, '0')", "!" },
        { "x:difference(/s/@year, '1')", "2022" },
        { "x:difference(count/@value, '-1')", "75" },
        { "x:product('1.5', '3', 0)", "5" },
        { "x:product(a, '0.5', 2)", "49949.00" },
        { "x:product('0.5', '0.24')", "0.12" },
        { "x:ratio(count, '121', 2)", "61.16" },
        { "x:ratio(a, '0', 2)", "" },
        { "x:ratio('1', '3', 9)", "33.333333333" },
        { "x:change-rate('103', '100', 2)", "3.00" },
        { "x:change-rate('19268', '19340', 2)", "-0.37" },
        { "x:change-rate('5', '0', 2)", "" },
        { "x:ratio('1', '8')", "12.5" },
        { "x:ratio('1', '3')", "33.333333333" },
        { "x:change-rate('9', '8')", "12.5" },
        { "x:share('10', '97.35', 2)", "9.74" },
        { "x:share('10', '97.35')", "9.735" },
        { "x:min(a, b)", "102.00" }, { "x:max(a, b)", "99898.00" },
        { "x:min('1', '1.0')", "1.0" }, { "x:min('-2', '-1')", "-2" },
        { "x:max('-2', '-1')", "-1" },
        { "x:round('3.875', 2)", "3.88" }, { "x:round('-0.5', 0)", "-1" },
        { "x:round('3.8', '2')", "3.8" },
        { "x:compare(a, b)", "1" }, { "x:compare(b, a)", "-1" },
        { "x:compare('10', '10.00')", "0" },
        /* As many places as there is room for. */
        { "x:ratio('9999999999999', '1', 6)", "999999999999900.000" },
        { "x:change-rate('9999999999999', '1', 6)", "999999999999800.000" },
        { "x:product('999999999999999', '1', 9)", "999999999999999.000" },
        { "x:product('999999999999999', '0.12345')", "123449999999999.877" },
        { "x:ratio('999999999999999999', '0.1', 2)", "!" },
        { "x:difference('999999999999999999', '-1')", "!" },
        { "x:product('999999999999999999', '10', 0)", "!" },
    };

    check(cases, COUNT(cases));
}

static void makes_a_blank_of_a_blank(void)
{
    static const struct expected cases[] = {
        { "x:difference(blank, a)", "" }, { "x:difference(a, blank)", "" },
        { "x:difference(none, a)", "" }, { "x:difference(a, '')", "" },
        { "x:product(blank, '1', 0)", "" },
        { "x:product(blank, '1')", "" },
        { "x:ratio(a, none, 2)", "" }, { "x:ratio(none, a, 2)", "" },
        { "x:change-rate(a, blank, 2)", "" },
        { "x:change-rate(blank, a, 2)", "" },
        { "x:share(blank, '1', 2)", "" },
        { "x:min(a, blank)", "" }, { "x:max(blank, a)", "" },
        { "x:compare(a, blank)", "" }, { "x:compare('', '')", "" },
        { "x:round(blank, 2)", "" }, { "x:round('', 2)", "" },
        { "x:print(blank, '元')", "" }, { "x:print('', '万元')", "" },
        { "x:print(none, '元')", "" },
        { "x:date(none)", "" }, { "x:date('')", "" },
        /* A blank compares as neither more nor less. */
        { "boolean(x:compare(a, blank) > 0)", "false" },
        { "boolean(x:compare(a, blank) < 0)", "false" },
        /* An element without @value is blank, its words are no figure. */
        { "x:difference(text, '1')", "" },
    };

    check(cases, COUNT(cases));
}

static void refuses_what_it_cannot_calculate_with(void)
{
    static const struct expected cases[] = {
        { "x:difference('ten', '1')", "!" }, { "x:difference('1', '1元')", "!" },
        { "x:difference(bad, '1')", "!" }, { "x:difference(date, '1')", "!" },
        { "x:difference('1')", "!" }, { "x:difference('1', '2', '3')", "!" },
        { "x:difference()", "!" }, { "x:ratio('1')", "!" },
        { "x:ratio('1', '2', 10)", "!" }, { "x:ratio('1', '2', -1)", "!" },
        { "x:ratio('1', '2', '')", "!" }, { "x:ratio('1', '2', '1.0')", "!" },
        { "x:round('1', 'x')", "!" }, { "x:round('1', none)", "!" },
        { "x:round('1')", "!" }, { "x:round('x', 1)", "!" },
        { "x:compare(true(), '1')", "!" },
        { "x:print('1')", "!" }, { "x:print('1', '亿元')", "!" },
        { "x:print(rate, '元')", "!" }, { "x:print(object, '数')", "!" },
        { "x:print(bad, '数')", "!" }, { "x:print('x', '数')", "!" },
        { "x:date()", "!" }, { "x:is-blank()", "!" },
        { "x:contains-year('2023年')", "!" }, { "x:tag()", "!" },
    };

    check(cases, COUNT(cases));
}

static void tells_what_is_blank(void)
{
    static const struct expected cases[] = {
        { "x:is-blank(a)", "false" }, { "x:is-blank(blank)", "true" },
        { "x:is-blank(spaces)", "true" }, { "x:is-blank(text)", "false" },
        { "x:is-blank(none)", "true" }, { "x:is-blank('words')", "true" },
        { "x:is-blank(object/n)", "false" }, { "x:is-blank(@year)", "false" },
        { "x:is-blank(mixed/n[2])", "true" },
    };

    check(cases, COUNT(cases));
}

static void compares_as_printed(void)
{
    static const struct expected cases[] = {
        { "x:prints-alike(fine, short)", "true" },
        { "x:prints-alike(fine, a)", "true" },
        { "x:prints-alike(fine, other)", "false" },
        { "x:prints-alike(blank, other)", "true" },
        { "x:prints-alike(none, other)", "true" },
        { "x:prints-alike('1', other)", "true" },
        { "x:prints-alike(a)", "!" },
    };

    check(cases, COUNT(cases));
}

static void prints_as_the_edition_does(void)
{
    static const struct expected cases[] = {
        { "x:print(a, '元')", "99898元" }, { "x:print(a, '万元')", "9.99万元" },
        { "x:print(a, '数')", "9.99" }, { "x:print(a, '增减')", "增加9.99" },
        { "x:print(b, '万元')", "0.01万元" },
        { "x:print(rate, '%')", "61.16%" }, { "x:print(rate, '数')", "61.16" },
        { "x:print(count, '数')", "74" },
        { "x:print('15000', '万元')", "1.5万元" },
        { "x:print('-15000', '元')", "−15000元" },
        { "x:print('3.456', '%')", "3.46%" },
        { "x:print('-72', '增减')", "减少72" },
        { "x:print('0.004', '增减')", "持平" },
        { "x:print(x:product('20000', '0.5', 6), '万元')", "1万元" },
        { "x:print(/s/object/n[2]/@value, '数')", "2.5" },
    };

    check(cases, COUNT(cases));
}

static void prints_dates_and_finds_years(void)
{
    static const struct expected cases[] = {
        { "x:date('2024-04-24')", "2024年4月24日" },
        { "x:date(date)", "2024年4月24日" },
        { "x:date(text)", "" },
        { "x:contains-year(text, '2023')", "true" },
        { "x:contains-year(text, 2023)", "true" },
        { "x:contains-year(text, @year)", "true" },
        { "x:contains-year(text, 2022)", "false" },
        { "x:contains-year('12023年', 2023)", "false" },
        { "x:contains-year('12023年，2023年', 2023)", "true" },
        { "x:contains-year('2023', 2023)", "false" },
        { "x:contains-year('2023年度', 2023)", "true" },
        { "x:contains-year('', 2023)", "false" },
        { "x:contains-year('2023年', '')", "false" },
    };

    check(cases, COUNT(cases));
}

static void makes_tags_of_pointers(void)
{
    static const struct expected cases[] = {
        { "x:tag('/a')", "njinzbmecn" }, { "x:tag('')", "4oymiquy7q" },
        { "string-length(x:tag(text))", "10" },
    };

    check(cases, COUNT(cases));
}

static void keeps_the_zeros_of_the_style(void)
{
    static const struct print_style style = { 1, 1 };
    struct exact exact = { .style = &style };
    xmlDocPtr doc = fixture_xml(tree);
    xmlXPathContextPtr context = xmlXPathNewContext(doc);

    CU_ASSERT_TRUE_FATAL(exact_register_xpath(context, &exact));
    xmlXPathObjectPtr found = xmlXPathEvalExpression(
        BAD_CAST "x:print('9999.00', '元')", context);
    CU_ASSERT_STRING_EQUAL((const char *)found->stringval, "9999.0元");
    xmlXPathFreeObject(found);
    xmlXPathFreeContext(context);
    xmlFreeDoc(doc);
}

/* In a transformation variables may be fragments of a result. */
static void works_in_stylesheets(void)
{
    static const struct print_style style = { 2, 0 };
    xmlDocPtr source = fixture_xml(tree);
    xmlDocPtr sheet = fixture_xml("<xsl:stylesheet version='1.0'"
        " xmlns:xsl='http://www.w3.org/1999/XSL/Transform'"
        " xmlns:x='urn:jixiao:exact'>"
        "<xsl:output method='text' encoding='UTF-8'/>"
        "<xsl:variable name='v'>15000</xsl:variable>"
        "<xsl:template match='/s'>"
        "<xsl:value-of select=\"x:print(x:sum(a | b), '万元')\"/>"
        "<xsl:text> </xsl:text>"
        "<xsl:value-of select=\"x:print($v, '万元')\"/>"
        "</xsl:template></xsl:stylesheet>");
    CU_ASSERT_TRUE_FATAL(libxslt_open(NULL));
    xsltStylesheetPtr compiled = xsltNewStylesheet();
    CU_ASSERT_EQUAL_FATAL(xsltParseStylesheetUser(compiled, sheet), 0);
    xsltTransformContextPtr context = xsltNewTransformContext(compiled,
        source);
    xmlChar *text = NULL;
    int length;

    CU_ASSERT_TRUE_FATAL(exact_register_xslt(context, &style));
    xmlDocPtr result = xsltApplyStylesheetUser(compiled, source, NULL, NULL,
        NULL, context);
    CU_ASSERT_PTR_NOT_NULL_FATAL(result);
    xsltSaveResultToString(&text, &length, result, compiled);
    CU_ASSERT_STRING_EQUAL((const char *)text, "10万元 1.5万元");
    xmlFree(text);
    xmlFreeDoc(result);
    xsltFreeTransformContext(context);
    xsltFreeStylesheet(compiled);
    xmlFreeDoc(source);
}

CU_TestInfo exact_tests[] = {
    {"adds up nodes", adds_up_nodes},
    {"calculates with nodes and strings", calculates_with_nodes_and_strings},
    {"makes a blank of a blank", makes_a_blank_of_a_blank},
    {"refuses what it cannot calculate with",
        refuses_what_it_cannot_calculate_with},
    {"tells what is blank", tells_what_is_blank},
    {"compares as printed", compares_as_printed},
    {"prints as the edition does", prints_as_the_edition_does},
    {"prints dates and finds years", prints_dates_and_finds_years},
    {"makes tags of pointers", makes_tags_of_pointers},
    {"keeps the zeros of the style", keeps_the_zeros_of_the_style},
    {"works in stylesheets", works_in_stylesheets},
    CU_TEST_INFO_NULL
};
