/* How functions on texts are called from XPath. */

#include <CUnit/CUnit.h>
#include <stdio.h>
#include <string.h>

#include "text_fixture.h"

static void takes_nodes_and_refuses_wrong_calls(void)
{
    static const struct expected cases[] = {
        { "t:word(a, 'x')", "x" }, { "t:word(b, 'xy')", "xy" },
        { "t:word(none, 'x')", "" }, { "t:word(@c, 'x')", "x" },
        { "t:word(a | b, 'x')", "x" }, { "t:word(empty, 'x')", "" },
        { "t:length(12)", "2" }, { "t:excerpt(b, 1)", "x…" },
        { "t:word(text(), 'x')", "" }, { "count(a[t:word(., 'x')])", "1" },
        { "count(a[t:word(., 'y')])", "0" },
        { "t:word('x')", "!" }, { "t:word()", "!" },
        { "t:word('a', 'b', 'c')", "!" }, { "t:punctuation()", "!" },
        { "t:punctuation('a', 'b')", "!" },
    };
    xmlDocPtr doc = fixture_xml("<s c='x'><a>x</a><b>x<i>y</i></b>"
        "<empty/></s>");

    for (size_t k = 0; k < COUNT(cases); k++) {
        const char *result = evaluate_text(doc, cases[k].text, "", "");
        if (strcmp(result, cases[k].result) != 0)
            fprintf(stderr, "%s is %s, not %s\n", cases[k].text, result,
                cases[k].result);
        CU_ASSERT_STRING_EQUAL(result, cases[k].result);
    }
    xmlFreeDoc(doc);
}

CU_TestInfo text_tests[] = {
    {"takes nodes and refuses wrong calls",
        takes_nodes_and_refuses_wrong_calls},
    CU_TEST_INFO_NULL
};
