/* Data checked against a schema: types of editions, formats, numbers by
 * their literals, and limits. */

#include <CUnit/CUnit.h>
#include <string.h>

#include "schema_fixture.h"

/* Each value alone below {"v": ...}, its schema the type. */
static void asserts_the_types_of_editions(void)
{
    static const struct { const char *type, *value, *code; } cases[] = {
        { "\"amount\",\"x-unit\":\"万元\"", "9.9898", "" },
        { "\"amount\",\"x-unit\":\"万元\"", "\"9.9898\"", "" },
        { "\"amount\",\"x-unit\":\"万元\"", "1e2", "" },
        { "\"amount\",\"x-unit\":\"万元\"", "-0.000001", "" },
        { "\"amount\",\"x-unit\":\"万元\"", "null", "" },
        { "\"amount\",\"x-unit\":\"万元\"", "0.0000001", "S060" },
        { "\"amount\",\"x-unit\":\"万元\"", "999999999.999999", "" },
        { "\"amount\",\"x-unit\":\"万元\"", "1000000000", "S061" },
        { "\"amount\",\"x-unit\":\"元\"", "40.10", "" },
        { "\"amount\",\"x-unit\":\"元\"", "0.001", "S060" },
        { "\"amount\",\"x-unit\":\"元\"", "\"0.001\"", "S060" },
        { "\"amount\",\"x-unit\":\"元\"", "40.100", "S060" },
        { "\"amount\",\"x-unit\":\"元\"", "9999999999999.99", "" },
        { "\"amount\",\"x-unit\":\"元\"", "1e13", "S061" },
        { "\"amount\",\"x-unit\":\"元\"", "-1e13", "S061" },
        { "\"amount\",\"x-unit\":\"元\"", "1e400", "S061" },
        { "\"amount\",\"x-unit\":\"元\"", "1e-400", "S060" },
        { "\"amount\",\"x-unit\":\"元\"", "\"1e400\"", "S061" },
        { "\"amount\",\"x-unit\":\"元\"", "\"十万\"", "S001" },
        { "\"amount\",\"x-unit\":\"元\"", "\"1,000\"", "S001" },
        { "\"amount\",\"x-unit\":\"元\"", "\" 1\"", "S001" },
        { "\"amount\",\"x-unit\":\"元\"", "\"\"", "S001" },
        { "\"amount\",\"x-unit\":\"元\"", "true", "S001" },
        { "\"rate\"", "108.70", "" },
        { "\"rate\"", "0.0000001", "S060" },
        { "\"number\"", "999999999999.999999", "" },
        { "\"number\"", "1e12", "S061" },
        { "\"count\"", "74", "" },
        { "\"count\"", "0", "" },
        { "\"count\"", "-1", "S062" },
        { "\"count\"", "1.5", "S060" },
        { "\"year\"", "1949", "" },
        { "\"year\"", "2100", "" },
        { "\"year\"", "1948", "S063" },
        { "\"year\"", "2101", "S063" },
        { "\"year\"", "-2000", "S063" },
        { "\"year\"", "20000", "S061" },
        { "\"date\"", "\"2024-02-29\"", "" },
        { "\"date\"", "\"2024-02-30\"", "S064" },
        { "\"date\"", "\"2023-02-29\"", "S064" },
        { "\"date\"", "\"1900-02-29\"", "S064" },
        { "\"date\"", "\"2024-4-24\"", "S064" },
        { "\"date\"", "\"2024年4月24日\"", "S064" },
        { "\"date\"", "20240424", "S001" },
        { "\"text\"", "\"a\\tb\\nc ]]> <script>\"", "" },
        { "\"text\"", "\"\\u0000\"", "S065" },
        { "\"text\"", "\"\\u001b[1m\"", "S065" },
        { "\"text\"", "\"\\r\\n\"", "S065" },
        { "\"text\"", "\"\\u0085\"", "S065" },
        { "\"text\"", "\"\\uffff\"", "S065" },
        { "\"text\"", "5", "S001" },
        { "\"token\"", "\"a\\u007f\"", "S065" },
    };
    struct buffer schema = BUFFER_EMPTY, data = BUFFER_EMPTY;
    struct buffer found = BUFFER_EMPTY;

    for (size_t k = 0; k < COUNT(cases); k++) {
        buffer_clear(&schema);
        buffer_printf(&schema, "{\"x-assert-format\":true,\"properties\":"
            "{\"v\":{\"x-type\":%s}}}", cases[k].type);
        buffer_clear(&data);
        buffer_printf(&data, "{\"v\":%s}", cases[k].value);
        check_data(buffer_string(&schema), buffer_string(&data), LANGUAGE_ZH,
            &found);
        CU_ASSERT_EQUAL(count_lines(buffer_string(&found)),
            *cases[k].code != '\0');
        CU_ASSERT_PTR_NOT_NULL(strstr(buffer_string(&found),
            cases[k].code));
    }
    buffer_free(&schema);
    buffer_free(&data);
    buffer_free(&found);
}

static void takes_the_unit_of_the_outer_schema(void)
{
    static const char schema[] = "{\"x-assert-format\":true,\"$defs\":{"
        "\"sum\":{\"x-type\":\"amount\",\"x-unit\":\"万元\"},\"fact\":"
        "{\"properties\":{\"v\":{\"x-type\":\"number\",\"x-unit-from\":"
        "\"unit\"},\"unit\":{\"x-type\":\"token\"}}}},"
        "\"properties\":{\"wan\":{\"$ref\":\"#/$defs/sum\"},"
        "\"yuan\":{\"$ref\":\"#/$defs/sum\",\"x-unit\":\"元\"},"
        "\"fact\":{\"$ref\":\"#/$defs/fact\"}}}";
    struct buffer found = BUFFER_EMPTY;

    check_data(schema, "{\"wan\":0.001,\"fact\":{\"v\":0.001}}", LANGUAGE_ZH,
        &found);
    CU_ASSERT_STRING_EQUAL(buffer_string(&found), "");
    check_data(schema, "{\"yuan\":0.001}", LANGUAGE_ZH, &found);
    CU_ASSERT_PTR_NOT_NULL(strstr(buffer_string(&found), "S060"));
    check_data(schema, "{\"fact\":{\"v\":0.001,\"unit\":\"元\"}}", LANGUAGE_ZH,
        &found);
    CU_ASSERT_PTR_NOT_NULL(strstr(buffer_string(&found), "S060"));
    buffer_free(&found);
}

/* The base has 万元 with six places; the place that refers to it has 元. */
static void takes_the_unit_of_the_outer_member(void)
{
    static const char *const outer[] = {
        "\"$ref\":\"#/$defs/base\",\"properties\":{\"v\":{\"x-unit\":\"元\"},"
            "\"l\":{\"items\":{\"x-unit\":\"元\"}}}",
        "\"allOf\":[{\"$ref\":\"#/$defs/base\"}],\"properties\":{\"v\":"
            "{\"x-unit\":\"元\"},\"l\":{\"items\":{\"x-unit\":\"元\"}}}",
        "\"$ref\":\"#/$defs/middle\"",
    };
    static const struct { const char *data, *found; } cases[] = {
        { "{\"v\":0.01}", "" }, { "{\"v\":0.001}", "S060" },
        { "{\"l\":[0.01]}", "" }, { "{\"l\":[0.001]}", "S060" },
        { "{\"w\":0.001}", "" },
    };
    struct buffer found = BUFFER_EMPTY, schema = BUFFER_EMPTY;

    for (size_t n = 0; n < COUNT(outer) * COUNT(cases); n++) {
        size_t k = n % COUNT(cases);
        buffer_clear(&schema);
        buffer_printf(&schema, "{\"x-assert-format\":true,\"$defs\":{"
            "\"middle\":{%s},\"base\":{\"properties\":{\"v\":{\"$ref\":"
            "\"#/$defs/sum\"},\"w\":{\"$ref\":\"#/$defs/sum\"},\"l\":"
            "{\"items\":{\"$ref\":\"#/$defs/sum\"}}}},\"sum\":{\"x-type\":"
            "\"amount\",\"x-unit\":\"万元\"}},%s}", outer[0],
            outer[n / COUNT(cases)]);
        check_data(buffer_string(&schema), cases[k].data, LANGUAGE_ZH, &found);
        CU_ASSERT_PTR_NOT_NULL(strstr(buffer_string(&found),
            cases[k].found));
        CU_ASSERT_EQUAL(*buffer_string(&found) == '\0',
            *cases[k].found == '\0');
    }
    buffer_free(&schema);
    buffer_free(&found);
}

/* However many there are too many. */
static void says_how_many_entries_there_may_be(void)
{
    static const char *const schemas[] = {
        "{\"title\":\"表\",\"prefixItems\":[{}],\"items\":false}",
        "{\"title\":\"表\",\"prefixItems\":[{}],\"unevaluatedItems\":false}",
    };
    struct buffer found = BUFFER_EMPTY;

    for (size_t k = 0; k < COUNT(schemas); k++) {
        const char *one = "at most 1 ";
        size_t times = 0;
        check_data(schemas[k], "[1,2,3]", LANGUAGE_EN, &found);
        CU_ASSERT_EQUAL(count_lines(buffer_string(&found)), 2);
        for (const char *at = buffer_string(&found);
            (at = strstr(at, one)) != NULL; at++)
            times++;
        CU_ASSERT_EQUAL(times, 2);
    }
    buffer_free(&found);
}

static void asserts_formats_only_when_told(void)
{
    struct buffer found = BUFFER_EMPTY;

    check_data("{\"format\":\"date\",\"x-type\":\"count\"}", "\"x\"",
        LANGUAGE_ZH, &found);
    CU_ASSERT_STRING_EQUAL(buffer_string(&found), "");
    check_data("{\"x-assert-format\":true,\"format\":\"date\"}", "\"x\"",
        LANGUAGE_ZH, &found);
    CU_ASSERT_PTR_NOT_NULL(strstr(buffer_string(&found), "S024"));
    check_data("{\"x-assert-format\":true,\"format\":\"unheard-of\"}", "\"x\"",
        LANGUAGE_ZH, &found);
    CU_ASSERT_STRING_EQUAL(buffer_string(&found), "");
    buffer_free(&found);
}

static void points_at_the_character(void)
{
    struct buffer found = BUFFER_EMPTY;

    check_data("{\"x-assert-format\":true,\"x-type\":\"text\"}",
        "\n  \"张三\\t\\u0001\"", LANGUAGE_ZH, &found);
    CU_ASSERT_EQUAL(strncmp(buffer_string(&found), "2:8 S065", 8), 0);
    CU_ASSERT_PTR_NOT_NULL(strstr(buffer_string(&found), "U+0001"));
    buffer_free(&found);
}

static void compares_numbers_by_their_literals(void)
{
    static const struct {
        const char *schema, *data;
        bool valid;
    } cases[] = {
        { "{\"const\":9007199254740993}", "9007199254740993.0", true },
        { "{\"const\":9007199254740993}", "9007199254740992", false },
        { "{\"const\":1}", "1.0", true },
        { "{\"const\":0}", "-0.0", true },
        { "{\"enum\":[1e400]}", "10e399", true },
        { "{\"maximum\":1e400}", "1e401", false },
        { "{\"maximum\":1e400}", "9.99e399", true },
        { "{\"multipleOf\":0.1}", "0.3", true },
        { "{\"multipleOf\":0.01}", "19.99", true },
        { "{\"multipleOf\":3}", "1e1000000000", false },
        { "{\"multipleOf\":2}", "1e1000000000", true },
        { "{\"multipleOf\":1e400}", "3e401", true },
        { "{\"type\":\"integer\"}", "1e400", true },
        { "{\"type\":\"integer\"}", "1.50e1", true },
        { "{\"type\":\"integer\"}", "1e-1", false },
        { "{\"uniqueItems\":true}", "[1,1.0]", false },
        { "{\"uniqueItems\":true}", "[{\"a\":1,\"b\":2},{\"b\":2,\"a\":1}]",
            false },
        { "{\"uniqueItems\":true}", "[9007199254740993,9007199254740992]",
            true },
        { "{\"const\":\"a\\u0000b\"}", "\"a\\u0000c\"", false },
        { "{\"exclusiveMinimum\":-1e-400}", "0", true },
        { "{\"minimum\":0.3}", "0.29999999999999999999999999", false },
    };
    struct buffer found = BUFFER_EMPTY;

    for (size_t k = 0; k < COUNT(cases); k++) {
        check_data(cases[k].schema, cases[k].data, LANGUAGE_ZH, &found);
        CU_ASSERT_EQUAL(*buffer_string(&found) == '\0', cases[k].valid);
    }
    buffer_free(&found);
}

/* [[[...]]], as deep as a JSON text may be, each level by several schemas. */
static void survives_deep_data(void)
{
    struct buffer data = BUFFER_EMPTY, found = BUFFER_EMPTY;

    for (int k = 0; k < JSON_DEPTH_LIMIT; k++)
        buffer_add_char(&data, '[');
    for (int k = 0; k < JSON_DEPTH_LIMIT; k++)
        buffer_add_char(&data, ']');
    check_data("{\"items\":{\"$ref\":\"#\"},\"type\":\"array\"}",
        buffer_string(&data), LANGUAGE_ZH, &found);
    CU_ASSERT_STRING_EQUAL(buffer_string(&found), "");
    check_data(
        "{\"$ref\":\"#/$defs/a\",\"$defs\":{\"a\":{\"anyOf\":[{\"allOf\":"
        "[{\"$ref\":\"#/$defs/b\"}]}]},\"b\":{\"items\":{\"anyOf\":"
        "[{\"$ref\":\"#\"}]}}}}", buffer_string(&data), LANGUAGE_ZH,
        &found);
    CU_ASSERT_EQUAL(count_lines(buffer_string(&found)), 1);
    CU_ASSERT_PTR_NOT_NULL(strstr(buffer_string(&found), "S091"));
    buffer_free(&data);
    buffer_free(&found);
}

/* 2^40 ways through the branches, for one value. */
static void stops_at_a_schema_that_doubles(void)
{
    static const char *const keywords[] = { "allOf", "anyOf", "oneOf" };

    for (size_t k = 0; k < COUNT(keywords); k++) {
        struct buffer schema = BUFFER_EMPTY, found = BUFFER_EMPTY;
        buffer_add_string(&schema, "{\"$defs\":{");
        for (int n = 0; n < 40; n++)
            buffer_printf(&schema, "\"%d\":{\"%s\":[{\"$ref\":"
                "\"#/$defs/%d\"},{\"$ref\":\"#/$defs/%d\"}]},", n,
                keywords[k], n + 1, n + 1);
        buffer_printf(&schema, "\"40\":{\"type\":\"%s\"}},"
            "\"$ref\":\"#/$defs/0\"}", k ? "string" : "number");
        check_data(buffer_string(&schema), "1", LANGUAGE_ZH, &found);
        CU_ASSERT_PTR_NOT_NULL(strstr(buffer_string(&found), "S092"));
        CU_ASSERT_EQUAL(count_lines(buffer_string(&found)), 1);
        buffer_free(&schema);
        buffer_free(&found);
    }
}

static void stops_at_a_great_many_faults(void)
{
    struct buffer data = BUFFER_EMPTY, found = BUFFER_EMPTY;

    buffer_add_char(&data, '[');
    for (int k = 0; k < 100000; k++)
        buffer_add_string(&data, "1,");
    buffer_add_string(&data, "1]");
    check_data("{\"items\":{\"type\":\"string\"}}", buffer_string(&data),
        LANGUAGE_ZH, &found);
    CU_ASSERT_EQUAL(count_lines(buffer_string(&found)), 2001);
    CU_ASSERT_PTR_NOT_NULL(strstr(buffer_string(&found), "S099"));
    buffer_free(&data);
    buffer_free(&found);
}

CU_TestInfo schema_check_tests[] = {
    { "asserts the types of editions", asserts_the_types_of_editions },
    { "takes the unit of the outer schema",
        takes_the_unit_of_the_outer_schema },
    { "takes the unit of the outer member",
        takes_the_unit_of_the_outer_member },
    { "says how many entries there may be",
        says_how_many_entries_there_may_be },
    { "asserts formats only when told", asserts_formats_only_when_told },
    { "points at the character", points_at_the_character },
    { "compares numbers by their literals",
        compares_numbers_by_their_literals },
    { "survives deep data", survives_deep_data },
    { "stops at a schema that doubles", stops_at_a_schema_that_doubles },
    { "stops at a great many faults", stops_at_a_great_many_faults },
    CU_TEST_INFO_NULL
};
