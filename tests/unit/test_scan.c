/* The strict scanner of JSON: what RFC 8259 takes and refuses, offsets,
 * lines and columns. */

#include <CUnit/CUnit.h>
#include <stdlib.h>
#include <string.h>

#include "0_base/utf8.h"
#include "1_read/place.h"
#include "1_read/scan.h"
#include "1_read/scan_strings.h"

#define COUNT(table) (sizeof (table) / sizeof *(table))

static void records_values_in_document_order(void)
{
    static const char text[] = " {\"a\": [1, -2.5e3],\n \"b\": \"\\u0041\\\"\" } ";
    static const struct { const char *value, *name; } cases[] = {
        { "{\"a\": [1, -2.5e3],\n \"b\": \"\\u0041\\\"\" }", "{" },
        { "[1, -2.5e3]", "\"a\"" },
        { "1", "1" },
        { "-2.5e3", "-2" },
        { "\"\\u0041\\\"\"", "\"b\"" },
    };
    struct scan scan;

    CU_ASSERT_TRUE_FATAL(scan_text(&scan, text, strlen(text)));
    CU_ASSERT_EQUAL_FATAL(scan.count, COUNT(cases));
    for (size_t i = 0; i < COUNT(cases); i++) {
        const struct scan_value *value = &scan.values[i];
        CU_ASSERT_EQUAL(value->end - value->start, strlen(cases[i].value));
        CU_ASSERT_EQUAL(memcmp(text + value->start, cases[i].value,
            strlen(cases[i].value)), 0);
        CU_ASSERT_EQUAL(memcmp(text + value->name, cases[i].name,
            strlen(cases[i].name)), 0);
    }
    scan_free(&scan);
}

static void says_what_was_expected_where(void)
{
    static const struct {
        const char *text;
        enum scan_fault fault;
        size_t offset, since;
    } cases[] = {
        { "", SCAN_VALUE, 0, 0 },
        { "  ", SCAN_VALUE, 2, 2 },
        { "{", SCAN_NAME_OR_END, 1, 0 },
        { "{\"a\":1,}", SCAN_NAME, 7, 0 },
        { "{\"a\" 1}", SCAN_COLON, 5, 0 },
        { "{\"a\":}", SCAN_VALUE, 5, 0 },
        { "[[1],[2}]", SCAN_COMMA_OR_END, 7, 5 },
        { "[,]", SCAN_VALUE_OR_END, 1, 0 },
        { "{} {}", SCAN_END, 3, 3 },
        { "[tru]", SCAN_VALUE_OR_END, 1, 0 },
        { "[1", SCAN_COMMA_OR_END, 2, 0 },
        { "[\"a", SCAN_UNCLOSED, 3, 1 },
        { "[\"a\\", SCAN_UNCLOSED, 4, 1 },
        { "[\"a\n\"]", SCAN_UNCLOSED, 3, 1 },
        { "[\"a\t\"]", SCAN_CONTROL, 3, 1 },
        { "[\"\\x\"]", SCAN_ESCAPE, 2, 1 },
        { "[\"\\u12G4\"]", SCAN_ESCAPE, 2, 1 },
        { "[\"\\u123", SCAN_ESCAPE, 2, 1 },
        { "[\"\\uD800\"]", SCAN_SURROGATE, 2, 1 },
        { "[\"\\uD800\\u0041\"]", SCAN_SURROGATE, 2, 1 },
        { "[\"\\uDC00\\uD800\"]", SCAN_SURROGATE, 2, 1 },
        { "[\"a\xC0\x80\"]", SCAN_NOT_UTF8, 3, 1 },
        { "[\"a\xED\xA0\x80\"]", SCAN_NOT_UTF8, 3, 1 },
        { "[-]", SCAN_NUMBER, 2, 1 },
        { "[012]", SCAN_NUMBER, 2, 1 },
        { "[1.]", SCAN_NUMBER, 3, 1 },
        { "[1e+]", SCAN_NUMBER, 4, 1 },
    };
    struct scan scan;

    for (size_t i = 0; i < COUNT(cases); i++) {
        CU_ASSERT_FALSE(scan_text(&scan, cases[i].text,
            strlen(cases[i].text)));
        CU_ASSERT_EQUAL(scan.fault, cases[i].fault);
        CU_ASSERT_EQUAL(scan.offset, cases[i].offset);
        CU_ASSERT_EQUAL(scan.since, cases[i].since);
        scan_free(&scan);
    }
}

static void accepts_every_form_of_value(void)
{
    static const char *const cases[] = { "0", "-0", "-0.0e-0", "1E+2",
        "123456789012345678901234567890", "1e400", "true", " false\r\n",
        "null", "\"\"", "\"\x7F\"", "\"\xF4\x8F\xBF\xBF\"",
        "\"\\uD83D\\uDE00\\b\\f\\n\\r\\t\\/\\\\\"", "[]", "[ ]", "{ }",
        "{\"\":[{}]}", "\"\xEF\xBB\xBF\"" };
    struct scan scan;

    for (size_t i = 0; i < COUNT(cases); i++) {
        CU_ASSERT_TRUE(scan_text(&scan, cases[i], strlen(cases[i])));
        scan_free(&scan);
    }
}

static void a_nul_is_no_end_of_the_text(void)
{
    struct scan scan;

    CU_ASSERT_FALSE(scan_text(&scan, "[1]\0", 4));
    CU_ASSERT_EQUAL(scan.fault, SCAN_END);
    CU_ASSERT_EQUAL(scan.offset, 3);
    scan_free(&scan);
    CU_ASSERT_FALSE(scan_text(&scan, "[\"\0\"]", 5));
    CU_ASSERT_EQUAL(scan.fault, SCAN_CONTROL);
    scan_free(&scan);
}

static void stops_at_the_nesting_limit(void)
{
    static char text[100000];
    struct scan scan;

    memset(text, '[', sizeof text);
    CU_ASSERT_FALSE(scan_text(&scan, text, sizeof text));
    CU_ASSERT_EQUAL(scan.fault, SCAN_DEPTH);
    CU_ASSERT_EQUAL(scan.offset, SCAN_DEPTH_LIMIT);
    scan_free(&scan);

    memset(text + SCAN_DEPTH_LIMIT, ']', SCAN_DEPTH_LIMIT);
    CU_ASSERT_TRUE(scan_text(&scan, text, (size_t)2 * SCAN_DEPTH_LIMIT));
    CU_ASSERT_EQUAL(scan.count, SCAN_DEPTH_LIMIT);
    scan_free(&scan);
}

static void maps_decoded_bytes_to_the_literal(void)
{
    /* Decoded: a, newline, é, U+1F600, NUL, z */
    static const char literal[] = "\"a\\n\\u00e9\\ud83d\\ude00\\u0000z\",";
    static const struct { size_t decoded, offset; } cases[] = {
        { 0, 1 }, { 1, 2 }, { 2, 4 }, { 3, 4 }, { 4, 10 }, { 7, 10 },
        { 8, 22 }, { 9, 28 }, { 10, 29 }, { 99, 29 },
    };

    CU_ASSERT_EQUAL(scan_string_length(literal), 10);
    CU_ASSERT_EQUAL(scan_string_length("\"\""), 0);
    struct scan_mark kept = {0};
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct scan_mark mark = {0};
        CU_ASSERT_EQUAL(scan_string_offset(literal, cases[i].decoded, &mark),
            cases[i].offset);
        CU_ASSERT_EQUAL(scan_string_offset(literal, cases[i].decoded, &kept),
            cases[i].offset);
    }
}

static void counts_lines_and_code_points(void)
{
    static const char text[] = "a\xE5\x86\x85z\n\r\nb\rc";
    static const struct { size_t offset; unsigned line, column; } cases[] = {
        { 0, 1, 1 }, { 1, 1, 2 }, { 4, 1, 3 }, { 5, 1, 4 }, { 6, 2, 1 },
        { 7, 2, 2 }, { 8, 3, 1 }, { 9, 3, 2 }, { 10, 4, 1 }, { 11, 4, 2 },
        { 99, 4, 2 },
    };
    struct places places;

    CU_ASSERT_TRUE_FATAL(places_make(&places, text, strlen(text)));
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct place place = places_find(&places, cases[i].offset);
        struct place same = place_in_text(text, strlen(text),
            cases[i].offset);
        CU_ASSERT_EQUAL(place.line, cases[i].line);
        CU_ASSERT_EQUAL(place.column, cases[i].column);
        CU_ASSERT_EQUAL(same.line, place.line);
        CU_ASSERT_EQUAL(same.column, place.column);
    }
    places_free(&places);
}

static void an_index_agrees_with_counting(void)
{
    static char text[1024];
    struct places places;

    for (size_t k = 0; k < sizeof text; k++)
        text[k] = "ab\n\xC3\xA9\r\n\xE5\x86\x85"[k % 10];
    /* A multiple of the stride and not, the end included. */
    for (size_t length = 1022; length <= sizeof text; length++) {
        CU_ASSERT_TRUE_FATAL(places_make(&places, text, length));
        for (size_t k = 0, start = 0; k <= length; k++) {
            if (k == length || ((unsigned char)text[k] & 0xC0) != 0x80)
                start = k;
            struct place a = places_find(&places, k);
            struct place b = place_in_text(text, length, start);
            CU_ASSERT_TRUE(a.line == b.line && a.column == b.column);
        }
        places_free(&places);
    }
}

static void reads_only_well_formed_utf8(void)
{
    static const struct {
        const char *bytes;
        size_t size;
        unsigned code;
    } cases[] = {
        { "a", 1, 'a' }, { "\x7F", 1, 0x7F }, { "\xC2\x80", 2, 0x80 },
        { "\xDF\xBF", 2, 0x7FF }, { "\xE0\xA0\x80", 3, 0x800 },
        { "\xED\x9F\xBF", 3, 0xD7FF }, { "\xEE\x80\x80", 3, 0xE000 },
        { "\xF0\x90\x80\x80", 4, 0x10000 },
        { "\xF4\x8F\xBF\xBF", 4, 0x10FFFF },
        { "", 0, 0 }, { "\x80", 0, 0 }, { "\xC1\xBF", 0, 0 },
        { "\xC2", 0, 0 }, { "\xC2\x41", 0, 0 }, { "\xE0\x9F\xBF", 0, 0 },
        { "\xED\xA0\x80", 0, 0 }, { "\xED\xBF\xBF", 0, 0 },
        { "\xF0\x8F\xBF\xBF", 0, 0 }, { "\xF4\x90\x80\x80", 0, 0 },
        { "\xF5\x80\x80\x80", 0, 0 }, { "\xFF", 0, 0 },
        { "\xE5\x86", 0, 0 },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        unsigned code = 0;
        CU_ASSERT_EQUAL(utf8_read(cases[i].bytes, strlen(cases[i].bytes),
            &code), cases[i].size);
        CU_ASSERT_EQUAL(code, cases[i].code);
    }
}

CU_TestInfo scan_tests[] = {
    {"records values in document order", records_values_in_document_order},
    {"says what was expected where", says_what_was_expected_where},
    {"accepts every form of value", accepts_every_form_of_value},
    {"a NUL is no end of the text", a_nul_is_no_end_of_the_text},
    {"stops at the nesting limit", stops_at_the_nesting_limit},
    {"maps decoded bytes to the literal", maps_decoded_bytes_to_the_literal},
    {"counts lines and code points", counts_lines_and_code_points},
    {"an index agrees with counting", an_index_agrees_with_counting},
    {"reads only well-formed UTF-8", reads_only_well_formed_utf8},
    CU_TEST_INFO_NULL
};
