/* What page models say of their origin, numbers and digests of their values,
 * and the bytes that they are written as. */

#include <CUnit/CUnit.h>
#include <string.h>

#include "3_transform/submission.h"
#include "7_forms/page_bytes.h"
#include "fixture.h"
#include "library/stamp.h"

static const char page_model[] =
    "<documents xmlns='urn:jixiao:document:1' edition='e'>"
    "<attachment><title><line><value tag='aa'>1</value></line></title>"
    "<paragraph><value tag='bb'>text <value tag='aa'>1</value></value>"
    "<value tag='cc'/></paragraph></attachment>"
    "<attachment><note><value tag='aa'>1</value></note></attachment>"
    "</documents>";

/* Which of all, and which of its tag, each value is. */
static void list_below(xmlNodePtr node, struct buffer *out)
{
    for (xmlNodePtr child = xmlFirstElementChild(node); child;
        child = xmlNextElementSibling(child)) {
        if (strcmp((const char *)child->name, "value") == 0)
            buffer_printf(out, "%s %s %s;", node_attribute(child, "tag"),
                node_attribute(child, "number"),
                node_attribute(child, "occurrence"));
        list_below(child, out);
    }
}

static void numbers_each_value(void)
{
    const struct stamp stamp = { .program = "jixiao 1", .data_digest = "d",
        .set_digest = "s" };
    xmlDocPtr doc = fixture_xml(page_model);
    xmlNodePtr root = xmlDocGetRootElement(doc);
    struct buffer list = BUFFER_EMPTY;

    CU_ASSERT_TRUE_FATAL(stamp_put(&stamp, doc));
    list_below(root, &list);
    CU_ASSERT_STRING_EQUAL(buffer_string(&list),
        "aa 1 1;bb 2 1;aa 3 2;cc 4 1;aa 5 3;");
    CU_ASSERT_STRING_EQUAL(node_attribute(root, "program"), "jixiao 1");
    CU_ASSERT_STRING_EQUAL(node_attribute(root, "data-sha256"), "d");
    CU_ASSERT_STRING_EQUAL(node_attribute(root, "set-sha256"), "s");
    buffer_free(&list);
    xmlFreeDoc(doc);
}

/* The digest is that of the bytes that the page model is printed as. */
static void takes_the_digest_of_what_is_printed(void)
{
    xmlDocPtr doc = fixture_xml(page_model);
    struct stamp stamp = {0};
    char digest[DIGEST_TEXT_SIZE];
    xmlChar *bytes;
    int length;

    CU_ASSERT_TRUE_FATAL(stamp_take(&stamp, doc));
    xmlDocDumpMemoryEnc(doc, &bytes, &length, "UTF-8");
    CU_ASSERT_STRING_EQUAL(stamp.set_digest,
        digest_text(bytes, (size_t)length, digest));
    xmlFree(bytes);
    xmlNewProp(xmlDocGetRootElement(doc), BAD_CAST "title", BAD_CAST "t");
    CU_ASSERT_TRUE_FATAL(stamp_take(&stamp, doc));
    CU_ASSERT_STRING_NOT_EQUAL(stamp.set_digest, digest);
    xmlFreeDoc(doc);
}

static void add_piece(void *user, const void *bytes, size_t length)
{
    buffer_add(user, bytes, length);
}

/* Whether a page model is written, and as libxml2 saves it. */
static bool is_written(xmlDocPtr doc)
{
    struct buffer out = BUFFER_EMPTY;
    xmlChar *bytes;
    int length;

    bool good = page_bytes(doc, add_piece, &out);
    if (good) {
        xmlDocDumpMemoryEnc(doc, &bytes, &length, "UTF-8");
        CU_ASSERT_EQUAL(out.length, (size_t)length);
        CU_ASSERT_STRING_EQUAL(buffer_string(&out), (char *)bytes);
        xmlFree(bytes);
    }
    buffer_free(&out);
    return good;
}

#define UTF8 "<?xml version='1.0' encoding='UTF-8'?>"

static void writes_page_models_as_libxml2_does(void)
{
    static const struct { const char *xml; bool is_written; } cases[] = {
        { UTF8 "<a/>", true },
        { UTF8 "<a xmlns='urn:a' b='' c='甲&quot;&lt;&gt;&amp;&#9;&#10;&#13;'>"
            "&lt;&gt;&amp;&#13;\t\"'乙<d/> <d>\n</d></a>", true },
        { UTF8 "<p:a xmlns:p='urn:p' xmlns='urn:a' p:b='1' xml:lang='zh'>"
            "<c xmlns=''/><p:d>x</p:d></p:a>", true },
        { UTF8 "<a xmlns=\"urn:a'b\"/>", true },
        { UTF8 "<a><!-- b --></a>", false },
        { UTF8 "<a><![CDATA[b]]></a>", false },
        { UTF8 "<a><b><?c d?></b></a>", false },
        { UTF8 "<!-- b --><a/>", false },
        { "<?xml version='1.0' encoding='UTF-8' standalone='yes'?><a/>",
            false },
        { "<a/>", false },
    };

    for (size_t k = 0; k < COUNT(cases); k++) {
        xmlDocPtr doc = fixture_xml(cases[k].xml);
        CU_ASSERT_EQUAL(is_written(doc), cases[k].is_written);
        xmlFreeDoc(doc);
    }
}

/* More than is given at once. */
static void writes_long_page_models(void)
{
    xmlDocPtr doc = fixture_xml(UTF8 "<a/>");
    xmlNodePtr root = xmlDocGetRootElement(doc);

    for (int k = 0; k < 3000; k++)
        xmlNewTextChild(root, NULL, BAD_CAST "b", BAD_CAST "甲乙丙丁");
    CU_ASSERT_TRUE(is_written(doc));
    xmlNodeAddContent(root->last, BAD_CAST "戊");
    xmlAddChild(root, xmlNewComment(BAD_CAST "c"));
    CU_ASSERT_FALSE(is_written(doc));
    xmlFreeDoc(doc);
}

static void leaves_quotes_of_namespaces_to_libxml2(void)
{
    static const char *const namespaces[] = { "urn:\"", "urn:&", "urn:<" };

    for (size_t k = 0; k < COUNT(namespaces); k++) {
        xmlDocPtr doc = fixture_xml(UTF8 "<a/>");
        xmlNewNs(xmlDocGetRootElement(doc), BAD_CAST namespaces[k],
            BAD_CAST "p");
        CU_ASSERT_FALSE(is_written(doc));
        xmlFreeDoc(doc);
    }
}

const CU_TestInfo stamp_tests[] = {
    { "writes page models as libxml2 does",
        writes_page_models_as_libxml2_does },
    { "writes long page models", writes_long_page_models },
    { "leaves quotes of namespaces to libxml2",
        leaves_quotes_of_namespaces_to_libxml2 },
    { "numbers each value", numbers_each_value },
    { "takes the digest of what is printed",
        takes_the_digest_of_what_is_printed },
    CU_TEST_INFO_NULL,
};
