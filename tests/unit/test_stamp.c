#include <CUnit/CUnit.h>
#include <string.h>

#include "3_transform/submission.h"
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
    const struct stamp stamp = { "jixiao 1", "d", "s" };
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

const CU_TestInfo stamp_tests[] = {
    { "numbers each value", numbers_each_value },
    { "takes the digest of what is printed",
        takes_the_digest_of_what_is_printed },
    CU_TEST_INFO_NULL,
};
