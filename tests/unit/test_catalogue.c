/* The rows of the catalogue by their codes, and how they are called. */

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
        { "S003", LANGUAGE_ZH, "缺少必须填报的内容" },
        { "S003", LANGUAGE_EN, "something that has to be there is missing" },
        { "R002", LANGUAGE_ZH, "引用的名称写错" },
        { "X010", LANGUAGE_EN, "there is no such file" },
        { "X060", LANGUAGE_ZH, "还有…处错误没有改正，没有归档" },
        { "J001", LANGUAGE_ZH, "文件是空的" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct buffer title = BUFFER_EMPTY;
        catalogue_print_title(catalogue_find(cases[i].code),
            cases[i].language, &title);
        CU_ASSERT_STRING_EQUAL(buffer_string(&title), cases[i].title);
        buffer_free(&title);
    }
}

/* Those are counted for clerks: none is a sentence with gaps. */
static void calls_what_is_wrong_in_data_by_words(void)
{
    for (int id = 0; id < CATALOGUE_COUNT; id++) {
        const struct catalogue_row *row = catalogue_get((enum catalogue)id);
        if (row->level > LEVEL_ERROR || row->level < LEVEL_WARNING
            || !strchr("JSTFRPG", *row->code))
            continue;
        for (int k = 0; k < LANGUAGE_COUNT; k++) {
            struct buffer title = BUFFER_EMPTY;
            catalogue_print_title(row, (enum language)k, &title);
            CU_ASSERT_PTR_NULL(strstr(buffer_string(&title), "…"));
            buffer_free(&title);
        }
    }
}

CU_TestInfo catalogue_tests[] = {
    {"finds rows by their codes", finds_rows_by_their_codes},
    {"calls what is wrong in data by words",
        calls_what_is_wrong_in_data_by_words},
    {"prints titles without what differs",
        prints_titles_without_what_differs},
    CU_TEST_INFO_NULL
};
