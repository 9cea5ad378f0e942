#include <CUnit/CUnit.h>
#include <stdlib.h>
#include <string.h>

#include "2_schema/schema.h"

#define COUNT(table) (sizeof (table) / sizeof *(table))

static const char text[] = "{"
    "\"title\":\"根\","
    "\"required\":[\"row\"],"
    "\"properties\":{"
    "  \"row\":{\"title\":\"行\",\"$ref\":\"#/$defs/row\","
    "    \"properties\":{\"note\":{\"title\":\"备注\"},"
    "      \"final\":{\"title\":\"自己的\"}}},"
    "  \"list\":{\"items\":{\"title\":\"项\"},\"x-unit\":\"个\"},"
    "  \"map\":{\"additionalProperties\":{\"title\":\"值\"}},"
    "  \"closed\":{\"additionalProperties\":false,\"items\":false},"
    "  \"block\":{\"anyOf\":[{\"type\":\"string\",\"title\":\"文字\"},"
    "    {\"$ref\":\"#/$defs/table\"},"
    "    {\"properties\":{\"items\":true},\"required\":[\"items\"],"
    "      \"title\":\"条目\"}]}},"
    "\"$defs\":{"
    "  \"row\":{\"title\":\"定义\",\"x-type\":\"amount\","
    "    \"$ref\":\"#/$defs/base\",\"properties\":{"
    "    \"final\":{\"title\":\"决算数\"},\"budget\":{}}},"
    "  \"base\":{\"properties\":{\"budget\":{},\"name\":"
    "    {\"type\":[\"string\",\"null\"]}},\"required\":[\"name\"],"
    "    \"items\":{\"title\":\"远\"}},"
    "  \"table\":{\"type\":\"object\",\"title\":\"表格\","
    "    \"properties\":{\"table\":{\"enum\":[\"a\"]}}}}}";

static char *load(void *context, const char *uri, size_t *length)
{
    (void)context;
    (void)uri;
    *length = sizeof text - 1;
    return strdup(text);
}

static struct schema *compile(void)
{
    struct schema_options options = { .load = load };
    struct findings *findings = findings_new();
    struct schema *schema = schema_compile("a.json", &options, findings);

    CU_ASSERT_EQUAL(findings_count(findings), 0);
    findings_free(findings);
    return schema;
}

static void lists_members_with_those_of_the_reference(void)
{
    static const char *const names[] = { "note", "final", "budget", "name" };
    struct schema *schema = compile();
    const struct schema_node *row = schema_member(schema_root(schema),
        "row");

    CU_ASSERT_EQUAL_FATAL(schema_member_count(row), COUNT(names));
    for (size_t k = 0; k < COUNT(names); k++) {
        CU_ASSERT_STRING_EQUAL(schema_members(row, k)->name, names[k]);
        CU_ASSERT_PTR_EQUAL(schema_members(row, k)->node,
            schema_member(row, names[k]));
    }
    CU_ASSERT_PTR_NULL(schema_members(row, COUNT(names)));
    CU_ASSERT_PTR_NULL(schema_member(row, "none"));
    CU_ASSERT_STRING_EQUAL(schema_string(schema_member(row, "final"),
        "title"), "自己的");
    schema_free(schema);
}

static void finds_annotations_through_references(void)
{
    struct schema *schema = compile();
    const struct schema_node *root = schema_root(schema);
    const struct schema_node *row = schema_member(root, "row");

    CU_ASSERT_STRING_EQUAL(schema_string(root, "title"), "根");
    CU_ASSERT_STRING_EQUAL(schema_string(row, "title"), "行");
    CU_ASSERT_STRING_EQUAL(schema_string(row, "x-type"), "amount");
    CU_ASSERT_PTR_NULL(schema_string(row, "x-unit"));
    CU_ASSERT_PTR_NULL(schema_string(row, "required"));
    CU_ASSERT_PTR_NOT_NULL(schema_annotation(row, "required"));
    CU_ASSERT_TRUE(schema_requires(row, "name"));
    CU_ASSERT_FALSE(schema_requires(row, "note"));
    schema_free(schema);
}

static void finds_entries_of_lists_and_maps(void)
{
    struct schema *schema = compile();
    const struct schema_node *root = schema_root(schema);

    CU_ASSERT_STRING_EQUAL(schema_string(schema_items(
        schema_member(root, "list")), "title"), "项");
    CU_ASSERT_STRING_EQUAL(schema_string(schema_items(
        schema_member(root, "row")), "title"), "远");
    CU_ASSERT_STRING_EQUAL(schema_string(schema_additional(
        schema_member(root, "map")), "title"), "值");
    CU_ASSERT_PTR_NULL(schema_additional(schema_member(root, "list")));
    CU_ASSERT_PTR_NULL(schema_additional(schema_member(root, "closed")));
    CU_ASSERT_PTR_NULL(schema_items(schema_member(root, "closed")));
    schema_free(schema);
}

static void finds_the_branch_that_a_value_means(void)
{
    static const struct { const char *value, *title; } cases[] = {
        { "\"x\"", "文字" }, { "{\"table\":\"a\"}", "表格" },
        { "{\"items\":[]}", "条目" }, { "{}", "表格" },
    };
    struct schema *schema = compile();
    const struct schema_node *root = schema_root(schema);
    const struct schema_node *block = schema_member(root, "block");

    for (size_t k = 0; k < COUNT(cases); k++) {
        cJSON *value = cJSON_Parse(cases[k].value);
        CU_ASSERT_STRING_EQUAL(schema_string(schema_branch(block, value),
            "title"), cases[k].title);
        CU_ASSERT_PTR_EQUAL(schema_branch(root, value), root);
        cJSON_Delete(value);
    }
    schema_free(schema);
}

static void knows_the_types_that_are_let_in(void)
{
    struct schema *schema = compile();
    const struct schema_node *root = schema_root(schema);
    const struct schema_node *name = schema_member(schema_member(root,
        "row"), "name");

    CU_ASSERT_TRUE(schema_allows_type(name, cJSON_NULL));
    CU_ASSERT_TRUE(schema_allows_type(name, cJSON_String));
    CU_ASSERT_FALSE(schema_allows_type(name, cJSON_Number));
    CU_ASSERT_TRUE(schema_allows_type(root, cJSON_Array));
    CU_ASSERT_TRUE(schema_allows_type(schema_member(root, "block"),
        cJSON_Object));
    schema_free(schema);
}

static void answers_nothing_for_no_node(void)
{
    CU_ASSERT_PTR_NULL(schema_root(NULL));
    CU_ASSERT_EQUAL(schema_member_count(NULL), 0);
    CU_ASSERT_PTR_NULL(schema_members(NULL, 0));
    CU_ASSERT_PTR_NULL(schema_member(NULL, "a"));
    CU_ASSERT_FALSE(schema_requires(NULL, "a"));
    CU_ASSERT_PTR_NULL(schema_items(NULL));
    CU_ASSERT_PTR_NULL(schema_additional(NULL));
    CU_ASSERT_PTR_NULL(schema_branch(NULL, NULL));
    CU_ASSERT_FALSE(schema_allows_type(NULL, cJSON_NULL));
    CU_ASSERT_PTR_NULL(schema_annotation(NULL, "title"));
    CU_ASSERT_PTR_NULL(schema_string(NULL, "title"));
    schema_free(NULL);
}

CU_TestInfo schema_access_tests[] = {
    { "lists members with those of the reference",
        lists_members_with_those_of_the_reference },
    { "finds annotations through references",
        finds_annotations_through_references },
    { "finds entries of lists and maps", finds_entries_of_lists_and_maps },
    { "finds the branch that a value means",
        finds_the_branch_that_a_value_means },
    { "knows the types that are let in", knows_the_types_that_are_let_in },
    { "answers nothing for no node", answers_nothing_for_no_node },
    CU_TEST_INFO_NULL
};
