/* Words found in texts, at their beginnings and ends, and texts measured and
 * cut. */

#include <CUnit/CUnit.h>

#include "text_fixture.h"

static void finds_words(void)
{
    static const struct expected cases[] = {
        { "效果明显改善，基本完成", "明显改善" },      /* leftmost, longest */
        { "工作基本完成", "基本" }, { "TODO", "TODO" },
        { "", "" }, { "全部完成", "" }, { "基 本", "" }, { "todo", "" },
        { "本基", "" }, { "明", "" },
    };
    static const struct expected none[] = { { "任何文字", "" } };

    CHECK("word", "基本 明显 \n 明显改善 TODO", cases);
    CHECK("word", "", none);
}

static void finds_beginnings(void)
{
    static const struct expected cases[] = {
        { "一、加强", "一、" }, { "1.1加强", "1.1" }, { "1.2加强", "1." },
        { "𠮷甲", "𠮷" }, { "加强一、", "" }, { " 一、", "" }, { "一", "" },
        { "", "" },
    };

    CHECK("beginning", "一、 1. 1.1 𠮷", cases);
}

static void finds_endings(void)
{
    static const struct expected cases[] = {
        { "加强。", "。" }, { "加强……", "……" }, { "加强…", "…" }, { "。", "。" },
        { "。加强", "" }, { "加强。 ", "" }, { "加强", "" }, { "", "" },
    };

    CHECK("ending", "。 … …… ！！！！！！", cases);
}

static void finds_texts_that_are_a_word(void)
{
    static const struct expected cases[] = {
        { "无", "无" }, { " 无。 ", "无" }, { "/", "/" }, { "　不涉及；", "不涉及" },
        { "无.", "无" },
        { "无违规", "" }, { "全年无", "" }, { "", "" }, { "。", "" },
        { "2/3", "" }, { "不涉及资金", "" },
    };

    CHECK("whole-word", "无 / 不涉及", cases);
}

static void finds_corrections(void)
{
    static const struct expected cases[] = {
        { "举报、投拆电话", "投拆→投诉" },
        { "社保保险和投拆", "社保保险→社会保险" },
        { "偏差原因析", "偏差原因析→偏差原因分析" },
        { "做好保险工作", "保险→社会保险" },
        { "做好社会保险和保险工作", "保险→社会保险" },
        { "做好社会保险工作", "" }, { "投诉", "" }, { "", "" },
        { "偏差原因分析", "" }, { "投 拆", "" }, { "社会保险社会保险", "" },
    };
    static const char *const bad[] = { "投拆", "→投诉", "投拆→",
        "投拆→投诉 基本" };

    CHECK("correction",
        "投拆→投诉 社保保险→社会保险 偏差原因析→偏差原因分析 保险→社会保险",
        cases);
    for (size_t k = 0; k < COUNT(bad); k++) {
        static const struct expected wrong[] = { { "投拆", "!" } };
        CHECK("correction", bad[k], wrong);
    }
}

static void measures_and_cuts(void)
{
    static const struct expected blanks[] = {
        { "", "␣" }, { " ", "␣" }, { " 　\t\n", "␣" }, { "　一", "" }, { "0", "" },
    };
    static const struct expected lengths[] = {
        { "", "0" }, { "一二三", "3" }, { " 一 二　三\n", "3" }, { "a1，", "3" },
        { "𠮷", "1" }, { " \t", "0" },
    };
    static const struct expected excerpts[] = {
        { "", "" }, { "一二三", "一二三" }, { "一二三四", "一二三…" },
        { "ab", "ab" }, { "𠮷二三四", "𠮷二三…" },
    };
    static const struct expected nothing[] = { { "一", "…" }, { "", "" } };
    static const struct expected wrong[] = { { "一", "!" } };

    CHECK("blank", NULL, blanks);
    CHECK("length", NULL, lengths);
    CHECK("excerpt", "3", excerpts);
    CHECK("excerpt", "0", nothing);
    CHECK("excerpt", "三", wrong);
    CHECK("excerpt", "-1", wrong);
    CHECK("excerpt", "1.5", wrong);
    CHECK("excerpt", "", wrong);
}

static void counts_digits_of_telephones(void)
{
    static const struct expected cases[] = {
        { "1378765432", "1378765432" }, { "137876543211", "137876543211" },
        { "073712345", "073712345" }, { "0737-123456", "0737-123456" },
        { "0737-123456789", "0737-123456789" }, { "12345678", "" },
        { "（0737）881234", "（0737）881234" }, { "123456", "123456" },
        { "+86 137876543", "+86 137876543" }, { "95", "95" },
        { "0737-8812345、0737-123", "0737-123" }, { "4001234", "" },
        { "800-123-45678", "800-123-45678" },
        { "0737-8812345或1378765432", "1378765432" },
        { "1234567890123456789012345", "1234567890123456789012345" },
        { "0737-8812345-800112", "0737-8812345-800112" },
        { "0737-8812345 - 办 ( 1378765432", " ( 1378765432" },
        { "0737-1234567转8001、1234568", "" },
        { "0737-8812345", "" }, { "0737—88123456", "" },
        { "88123456", "" }, { "8812345", "" }, { "(0737)8812345", "" },
        { "+86-737-8812345", "" }, { "86-737-8812345", "" },
        { "+86 13787654321", "" }, { "010-88123456", "" },
        { "021 88123456", "" }, { "0737-8812345-8001", "" },
        { "0737-8812345转800112", "" }, { "0737-8812345分机12", "" },
        { "0737-8812345内线12", "" }, { "0737-8812345ext.12", "" },
        { "0737-8812345ext 12", "" }, { "0737-8812345 8812346", "" },
        { "0737-8812345（办公室）", "" }, { "400-123-4567", "" },
        { "800-123-4567", "" }, { "12345", "" }, { "110", "" },
        { "10086", "" }, { "95588", "" }, { "", "" }, { "无", "" },
    };

    CHECK("telephone", NULL, cases);
}

CU_TestInfo text_words_tests[] = {
    {"counts digits of telephones", counts_digits_of_telephones},
    {"finds words", finds_words},
    {"finds beginnings", finds_beginnings},
    {"finds endings", finds_endings},
    {"finds texts that are a word", finds_texts_that_are_a_word},
    {"finds corrections", finds_corrections},
    {"measures and cuts", measures_and_cuts},
    CU_TEST_INFO_NULL
};
