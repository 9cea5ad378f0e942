/* Sentences of findings: what is filled in, in each language and for whoever
 * reads them where they fill a form in. */

#include <CUnit/CUnit.h>
#include <errno.h>
#include <string.h>

#include "0_base/fault.h"
#include "0_base/findings.h"
#include "0_base/listed.h"
#include "0_base/reword.h"
#include "fixture.h"

static const struct place nowhere = { 0, 0 };

static void fills_the_sentences_of_the_catalogue(void)
{
    struct findings *findings = findings_new();

    CU_ASSERT_PTR_NOT_NULL_FATAL(findings);
    findings_add(findings, CATALOGUE_EDITION_MISSPELT,
        (struct place){ 3, 14 }, "/edition", "name", "hunan-2023",
        "nearest", "hunan-county-2023", "known", "{name}、x", NULL);
    const struct finding *finding = findings_get(findings, 0);
    CU_ASSERT_STRING_EQUAL(finding->code, "V007");
    CU_ASSERT_EQUAL(finding->level, LEVEL_ERROR);
    CU_ASSERT_EQUAL(finding->place.line, 3);
    CU_ASSERT_EQUAL(finding->place.column, 14);
    CU_ASSERT_STRING_EQUAL(finding->pointer, "/edition");
    CU_ASSERT_PTR_NULL(finding->answer);
    /* A text that looks like a placeholder is not filled again. */
    CU_ASSERT_STRING_EQUAL(finding->text[LANGUAGE_ZH],
        "没有版本“hunan-2023”；最接近的是“hunan-county-2023”（可用：{name}、x）");
    CU_ASSERT_STRING_EQUAL(finding->text[LANGUAGE_EN],
        "there is no edition \"hunan-2023\"; the nearest is "
        "\"hunan-county-2023\" (known: {name}、x)");
    findings_free(findings);
}

static void lists_names_as_each_language_does(void)
{
    static const struct {
        const char *first, *second, *beside, *zh, *en;
    } cases[] = {
        { "a", "b", NULL, "a、b", "a, b" }, { "a", NULL, NULL, "a", "a" },
        { "甲", "", NULL, "甲、", "甲, " }, { NULL, NULL, NULL, "", "" },
        { "宋体", "黑体", "Noto", "宋体、黑体（Noto）", "宋体, 黑体 (Noto)" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct findings *findings = findings_new();
        CU_ASSERT_PTR_NOT_NULL_FATAL(findings);
        struct buffer list = BUFFER_EMPTY, zh = BUFFER_EMPTY,
            en = BUFFER_EMPTY;
        if (cases[i].first)
            listed_add(&list, cases[i].first);
        if (cases[i].beside)
            listed_add_beside(&list, cases[i].second, cases[i].beside);
        else if (cases[i].second)
            listed_add(&list, cases[i].second);
        findings_add(findings, CATALOGUE_EDITION_UNKNOWN, nowhere, NULL,
            "name", "x", "known", buffer_string(&list), NULL);
        buffer_printf(&zh, "没有版本“x”；可用：%s", cases[i].zh);
        buffer_printf(&en, "there is no edition \"x\"; known: %s",
            cases[i].en);
        CU_ASSERT_STRING_EQUAL(fixture_sentence(findings, 0, LANGUAGE_ZH),
            buffer_string(&zh));
        CU_ASSERT_STRING_EQUAL(fixture_sentence(findings, 0, LANGUAGE_EN),
            buffer_string(&en));
        buffer_free(&list);
        buffer_free(&zh);
        buffer_free(&en);
        findings_free(findings);
    }
}

static void says_faults_of_the_system_in_each_language(void)
{
    static const struct { int fault; const char *zh, *en; } cases[] = {
        { ENOENT, "（没有这个文件或文件夹）", "(no such file or folder)" },
        { ENOSPC, "（磁盘空间或可建的文件个数不足）",
            "(no space, or no room for more files, on the disk)" },
        { EPERM, "（没有权限）", "(permission denied)" },
        { ENXIO, "（不是普通文件）", "(it is no ordinary file)" },
        { EBADF, "（没有打开）", "(it is not open)" },
        { EPIPE, "（另一端已经关闭）", "(the other end is closed)" },
        { EAGAIN, "（系统的进程或资源已经用完）",
            "(the system has no more processes or resources)" },
        { EADDRINUSE, "（已被别的程序占用）", "(in use by another program)" },
        { ECHILD, "（No child processes）", "(No child processes)" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct findings *findings = findings_new();
        CU_ASSERT_PTR_NOT_NULL_FATAL(findings);
        char reason[FAULT_TEXT_SIZE];
        findings_add(findings, CATALOGUE_FILE_UNREADABLE, nowhere, NULL,
            "reason", fault_text(cases[i].fault, reason), NULL);
        CU_ASSERT_PTR_NOT_NULL(strstr(fixture_sentence(findings, 0,
            LANGUAGE_ZH), cases[i].zh));
        CU_ASSERT_PTR_NOT_NULL(strstr(fixture_sentence(findings, 0,
            LANGUAGE_EN), cases[i].en));
        findings_free(findings);
    }
}

static void leaves_a_placeholder_without_a_text(void)
{
    struct findings *findings = findings_new();

    CU_ASSERT_PTR_NOT_NULL_FATAL(findings);
    findings_add(findings, CATALOGUE_EDITION_UNKNOWN, nowhere, NULL,
        "nam", "x", "names", "y", NULL);
    CU_ASSERT_STRING_EQUAL(fixture_sentence(findings, 0, LANGUAGE_EN),
        "there is no edition \"{name}\"; known: {known}");
    /* Braces of the sentence itself stay, too. */
    findings_add(findings, CATALOGUE_REFERENCE_OPEN, nowhere, NULL, NULL);
    CU_ASSERT_STRING_EQUAL(fixture_sentence(findings, 1, LANGUAGE_ZH),
        "文字中的引用“{{”没有用“}}”结束；请补上“}}”，要印出大括号本身请写“\\{{”");
    findings_free(findings);
}

static void reads_no_more_texts_than_a_sentence_can_have(void)
{
    struct findings *findings = findings_new();

    CU_ASSERT_PTR_NOT_NULL_FATAL(findings);
    findings_add(findings, CATALOGUE_EDITION_UNKNOWN, nowhere, NULL,
        "name", "first", "1", "", "2", "", "3", "", "4", "", "5", "", "6", "",
        "7", "", "8", "", "9", "", "10", "", "11", "", "12", "", "13", "",
        "14", "", "15", "", "16", "", "known", "last", NULL);
    CU_ASSERT_STRING_EQUAL(fixture_sentence(findings, 0, LANGUAGE_EN),
        "there is no edition \"first\"; known: {known}");
    findings_free(findings);
}

static void says_what_fillers_in_see(void)
{
    static const struct { const char *text, *sheet, *page; } cases[] = {
        { "请取消“按空白填报”，由程序计算", "请删去〔空白〕，由程序计算",
            "请按“清除”，由程序计算" },
        { "不适用的按空白填报", "不适用的写〔空白〕", "不适用的按“留空”" },
        { "没有的写 null", "没有的写〔空白〕", "没有的按“留空”" },
        { "“按空白填报”一词", "“按空白填报”一词", "“按空白填报”一词" },
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buffer sheet = BUFFER_EMPTY, page = BUFFER_EMPTY;
        reword_print(cases[i].text, REWORD_SHEET, LANGUAGE_ZH, &sheet);
        reword_print(cases[i].text, REWORD_PAGE, LANGUAGE_ZH, &page);
        CU_ASSERT_STRING_EQUAL(buffer_string(&sheet), cases[i].sheet);
        CU_ASSERT_STRING_EQUAL(buffer_string(&page), cases[i].page);
        buffer_free(&sheet);
        buffer_free(&page);
    }
}

CU_TestInfo sentences_tests[] = {
    {"fills the sentences of the catalogue",
        fills_the_sentences_of_the_catalogue},
    {"lists names as each language does",
        lists_names_as_each_language_does},
    {"says faults of the system in each language",
        says_faults_of_the_system_in_each_language},
    {"leaves a placeholder without a text",
        leaves_a_placeholder_without_a_text},
    {"reads no more texts than a sentence can have",
        reads_no_more_texts_than_a_sentence_can_have},
    {"says what fillers-in see", says_what_fillers_in_see},
    CU_TEST_INFO_NULL
};
