/* Where in the page models a value is printed. */

#include <CUnit/CUnit.h>
#include <string.h>

#include "3_transform/submission.h"
#include "9_bundle/printed.h"
#include "fixture.h"

static const char page_model[] =
    "<documents xmlns='urn:jixiao:document:1'>"
    "<attachment><p><value src='/b/2' tag='1'/><value src='/a' tag='2'/></p>"
    "<value src='/b/1' tag='3'><value src='/a' tag='4'/></value></attachment>"
    "<attachment><value tag='none'/><value src='/b/1' tag='5'/>"
    "<value src='/b-c' tag='6'/><value src='/bc' tag='7'/></attachment>"
    "</documents>";

/* The tags of a range's values, one after the other. */
static const char *tags(struct printed_range range)
{
    static char text[64];

    text[0] = '\0';
    for (size_t k = 0; k < range.count; k++)
        strcat(text, node_attribute(range.first[k].value, "tag"));
    return text;
}

static void finds_values_by_their_source(void)
{
    static const struct { const char *pointer, *of, *below; } cases[] = {
        { "/a", "24", "" },             /* in document order */
        { "/b", "", "351" },            /* by source, then in its order */
        { "/b/1", "35", "" },
        { "", "", "2463517" },          /* all of them */
        { "/c", "", "" }, { "/b/", "", "" }, { "/b/10", "", "" },
    };
    struct printed_index index;
    xmlDocPtr documents = fixture_xml(page_model);

    CU_ASSERT_TRUE_FATAL(printed_index_make(&index, documents));
    for (size_t i = 0; i < COUNT(cases); i++) {
        CU_ASSERT_STRING_EQUAL(tags(printed_of(&index, cases[i].pointer)),
            cases[i].of);
        CU_ASSERT_STRING_EQUAL(tags(printed_below(&index, cases[i].pointer)),
            cases[i].below);
    }
    printed_index_free(&index);
    xmlFreeDoc(documents);
}

static void finds_what_is_printed_first(void)
{
    struct printed_index index;
    xmlDocPtr documents = fixture_xml(page_model);
    xmlNodePtr one = xmlFirstElementChild(xmlDocGetRootElement(documents));
    xmlNodePtr two = xmlNextElementSibling(one);

    CU_ASSERT_TRUE_FATAL(printed_index_make(&index, documents));
    struct printed_range below = printed_below(&index, "/b");
    CU_ASSERT_STRING_EQUAL(node_attribute(printed_first(below, NULL)->value,
        "tag"), "1");
    CU_ASSERT_STRING_EQUAL(node_attribute(printed_first(below, two)->value,
        "tag"), "5");
    CU_ASSERT_PTR_EQUAL(printed_first(below, two)->attachment, two);
    CU_ASSERT_EQUAL(printed_first(below, two)->order, 1);
    CU_ASSERT_PTR_NULL(printed_first(printed_of(&index, "/bc"), one));
    CU_ASSERT_PTR_NULL(printed_first(printed_of(&index, "/none"), NULL));
    printed_index_free(&index);
    xmlFreeDoc(documents);
}

static void indexes_more_values_than_it_has_room_for_at_first(void)
{
    enum { VALUES = 3000 };
    struct buffer text = BUFFER_EMPTY;
    struct printed_index index;

    buffer_add_string(&text, "<documents><attachment>");
    for (int k = 0; k < VALUES; k++)
        buffer_printf(&text, "<value src='/l/%d' tag='%d'/>", k, k);
    buffer_add_string(&text, "</attachment></documents>");
    xmlDocPtr documents = fixture_xml(buffer_string(&text));
    CU_ASSERT_TRUE_FATAL(printed_index_make(&index, documents));
    CU_ASSERT_EQUAL(printed_below(&index, "/l").count, VALUES);
    CU_ASSERT_STRING_EQUAL(tags(printed_of(&index, "/l/2999")), "2999");
    CU_ASSERT_STRING_EQUAL(tags(printed_of(&index, "/l/0")), "0");
    printed_index_free(&index);
    xmlFreeDoc(documents);
    buffer_free(&text);
}

static void indexes_a_page_model_without_values(void)
{
    struct printed_index index;
    xmlDocPtr documents = fixture_xml("<documents><attachment/></documents>");

    CU_ASSERT_TRUE_FATAL(printed_index_make(&index, documents));
    CU_ASSERT_EQUAL(printed_of(&index, "/a").count, 0);
    CU_ASSERT_EQUAL(printed_below(&index, "").count, 0);
    printed_index_free(&index);
    xmlFreeDoc(documents);
}

CU_TestInfo printed_tests[] = {
    {"find values by their source", finds_values_by_their_source},
    {"find what is printed first", finds_what_is_printed_first},
    {"index more values than there is room for at first",
        indexes_more_values_than_it_has_room_for_at_first},
    {"index a page model without values",
        indexes_a_page_model_without_values},
    CU_TEST_INFO_NULL
};
