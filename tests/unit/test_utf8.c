#include <CUnit/CUnit.h>

#include "0_base/utf8.h"
#include "fixture.h"

static void measures_columns_of_a_terminal(void)
{
    static const struct { const char *text; size_t width; } cases[] = {
        { "", 0 }, { "A04", 3 }, { "错误", 4 }, { "附件4-1", 7 },
        { "（）：；", 8 }, { "FILE…", 5 }, { "ａ１", 4 }, { "ｱ", 1 },
        { "𠮷", 2 }, { "é", 1 }, { "한", 2 },
        /* Bytes that are no UTF-8 are shown somehow, in a column each. */
        { "a\xFF\xFE", 3 },
    };

    for (size_t i = 0; i < COUNT(cases); i++)
        CU_ASSERT_EQUAL(utf8_width(cases[i].text), cases[i].width);
}

CU_TestInfo utf8_tests[] = {
    {"measures columns of a terminal", measures_columns_of_a_terminal},
    CU_TEST_INFO_NULL
};
