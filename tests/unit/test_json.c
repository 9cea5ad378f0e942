#include <CUnit/CUnit.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "0_base/buffer.h"
#include "1_read/json.h"
#include "library/reports/line.h"

#define COUNT(table) (sizeof (table) / sizeof *(table))

static struct json *parse(const char *text, struct findings *findings)
{
    return json_parse(text, strlen(text), findings);
}

/* A text that is JSON and has nothing wrong with it. */
static struct json *parse_fine(const char *text)
{
    struct findings *findings = findings_new();

    CU_ASSERT_PTR_NOT_NULL_FATAL(findings);
    struct json *json = parse(text, findings);
    CU_ASSERT_PTR_NOT_NULL_FATAL(json);
    CU_ASSERT_EQUAL(findings_count(findings), 0);
    findings_free(findings);
    return json;
}

static void check_only_finding(const struct findings *findings,
    const char *code, unsigned line, unsigned column)
{
    CU_ASSERT_EQUAL_FATAL(findings_count(findings), 1);
    const struct finding *finding = findings_get(findings, 0);
    if (strcmp(finding->code, code) != 0 || finding->place.line != line
        || finding->place.column != column) {
        printf("    expected %s at %u:%u, got ", code, line, column);
        line_print(finding, (struct line_style){ LANGUAGE_EN, false },
            stdout);
    }
    CU_ASSERT_STRING_EQUAL(finding->code, code);
    CU_ASSERT_EQUAL(finding->place.line, line);
    CU_ASSERT_EQUAL(finding->place.column, column);
    /* No placeholder is left in either sentence. */
    for (int k = 0; k < LANGUAGE_COUNT; k++) {
        CU_ASSERT_PTR_NULL(strstr(finding->text[k], "{met}"));
        CU_ASSERT_PTR_NULL(strstr(finding->text[k], "{line}"));
        CU_ASSERT_PTR_NULL(strstr(finding->text[k], "{size}"));
    }
}

static void names_the_slip_and_its_place(void)
{
    static const struct {
        const char *text, *code;
        unsigned line, column;
    } cases[] = {
        { "", "J001", 1, 1 },
        { " \n ", "J001", 1, 1 },
        { "\xEF\xBB\xBF", "J001", 1, 1 },
        { "\xEF\xBB\xBF\xEF\xBB\xBF{}", "J023", 1, 1 },
        { "\xFF\xFE{", "J004", 1, 1 },
        { "{\"\xB5\xA5\xCE\xBB\": 1}", "J005", 1, 3 },
        { "\xB5\xA5", "J005", 1, 1 },
        { "{\"a\": =}", "J010", 1, 7 },
        { "{\"a\": }", "J010", 1, 7 },
        { "{\"a\":\n}", "J010", 1, 6 },
        { "{\"a\": \r\n \"b\": 1}", "J010", 1, 6 },
        { "{\"a\": 1, \"b\":\n\n\"c\": {}}", "J010", 1, 14 },
        { "{\"a\": \"b\": 1}", "J013", 1, 10 },
        { "{1: 2}", "J011", 1, 2 },
        { "{\"a\"= 1}", "J012", 1, 5 },
        { "{\"a\": 1; \"b\": 2}", "J013", 1, 8 },
        { "[1}", "J014", 1, 3 },
        { "{}}", "J015", 1, 3 },
        { "{\"a\": [1,\n2", "J016", 2, 2 },
        { "{\"a\": 1,\n}", "J020", 1, 8 },
        { "[1, ]", "J020", 1, 3 },
        { "[1,,2]", "J020", 1, 4 },
        { "[,1]", "J020", 1, 2 },
        { "{\"a\": 1\n\"b\": 2}", "J021", 1, 8 },
        { "[1 true]", "J021", 1, 3 },
        { "[{}{}]", "J021", 1, 4 },
        { "{\"a\": 1，\"b\": 2}", "J022", 1, 8 },
        { "{\"a\"：1}", "J022", 1, 5 },
        { "{“a”: 1}", "J022", 1, 2 },
        { "{\"a\": ５}", "J022", 1, 7 },
        { "{\"a\":　5}", "J023", 1, 6 },
        { "{'a': 1}", "J024", 1, 2 },
        { "{\"a\": 1 // yes\n}", "J025", 1, 9 },
        { "{/* */}", "J025", 1, 2 },
        { "# a\n{}", "J025", 1, 1 },
        { "{\"a\": None}", "J026", 1, 7 },
        { "[True]", "J026", 1, 2 },
        { "{\"a\": 县人社局}", "J027", 1, 7 },
        { "{单位: 1}", "J028", 1, 2 },
        { "{\"a\": 1, b: 2}", "J028", 1, 10 },
        { "{\"a\": \"b\n}", "J030", 1, 7 },
        { "{\"a\": \"b", "J030", 1, 7 },
        { "{\"a\": \"内容”\n}", "J031", 1, 10 },
        { "{\"a\": \"b\tc\"}", "J032", 1, 9 },
        { "{\"a\": \"C:\\data\"}", "J033", 1, 10 },
        { "{\"a\": \"\\", "J030", 1, 7 },
        { "{\"a\": \"\\ud800\"}", "J034", 1, 8 },
        { "{\"a\": \"说\"好\"了\"}", "J035", 1, 10 },
        { "{\"a\"b\": 1}", "J035", 1, 5 },
        { "{\"a\": 007}", "J040", 1, 7 },
        { "{\"a\": +1}", "J041", 1, 7 },
        { "{\"a\": .5}", "J042", 1, 7 },
        { "{\"a\": 5.}", "J042", 1, 7 },
        { "{\"a\": -}", "J043", 1, 7 },
        { "{\"a\": -.5}", "J043", 1, 7 },
        { "{\"a\": 1e}", "J044", 1, 7 },
        { "{\"a\": 61%}", "J045", 1, 9 },
        { "{\"a\": 9.99万元}", "J045", 1, 11 },
        { "{\"a\": 1,234}", "J046", 1, 8 },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct findings *findings = findings_new();
        CU_ASSERT_PTR_NOT_NULL_FATAL(findings);
        CU_ASSERT_PTR_NULL(parse(cases[i].text, findings));
        check_only_finding(findings, cases[i].code, cases[i].line,
            cases[i].column);
        findings_free(findings);
    }
}

/* What is found, in the order of the text: "J022 1:7, J030 2:6" */
static void list_codes(const struct findings *findings, struct buffer *out)
{
    buffer_clear(out);
    for (size_t k = 0; k < findings_count(findings); k++) {
        const struct finding *finding = findings_get(findings, k);
        buffer_printf(out, "%s%s %u:%u", k ? ", " : "", finding->code,
            finding->place.line, finding->place.column);
    }
}

/* Each slip once, and none that another one makes. */
static void tells_all_slips_of_a_text(void)
{
    static const struct { const char *text, *codes; } cases[] = {
        /* A name in an array: the member before had no end. */
        { "{\"a\": [1, 2,\n\"b\": {\"c\": 1},\n\"d\": [3],\n\"e\": None}",
            "J014 2:4, J026 4:6" },
        { "{\"a\": [{\"x\": [1,\n\"b\": 2},\n\"c\": [[3,\n\"d\": 01",
            "J014 2:4, J014 3:4, J014 4:4, J040 4:6" },
        { "{\"a\":\n\"b\": None,\n\"c\": 01}", "J010 1:6, J026 2:6, J040 3:6" },
        { "[1,\n\"b\": 2, None]", "J014 2:4" },
        { "{\"a\": [1, \"b\": 2, 3],\n\"c\": None}", "J014 1:14, J026 2:6" },
        { "{\"a\": 1，\n\"b\"：2,\n“c”: 3,\n\"d\": \"x\n}",
            "J022 1:8, J022 2:4, J022 3:1, J030 4:6" },
        { "{\"a\": 9.9万元,\n\"b\": 61%, \"c\": 1,234, \"d\": 007\n}",
            "J045 1:10, J045 2:8, J046 2:17, J040 2:28" },
        { "{\"a\": “甲，乙”,\n\"b\": 'x', \"c\": None\n}",
            "J022 1:7, J024 2:6, J026 2:16" },
        { "{\"a\": \"他说\"好,不错\"了\",\n\"b\": [1,]}",
            "J035 1:11, J020 2:8" },
        { "{\"a\": 县人社局\n\"b\": \"x\\y\", \"c\": \"x\ty\\z\"}",
            "J027 1:7, J033 2:8, J032 2:20" },
        { "{a: 1, 'b': 2, c: 3}", "J028 1:2, J024 1:8, J028 1:16" },
        { "{\"a\": {\"b\": =, \"c\": 1}, \"d\": .5}", "J010 1:13, J042 1:30" },
        { "{\"a\": ,\n\"b\": 1, \"c\": ,,\"d\": .5}",
            "J010 1:7, J010 2:14, J042 2:21" },
        { "{\"a\": \"x\ny\", \"b\": None,\n\"c\": \"x\ny\nz\"\n}",
            "J030 1:7, J026 2:10, J030 3:6" },
        { "{\"a\": [\"x\ny\", .5, \"z\n\"w\", 01]\n}",
            "J030 1:8, J042 2:5, J030 2:9, J040 3:6" },
        { "{\"a\": 1 // x\n, \"b\": 2 # y\n, /* z */ \"c\": 3}",
            "J025 1:9, J025 2:10, J025 3:3" },
        { "{\"a\": 1\n\"b\": 2\n\"c\": 3}", "J021 1:8, J021 2:7" },
        { "[\"a\" \"b\", True, 1 000, {\"x\": 01}]",
            "J021 1:5, J026 1:11, J021 1:18, J040 1:30" },
        { "{\"a\":\xE3\x80\x80" "1,\xC2\xA0\"b\": 2,\xE2\x80\x8B}",
            "J023 1:6, J023 1:9, J023 1:17" },
        { "{\"a\": 1,,,\n\"b\": 2,}", "J020 1:9, J020 2:7" },
        /* A bracket shows where it was not forgotten: alone it is told. */
        { "{\"a\": {\"b\": 1,\n\"c\": 2}", "J016 2:8" },
        { "{\"a\": [1, 2},\n\"b\": None", "J014 1:12, J026 2:6" },
        { "{\"a\": 1，\n\"b\": {\"c\": 2\n", "J022 1:8" },
        { "{\"a\": None}}", "J026 1:7" },
        /* What is no UTF-8 would be told at every word. */
        { "{\"a\": None,\n\"b\": \"\xB5\xA5\",\n\"c\": \"\xB5\xA5\"}",
            "J026 1:7, J005 2:7" },
    };
    struct buffer codes = BUFFER_EMPTY;

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct findings *findings = findings_new();
        CU_ASSERT_PTR_NULL(parse(cases[i].text, findings));
        list_codes(findings, &codes);
        if (strcmp(buffer_string(&codes), cases[i].codes) != 0)
            printf("    %s\n    found:    %s\n    expected: %s\n",
                cases[i].text, buffer_string(&codes), cases[i].codes);
        CU_ASSERT_STRING_EQUAL(buffer_string(&codes), cases[i].codes);
        findings_free(findings);
    }
    buffer_free(&codes);
}

static void tells_twenty_slips_at_most(void)
{
    struct findings *findings = findings_new();
    struct buffer text = BUFFER_EMPTY;

    for (int k = 0; k < 100000; k++)
        buffer_add_string(&text, k ? ",\n\"a\": None" : "{\"a\": None");
    CU_ASSERT_PTR_NULL(json_parse(buffer_string(&text), text.length,
        findings));
    CU_ASSERT_EQUAL(findings_count(findings), 20);
    findings_free(findings);
    buffer_free(&text);
}

static void reads_a_byte_order_mark(void)
{
    struct findings *findings = findings_new();
    struct json *json = parse("\xEF\xBB\xBF{\"a\":\n 1}", findings);

    CU_ASSERT_PTR_NOT_NULL_FATAL(json);
    check_only_finding(findings, "J003", 1, 1);
    CU_ASSERT_EQUAL(findings_worst(findings), LEVEL_HINT);
    const cJSON *value = json_root(json)->child;
    CU_ASSERT_EQUAL(json_name_place(json, value).column, 2);
    CU_ASSERT_EQUAL(json_place(json, value).line, 2);
    CU_ASSERT_EQUAL(json_span(json, json_root(json)).start, 0);
    json_free(json);
    findings_free(findings);
    findings = findings_new();
    CU_ASSERT_PTR_NULL(parse("\xEF\xBB\xBF{\"a\": None}", findings));
    check_only_finding(findings, "J026", 1, 7);
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
        { BYTES("PK\3\4..word/document.xml"), "jixiao pull" },
        { BYTES("PK\3\4..xl/workbook.xml"), "jixiao read" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct findings *findings = findings_new();
        CU_ASSERT_PTR_NULL(json_parse(cases[i].bytes, cases[i].length,
            findings));
        check_only_finding(findings, "J008", 1, 1);
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
        { "\"year\": 2024,\n\"unit\": \"甲\",\n", "J015" },
        { "项目,金额", "J027" }, { "项目\n甲,3\n", "J027" },
        { "甲,乙\n丙;丁\n", "J027" },
        { "var data = {a, b,\nc, d}", "J027" },
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
    check_only_finding(findings, "J002", 0, 0);
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
    check_only_finding(findings, "J006", 1, JSON_DEPTH_LIMIT + 1);
    findings_free(findings);
    free(text);
}

/* A bracket that closes one of a line that is indented more closes another. */
static void tells_which_bracket_is_open_by_the_lines(void)
{
    static const struct { const char *text, *says; } cases[] = {
        { "{\n  \"a\": {\n    \"b\": 1,\n  \"c\": {\n  }\n}\n",
            "the { at line 2, column 8" },
        { "{\n\t\"a\": {\n\t\t\"b\": \"}\\\"\",\n\t\"c\": 2\n}",
            "the { at line 2, column 7" },
        { "{\n  \"a\": {\"b\": 1},\n  \"c\": [{\n    \"d\": 2\n  }]\n",
            "the { at line 1, column 1" },
        { "{\"a\": {\"b\": 1}", "the { at line 1, column 1" },
        { "[\n [1,\n 2, {\"a\":\n[]}", "the [ at line 2, column 2" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct findings *findings = findings_new();
        CU_ASSERT_PTR_NOT_NULL_FATAL(findings);
        CU_ASSERT_PTR_NULL(parse(cases[i].text, findings));
        const struct finding *finding = findings_get(findings, 0);
        CU_ASSERT_STRING_EQUAL(finding->code, "J016");
        CU_ASSERT_PTR_NOT_NULL(strstr(finding->text[LANGUAGE_EN],
            cases[i].says));
        findings_free(findings);
    }
}

static void reports_a_duplicate_name_and_goes_on(void)
{
    static const struct {
        const char *text, *pointer, *says;
        unsigned line, column;
    } cases[] = {
        { "{\"a\": 1,\n \"a\": 2}", "/a", "first at line 1, column 2", 2, 2 },
        { "{\"b\": [{\"a\": 1, \"x\": 0, \"\\u0061\": 2}]}", "/b/0/a",
            "first at line 1, column 9", 1, 25 },
        { "{\"x/~\": 1, \"x/~\": 1, \"x/~\": 1}", "/x~1~0",
            "3 times", 1, 12 },
        { "{\"\": 1, \"a\": 1, \"\": 1}", "/", "first at line 1, column 2",
            1, 17 },
        { "{\"k\\u0000a\": 1, \"k\\u0000b\": 1, \"k\\u0000a\": 1}", "/k",
            "2 times", 1, 32 },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct findings *findings = findings_new();
        CU_ASSERT_PTR_NOT_NULL_FATAL(findings);
        struct json *json = parse(cases[i].text, findings);
        CU_ASSERT_PTR_NOT_NULL(json);
        check_only_finding(findings, "J007", cases[i].line, cases[i].column);
        const struct finding *finding = findings_get(findings, 0);
        CU_ASSERT_STRING_EQUAL(finding->pointer, cases[i].pointer);
        CU_ASSERT_PTR_NOT_NULL(strstr(finding->text[LANGUAGE_EN],
            cases[i].says));
        json_free(json);
        findings_free(findings);
    }
}

static void different_names_are_no_duplicates(void)
{
    json_free(parse_fine("{\"a\": {\"a\": 1}, \"A\": [{\"a\": 1}, {\"a\": 2}]}"));
    json_free(parse_fine("{\"a\": 1, \"a\\u0000\": 2, \"a\\u0000b\": 3}"));
    json_free(parse_fine("{\"\xC3\xA9\": 1, \"e\\u0301\": 2}"));
}

static void finds_values_by_pointer(void)
{
    static const char text[] = "{\"a\": [10, {\"b/c\": 20, \"~\": 30}],\n"
        "\"\": 40, \"0\": {\"\": 50}, \"k\\u0000\": 60, \"~1\": 70}";
    static const struct {
        const char *pointer, *literal;      /* NULL: there is none */
        unsigned line, column;              /* of the nearest value */
    } cases[] = {
        { "/a/0", "10", 1, 8 }, { "/a/1/b~1c", "20", 1, 20 },
        { "/a/1/~0", "30", 1, 29 }, { "/", "40", 2, 5 },
        { "/0/", "50", 2, 19 }, { "/~01", "70", 2, 45 },
        { "/a/2", NULL, 1, 7 }, { "/a/00", NULL, 1, 7 },
        { "/a/-", NULL, 1, 7 }, { "/a/", NULL, 1, 7 },
        { "/a/1/b/c", NULL, 1, 12 }, { "/a/0/x", NULL, 1, 8 },
        { "/k", NULL, 1, 1 }, { "/A", NULL, 1, 1 }, { "a", NULL, 1, 1 },
        { "/~", NULL, 1, 1 }, { "/~2", NULL, 1, 1 },
        { "/a/4294967296", NULL, 1, 7 },
        { "/a/1x", NULL, 1, 7 },
    };
    struct json *json = parse_fine(text);

    CU_ASSERT_PTR_EQUAL(json_at(json, ""), json_root(json));
    for (size_t i = 0; i < COUNT(cases); i++) {
        const cJSON *value = json_at(json, cases[i].pointer);
        struct place place = json_place_at(json, cases[i].pointer);
        CU_ASSERT_EQUAL(value != NULL, cases[i].literal != NULL);
        CU_ASSERT_EQUAL(place.line, cases[i].line);
        CU_ASSERT_EQUAL(place.column, cases[i].column);
        if (!value || !cases[i].literal)
            continue;

        size_t length;
        const char *literal = json_literal(json, value, &length);
        CU_ASSERT_EQUAL(length, strlen(cases[i].literal));
        CU_ASSERT_EQUAL(memcmp(literal, cases[i].literal, length), 0);

        struct buffer pointer = BUFFER_EMPTY;
        json_pointer_to(json, value, &pointer);
        CU_ASSERT_STRING_EQUAL(buffer_string(&pointer), cases[i].pointer);
        buffer_free(&pointer);
    }
    json_free(json);
}

static void gives_places_of_names_and_values(void)
{
    struct json *json = parse_fine("{\n  \"单位\" :\n    [\"a\"]\n}");
    const cJSON *list = json_at(json, "/单位");
    struct place name = json_name_place(json, list);
    struct place value = json_place(json, list);
    struct place item = json_name_place(json, list->child);

    CU_ASSERT_TRUE(name.line == 2 && name.column == 3);
    CU_ASSERT_TRUE(value.line == 3 && value.column == 5);
    CU_ASSERT_TRUE(item.line == 3 && item.column == 6);
    struct json_span span = json_span(json, list);
    CU_ASSERT_EQUAL(span.end - span.start, 5);
    json_free(json);
}

static void keeps_the_literal_text_of_numbers(void)
{
    static const char long_number[] =
        "0.00000000000000000000000000000000000000000000000000000000000000000"
        "000000000000000000000000000000000125";
    struct buffer text = BUFFER_EMPTY;
    size_t length;

    buffer_printf(&text, "[40.10, %s, 1e400, -0]", long_number);
    struct json *json = parse_fine(buffer_string(&text));
    const char *literal = json_literal(json, json_at(json, "/0"), &length);
    CU_ASSERT_EQUAL(length, 5);
    CU_ASSERT_EQUAL(memcmp(literal, "40.10", 5), 0);
    literal = json_literal(json, json_at(json, "/1"), &length);
    CU_ASSERT_EQUAL(length, strlen(long_number));
    CU_ASSERT_EQUAL(memcmp(literal, long_number, length), 0);
    CU_ASSERT_TRUE(json_at(json, "/1")->valuedouble > 0);
    CU_ASSERT_EQUAL(json_at(json, "/0")->valuedouble, 40.1);
    CU_ASSERT_PTR_NOT_NULL(json_at(json, "/3"));
    json_free(json);
    buffer_free(&text);
}

/* Everything that cJSON's tree says, but for the numbers of values. */
static void check_like(const cJSON *made, const cJSON *wanted)
{
    CU_ASSERT_EQUAL(made->type, wanted->type);
    CU_ASSERT_EQUAL(made->valuedouble, wanted->valuedouble);
    CU_ASSERT_EQUAL(!made->string, !wanted->string);
    CU_ASSERT_EQUAL(!made->valuestring, !wanted->valuestring);
    if (made->string && wanted->string)
        CU_ASSERT_STRING_EQUAL(made->string, wanted->string);
    if (made->valuestring && wanted->valuestring)
        CU_ASSERT_STRING_EQUAL(made->valuestring, wanted->valuestring);

    const cJSON *child = made->child, *other = wanted->child;
    for (; child && other; child = child->next, other = other->next) {
        check_like(child, other);
        CU_ASSERT_PTR_EQUAL(child->next ? child->next->prev
            : made->child->prev, child);
    }
    CU_ASSERT_PTR_NULL(child);
    CU_ASSERT_PTR_NULL(other);
}

static void makes_the_tree_of_cjson(void)
{
    static const char *const texts[] = {
        "7", "\"\"", "[]", " { } ", "[[], [[1]], {}, 2]",
        "{\"a\": {\"b\": [true, false, null], \"c\": {}}, \"d\": -0.5e-3}",
        "[\"\\\"\\\\\\/\\b\\f\\n\\r\\t中\\u4e2d\\ud83d\\ude00\\u00E9.\"]",
        "{\"\\u4e00\\n\": \"\\\\\", \"\": \"x\\\"\"}",
        "[123456789012345678901234567890, 1E400, 0.1, 10.10]",
    };

    for (size_t i = 0; i < COUNT(texts); i++) {
        struct json *json = parse_fine(texts[i]);
        cJSON *wanted = cJSON_Parse(texts[i]);
        check_like(json_root(json), wanted);
        cJSON_Delete(wanted);
        json_free(json);
    }
}

static void decodes_strings_with_their_nul(void)
{
    struct json *json = parse_fine(
        "{\"k\\u0000l\": \"a\\u0000b\\u00e9\", \"n\": 1}");
    const cJSON *value = json_root(json)->child;
    size_t length;

    const char *bytes = json_string(json, value, &length);
    CU_ASSERT_EQUAL_FATAL(length, 5);
    CU_ASSERT_EQUAL(memcmp(bytes, "a\0b\xC3\xA9", 6), 0);
    bytes = json_name(json, value, &length);
    CU_ASSERT_EQUAL_FATAL(length, 3);
    CU_ASSERT_EQUAL(memcmp(bytes, "k\0l", 4), 0);
    CU_ASSERT_PTR_NULL(json_string(json, value->next, &length));
    CU_ASSERT_PTR_NULL(json_name(json, json_root(json), &length));
    json_free(json);
}

static void finds_a_character_of_a_string_in_the_file(void)
{
    struct json *json = parse_fine("[\n \"一\\n\\u4e8c{{x}}\", 5]");
    const cJSON *string = json_at(json, "/0");
    static const struct { size_t offset; unsigned column; } cases[] = {
        { 0, 3 }, { 3, 4 }, { 4, 6 }, { 7, 12 }, { 12, 17 }, { 99, 17 },
    };

    struct json_cursor cursor = {0};
    for (size_t i = 0; i < 2 * COUNT(cases); i++) {
        /* Forwards, and then from the start again. */
        struct place place = json_string_place(json, string,
            cases[i % COUNT(cases)].offset, i % 2 ? NULL : &cursor);
        CU_ASSERT_EQUAL(place.line, 2);
        CU_ASSERT_EQUAL(place.column, cases[i % COUNT(cases)].column);
    }
    struct place number = json_string_place(json, json_at(json, "/1"), 7,
        &cursor);
    CU_ASSERT_EQUAL(number.column, 20);
    json_free(json);
}

static void finds_children_of_many(void)
{
    enum { MANY = 100 };
    struct buffer text = BUFFER_EMPTY;
    char pointer[16];

    buffer_add_string(&text, "[{\"a\\u0000b\": -1, \"a~b\": -2, \"\": -3");
    for (int k = 0; k < MANY; k++)
        buffer_printf(&text, ", \"m%d\": %d", k, k);
    buffer_add_string(&text, ", \"a\": -4, \"m/\": -5}, [0");
    for (int k = 1; k < MANY; k++)
        buffer_printf(&text, ", [%d]", k);
    buffer_add_string(&text, "]]");
    struct json *json = parse_fine(buffer_string(&text));
    for (int k = 0; k < MANY; k++) {
        snprintf(pointer, sizeof pointer, "/0/m%d", k);
        const cJSON *value = json_at(json, pointer);
        CU_ASSERT_TRUE(value && value->valuedouble == k);
        snprintf(pointer, sizeof pointer, "/1/%d/0", k);
        value = json_at(json, pointer);
        CU_ASSERT_TRUE(k ? value && value->valuedouble == k : !value);
    }
    static const struct { const char *pointer; int value; } others[] = {
        { "/0/a~0b", -2 }, { "/0/", -3 }, { "/0/a", -4 }, { "/0/m~1", -5 },
    };
    for (size_t i = 0; i < COUNT(others); i++) {
        const cJSON *value = json_at(json, others[i].pointer);
        CU_ASSERT_TRUE(value && value->valuedouble == others[i].value);
    }
    static const char *const none[] = { "/0/m100", "/0/m~01", "/1/100",
        "/1/-", "/0/a~b" };
    for (size_t i = 0; i < COUNT(none); i++)
        CU_ASSERT_PTR_NULL(json_at(json, none[i]));
    json_free(json);
    buffer_free(&text);
}

static void keeps_the_whole_text(void)
{
    static const char text[] = " [1]\n";
    struct json *json = parse_fine(text);
    size_t length;

    CU_ASSERT_STRING_EQUAL(json_text(json, &length), text);
    CU_ASSERT_EQUAL(length, strlen(text));
    json_free(json);
}

static void check_file(const char *path, const char *code)
{
    struct findings *findings = findings_new();

    CU_ASSERT_PTR_NOT_NULL_FATAL(findings);
    CU_ASSERT_PTR_NULL(json_read(path, findings));
    CU_ASSERT_EQUAL(findings_count(findings), 1);
    CU_ASSERT_STRING_EQUAL(findings_get(findings, 0)->code, code);
    CU_ASSERT_STRING_EQUAL(findings_get(findings, 0)->file, path);
    findings_free(findings);
}

static void says_why_a_file_is_not_read(void)
{
    char folder[] = "/tmp/jixiao-json-XXXXXX", path[64];

    CU_ASSERT_PTR_NOT_NULL_FATAL(mkdtemp(folder));
    check_file(folder, "X011");
    snprintf(path, sizeof path, "%s/absent.json", folder);
    check_file(path, "X010");
    check_file("/dev/null", "J001");
    check_file("/dev/zero", "X015");

    int file = open(path, O_WRONLY | O_CREAT, 0600);
    CU_ASSERT_FATAL(file >= 0);
    check_file(path, "J001");
    /* A sparse gigabyte: it is not read. */
    CU_ASSERT_EQUAL(ftruncate(file, 1 << 30), 0);
    check_file(path, "X014");
    close(file);
    if (geteuid() != 0) {
        chmod(path, 0);
        check_file(path, "X012");
    } else {
        puts("skip json: a file without permission: root has it");
    }
    /* Reading one's own memory at address 0 fails with EIO. */
    if (access("/proc/self/mem", R_OK) == 0)
        check_file("/proc/self/mem", "X013");
    unlink(path);
    rmdir(folder);
}

static void reads_a_pipe_up_to_the_limit(void)
{
    char path[] = "/tmp/jixiao-pipe-XXXXXX", chunk[4096];
    int status;

    CU_ASSERT_PTR_NOT_NULL_FATAL(mkdtemp(path));
    rmdir(path);
    CU_ASSERT_EQUAL_FATAL(mkfifo(path, 0600), 0);
    fflush(stdout);
    pid_t child = fork();
    CU_ASSERT_FATAL(child >= 0);
    if (child == 0) {
        int file = open(path, O_WRONLY);
        memset(chunk, ' ', sizeof chunk);
        signal(SIGPIPE, SIG_IGN);
        while (write(file, chunk, sizeof chunk) > 0)
            ;
        _exit(0);
    }
    check_file(path, "X015");
    waitpid(child, &status, 0);
    unlink(path);
}

static void reads_a_file_and_names_it(void)
{
    char path[] = "/tmp/jixiao-json-XXXXXX";
    int file = mkstemp(path);
    struct findings *findings = findings_new();

    CU_ASSERT_FATAL(file >= 0 && findings != NULL);
    CU_ASSERT_EQUAL(write(file, "{\"a\": 1}", 8), 8);
    struct json *json = json_read(path, findings);
    CU_ASSERT_PTR_NOT_NULL(json);
    CU_ASSERT_EQUAL(findings_count(findings), 0);
    json_free(json);
    json_free(NULL);
    findings_free(findings);
    close(file);
    unlink(path);
}

CU_TestInfo json_tests[] = {
    {"names the slip and its place", names_the_slip_and_its_place},
    {"tells all slips of a text", tells_all_slips_of_a_text},
    {"tells twenty slips at most", tells_twenty_slips_at_most},
    {"reads a byte order mark", reads_a_byte_order_mark},
    {"calls files of other kinds by name",
        calls_files_of_other_kinds_by_name},
    {"takes no text for a table", takes_no_text_for_a_table},
    {"stops at any byte without harm", stops_at_any_byte_without_harm},
    {"reads on over zero bytes", reads_on_over_zero_bytes},
    {"refuses a text beyond the limit", refuses_a_text_beyond_the_limit},
    {"refuses a hundred thousand levels",
        refuses_a_hundred_thousand_levels},
    { "tells which bracket is open by the lines",
        tells_which_bracket_is_open_by_the_lines },
    {"reports a duplicate name and goes on",
        reports_a_duplicate_name_and_goes_on},
    {"different names are no duplicates", different_names_are_no_duplicates},
    {"finds values by pointer", finds_values_by_pointer},
    {"gives places of names and values", gives_places_of_names_and_values},
    {"keeps the literal text of numbers", keeps_the_literal_text_of_numbers},
    { "makes the tree of cJSON", makes_the_tree_of_cjson },
    {"decodes strings with their NUL", decodes_strings_with_their_nul},
    {"finds a character of a string in the file",
        finds_a_character_of_a_string_in_the_file},
    {"keeps the whole text", keeps_the_whole_text},
    {"says why a file is not read", says_why_a_file_is_not_read},
    {"reads a pipe up to the limit", reads_a_pipe_up_to_the_limit},
    {"reads a file and names it", reads_a_file_and_names_it},
    {"finds children of many", finds_children_of_many},
    CU_TEST_INFO_NULL
};
