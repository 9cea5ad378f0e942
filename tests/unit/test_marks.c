/* Findings put into a page model, behind the values that they are about. */

#include <CUnit/CUnit.h>
#include <string.h>

#include "9_bundle/marks.h"
#include "fixture.h"

#define HEAD "<documents xmlns='urn:jixiao:document:1'>"
#define TAIL "</documents>"

static const char page_model[] = HEAD
    "<attachment id='附件1' kind='附件1' src=''>"
    "<value src='/r/2'>2</value><value src='/r/1'/></attachment>"
    "<attachment id='附件2-1' kind='附件2' src='/p/0'>"
    "<value src='/p/0/t'>文<value src='/r/1'/>末</value></attachment>"
    "<attachment id='附件2-2' kind='附件2' src='/p/1'>"
    "<value src='/p/1/b'>3</value><value src='/p/1/a'>4</value></attachment>"
    TAIL;

/* The model with marks; the caller frees it. */
static xmlDocPtr mark(const struct findings *findings)
{
    struct printed_index index;
    struct attachment_index homes;
    xmlDocPtr documents = fixture_xml(page_model);

    CU_ASSERT_TRUE_FATAL(printed_index_make(&index, documents));
    CU_ASSERT_TRUE_FATAL(attachment_index_make(&homes, documents));
    CU_ASSERT_TRUE(marks_put(&index, &homes, findings, "a.json"));
    attachment_index_free(&homes);
    printed_index_free(&index);
    return documents;
}

/* Which values are marked, by what stands in front of <findings>. */
static const char *marked(xmlDocPtr documents)
{
    static char text[256];

    text[0] = '\0';
    for (int k = 1; k <= 8; k++) {
        char expression[160];
        snprintf(expression, sizeof expression, "string((//*[local-name() = "
            "'findings'])[%d]/preceding-sibling::*[1]/@src)", k);
        const char *src = fixture_xpath(documents, expression);
        if (!*src)
            break;
        strcat(strcat(text, src), " ");
    }
    return text;
}

static void puts_findings_behind_the_values_that_they_are_about(void)
{
    static const struct { const char *kind, *pointer, *marked; } cases[] = {
        /* Wherever it is printed. */
        { "附件1", "/r/1", "/r/1 /r/1 " }, { NULL, "/r/1", "/r/1 /r/1 " },
        { "附件2", "/p/0/t", "/p/0/t " },
        /* A part of the data where it is first printed. */
        { "附件1", "/r", "/r/2 " }, { "附件2", "/p/1", "/p/1/b " },
        { NULL, "/p", "/p/0/t " },
        /* What its attachment does not print. */
        { "附件2", "/p/0/none", "" }, { "附件1", "/p/1", "/p/1/b " },
        { NULL, "", "" }, { NULL, NULL, "" }, { NULL, "/none", "" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct findings *findings = findings_new();
        findings_add_made(findings, &(struct finding){ .code = "A1",
            .level = LEVEL_ERROR, .attachment = cases[i].kind,
            .pointer = cases[i].pointer, .text = { "句", "s" } });
        xmlDocPtr documents = mark(findings);
        CU_ASSERT_STRING_EQUAL(marked(documents), cases[i].marked);
        xmlFreeDoc(documents);
        findings_free(findings);
    }
}

static void puts_findings_behind_the_cells_that_they_name(void)
{
    static const struct { const char *cells, *marked; } cases[] = {
        { "/p/1/a\n", "/p/1/a " }, { "/p/1/b\n/p/1/a\n", "/p/1/b /p/1/a " },
        { "/p/1/a\n/none\n", "/p/1/a " }, { "/r/1\n", "/r/1 /r/1 " },
        /* None of them is printed. */
        { "/none\n", "/r/2 " }, { NULL, "/r/2 " },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct findings *findings = findings_new();
        findings_add_made(findings, &(struct finding){ .code = "A1",
            .level = LEVEL_ERROR, .pointer = "/r/2", .cells = cases[i].cells,
            .text = { "句", "s" } });
        xmlDocPtr documents = mark(findings);
        CU_ASSERT_STRING_EQUAL(marked(documents), cases[i].marked);
        xmlFreeDoc(documents);
        findings_free(findings);
    }
}

static void puts_all_findings_of_a_value_together(void)
{
    struct findings *findings = findings_new();

    findings_add_made(findings, &(struct finding){ .code = "A1",
        .level = LEVEL_ERROR, .pointer = "/r/2", .place = { 3, 7 },
        .where = "表 行", .text = { "a<b & 句", "s" } });
    findings_add_made(findings, &(struct finding){ .code = "A2",
        .level = LEVEL_WARNING, .pointer = "/r/1", .text = { "又", "s" } });
    findings_add_made(findings, &(struct finding){ .code = "A3",
        .level = LEVEL_WARNING, .pointer = "/r/2", .text = { "再", "s" },
        .answer = "因故" });
    xmlDocPtr documents = mark(findings);
    CU_ASSERT_STRING_EQUAL(fixture_element((xmlNodePtr)xmlNextElementSibling(
        xmlFirstElementChild(xmlFirstElementChild(xmlDocGetRootElement(
        documents))))), "<findings number=\"1\">"
        "<finding code=\"A1\" level=\"error\" line=\"3\" column=\"7\" "
        "where=\"表 行\" sentence=\"a&lt;b &amp; 句\"/>"
        "<finding code=\"A3\" level=\"warning\" sentence=\"再\" "
        "answer=\"因故\"/></findings>");
    CU_ASSERT_STRING_EQUAL(fixture_xpath(documents, "concat("
        "count(//*[local-name() = 'findings']), //*[@code = 'A2']/../@number,"
        "(//*[@code = 'A2'])[2]/../@number)"), "323");
    xmlFreeDoc(documents);
    findings_free(findings);
}

/* The words of a page are the same with and without marks. */
static void adds_no_text(void)
{
    struct findings *findings = findings_new();
    xmlDocPtr plain = fixture_xml(page_model);

    findings_add_made(findings, &(struct finding){ .code = "A1",
        .pointer = "/p/0/t", .text = { "句", "s" } });
    xmlDocPtr documents = mark(findings);
    xmlChar *before = xmlNodeGetContent(xmlDocGetRootElement(plain));
    xmlChar *after = xmlNodeGetContent(xmlDocGetRootElement(documents));
    CU_ASSERT_STRING_EQUAL((const char *)before, (const char *)after);
    xmlFree(before);
    xmlFree(after);
    xmlFreeDoc(plain);
    xmlFreeDoc(documents);
    findings_free(findings);
}

static void leaves_out_what_is_not_about_the_data(void)
{
    struct findings *findings = findings_new();

    findings_set_file(findings, "last-year.json");
    findings_add_made(findings, &(struct finding){ .code = "A1",
        .level = LEVEL_ERROR, .pointer = "/r/1", .text = { "句", "s" } });
    findings_set_file(findings, "a.json");
    findings_add_made(findings, &(struct finding){ .code = "X1",
        .level = LEVEL_SYSTEM, .pointer = "/r/1", .text = { "句", "s" } });
    xmlDocPtr documents = mark(findings);
    CU_ASSERT_STRING_EQUAL(marked(documents), "");
    xmlFreeDoc(documents);
    findings_free(findings);
}

CU_TestInfo marks_tests[] = {
    {"put findings behind the values that they are about",
        puts_findings_behind_the_values_that_they_are_about},
    {"put findings behind the cells that they name",
        puts_findings_behind_the_cells_that_they_name},
    {"put all findings of a value together",
        puts_all_findings_of_a_value_together},
    {"add no text", adds_no_text},
    {"leave out what is not about the data",
        leaves_out_what_is_not_about_the_data},
    CU_TEST_INFO_NULL
};
