/* UTF-8: columns of a terminal, first characters, ends of names, blanks. */

#include <CUnit/CUnit.h>

#include "0_base/utf8.h"
#include "fixture.h"

static void measures_columns_of_a_terminal(void)
{
    static const struct { const char *text; size_t width; } cases[] = {
        { "", 0 }, { "A04", 3 }, { "错误", 4 }, { "附件4-1", 7 },
        { "（）：；", 8 }, { "FILE…", 5 }, { "ａ１", 4 }, { "ｱ", 1 },
        { "𠮷", 2 }, { "é", 1 }, { "한", 2 }, { "e\xCC\x81", 1 }, { "🚗", 2 },
        /* Bytes that are no UTF-8 are shown somehow, in a column each. */
        { "a\xFF\xFE", 3 },
    };

    for (size_t i = 0; i < COUNT(cases); i++)
        CU_ASSERT_EQUAL(utf8_width(cases[i].text), cases[i].width);
}

static void finds_the_first_characters(void)
{
    static const struct { const char *text; size_t count, head; } cases[] = {
        { "", 3, 0 }, { "abc", 0, 0 }, { "abc", 2, 2 }, { "abc", 3, 3 },
        { "abc", 9, 3 }, { "公路建设", 2, 6 }, { "a公𠮷b", 3, 8 },
        /* A byte that is no UTF-8 counts as one. */
        { "\xFF\xE5公", 2, 2 }, { "公\xE5", 2, 4 },
    };

    for (size_t i = 0; i < COUNT(cases); i++)
        CU_ASSERT_EQUAL(utf8_head(cases[i].text, cases[i].count),
            cases[i].head);
}

/* 𠮷 lies beyond U+FFFF. */
static void counts_units(void)
{
    static const struct { const char *text; size_t units, most, head; }
    cases[] = {
        { "", 0, 1, 0 }, { "a公b", 3, 2, 4 }, { "公𠮷公", 4, 2, 3 },
        { "公𠮷公", 4, 3, 7 }, { "𠮷𠮷", 4, 9, 8 }, { "a\xE5", 2, 2, 2 },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        CU_ASSERT_EQUAL(utf8_units(cases[i].text), cases[i].units);
        CU_ASSERT_EQUAL(utf8_units_head(cases[i].text, cases[i].most),
            cases[i].head);
    }
}

static void compares_ends(void)
{
    static const struct { const char *text, *end; bool ends; } cases[] = {
        { "95%", "%", true }, { "9.99万元", "万元", true },
        { "9.99万元", "元", true }, { "元", "万元", false },
        { "万元", "万元", true }, { "万元9", "万元", false },
        { "", "元", false }, { "元", "", true }, { "ABC", "bc", false },
    };

    for (size_t i = 0; i < COUNT(cases); i++)
        CU_ASSERT_EQUAL(utf8_ends_with(cases[i].text, cases[i].end),
            cases[i].ends);
}

static void tells_endings_of_names(void)
{
    CU_ASSERT_TRUE(utf8_has_ending("a.xlsx", ".xlsx"));
    CU_ASSERT_TRUE(utf8_has_ending("A.XlsX", ".xlsx"));
    CU_ASSERT_FALSE(utf8_has_ending("xlsx", ".xlsx"));
    CU_ASSERT_FALSE(utf8_has_ending("a.xlsm", ".xlsx"));
}

static void tells_what_is_blank(void)
{
    static const struct { const char *text; bool blank; } cases[] = {
        { "", true }, { " \t\n", true }, { "\u3000", true },
        { " \u3000 \u3000", true }, { "\u3000字", false }, { "0", false },
        { "\u3001", false }, { "\xE3\x80", false },
    };

    for (size_t i = 0; i < COUNT(cases); i++)
        CU_ASSERT_EQUAL(utf8_is_blank(cases[i].text), cases[i].blank);
}

CU_TestInfo utf8_tests[] = {
    {"measures columns of a terminal", measures_columns_of_a_terminal},
    {"finds the first characters", finds_the_first_characters},
    {"counts units of UTF-16", counts_units},
    {"compares ends", compares_ends},
    {"tells endings of names", tells_endings_of_names},
    {"tells what is blank", tells_what_is_blank},
    CU_TEST_INFO_NULL
};
