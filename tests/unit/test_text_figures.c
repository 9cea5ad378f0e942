/* Figures read out of texts: numbers, units, how sure they are. */

#include <CUnit/CUnit.h>
#include <stdio.h>
#include <string.h>

#include "6_rules/text/figures.h"
#include "6_rules/text/numerals.h"
#include "fixture.h"

#define ROOM 8

/* "9.99 万元, ~10 件, |3 个": about and at least or most are marked. */
static const char *figures_of(const char *text)
{
    static const char marks[] = { ' ', '~', '|' };
    static char line[256];
    struct text_figure figures[ROOM];
    size_t count = text_figures(fixture_lexicon(), text, strlen(text),
        figures, ROOM);
    size_t used = 0;

    line[0] = '\0';
    for (size_t k = 0; k < count; k++) {
        char value[DECIMAL_TEXT_SIZE];
        char mark[2] = { marks[figures[k].precision], '\0' };
        used += (size_t)snprintf(line + used, sizeof line - used,
            "%s%s%s%s%.*s", k > 0 ? ", " : "", mark[0] == ' ' ? "" : mark,
            decimal_print(figures[k].value, value),
            figures[k].unit_length > 0 ? " " : "",
            (int)figures[k].unit_length, figures[k].unit);
    }
    return line;
}

struct expected {
    const char *text, *figures;
};

static void check(const struct expected *cases, size_t count)
{
    for (size_t k = 0; k < count; k++) {
        const char *found = figures_of(cases[k].text);
        if (strcmp(found, cases[k].figures) != 0)
            fprintf(stderr, "%s has %s, not %s\n", cases[k].text, found,
                cases[k].figures);
        CU_ASSERT_STRING_EQUAL(found, cases[k].figures);
    }
}

static void reads_numbers(void)
{
    static const struct expected cases[] = {
        { "", "" }, { "没有数字", "" }, { "0", "0" },
        { "支出99898元，9.99万元。", "99898 元, 9.99 万元" },
        { "1,234,567.89元", "1234567.89 元" },
        { "12,34元", "12, 34 元" },
        { "1234,567元", "1234, 567 元" },
        { "第1,2组", "2 组" },
        { "２０２２年，１．５万元", "2022 年, 1.5 万元" },
        { "比上年-72元", "-72 元" },
        { "变动率−60.08%，（－5%）", "-60.08 %, -5 %" },
        { "净增+3人", "3 人" },
        { "0.57的系数", "0.57" },
        { "5.元", "5" },
        { "999999999999999999元", "999999999999999999 元" },
        { "9999999999999999999元", "" },
        { "0.1234567890元", "" },
        { "99999999999999999999-5元", "5 元" },
    };

    check(cases, COUNT(cases));
}

static void reads_percentages_in_words(void)
{
    static const struct expected cases[] = {
        { "率百分之九十五。", "95 %" }, { "百分之95.5的", "95.5 %" },
        { "百分之百", "100 %" }, { "百分之一百零五", "105 %" },
        { "百分之九十七点五二", "97.52 %" }, { "百分之零点五", "0.5 %" },
        { "约百分之三十", "~30 %" }, { "百分之九十以上", "|90 %" },
        { "百分之五点，3件", "5 %, 3 件" }, { "百分之几，3件", "3 件" },
        { "5件、百分之", "5 件" }, { "百分之二三十", "" },
    };

    check(cases, COUNT(cases));
}

static void passes_over_codes(void)
{
    static const struct expected cases[] = {
        { "A4纸、H1N1、PM2.5浓度", "" },
        { "电话0737-0000000", "" },
        { "上午12:30开会", "" }, { "比例2:1", "" }, { "三分之一即1/3", "" },
        { "版本1.2.3", "" }, { "a1@b2.cn，http://x.cn/5?b", "" },
        { "2023.04.24", "" }, { "第3季度", "" }, { "file_2.docx", "" },
        { "3_x", "" },
        { "附件4-2", "~4, ~2" },        /* a range, as far as one can see */
        { "〔2020〕10号", "2020, 10 号" },
        { "“411”机制", "411" },
    };

    check(cases, COUNT(cases));
}

static void tells_how_many_figures_there_may_be(void)
{
    static const struct { const char *text; size_t most; } cases[] = {
        { "", 0 }, { "受理案件", 0 }, { "201件", 1 }, { "95.5%", 1 },
        { "３.５", 1 }, { "3..5", 2 }, { "3. 5", 2 }, { "3.x5", 2 },
        { "12.5.３", 2 }, { "1.2.3", 2 },
        { "受理201件，结案190件", 2 }, { "1,234元", 2 }, { "12:30", 2 },
        { "２０件，1件", 2 }, { ".5", 1 }, { "5.", 1 },
        { "5件，百分之九", 2 }, { "百分比", 0 },
    };
    const struct lexicon *lexicon = fixture_lexicon();

    for (size_t k = 0; k < COUNT(cases); k++) {
        size_t length = strlen(cases[k].text), most = cases[k].most;
        CU_ASSERT_TRUE(text_may_have_figures(lexicon, cases[k].text, length,
            most));
        CU_ASSERT_FALSE(text_may_have_figures(lexicon, cases[k].text, length,
            most + 1));
    }
    CU_ASSERT_FALSE(text_may_have_figures(lexicon, "1和2", 1, 2));
}

static void reads_units(void)
{
    static const struct expected cases[] = {
        { "12个内设机构", "12 个" }, { "66批次、669人次", "66 批次, 669 人次" },
        { "3万次", "3 万次" }, { "864家次", "864 家次" },
        { "34万平方米", "34 万平方米" }, { "9.4公里", "9.4 公里" },
        { "2个百分点，2百分点", "2 个百分点, 2 百分点" },
        { "5亿元，3千元，2百万元", "5 亿元, 3 千元, 2 百万元" },
        { "2430元/亩", "2430 元/亩" }, { "3米/秒。", "3 米/秒" },
        { "100%和100％、5‰", "100 %, 100 ％, 5 ‰" },
        { "20km，30㎡", "20 km, 30 ㎡" },
        { "共201，其中", "201" }, { "为95以上", "|95" },
        { "10 万元，5 %", "10 万元, 5 %" }, { "表1 部门", "1" },
        { "64.37万（含", "64.37 万" }, { "1万个", "1 万个" },
        { "3个月，2小时", "3 个月, 2 小时" },
        { "18.6公里、机耕道9.4公里", "18.6 公里, 9.4 公里" },
    };

    check(cases, COUNT(cases));
}

static void reads_how_sure_a_figure_is(void)
{
    static const struct expected cases[] = {
        { "约10件，近20件，10件左右", "~10 件, ~20 件, ~10 件" },
        { "10余件，1万余人，9万余", "~10 件, ~1 万余人, ~9 万余" },
        { "30多个", "~30 个" },
        { "10至20件", "~10, ~20 件" }, { "10-20件", "~10, ~20 件" },
        { "10元-20元", "~10 元, ~20 元" }, { "10件～20件", "~10 件, ~20 件" },
        { "2022-2023年", "~2022, ~2023 年" },
        { "≥3000亩", "|3000 亩" }, { "3000人以上", "|3000 人" },
        { "超过5件，不少于6件", "|5 件, |6 件" },
        { "达到5件，增加6件", "5 件, 6 件" },
        { "10件至多", "10 件" }, { "5件，-3件", "5 件, -3 件" },
    };

    check(cases, COUNT(cases));
}

static void brings_figures_to_their_base(void)
{
    static const struct { const char *text, *base; } cases[] = {
        { "9.99万元", "99900" }, { "5亿元", "500000000" },
        { "1.5万亿元", "1500000000000" }, { "74人", "74" },
        { "99.5％", "99.5" }, { "123456789012345678亿元", "" },
    };

    for (size_t k = 0; k < COUNT(cases); k++) {
        struct text_figure figure = {0};
        struct decimal value = decimal_blank;
        char text[DECIMAL_TEXT_SIZE];
        CU_ASSERT_TRUE(text_figure_next(fixture_lexicon(), cases[k].text,
            strlen(cases[k].text), &figure));
        CU_ASSERT_EQUAL(text_figure_base(&figure, &value),
            cases[k].base[0] != '\0');
        CU_ASSERT_STRING_EQUAL(decimal_print(value, text), cases[k].base);
    }
}

static void compares_units(void)
{
    static const struct { const char *text; bool alike; } cases[] = {
        { "9.99万元，5元", true }, { "5%，6％", true }, { "3万人，2人", true },
        { "5元，6人", false }, { "66批次，66次", false },
        { "5，6", false }, { "5元/亩，6元", false },
    };

    for (size_t k = 0; k < COUNT(cases); k++) {
        struct text_figure figures[2];
        CU_ASSERT_EQUAL_FATAL(text_figures(fixture_lexicon(), cases[k].text,
            strlen(cases[k].text), figures, 2), 2);
        CU_ASSERT_EQUAL(text_figures_alike(&figures[0], &figures[1]),
            cases[k].alike);
    }
}

static void tells_where_a_figure_stands(void)
{
    const char *text = "减少-72元，共10余万件";
    const struct lexicon *lexicon = fixture_lexicon();
    struct text_figure figure = {0};

    CU_ASSERT_TRUE(text_figure_next(lexicon, text, strlen(text), &figure));
    CU_ASSERT_EQUAL(figure.begin, strlen("减少"));
    CU_ASSERT_EQUAL(figure.end, strlen("减少-72元"));
    CU_ASSERT_TRUE(figure.is_amount);
    CU_ASSERT_FALSE(figure.is_date);
    CU_ASSERT_TRUE(text_figure_next(lexicon, text, strlen(text), &figure));
    CU_ASSERT_EQUAL(figure.begin, strlen("减少-72元，共"));
    CU_ASSERT_EQUAL(figure.end, strlen(text));
    CU_ASSERT_FALSE(text_figure_next(lexicon, text, strlen(text), &figure));
    /* A text may end before its NUL. */
    CU_ASSERT_EQUAL(text_figures(lexicon, text, strlen("减少-72元"),
        &figure, 1), 1);
    CU_ASSERT_EQUAL(text_figures(lexicon, text, strlen("减少"), &figure,
        1), 0);
    CU_ASSERT_EQUAL(text_figures(lexicon, text,
        strlen(text), &figure, 1), 1);
}

static void reads_numerals(void)
{
    static const struct { const char *text; int value; const char *rest; }
    cases[] = {
        { "十二个", 12, "个" }, { "二十", 20, "" }, { "三", 3, "" },
        { "两家", 2, "家" }, { "一百零五项", 105, "项" },
        { "九千九百九十九", 9999, "" }, { "一百二十件", 120, "件" },
        { "个", 0, "个" }, { "", 0, "" }, { "零", 0, "零" },
        { "三五个", 0, "三五个" }, { "十百", 0, "十百" },
        { "零十", 0, "零十" },
    };

    for (size_t k = 0; k < COUNT(cases); k++) {
        int value = 0;
        size_t length = text_numeral_read(fixture_lexicon(),
            cases[k].text, &value);
        CU_ASSERT_EQUAL(value, cases[k].value);
        CU_ASSERT_STRING_EQUAL(cases[k].text + length, cases[k].rest);
    }
}

CU_TestInfo text_figures_tests[] = {
    {"reads numbers", reads_numbers},
    {"tells how many figures there may be",
        tells_how_many_figures_there_may_be},
    {"reads percentages in words", reads_percentages_in_words},
    {"passes over codes", passes_over_codes},
    {"reads units", reads_units},
    {"reads how sure a figure is", reads_how_sure_a_figure_is},
    {"brings figures to their base", brings_figures_to_their_base},
    {"compares units", compares_units},
    {"tells where a figure stands", tells_where_a_figure_stands},
    {"reads numerals", reads_numerals},
    CU_TEST_INFO_NULL
};
