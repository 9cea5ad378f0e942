/* Where lines of Chinese papers may end. */

#include <CUnit/CUnit.h>
#include <stdlib.h>
#include <string.h>

#include "0_base/utf8.h"
#include "8_formats/layout/breaks.h"
#include "fixture.h"

#define LETTERS_MOST 64

static const struct break_words words_known = { .orders = U"十百千万亿",
    .units = U"年度 个百分点" };

/* The text with a bar at each place where a line may end. */
static const char *with_bars(const char *words)
{
    static char out[LETTERS_MOST * 5];
    uint32_t letters[LETTERS_MOST + 1] = { 0 };
    unsigned char breaks[LETTERS_MOST];
    size_t count = 0, length = 0;

    for (const char *at = words; *at; count++)
        at += utf8_read(at, strlen(at), &letters[count]);
    CU_ASSERT_TRUE_FATAL(count <= LETTERS_MOST);
    letters[count] = 0;
    CU_ASSERT_TRUE_FATAL(breaks_find(&words_known, letters, count, breaks));
    for (size_t k = 0; k < count; k++) {
        size_t size = utf8_size(letters[k]);
        memcpy(out + length, words, size);
        words += size;
        length += size;
        if (k + 1 < count && breaks[k] != BREAK_NONE)
            out[length++] = breaks[k] == BREAK_FORCED ? '!' : '|';
    }
    out[length] = '\0';
    return out;
}

static void breaks_chinese_anywhere_but_at_marks(void)
{
    static const struct { const char *words, *bars; } cases[] = {
        { "绩效自评", "绩|效|自|评" },
        { "完成，成效", "完|成，|成|效" },
        { "（一）规模", "（一）|规|模" },
        { "《条例》、《办法》。", "《条|例》、|《办|法》。" },
        { "三公“经费”支出", "三|公|“经|费”|支|出" },
        { "他说：“好。”然后", "他|说：|“好。”|然|后" },
        { "……等", "……|等" },
        { "一\n二", "一\n!二" },
    };

    for (size_t i = 0; i < COUNT(cases); i++)
        CU_ASSERT_STRING_EQUAL(with_bars(cases[i].words), cases[i].bars);
}

static void keeps_figures_with_their_units(void)
{
    static const struct { const char *words, *bars; } cases[] = {
        { "共5万元整", "共|5万元|整" },
        { "率100%以上", "率|100%以|上" },
        { "率100 %", "率|100 %" },
        { "支出1,168.72元", "支|出|1,168.72元" },
        { "支出1，200元", "支|出|1，200元" },
        { "支出1 050.3元", "支|出|1 050.3元" },
        { "2024年度表", "2024年度|表" },
        { "本年度表", "本|年|度|表" },
        { "高1.5个百分点以上", "高|1.5个百分点|以|上" },
        { "5个百合", "5个|百|合" },
        { "12亿3千", "12亿3千" },
        { "≥95%", "≥95%" },
        { "面积50㎡内", "面|积|50㎡|内" },
        { "〔2020〕7号文", "〔2020〕|7号|文" },
        { "2023—2024年", "2023—2024年" },
    };

    for (size_t i = 0; i < COUNT(cases); i++)
        CU_ASSERT_STRING_EQUAL(with_bars(cases[i].words), cases[i].bars);
}

static void breaks_letters_between_words(void)
{
    static const struct { const char *words, *bars; } cases[] = {
        { "a word here", "a |word |here" },
        { "don’t do", "don’t |do" },
        { "用PM2.5值", "用|PM2.5值" },
        { "ABC公司", "ABC|公|司" },
    };

    for (size_t i = 0; i < COUNT(cases); i++)
        CU_ASSERT_STRING_EQUAL(with_bars(cases[i].words), cases[i].bars);
}

/* Each in the middle and at both ends: the library ends the program where it
 * meets what it does not know. */
static void stands_every_character(void)
{
    for (uint32_t c = 1; c < 0x110000; c++) {
        const uint32_t letters[] = { c, c, 0x4E00, c, ' ', c, 0 };
        unsigned char breaks[6];
        if (!breaks_find(&words_known, letters, 6, breaks)
            || breaks[5] > BREAK_FORCED)
            CU_FAIL("a character breaks wrongly");
    }
    CU_ASSERT_STRING_EQUAL(with_bars("甲🇨🇳乙"), "甲|🇨|🇳|乙");
}

CU_TestInfo breaks_tests[] = {
    {"are anywhere in Chinese but at marks",
        breaks_chinese_anywhere_but_at_marks},
    {"leave figures with their units", keeps_figures_with_their_units},
    {"are between words of letters", breaks_letters_between_words},
    {"stands every character", stands_every_character},
    CU_TEST_INFO_NULL
};
