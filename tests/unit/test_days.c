/* Dates and states as the cells of a spreadsheet have them. */

#include <CUnit/CUnit.h>
#include <string.h>

#include "16_sheet/days.h"
#include "16_sheet/words.h"
#include "fixture.h"

static void counts_days_as_spreadsheets_do(void)
{
    static const struct { const char *date; long days; } cases[] = {
        { "1900-03-01", 61 },   /* the first that all count alike */
        { "1999-12-31", 36525 },
        { "2000-02-29", 36585 },
        { "2025-04-18", 45765 },
        { "9999-12-31", 2958465 },
    };

    for (size_t k = 0; k < COUNT(cases); k++) {
        struct buffer again = BUFFER_EMPTY;
        long days = 0;
        CU_ASSERT_TRUE(days_of_date(cases[k].date, &days));
        CU_ASSERT_EQUAL(days, cases[k].days);
        CU_ASSERT_TRUE(days_print(days, false, &again));
        CU_ASSERT_STRING_EQUAL(buffer_string(&again), cases[k].date);
        buffer_free(&again);
    }
}

static void counts_from_1904_too(void)
{
    struct buffer date = BUFFER_EMPTY;

    CU_ASSERT_TRUE(days_print(44303, true, &date));
    CU_ASSERT_STRING_EQUAL(buffer_string(&date), "2025-04-18");
    buffer_free(&date);
}

static void has_no_days_for_what_is_no_date(void)
{
    static const char *const dates[] = { "1900-02-28", "2023-02-29",
        "2023-13-01", "2023-1-01", "0000-01-01", "soon", "" };
    struct buffer out = BUFFER_EMPTY;
    long days;

    for (size_t k = 0; k < COUNT(dates); k++)
        CU_ASSERT_FALSE(days_of_date(dates[k], &days));
    CU_ASSERT_FALSE(days_print(60, false, &out));
    CU_ASSERT_FALSE(days_print(-1, true, &out));
    CU_ASSERT_FALSE(days_print(2958466, false, &out));
    CU_ASSERT_FALSE(days_print(2958465, true, &out));
    CU_ASSERT_EQUAL(out.length, 0);
}

static void tells_states_from_texts(void)
{
    static const char *const texts[] = { "", "'", "''", "〔空白〕", "〔无〕",
        "'〔无〕", "〔无〕。", "'quoted'", "空白" };
    const char *text = NULL;

    for (size_t k = 0; k < COUNT(texts); k++) {
        struct buffer words = BUFFER_EMPTY;
        words_add(texts[k], &words);
        CU_ASSERT_EQUAL(words_read(buffer_string(&words), &text), CELL_VALUE);
        CU_ASSERT_STRING_EQUAL(text, texts[k]);
        buffer_free(&words);
    }
    CU_ASSERT_EQUAL(words_read(words_of_state(CELL_BLANK), &text),
        CELL_BLANK);
    CU_ASSERT_EQUAL(words_read(words_of_state(CELL_NONE), &text), CELL_NONE);
}

CU_TestInfo days_tests[] = {
    {"counts days as spreadsheets do", counts_days_as_spreadsheets_do},
    {"counts from 1904, too", counts_from_1904_too},
    {"has no days for what is no date", has_no_days_for_what_is_no_date},
    {"tells states from texts", tells_states_from_texts},
    CU_TEST_INFO_NULL
};
