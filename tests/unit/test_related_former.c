/* Texts and places of last year's submission found in this year's. */

#include <CUnit/CUnit.h>

#include "related_fixture.h"

/* By letters and not by marks; years count as the same, other figures do
 * not. */
static void finds_texts_that_recur(void)
{
    static const char tree[] = "<s>"
        "<p id='a'>到2024年，建成秀美村庄9个。</p>"
        "<p id='b'>到2025年建成秀美村庄9个</p>"
        "<p id='c'>到2025年，建成秀美村庄8个。</p>"
        "<p id='d'>受理2024件，全部办结。</p><p id='e'>受理2025件，全部办结。</p>"
        "<p id='f'>同上</p><p id='g'>同上。</p><p id='h'/></s>";
    static const struct expected cases[] = {
        { "t:recurring(//p[@id != 'a'], //p[@id = 'a'], 4)", "b" },
        { "t:recurring(//p[@id = 'c'], //p[@id = 'a'], 4)", "" },
        { "t:recurring(//p[@id = 'e'], //p[@id = 'd'], 4)", "" },
        { "t:recurring(//p[@id = 'g'], //p[@id = 'f'], 2)", "g" },
        { "t:recurring(//p[@id = 'g'], //p[@id = 'f'], 3)", "" },
        { "t:recurring(//p[@id = 'h'], //p[@id = 'h'], 1)", "" },
        { "t:recurring(//p, none, 1)", "" },
        { "t:recurring(none, //p, 1)", "" },
        { "t:recurring(//p, //p)", "!" },
    };

    check_tree(tree, cases, COUNT(cases));
}

/* Of entries with a name that name counts, of others their number. */
static void finds_what_stands_in_the_same_place(void)
{
    static const char tree[] = "<s><a id='a'/><o><b id='b'/></o>"
        "<l type='list'><item key='x' id='c'/><item key='y' id='d'/></l>"
        "<m type='list'><item id='e'/><item id='f'/></m><z id='g'/>"
        "<t><a id='A'/><a id='Z'/><o><b id='B'/></o>"
        "<l type='list'><item key='y' id='D'/><item key='x' id='C'/></l>"
        "<m type='list'><item id='E'/></m></t>"
        "<u><a id='U'/></u></s>";
    static const struct expected cases[] = {
        { "t:former(/s/a, /s/t)", "A" }, { "t:former(/s/o/b, /s/t)", "B" },
        { "t:former(/s/l/item[1], /s/t)", "C" },
        { "t:former(/s/l/item[2], /s/t)", "D" },
        { "t:former(/s/m/item[1], /s/t)", "E" },
        { "t:former(/s/m/item[2], /s/t)", "" },
        { "t:former(/s/z, /s/t)", "" },
        { "t:former(/s/a, /s/u)", "U" }, { "t:former(/s/a, /s/t)", "A" },
        { "t:former(/s/a, none)", "" }, { "t:former(none, /s/t)", "" },
        { "t:former(/s/a)", "!" },
    };

    check_tree(tree, cases, COUNT(cases));
}

CU_TestInfo related_former_tests[] = {
    { "finds texts that recur", finds_texts_that_recur },
    { "finds what stands in the same place",
        finds_what_stands_in_the_same_place },
    CU_TEST_INFO_NULL
};
