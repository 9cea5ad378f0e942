/* Reports of findings as text, of one file and of several. */

#include <CUnit/CUnit.h>
#include <stdlib.h>
#include <string.h>

#include "reports_fixture.h"

static void text_lists_findings_and_sums_up(void)
{
    struct report_desk desk;

    desk_begin(&desk, &(struct report_options){ .language = LANGUAGE_ZH });
    desk_add(&desk, "A12", LEVEL_WARNING, 1, NULL);
    desk_add(&desk, "C9", LEVEL_HINT, 2, NULL);
    desk_add(&desk, "A1", LEVEL_ERROR, 3, NULL);
    desk_add(&desk, "A1", LEVEL_ERROR, 4, NULL);
    desk_add(&desk, "A12", LEVEL_WARNING, 5, "因故");
    findings_add(desk.findings, CATALOGUE_SHAPE_REQUIRED,
        (struct place){ 6, 1 }, "", "label", "甲", "allowed", "乙", "hint",
        "", NULL);
    desk_file(&desk, "a.json");
    CU_ASSERT_STRING_EQUAL(desk_finish(&desk),
        "a.json:1:2: 警告 A12: 附件1 甲：句 [/1]\n"
        "a.json:2:2: 提示 C9: 附件1 甲：句 [/2]\n"
        "a.json:3:2: 错误 A1: 附件1 甲：句 [/3]\n"
        "a.json:4:2: 错误 A1: 附件1 甲：句 [/4]\n"
        "a.json:6:1: 错误 S003: 甲缺少成员乙；请补上\n"
        "a.json: 错误 3，警告 1，提示 1，已说明 1\n"
        "  错误 A1    2 处  要{相等}\n"
        "  错误 S003  1 处  缺少必须填报的内容\n"
        "  警告 A12   1 处  不超\n"
        "  提示 C9    1 处  具体\n");
    desk_end(&desk);
}

static void text_tells_a_rule_of_many_places_once(void)
{
    struct report_desk desk;

    desk_begin(&desk, &(struct report_options){ .language = LANGUAGE_EN });
    for (unsigned line = 1; line <= 4; line++) {
        desk_add(&desk, "A1", LEVEL_ERROR, line, NULL);
        desk_add(&desk, "R001", LEVEL_ERROR, line, NULL);
    }
    desk_add(&desk, "A1", LEVEL_ERROR, 5, "because");
    for (unsigned line = 6; line <= 8; line++)
        desk_add(&desk, "A12", LEVEL_WARNING, line, NULL);
    desk_file(&desk, "a.json");
    CU_ASSERT_STRING_EQUAL(desk_finish(&desk),
        "a.json:1:2: error A1: 附件1 甲: s [/1]\n"
        "a.json:2:2: likewise A1: 附件1 甲: 2元 [/2]\n"
        "a.json:3:2: likewise A1: 附件1 甲: 3元 [/3]\n"
        "a.json:4:2: likewise A1: 附件1 甲: 4元 [/4]\n"
        "a.json:1:2: error R001: 附件1 甲: s [/1]\n"
        "a.json:2:2: error R001: 附件1 甲: s [/2]\n"
        "a.json:3:2: error R001: 附件1 甲: s [/3]\n"
        "a.json:4:2: error R001: 附件1 甲: s [/4]\n"
        "a.json:6:2: warning A12: 附件1 甲: s [/6]\n"
        "a.json:7:2: warning A12: 附件1 甲: s [/7]\n"
        "a.json:8:2: warning A12: 附件1 甲: s [/8]\n"
        "a.json: error 8, warning 3, answered 1\n"
        "  error   A1    4 places  must agree\n"
        "  error   R001  4 places  a reference without its end\n"
        "  warning A12   3 places  not over\n");
    desk_end(&desk);
}

static void text_says_that_there_is_nothing(void)
{
    static const struct { enum language language; const char *answer, *text; }
    cases[] = {
        { LANGUAGE_ZH, NULL, "b〔换行符〕: 没有问题\n" },
        { LANGUAGE_EN, NULL, "b[line feed]: no findings\n" },
        { LANGUAGE_ZH, "因故", "b〔换行符〕: 没有问题，已说明 1\n" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct report_desk desk;
        desk_begin(&desk, &(struct report_options){
            .language = cases[i].language });
        if (cases[i].answer)
            desk_add(&desk, "A12", LEVEL_WARNING, 1, cases[i].answer);
        desk_file(&desk, "b\n");
        CU_ASSERT_STRING_EQUAL(desk_finish(&desk), cases[i].text);
        desk_end(&desk);
    }
}

static void text_counts_several_files(void)
{
    static const enum level levels[] = { LEVEL_HINT, LEVEL_WARNING,
        LEVEL_ERROR, LEVEL_SYSTEM };
    static const char *const totals[] = {
        "共 4 个文件：未能检查 1，有错误 1，有警告 1，无问题 1\n"
        "合计：系统 1，错误 2，警告 3，提示 4\n"
        "  系统 A1  1 处  1 个文件  要{相等}\n"
        "  错误 A1  2 处  2 个文件  要{相等}\n"
        "  警告 A1  3 处  3 个文件  要{相等}\n"
        "  提示 A1  4 处  4 个文件  要{相等}\n",
        "4 files: not checked 1, with errors 1, with warnings 1, clean 1\n"
        "in all: system 1, error 2, warning 3, hint 4\n"
        "  system  A1  1 place   1 file   must agree\n"
        "  error   A1  2 places  2 files  must agree\n"
        "  warning A1  3 places  3 files  must agree\n"
        "  hint    A1  4 places  4 files  must agree\n" };

    for (size_t i = 0; i < COUNT(totals); i++) {
        struct report_desk desk;
        desk_begin(&desk, &(struct report_options){
            .language = (enum language)i });
        for (size_t k = 0; k < COUNT(levels); k++) {
            desk_add(&desk, "A1", levels[k], 1, NULL);
            desk_file(&desk, "a.json");
        }
        const char *text = desk_finish(&desk);
        const char *total = strstr(text, totals[i]);
        CU_ASSERT_PTR_NOT_NULL_FATAL(total);
        CU_ASSERT_STRING_EQUAL(total, totals[i]);
        desk_end(&desk);
    }
}

/* Of one level what more files have, then what has more places, then by
 * code. */
static void text_has_the_commonest_first(void)
{
    struct report_desk desk;

    desk_begin(&desk, &(struct report_options){ .quiet = true });
    desk_add(&desk, "A12", LEVEL_ERROR, 1, NULL);
    desk_add(&desk, "A12", LEVEL_ERROR, 1, "answered");
    desk_add(&desk, "C3", LEVEL_WARNING, 1, NULL);
    desk_file(&desk, "a.json");
    desk_add(&desk, "B2", LEVEL_ERROR, 1, NULL);
    for (unsigned line = 1; line <= 5; line++)
        desk_add(&desk, "A1", LEVEL_ERROR, line, NULL);
    desk_add(&desk, "A2", LEVEL_ERROR, 1, NULL);
    desk_file(&desk, "a.json");
    CU_ASSERT_STRING_EQUAL(desk_finish(&desk),
        "共 2 个文件：有错误 2\n"
        "合计：错误 9，警告 2，已说明 2\n"
        "  错误 A12  2 处  2 个文件  不超\n"
        "  错误 A1   5 处  1 个文件  要{相等}\n"
        "  错误 A2   1 处  1 个文件  \n"
        "  错误 B2   1 处  1 个文件  \n"
        "  警告 C3   2 处  2 个文件  \n");
    desk_end(&desk);
}

static void text_may_be_quiet(void)
{
    struct report_desk desk;

    desk_begin(&desk, &(struct report_options){ .quiet = true });
    desk_add(&desk, "A1", LEVEL_ERROR, 1, NULL);
    desk_file(&desk, "a.json");
    desk_add(&desk, "A12", LEVEL_SYSTEM, 1, NULL);
    desk_file(&desk, "a.json");
    CU_ASSERT_STRING_EQUAL(desk_finish(&desk),
        "a.json:1:2: 错误 A1: 附件1 甲：句 [/1]\n"
        "a.json:1:2: 系统 A12: 附件1 甲：句 [/1]\n"
        "a.json: 系统 1，错误 1\n"
        "  系统 A12  1 处  不超\n"
        "  错误 A1   1 处  要{相等}\n"
        "共 2 个文件：未能检查 1，有错误 1\n"
        "合计：系统 1，错误 2\n"
        "  系统 A12  1 处  1 个文件  不超\n"
        "  错误 A1   2 处  2 个文件  要{相等}\n");
    desk_end(&desk);
}

static void text_may_be_brief(void)
{
    struct report_desk desk;

    desk_begin(&desk, &(struct report_options){ .brief = true });
    desk_add(&desk, "A1", LEVEL_ERROR, 1, NULL);
    desk_file(&desk, "a.json");
    desk_file(&desk, "a.json");
    CU_ASSERT_STRING_EQUAL(desk_finish(&desk),
        "a.json:1:2: 错误 A1: 附件1 甲：句 [/1]\n"
        "a.json:1:2: 错误 A1: 附件1 甲：句 [/1]\n");
    desk_end(&desk);
}

static void text_may_have_colours(void)
{
    struct report_desk desk;

    desk_begin(&desk, &(struct report_options){ .coloured = true });
    desk_add(&desk, "A1", LEVEL_ERROR, 1, NULL);
    desk_file(&desk, "a.json");
    CU_ASSERT_STRING_EQUAL(desk_finish(&desk),
        "\x1B[1ma.json:1:2:\x1B[0m \x1B[31m错误\x1B[0m A1: 附件1 甲：句 [/1]\n"
        "a.json: \x1B[31m错误\x1B[0m 1\n"
        "  \x1B[31m错误\x1B[0m A1  1 处  要{相等}\n");
    desk_end(&desk);
}

static void text_knows_that_memory_ran_out(void)
{
    struct report_desk desk;

    desk_begin(&desk, &(struct report_options){0});
    findings_out_of_memory(desk.findings);
    desk_file(&desk, "a.json");
    const char *text = desk_finish(&desk);
    CU_ASSERT_PTR_NOT_NULL(strstr(text, "系统 X001: 内存不足"));
    CU_ASSERT_PTR_NOT_NULL(strstr(text, "a.json: 系统 1\n"));
    desk_end(&desk);
}

static void knows_the_names_of_its_formats(void)
{
    enum report_format format;

    CU_ASSERT_TRUE(report_format_parse("text", &format));
    CU_ASSERT_EQUAL(format, REPORT_TEXT);
    CU_ASSERT_TRUE(report_format_parse("json", &format));
    CU_ASSERT_EQUAL(format, REPORT_JSON);
    CU_ASSERT_TRUE(report_format_parse("sarif", &format));
    CU_ASSERT_EQUAL(format, REPORT_SARIF);
    CU_ASSERT_FALSE(report_format_parse("JSON", &format));
    CU_ASSERT_FALSE(report_format_parse("", &format));
}

CU_TestInfo reports_tests[] = {
    {"text lists findings and sums up", text_lists_findings_and_sums_up},
    {"text tells a rule of many places once",
        text_tells_a_rule_of_many_places_once},
    {"text says that there is nothing", text_says_that_there_is_nothing},
    {"text counts several files", text_counts_several_files},
    {"text has the commonest first", text_has_the_commonest_first},
    {"text may be quiet", text_may_be_quiet},
    {"text may be brief", text_may_be_brief},
    {"text may have colours", text_may_have_colours},
    {"text knows that memory ran out", text_knows_that_memory_ran_out},
    {"know the names of their formats", knows_the_names_of_its_formats},
    CU_TEST_INFO_NULL
};
