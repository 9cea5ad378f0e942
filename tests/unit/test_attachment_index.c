/* The attachment that a value or a finding belongs to. */

#include <CUnit/CUnit.h>

#include "3_transform/submission.h"
#include "7_forms/attachment_index.h"
#include "fixture.h"

static const char page_model[] =
    "<documents>"
    "<attachment id='first' kind='a' src=''/>"
    "<attachment id='second' kind='a' src=''/>"
    "<attachment id='whole' kind='b' src='/p'/>"
    "<attachment id='entry' kind='b' src='/p/1'/>"
    "<attachment id='bare' kind='c'/><attachment src='/d'/>"
    "</documents>";

static void finds_what_is_about_a_value(void)
{
    static const struct { const char *kind, *pointer, *id; } cases[] = {
        { "a", "", "first" }, { "a", "/x/y", "first" },
        { "b", "/p", "whole" }, { "b", "/p/1", "entry" },
        { "b", "/p/1/t", "entry" }, { "b", "/p/11", "whole" },
        { "b", "/px", NULL }, { "b", "", NULL }, { "c", "/x", NULL },
        { "d", "/d", NULL }, { NULL, "/p", NULL }, { "b", NULL, NULL },
    };
    xmlDocPtr documents = fixture_xml(page_model);
    struct attachment_index index;

    CU_ASSERT_TRUE_FATAL(attachment_index_make(&index, documents));
    for (size_t i = 0; i < COUNT(cases); i++) {
        xmlNodePtr found = attachment_index_find(&index, cases[i].kind,
            cases[i].pointer);
        CU_ASSERT_EQUAL(found != NULL, cases[i].id != NULL);
        if (found && cases[i].id)
            CU_ASSERT_STRING_EQUAL(node_attribute(found, "id"), cases[i].id);
    }
    attachment_index_free(&index);
    xmlFreeDoc(documents);
}

static void finds_nothing_where_there_are_none(void)
{
    xmlDocPtr documents = fixture_xml("<documents/>");
    struct attachment_index index;

    CU_ASSERT_TRUE_FATAL(attachment_index_make(&index, documents));
    CU_ASSERT_PTR_NULL(attachment_index_find(&index, "a", "/x"));
    attachment_index_free(&index);
    xmlFreeDoc(documents);
}

CU_TestInfo attachment_index_tests[] = {
    {"finds what is about a value", finds_what_is_about_a_value},
    {"finds nothing where there are none",
        finds_nothing_where_there_are_none},
    CU_TEST_INFO_NULL
};
