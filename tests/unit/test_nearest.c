/* The known word that is most like one which is not known. */

#include <CUnit/CUnit.h>
#include <stdint.h>
#include <string.h>

#include "0_base/nearest.h"

#define COUNT(table) (sizeof (table) / sizeof *(table))

static void counts_what_has_to_change(void)
{
    static const struct { const char *word, *name; size_t distance; }
    cases[] = {
        { "check", "check", 0 },
        { "chek", "check", 1 },                 /* insertion */
        { "checkk", "check", 1 },               /* deletion */
        { "chack", "check", 1 },                /* replacement */
        { "cehck", "check", 1 },                /* swap */
        { "hunan-county-2032", "hunan-county-2023", 1 },
        { "hnuan-conuty-2023", "hunan-county-2023", 2 },
        { "三公经费支处", "三公经费支出", 1 },
        { "经三公费支出", "三公经费支出", 2 },
        { "公三经费", "三公经费", 1 },          /* one swap of characters */
        { "xy", "xz", 1 },
        { "x", "", 1 },
        { "total!", "totala", 1 },  /* of one bit in the marks of the two */
        { "aab", "aba", 1 },
        { "报送报送单位", "报送单位", 2 },
        /* Too far: SIZE_MAX. */
        { "abcd", "abxy", SIZE_MAX },
        { "出差费", "培训费", SIZE_MAX },
        { "build", "schema", SIZE_MAX },
        { "", "abc", SIZE_MAX },
        { "abc", "", SIZE_MAX },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct nearest nearest = nearest_to(cases[i].word,
            strlen(cases[i].word));
        nearest_try(&nearest, cases[i].name);
        CU_ASSERT_EQUAL(nearest.distance, cases[i].distance);
        CU_ASSERT_PTR_EQUAL(nearest.name,
            cases[i].distance == SIZE_MAX ? NULL : cases[i].name);
    }
}

static void keeps_the_first_of_equally_near_names(void)
{
    struct nearest nearest = nearest_to("final", 5);

    nearest_try(&nearest, "finial");
    nearest_try(&nearest, "finals");
    CU_ASSERT_STRING_EQUAL(nearest.name, "finial");
    nearest_try(&nearest, "final");
    nearest_try(&nearest, "fianl");
    CU_ASSERT_STRING_EQUAL(nearest.name, "final");
}

static void finds_nothing_before_a_search_begins(void)
{
    struct nearest nearest = { .name = NULL };

    nearest_try(&nearest, "final");
    nearest_try(&nearest, "");
    CU_ASSERT_PTR_NULL(nearest.name);
}

static void reads_the_word_no_further_than_its_length(void)
{
    struct nearest nearest = nearest_to("year.total", 4);

    nearest_try(&nearest, "year");
    CU_ASSERT_EQUAL(nearest.distance, 0);
}

static void compares_the_beginnings_of_long_names(void)
{
    char word[400], name[400];
    struct nearest nearest;

    for (size_t k = 0; k + 3 < sizeof word; k += 3)
        memcpy(word + k, "\xE7\xBB\xA9", 4);
    memcpy(name, word, sizeof name);
    name[2]--;                                  /* the first character */
    nearest = nearest_to(word, strlen(word));
    nearest_try(&nearest, name);
    CU_ASSERT_EQUAL(nearest.distance, 1);

    memcpy(name, word, sizeof name);
    name[65 * 3 + 2]--;                         /* beyond what is compared */
    nearest_try(&nearest, name);
    CU_ASSERT_EQUAL(nearest.distance, 0);
}

static void survives_what_is_no_utf8(void)
{
    struct nearest nearest = nearest_to("\x80\x80\xFF", 3);

    nearest_try(&nearest, "\xBF");
    nearest_try(&nearest, "\xE7");
    CU_ASSERT_TRUE(nearest.name == NULL || nearest.distance > 0);
}

CU_TestInfo nearest_tests[] = {
    {"counts what has to change", counts_what_has_to_change},
    {"keeps the first of equally near names",
        keeps_the_first_of_equally_near_names},
    {"finds nothing before a search begins",
        finds_nothing_before_a_search_begins},
    {"reads the word no further than its length",
        reads_the_word_no_further_than_its_length},
    {"compares the beginnings of long names",
        compares_the_beginnings_of_long_names},
    {"survives what is no UTF-8", survives_what_is_no_utf8},
    CU_TEST_INFO_NULL
};
