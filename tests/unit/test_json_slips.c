/* Texts that are nearly JSON: what is said of each slip. */

#include <CUnit/CUnit.h>
#include <stdio.h>
#include <string.h>

#include "0_base/buffer.h"
#include "1_read/json.h"
#include "json_fixture.h"

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
        { "{\"a\": \"\xE4\xB8", "J017", 1, 8 },
        { "{\"a\": \"\xE4\xB8\x22}", "J005", 1, 8 },
        { "{\"a\": \"b\xC4", "J017", 1, 9 },
        { "edition: x\nyear: 1", "J018", 1, 1 },
        { "\n ```json\n{}\n```", "J018", 2, 2 },
        { "module.exports = {\"a\": 1}", "J018", 1, 1 },
        { "\"a\": 1}", "J018", 1, 1 },
        { "+AHs-", "J018", 1, 1 },
        { "- a", "J018", 1, 1 },
        { "2024年", "J018", 1, 1 },
        { "True", "J018", 1, 1 },
        { "}", "J018", 1, 1 },
        { "｛\"a\": 1}", "J022", 1, 1 },
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
        { "{\"a\": \"b", "J017", 1, 7 },
        { "{\"a\": \"内容”\n}", "J031", 1, 10 },
        { "{\"a\": \"b\tc\"}", "J032", 1, 9 },
        { "{\"a\": \"C:\\data\"}", "J033", 1, 10 },
        { "{\"a\": \"\\", "J017", 1, 7 },
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
        CU_ASSERT_PTR_NULL(json_parse_text(cases[i].text, findings));
        json_check_finding(findings, cases[i].code, cases[i].line,
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
        CU_ASSERT_PTR_NULL(json_parse_text(cases[i].text, findings));
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
        CU_ASSERT_PTR_NULL(json_parse_text(cases[i].text, findings));
        const struct finding *finding = findings_get(findings, 0);
        CU_ASSERT_STRING_EQUAL(finding->code, "J016");
        CU_ASSERT_PTR_NOT_NULL(strstr(finding->text[LANGUAGE_EN],
            cases[i].says));
        findings_free(findings);
    }
}

/* "[1]" of each encoding with more bytes a character. */
static void names_a_wide_encoding(void)
{
    static const struct { const char *bytes, *name; size_t length; }
    cases[] = {
        { "\xFF\xFE[\0" "1\0]\0", "UTF-16", 8 },
        { "\xFE\xFF\0[\0" "1\0]", "UTF-16", 8 },
        { "[\0" "1\0]\0 \0", "UTF-16", 8 },
        { "\0[\0" "1\0]", "UTF-16", 6 },
        { "\xFF\xFE\0\0[\0\0\0", "UTF-32", 8 },
        { "\0\0\xFE\xFF\0\0\0[", "UTF-32", 8 },
        { "[\0\0\0" "1\0\0\0]\0\0\0", "UTF-32", 12 },
        { "\0\0\0[\0\0\0" "1\0\0\0]", "UTF-32", 12 },
    };

    for (size_t k = 0; k < COUNT(cases); k++) {
        struct findings *findings = findings_new();
        CU_ASSERT_PTR_NULL(json_parse(cases[k].bytes, cases[k].length,
            findings));
        json_check_finding(findings, "J004", 1, 1);
        CU_ASSERT_PTR_NOT_NULL(strstr(findings_get(findings, 0)->text[
            LANGUAGE_ZH], cases[k].name));
        findings_free(findings);
    }
}

CU_TestInfo json_slips_tests[] = {
    { "names a wide encoding", names_a_wide_encoding },
    {"names the slip and its place", names_the_slip_and_its_place},
    {"tells all slips of a text", tells_all_slips_of_a_text},
    {"tells twenty slips at most", tells_twenty_slips_at_most},
    { "tells which bracket is open by the lines",
        tells_which_bracket_is_open_by_the_lines },
    CU_TEST_INFO_NULL
};
