/* Bytes that are no text, or too many. */

#include <CUnit/CUnit.h>
#include <stdlib.h>
#include <string.h>

#include "1_read/json.h"
#include "json_fixture.h"

static void reads_a_byte_order_mark(void)
{
    struct findings *findings = findings_new();
    struct json *json = json_parse_text("\xEF\xBB\xBF{\"a\":\n 1}", findings);

    CU_ASSERT_PTR_NOT_NULL_FATAL(json);
    json_check_finding(findings, "J003", 1, 1);
    CU_ASSERT_EQUAL(findings_worst(findings), LEVEL_HINT);
    const cJSON *value = json_root(json)->child;
    CU_ASSERT_EQUAL(json_name_place(json, value).column, 2);
    CU_ASSERT_EQUAL(json_place(json, value).line, 2);
    CU_ASSERT_EQUAL(json_span(json, json_root(json)).start, 0);
    json_free(json);
    findings_free(findings);
    findings = findings_new();
    CU_ASSERT_PTR_NULL(json_parse_text("\xEF\xBB\xBF{\"a\": None}", findings));
    json_check_finding(findings, "J026", 1, 7);
    findings_free(findings);
}

#define BYTES(text) text, sizeof text - 1

/* The beginnings of files that people take for data files. */
static void calls_files_of_other_kinds_by_name(void)
{
    static const struct { const char *bytes; size_t length;
        const char *named; } cases[] = {
        { BYTES("PK\3\4\24\0\6\0..[Content_Types].xml..word/document.xml"),
            ".docx" },
        { BYTES("PK\3\4\24\0\6\0..[Content_Types].xml..xl/workbook.xml"),
            ".xlsx" },
        { BYTES("PK\3\4\24\0\0\0..OFD.xml"), ".ofd" },
        { BYTES("PK\3\4\24\0\0\0..a.txt"), ".zip" },
        { BYTES("\xD0\xCF\x11\xE0\xA1\xB1..W\0o\0r\0d\0D\0o\0c\0"), ".wps" },
        { BYTES("\xD0\xCF\x11\xE0\xA1\xB1..W\0o\0r\0k\0b\0o\0o\0k\0"),
            ".et" },
        { BYTES("\xD0\xCF\x11\xE0\xA1\xB1.."), ".xls" },
        { BYTES("%PDF-1.7\n"), "PDF" }, { BYTES("{\\rtf1\\ansi"), "RTF" },
        { BYTES("\x89PNG\r\n\x1A\n"), ".png" },
        { BYTES("\xFF\xD8\xFF\xE0"), ".jpg" },
        { BYTES("<!DOCTYPE html>\n<html>"), ".html" },
        { BYTES("<?xml version=\"1.0\"?>"), ".xml" },
        { BYTES("项目,金额\n甲,3\n"), "jixiao read --into" },
        { BYTES("\xEF\xBB\xBF项目名称,金额\r\n甲,3"), ".csv" },
        { BYTES("\"项目\";\"金额\"\n\"甲\";3\n"), ".csv" },
        { BYTES("项目\t金额\n甲\t3\n"), ".tsv" },
        { BYTES("1,2\n3,4\n"), ".csv" },
        { BYTES("\xCF\xEE\xC4\xBF,\xBD\xF0\n\xBC\xD7,3\n"), ".csv" },
        { BYTES("\n\n <HTML><BODY>"), ".html" },
        { BYTES("<svg xmlns='x'/>"), ".xml" },
        { BYTES("From: <Saved by Blink>\nMIME-Version: 1.0\n"), ".mht" },
        { BYTES("MIME-Version: 1.0\nContent-Type: text/html"), ".eml" },
        { BYTES("[InternetShortcut]\nURL=file:///d.json"), ".url" },
        { BYTES("L\0\0\0\1\x14\2\0"), ".lnk" },
        { BYTES("SQLite format 3\0"), ".db" },
        { BYTES("\xFD" "7zXZ\0"), ".xz" },
        { BYTES("\x28\xB5\x2F\xFD\4"), ".zst" },
        { BYTES("BZh91AY&SY"), ".bz2" },
        { BYTES("\0\0\0\0\0\0\0\0"), "数据.json" },
        { BYTES("\x7F" "ELF\2\1\0\0"), "" },
        { BYTES("PK\3\4..word/document.xml"), "jixiao pull" },
        { BYTES("PK\3\4..xl/workbook.xml"), "jixiao read" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct findings *findings = findings_new();
        CU_ASSERT_PTR_NULL(json_parse(cases[i].bytes, cases[i].length,
            findings));
        json_check_finding(findings, "J008", 1, 1);
        for (int k = 0; k < LANGUAGE_COUNT; k++)
            CU_ASSERT_PTR_NOT_NULL(strstr(findings_get(findings, 0)->text[k],
                cases[i].named));
        findings_free(findings);
    }
}

/* A text that only lacks a bracket, or has one line, is none of them. */
static void takes_no_text_for_a_table(void)
{
    static const struct { const char *text, *finding; } cases[] = {
        { "\"year\": 2024,\n\"unit\": \"甲\",\n", "J018" },
        { "项目,金额", "J018" }, { "项目\n甲,3\n", "J018" },
        { "甲,乙\n丙;丁\n", "J018" },
        { "var data = {a, b,\nc, d}", "J018" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct findings *findings = findings_new();
        CU_ASSERT_PTR_NULL(json_parse(cases[i].text, strlen(cases[i].text),
            findings));
        CU_ASSERT_STRING_EQUAL(findings_get(findings, 0)->code,
            cases[i].finding);
        findings_free(findings);
    }
}

static void stops_at_any_byte_without_harm(void)
{
    static const char text[] =
        "{\"年\": [1.5e+3, -0, true, \"\\u4e2d\\ud83d\\ude00，”\"], \"b\": {}}";
    char cut[sizeof text];

    /* Each prefix in a block of its own size, for ASan to guard its end. */
    for (size_t length = 0; length < strlen(text); length++) {
        char *prefix = malloc(length ? length : 1);
        struct findings *findings = findings_new();
        CU_ASSERT_TRUE_FATAL(prefix && findings);
        memcpy(prefix, text, length);
        CU_ASSERT_PTR_NULL(json_parse(prefix, length, findings));
        CU_ASSERT_EQUAL(findings_count(findings), 1);
        findings_free(findings);
        free(prefix);
    }
    /* And each byte in turn something else. */
    for (size_t k = 0; k < strlen(text); k++)
        for (size_t other = 0; other < 8; other++) {
            struct findings *findings = findings_new();
            CU_ASSERT_PTR_NOT_NULL_FATAL(findings);
            memcpy(cut, text, sizeof text);
            cut[k] = "\0\xFF\"\\{]\n\xE5"[other];
            struct json *json = json_parse(cut, strlen(text), findings);
            CU_ASSERT_TRUE(json || (findings_count(findings) > 0
            && findings_count(findings) <= 20));
            json_free(json);
            findings_free(findings);
        }
}

/* What reads on behind a fault is not held up by a zero byte. */
static void reads_on_over_zero_bytes(void)
{
    static const char text[] =
        "{\n\"a\": \"open,\n b: [1, 2\n// c\n'd': 01,\n\"e\" \"f\"}";
    char zeros[sizeof text];

    for (size_t first = 0; first < strlen(text); first++)
        for (size_t last = first; last < strlen(text); last++) {
            struct findings *findings = findings_new();
            CU_ASSERT_PTR_NOT_NULL_FATAL(findings);
            memcpy(zeros, text, sizeof text);
            zeros[first] = zeros[last] = '\0';
            CU_ASSERT_PTR_NULL(json_parse(zeros, strlen(text), findings));
            CU_ASSERT_TRUE(findings_count(findings) > 0);
            findings_free(findings);
        }
}

static void refuses_a_text_beyond_the_limit(void)
{
    size_t length = JSON_SIZE_LIMIT + 1;
    char *text = calloc(1, length);
    struct findings *findings = findings_new();

    CU_ASSERT_TRUE_FATAL(text && findings);
    CU_ASSERT_PTR_NULL(json_parse(text, length, findings));
    json_check_finding(findings, "J002", 0, 0);
    findings_free(findings);
    free(text);
}

static void refuses_a_hundred_thousand_levels(void)
{
    enum { LEVELS = 100000 };
    char *text = malloc(LEVELS);
    struct findings *findings = findings_new();

    CU_ASSERT_TRUE_FATAL(text && findings);
    memset(text, '[', LEVELS);
    CU_ASSERT_PTR_NULL(json_parse(text, LEVELS, findings));
    json_check_finding(findings, "J006", 1, JSON_DEPTH_LIMIT + 1);
    findings_free(findings);
    free(text);
}

CU_TestInfo json_bytes_tests[] = {
    {"reads a byte order mark", reads_a_byte_order_mark},
    {"calls files of other kinds by name",
        calls_files_of_other_kinds_by_name},
    {"takes no text for a table", takes_no_text_for_a_table},
    {"stops at any byte without harm", stops_at_any_byte_without_harm},
    {"reads on over zero bytes", reads_on_over_zero_bytes},
    {"refuses a text beyond the limit", refuses_a_text_beyond_the_limit},
    {"refuses a hundred thousand levels",
        refuses_a_hundred_thousand_levels},
    CU_TEST_INFO_NULL
};
