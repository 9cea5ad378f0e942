#include <CUnit/CUnit.h>
#include <string.h>

#include "0_base/catalogue.h"
#include "fixture.h"

static void finds_rows_by_their_codes(void)
{
    CU_ASSERT_PTR_EQUAL(catalogue_find("R001"),
        catalogue_get(CATALOGUE_REFERENCE_OPEN));
    CU_ASSERT_STRING_EQUAL(catalogue_find("X010")->code, "X010");
    CU_ASSERT_EQUAL(catalogue_find("X010")->level, LEVEL_SYSTEM);
    CU_ASSERT_PTR_NULL(catalogue_find("A04"));
    CU_ASSERT_PTR_NULL(catalogue_find("x010"));
    CU_ASSERT_PTR_NULL(catalogue_find(""));
}

static void prints_titles_without_what_differs(void)
{
    static const struct { const char *code; enum language language;
        const char *title; } cases[] = {
        { "S003", LANGUAGE_ZH, "…缺少成员…" },
        { "S003", LANGUAGE_EN, "… lacks the member …" },
        { "S001", LANGUAGE_ZH, "…应为…，填报的是…" },
        { "R002", LANGUAGE_ZH, "引用的“…”不存在" },
        { "X010", LANGUAGE_EN, "there is no such file" },
        /* Braces that are no placeholders. */
        { "J001", LANGUAGE_ZH, "文件是空的" },
        { "J010", LANGUAGE_ZH, "此处应为一个值（\"文字\"、数字、{ }、[ ]、true、"
            "false 或 null），却是“…”" },
        { "R001", LANGUAGE_ZH, "文字中的引用“{{”没有用“}}”结束" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct buffer title = BUFFER_EMPTY;
        catalogue_print_title(catalogue_find(cases[i].code),
            cases[i].language, &title);
        CU_ASSERT_STRING_EQUAL(buffer_string(&title), cases[i].title);
        buffer_free(&title);
    }
}

CU_TestInfo catalogue_tests[] = {
    {"finds rows by their codes", finds_rows_by_their_codes},
    {"prints titles without what differs",
        prints_titles_without_what_differs},
    CU_TEST_INFO_NULL
};
