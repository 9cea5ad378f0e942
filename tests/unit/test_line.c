/* A finding as one line of text. */

#include <CUnit/CUnit.h>
#include <stdio.h>
#include <stdlib.h>

#include "fixture.h"
#include "library/reports/line.h"

/* told: what the finding is like, or NULL. */
static void check(const struct finding *finding, const struct finding *told,
    struct line_style style, const char *expected)
{
    char *line = NULL;
    size_t length;
    FILE *out = open_memstream(&line, &length);

    CU_ASSERT_PTR_NOT_NULL_FATAL(out);
    if (told)
        line_print_likewise(finding, told, style, out);
    else
        line_print(finding, style, out);
    fclose(out);
    CU_ASSERT_STRING_EQUAL(line, expected);
    free(line);
}

static void prints_a_finding_as_one_line(void)
{
    static const struct { struct finding finding; enum language language;
        const char *line; } cases[] = {
        { { .code = "A04", .level = LEVEL_ERROR, .file = "a.json",
            .place = { 3, 7 }, .pointer = "/x/y", .text = { "句", "s" } },
            LANGUAGE_ZH, "a.json:3:7: 错误 A04: 句 [/x/y]\n" },
        { { .code = "A04", .level = LEVEL_WARNING, .file = "a.json",
            .place = { 3, 7 }, .pointer = "", .text = { "句", "s" } },
            LANGUAGE_EN, "a.json:3:7: warning A04: s\n" },
        { { .code = "X1", .level = LEVEL_SYSTEM, .file = "a.json",
            .text = { "句", "s" } }, LANGUAGE_EN, "a.json: system X1: s\n" },
        { { .code = "U1", .level = LEVEL_USAGE, .text = { "句", "s" } },
            LANGUAGE_ZH, "用法 U1: 句\n" },
        /* No control character of the data reaches a terminal. */
        { { .code = "S4", .level = LEVEL_ERROR, .file = "a\tb",
            .pointer = "/\x1B[2J", .text = { "句\n\x7F", "s" } },
            LANGUAGE_ZH, "a〔制表符〕b: 错误 S4: 句〔换行符〕〔删除符〕 [/〔转义符〕[2J]\n" },
        { { .code = "S4", .level = LEVEL_ERROR, .file = "\xC2\x9B" "2J\x9B",
            .pointer = "/\xE2\x80\xAE", .where = "a\xE2\x80\xA8",
            .text = { "句", "\xE2\x80\x8B\xF3\xA0\x81\x81" } }, LANGUAGE_EN,
            "[control character]2J[0x9B]: error S4: a[line separator]: "
            "[zero width space][tag character] [/[direction control]]\n" },
        { { .code = "N1", .level = LEVEL_HINT, .place = { 1, 1 },
            .text = { "句", "s" } }, LANGUAGE_EN, "1:1: hint N1: s\n" },
        { { .code = "A4", .level = LEVEL_ERROR, .where = "附件1 “办公费”",
            .text = { "句", "s" } }, LANGUAGE_ZH,
            "错误 A4: 附件1 “办公费”：句\n" },
        { { .code = "A4", .level = LEVEL_ERROR, .where = "附件1 “办公费”",
            .text = { "句", "s" } }, LANGUAGE_EN,
            "error A4: 附件1 “办公费”: s\n" },
    };

    for (size_t i = 0; i < COUNT(cases); i++)
        check(&cases[i].finding, NULL,
            (struct line_style){ cases[i].language, false }, cases[i].line);
}

static void prints_one_more_place(void)
{
    static const struct finding told = { .text = { "句", "s" } };
    static const struct { struct finding finding; enum language language;
        const char *line; } cases[] = {
        { { .code = "A4", .file = "a.json", .place = { 3, 7 },
            .pointer = "/x", .where = "附件1 合计", .found = "3.87万元",
            .text = { "句", "s" } }, LANGUAGE_ZH,
            "a.json:3:7: 同上 A4: 附件1 合计：3.87万元 [/x]\n" },
        { { .code = "A4", .file = "a.json", .place = { 3, 7 },
            .pointer = "/x", .where = "附件1 合计", .found = "3.87万元",
            .text = { "句", "s" } }, LANGUAGE_EN,
            "a.json:3:7: likewise A4: 附件1 合计: 3.87万元 [/x]\n" },
        /* A blank: the sentence above has said what is missing. */
        { { .code = "N1", .place = { 3, 7 }, .where = "附件1 合计",
            .text = { "句", "s" } }, LANGUAGE_ZH,
            "3:7: 同上 N1: 附件1 合计\n" },
        { { .code = "N1", .place = { 3, 7 }, .pointer = "/a",
            .text = { "句", "s" } }, LANGUAGE_ZH, "3:7: 同上 N1: [/a]\n" },
        { { .code = "C9", .where = "附件4", .text = { "句", "s" }, .found =
            "一二三四五六七八九十一二三四五六七八九十一二三四五" }, LANGUAGE_ZH,
            "同上 C9: 附件4：一二三四五六七八九十一二三四五六七八九十一二三四…\n" },
        { { .code = "C9", .where = "附件4", .text = { "句", "s" }, .found =
            "一二三四五六七八九十一二三四五六七八九十一二三四" }, LANGUAGE_ZH,
            "同上 C9: 附件4：一二三四五六七八九十一二三四五六七八九十一二三四\n" },
        /* Bytes that are no UTF-8 count as they are. */
        { { .code = "C9", .where = "附件4", .text = { "句", "s" },
            .found = "a\xFF\n" }, LANGUAGE_ZH,
            "同上 C9: 附件4：a〔0xFF〕〔换行符〕\n" },
        /* The place has begun to quote it. */
        { { .code = "D1", .where = "附件3 “全年完成例行…”", .text =
            { "句", "s" }, .found = "全年完成例行监测" }, LANGUAGE_ZH,
            "同上 D1: 附件3 “全年完成例行…”\n" },
    };

    for (size_t i = 0; i < COUNT(cases); i++)
        check(&cases[i].finding, &told,
            (struct line_style){ cases[i].language, false }, cases[i].line);
}

static void has_colours_where_they_are_asked_for(void)
{
    static const struct { enum level level; const char *line; } cases[] = {
        { LEVEL_HINT, "\x1B[1ma:1:2:\x1B[0m \x1B[36mhint\x1B[0m A: s\n" },
        { LEVEL_WARNING,
            "\x1B[1ma:1:2:\x1B[0m \x1B[33mwarning\x1B[0m A: s\n" },
        { LEVEL_ERROR, "\x1B[1ma:1:2:\x1B[0m \x1B[31merror\x1B[0m A: s\n" },
        { LEVEL_SYSTEM,
            "\x1B[1ma:1:2:\x1B[0m \x1B[31msystem\x1B[0m A: s\n" },
    };

    for (size_t i = 0; i < COUNT(cases); i++)
        check(&(struct finding){ .code = "A",
            .level = cases[i].level, .file = "a", .place = { 1, 2 },
            .text = { "句", "s" } }, NULL,
            (struct line_style){ LANGUAGE_EN, true }, cases[i].line);
}

/* Another sentence: what it says is wrong, and what to do if that is another
 * thing; at another level, all of it. */
static void repeats_no_advice(void)
{
    static const struct finding told = { .level = LEVEL_WARNING,
        .text = { "不规范：，，→，；请改正", "bad: y; correct it" } };
    static const struct { struct finding finding; enum language language;
        const char *line; } cases[] = {
        { { .code = "E6", .level = LEVEL_WARNING, .where = "附件3",
            .found = "甲；；乙", .text =
            { "不规范：；；→；；请改正", "bad: x; correct it" } },
            LANGUAGE_ZH, "同上 E6: 附件3：不规范：；；→；\n" },
        { { .code = "E6", .level = LEVEL_WARNING, .where = "附件3",
            .found = "甲；；乙", .text =
            { "不规范：；；→；；请改正", "bad: x; correct it" } },
            LANGUAGE_EN, "likewise E6: 附件3: bad: x\n" },
        { { .code = "E6", .level = LEVEL_WARNING, .where = "附件3",
            .text = { "乱码；请重新复制", "bad; copy it" } },
            LANGUAGE_ZH, "同上 E6: 附件3：乱码；请重新复制\n" },
        { { .code = "E6", .level = LEVEL_WARNING, .where = "附件3",
            .text = { "只说一句", "all" } },
            LANGUAGE_ZH, "同上 E6: 附件3：只说一句\n" },
        { { .code = "E6", .level = LEVEL_ERROR, .where = "附件3",
            .text = { "不规范：；；→；；请改正", "bad: x; correct it" } },
            LANGUAGE_ZH, "错误 E6: 附件3：不规范：；；→；；请改正\n" },
    };

    for (size_t i = 0; i < COUNT(cases); i++)
        check(&cases[i].finding, &told,
            (struct line_style){ cases[i].language, false }, cases[i].line);
}

CU_TestInfo line_tests[] = {
    {"prints a finding as one line", prints_a_finding_as_one_line},
    {"prints one more place", prints_one_more_place},
    {"repeats no advice", repeats_no_advice},
    {"has colours where they are asked for",
        has_colours_where_they_are_asked_for},
    CU_TEST_INFO_NULL
};
