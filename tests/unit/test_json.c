/* Texts that are JSON: their values, and where these stand. */

#include <CUnit/CUnit.h>
#include <stdio.h>
#include <string.h>

#include "0_base/buffer.h"
#include "1_read/json.h"
#include "json_fixture.h"

/* A text that is JSON and has nothing wrong with it. */
static struct json *json_parse_fine(const char *text)
{
    struct findings *findings = findings_new();

    CU_ASSERT_PTR_NOT_NULL_FATAL(findings);
    struct json *json = json_parse_text(text, findings);
    CU_ASSERT_PTR_NOT_NULL_FATAL(json);
    CU_ASSERT_EQUAL(findings_count(findings), 0);
    findings_free(findings);
    return json;
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
        struct json *json = json_parse_text(cases[i].text, findings);
        CU_ASSERT_PTR_NOT_NULL(json);
        json_check_finding(findings, "J007", cases[i].line, cases[i].column);
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
    json_free(json_parse_fine(
        "{\"a\": {\"a\": 1}, \"A\": [{\"a\": 1}, {\"a\": 2}]}"));
    json_free(json_parse_fine("{\"a\": 1, \"a\\u0000\": 2, \"a\\u0000b\": 3}"));
    json_free(json_parse_fine("{\"\xC3\xA9\": 1, \"e\\u0301\": 2}"));
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
    struct json *json = json_parse_fine(text);

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
    struct json *json = json_parse_fine("{\n  \"单位\" :\n    [\"a\"]\n}");
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
    struct json *json = json_parse_fine(buffer_string(&text));
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
        struct json *json = json_parse_fine(texts[i]);
        cJSON *wanted = cJSON_Parse(texts[i]);
        check_like(json_root(json), wanted);
        cJSON_Delete(wanted);
        json_free(json);
    }
}

static void decodes_strings_with_their_nul(void)
{
    struct json *json = json_parse_fine(
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
    struct json *json = json_parse_fine("[\n \"一\\n\\u4e8c{{x}}\", 5]");
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
    struct json *json = json_parse_fine(buffer_string(&text));
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
    struct json *json = json_parse_fine(text);
    size_t length;

    CU_ASSERT_STRING_EQUAL(json_text(json, &length), text);
    CU_ASSERT_EQUAL(length, strlen(text));
    json_free(json);
}

CU_TestInfo json_tests[] = {
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
    {"finds children of many", finds_children_of_many},
    CU_TEST_INFO_NULL
};
