/* Sketches of texts, by which it is known what a check cannot find in them. */

#include <CUnit/CUnit.h>
#include <stdio.h>

#include "6_rules/text/checks.h"
#include "fixture.h"

/* A character below U+10000 as text. */
static const char *encode(unsigned code)
{
    static char text[4];

    if (code < 0x80)
        snprintf(text, sizeof text, "%c", (int)code);
    else if (code < 0x800)
        snprintf(text, sizeof text, "%c%c", (int)(0xC0 | code >> 6),
            (int)(0x80 | (code & 0x3F)));
    else
        snprintf(text, sizeof text, "%c%c%c", (int)(0xE0 | code >> 12),
            (int)(0x80 | (code >> 6 & 0x3F)), (int)(0x80 | (code & 0x3F)));
    return text;
}

/* What no check of characters finds need not be read by it. */
static void calls_usual_what_nothing_is_wrong_with(void)
{
    static text_check *const checks[] = { text_unprintable, text_invisible };
    struct buffer found = BUFFER_EMPTY;
    size_t count = 0;

    for (unsigned code = 1; code < 0x10000; code++) {
        if (!text_is_usual(code) || (code >= 0xD800 && code < 0xE000))
            continue;
        for (size_t k = 0; k < COUNT(checks); k++)
            CU_ASSERT_TRUE(checks[k](fixture_lexicon(), encode(code), "",
                &found));
        count++;
    }
    CU_ASSERT_STRING_EQUAL(buffer_string(&found), "");
    CU_ASSERT_TRUE(count > 20000);
    buffer_free(&found);
}

static void keeps_what_a_check_needs(void)
{
    static const struct {
        const char *text;
        struct text_needs needs;
        bool fits;
    } cases[] = {
        { "全年（2024）：ＡＢ“无”——《a》\n", { TEXT_UNUSUAL, 0, { 0 } },
            false },
        { "全年\xE2\x80\x8B完成", { TEXT_UNUSUAL, 0, { 0 } }, true },
        { "\t", { TEXT_UNUSUAL, 0, { 0 } }, true },
        { "", { TEXT_UNUSUAL, 0, { 0 } }, false },
        { "２人", { TEXT_DIGIT, 0, { 0 } }, true },
        { "二人", { TEXT_DIGIT, 0, { 0 } }, false },
        { "今年", { TEXT_ANY, 1, { NOTION_YEAR_UNITS } }, true },
        { "今天", { TEXT_ANY, 1, { NOTION_YEAR_UNITS } }, false },
        { "今年", { TEXT_DIGIT, 1, { NOTION_YEAR_UNITS } }, false },
        { "8年", { TEXT_DIGIT, 1, { NOTION_YEAR_UNITS } }, true },
        { "8年", { TEXT_ANY, 2, { NOTION_CROSSES, NOTION_YEAR_UNITS } },
            true },
    };

    for (size_t k = 0; k < COUNT(cases); k++) {
        struct text_cues cues;
        struct text_sketch sketch;
        text_sketch_draw(&sketch, cases[k].text);
        CU_ASSERT_TRUE_FATAL(text_cues_make(&cues, fixture_lexicon(),
            &cases[k].needs));
        CU_ASSERT_EQUAL(text_cues_fit(&cues, &sketch), cases[k].fits);
        text_cues_free(&cues);
    }
}

CU_TestInfo sketch_tests[] = {
    {"calls usual what nothing is wrong with",
        calls_usual_what_nothing_is_wrong_with},
    {"keeps what a check needs", keeps_what_a_check_needs},
    CU_TEST_INFO_NULL
};
