/* An edition's schema printed as one file and as a table. */

#include <CUnit/CUnit.h>
#include <cjson/cJSON.h>
#include <stdlib.h>
#include <string.h>

#include "command/schema_print.h"
#include "fixture.h"

static const struct resources built_in = { .data_dir = NULL };

static bool schema_print_json(const struct resources *resources,
    const char *edition, struct buffer *out, struct findings *findings)
{
    struct jixiao *jixiao = jixiao_open(resources->data_dir,
        fixture_outside(findings));
    char *text = jixiao_schema(jixiao, edition, fixture_outside(findings));

    if (text)
        buffer_add_string(out, text);
    free(text);
    jixiao_close(jixiao);
    return text != NULL;
}

static bool schema_print_markdown(const struct resources *resources,
    const char *edition, struct buffer *out, struct findings *findings)
{
    struct jixiao *jixiao = jixiao_open(resources->data_dir,
        fixture_outside(findings));
    char *text = NULL;
    size_t length = 0;
    struct schema_print print = { edition, JIXIAO_ZH,
        open_memstream(&text, &length) };

    CU_ASSERT_PTR_NOT_NULL_FATAL(print.out);
    bool good = jixiao_members(jixiao, edition, schema_print_member, &print,
        fixture_outside(findings));
    fclose(print.out);
    buffer_add(out, text, length);
    free(text);
    jixiao_close(jixiao);
    return good;
}

/* Only the printed schema is there: nothing that it refers to. */
static char *load_printed(void *context, const char *uri, size_t *length)
{
    const struct buffer *printed = context;

    if (strcmp(uri, "printed.json") != 0)
        return NULL;
    *length = printed->length;
    return strdup(buffer_string(printed));
}

static void prints_a_schema_that_needs_no_other(void)
{
    static const char *const data[] = { "{'year': 2023, 'a': 1.5}",
        "{'year': 2023, 'a': 'much'}", "{}" };
    static const bool valid[] = { true, false, false };
    struct findings *findings = findings_new();
    struct buffer out = BUFFER_EMPTY;
    struct fixture fixture;

    fixture_begin(&fixture);
    fixture_write_edition(&fixture, "e");
    CU_ASSERT_TRUE_FATAL(schema_print_json(&fixture.resources, "e", &out,
        findings));
    struct schema *schema = schema_compile("printed.json",
        &(struct schema_options){ .load = load_printed, .context = &out },
        findings);
    CU_ASSERT_STRING_EQUAL(fixture_codes(findings), "");
    CU_ASSERT_PTR_NOT_NULL_FATAL(schema);
    for (size_t i = 0; i < COUNT(data); i++) {
        struct findings *faults = findings_new();
        struct json *json = fixture_json(data[i], faults);
        CU_ASSERT_EQUAL(schema_validate(schema, json, faults), valid[i]);
        json_free(json);
        findings_free(faults);
    }
    schema_free(schema);
    buffer_free(&out);
    fixture_end(&fixture);
    findings_free(findings);
}

static void prints_the_edition_that_is_built_in(void)
{
    struct findings *findings = findings_new();
    struct buffer out = BUFFER_EMPTY;

    CU_ASSERT_TRUE_FATAL(schema_print_json(&built_in, "hunan-county-2023",
        &out, findings));
    struct schema *schema = schema_compile("printed.json",
        &(struct schema_options){ .load = load_printed, .context = &out },
        findings);
    CU_ASSERT_STRING_EQUAL(fixture_codes(findings), "");
    CU_ASSERT_PTR_NOT_NULL(schema_member(schema_root(schema), "year"));
    schema_free(schema);
    buffer_free(&out);
    findings_free(findings);
}

static void bundles_what_is_referred_to_anywhere(void)
{
    static const struct { const char *root, *other; } cases[] = {
        { "{'properties': {'m': {'$ref': 'other.json'}}}", "{}" },
        { "{'$ref': 'other.json#/$defs/x'}", "{'$defs': {'x': {}}}" },
        /* From a definition of the root's own. */
        { "{'properties': {'m': {'$ref': '#/$defs/own'}},"
            "'$defs': {'own': {'$ref': 'other.json'}}}", "{}" },
        { "{'$ref': 'third.json'}", "{}" },
        { "{'$ref': 'third.json', 'items': {'$ref': 'other.json'}}",
            "{'$ref': 'third.json'}" },
        /* A member called $ref is no reference. */
        { "{'properties': {'$ref': {'$ref': 'other.json'}}}", "{}" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct findings *findings = findings_new();
        struct buffer out = BUFFER_EMPTY;
        struct fixture fixture;
        char root[256], other[256];
        fixture_begin(&fixture);
        snprintf(root, sizeof root, "%s", cases[i].root);
        snprintf(other, sizeof other, "%s", cases[i].other);
        for (char *at; (at = strchr(root, '\'')) != NULL; )
            *at = '"';
        for (char *at; (at = strchr(other, '\'')) != NULL; )
            *at = '"';
        fixture_write(&fixture, "schemas/e/submission.schema.json", root);
        fixture_write(&fixture, "schemas/e/other.json", other);
        fixture_write(&fixture, "schemas/e/third.json",
            "{\"$ref\": \"other.json\"}");
        CU_ASSERT_TRUE(schema_print_json(&fixture.resources, "e", &out,
            findings));
        CU_ASSERT_EQUAL(findings_count(findings), 0);
        cJSON *printed = cJSON_Parse(buffer_string(&out));
        CU_ASSERT_PTR_NOT_NULL_FATAL(printed);
        CU_ASSERT_PTR_NOT_NULL(cJSON_GetObjectItem(cJSON_GetObjectItem(
            printed, "$defs"), "other.json"));
        cJSON_Delete(printed);
        buffer_free(&out);
        fixture_end(&fixture);
        findings_free(findings);
    }
}

static void reports_what_cannot_be_bundled(void)
{
    static const struct { const char *root, *other, *code, *part; }
    cases[] = {
        { NULL, NULL, "U015 0:0", "\"e\"" },
        { "{", NULL, "V001 0:0", "schemas/e/submission.schema.json" },
        { "{\"$ref\": \"other.json\"}", NULL, "V001 0:0",
            "schemas/e/other.json" },
        { "{\"$ref\": \"other.json\"}", "no JSON", "V001 0:0",
            "schemas/e/other.json" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct findings *findings = findings_new();
        struct buffer out = BUFFER_EMPTY;
        struct fixture fixture;
        fixture_begin(&fixture);
        if (cases[i].root)
            fixture_write(&fixture, "schemas/e/submission.schema.json",
                cases[i].root);
        if (cases[i].other)
            fixture_write(&fixture, "schemas/e/other.json", cases[i].other);
        CU_ASSERT_FALSE(schema_print_json(&fixture.resources, "e", &out,
            findings));
        CU_ASSERT_STRING_EQUAL(fixture_codes(findings), cases[i].code);
        CU_ASSERT_PTR_NOT_NULL(strstr(fixture_sentence(findings, 0,
            LANGUAGE_EN), cases[i].part));
        CU_ASSERT_EQUAL(out.length, 0);
        buffer_free(&out);
        fixture_end(&fixture);
        findings_free(findings);
    }
}

static void prints_a_table_of_all_members(void)
{
    struct findings *findings = findings_new();
    struct buffer out = BUFFER_EMPTY;
    struct fixture fixture;

    fixture_begin(&fixture);
    fixture_write_edition(&fixture, "e");
    CU_ASSERT_TRUE(schema_print_markdown(&fixture.resources, "e", &out,
        findings));
    CU_ASSERT_STRING_EQUAL(buffer_string(&out), "# 小版本 (e)\n\n"
        "| 成员 | 名称 | 类型 | 单位 | 空白时 | 表中位置 | 说明 |\n"
        "|---|---|---|---|---|---|---|\n"
        "| `edition` | 版本 | token |  |  |  |  |\n"
        "| `year` | 年度 | year |  |  |  |  |\n"
        "| `a` | 甲 | amount | 万元 |  |  | 以万元计 |\n"
        "| `b` | 乙 | amount | 万元 |  |  | 以万元计 |\n"
        "| `sum` | 合计 | amount | 万元 | error |  | 以万元计 |\n"
        "| `note` | 备注 | text |  |  |  |  |\n"
        "| `explanations` | 说明 | list |  |  |  |  |\n"
        "| `explanations[].rule` |  | token |  |  |  |  |\n"
        "| `explanations[].pointer` |  | token |  |  |  |  |\n"
        "| `explanations[].reason` |  | text |  |  |  |  |\n");
    buffer_free(&out);
    fixture_end(&fixture);
    findings_free(findings);
}

static void prints_maps_bars_and_schemas_that_hold_themselves(void)
{
    struct findings *findings = findings_new();
    struct buffer out = BUFFER_EMPTY;
    struct fixture fixture;

    fixture_begin(&fixture);
    fixture_write_edition(&fixture, "e");
    fixture_write(&fixture, "schemas/e/submission.schema.json",
        "{\"description\": \"全\xC2\x9B文\", \"properties\": {\"$schema\": {},"
        "\"m\": {\"description\": \"a|b\\nc\xE2\x80\xAE\", \"additionalProperties\":"
        " {\"x-type\": \"count\"}}, \"child\": {\"$ref\": \"#\"}}}");
    CU_ASSERT_TRUE(schema_print_markdown(&fixture.resources, "e", &out,
        findings));
    CU_ASSERT_PTR_NOT_NULL(strstr(buffer_string(&out), "全〔控制字符〕文\n\n| 成员"));
    CU_ASSERT_PTR_NOT_NULL(strstr(buffer_string(&out),
        "| `m` |  | map |  |  |  | a\\|b c〔方向控制符〕 |\n| `m.*` |  | count |"));
    CU_ASSERT_PTR_NOT_NULL(strstr(buffer_string(&out), "| `child` |"));
    CU_ASSERT_PTR_NULL(strstr(buffer_string(&out), "$schema"));
    CU_ASSERT_PTR_NULL(strstr(buffer_string(&out), "null"));
    CU_ASSERT_TRUE(out.length < 2000);
    buffer_free(&out);
    fixture_end(&fixture);
    findings_free(findings);
}

static void prints_no_table_of_an_edition_that_is_broken(void)
{
    struct findings *findings = findings_new();
    struct buffer out = BUFFER_EMPTY;
    struct fixture fixture;

    fixture_begin(&fixture);
    fixture_write_edition(&fixture, "e");
    fixture_write(&fixture, "schemas/e/formulas.xml", "<formulas>");
    CU_ASSERT_FALSE(schema_print_markdown(&fixture.resources, "e", &out,
        findings));
    CU_ASSERT_STRING_EQUAL(fixture_codes(findings), "V002 0:0, V030 0:0");
    CU_ASSERT_EQUAL(out.length, 0);
    buffer_free(&out);
    fixture_end(&fixture);
    findings_free(findings);
}

CU_TestInfo schema_print_tests[] = {
    {"prints a schema that needs no other",
        prints_a_schema_that_needs_no_other},
    {"prints the edition that is built in",
        prints_the_edition_that_is_built_in},
    {"bundles what is referred to anywhere",
        bundles_what_is_referred_to_anywhere},
    {"reports what cannot be bundled", reports_what_cannot_be_bundled},
    {"prints a table of all members", prints_a_table_of_all_members},
    {"prints maps, bars and schemas that hold themselves",
        prints_maps_bars_and_schemas_that_hold_themselves},
    {"prints no table of an edition that is broken",
        prints_no_table_of_an_edition_that_is_broken},
    CU_TEST_INFO_NULL
};
