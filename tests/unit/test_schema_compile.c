/* Schemas that are wrong, or that refer to one another, as they are
 * compiled. */

#include <CUnit/CUnit.h>
#include <string.h>
#include <time.h>

#include "schema_fixture.h"

static void refuses_a_wrong_schema(void)
{
    static const struct { const char *schema, *code, *pointer; } cases[] = {
        { "{\"type\":\"text\"}", "V021", "[/type]" },
        { "{\"type\":[]}", "V021", "[/type]" },
        { "{\"properties\":[]}", "V021", "[/properties]" },
        { "{\"properties\":{\"a\":5}}", "V021", "[/properties/a]" },
        { "{\"required\":[1]}", "V021", "[/required]" },
        { "{\"minimum\":\"1\"}", "V021", "[/minimum]" },
        { "{\"minLength\":-1}", "V021", "[/minLength]" },
        { "{\"minLength\":1.5}", "V021", "[/minLength]" },
        { "{\"multipleOf\":0}", "V021", "[/multipleOf]" },
        { "{\"multipleOf\":1.2345678901234567891}", "V021",
            "[/multipleOf]" },
        { "{\"pattern\":\"(\"}", "V021", "[/pattern]" },
        { "{\"pattern\":5}", "V021", "[/pattern]" },
        { "{\"patternProperties\":{\"[\":true}}", "V021",
            "[/patternProperties/[]" },
        { "{\"patternProperties\":5}", "V021", "[/patternProperties]" },
        { "{\"allOf\":[]}", "V021", "[/allOf]" },
        { "{\"anyOf\":[5]}", "V021", "[/anyOf/0]" },
        { "{\"enum\":5}", "V021", "[/enum]" },
        { "{\"x-assert-format\":true,\"format\":5}", "V021",
            "[/format]" },
        { "{\"uniqueItems\":5}", "V021", "[/uniqueItems]" },
        { "{\"dependentRequired\":{\"a\":5}}", "V021",
            "[/dependentRequired/a]" },
        { "{\"dependentSchemas\":5}", "V021", "[/dependentSchemas]" },
        { "{\"$ref\":\"#\"}", "V021", "[/$ref]" },
        { "{\"$ref\":5}", "V021", "[/$ref]" },
        { "{\"$ref\":\"#/$defs/none\"}", "V021", "[/$ref]" },
        { "{\"$ref\":\"#none\"}", "V021", "[/$ref]" },
        { "{\"$ref\":\"none.json\"}", "V020", "" },
        { "{\"x-type\":\"money\"}", "V021", "[/x-type]" },
        { "{\"$schema\":\"other\"}", "V020", "" },
        { "5", "V020", "" },
        { "{", "J", "" },
    };
    struct buffer found = BUFFER_EMPTY;

    for (size_t k = 0; k < COUNT(cases); k++) {
        check_data(cases[k].schema, "1", LANGUAGE_ZH, &found);
        CU_ASSERT_PTR_NOT_NULL(strstr(buffer_string(&found),
            cases[k].code));
        CU_ASSERT_PTR_NOT_NULL(strstr(buffer_string(&found),
            cases[k].pointer));
    }
    buffer_free(&found);
}

/* What is found where the data's schema is that of the last of so many
 * references, which is told by what it asks for. */
static void check_chain(int count, struct buffer *found)
{
    struct buffer schema = BUFFER_EMPTY;

    buffer_add_string(&schema, "{\"$ref\":\"#/$defs/0\",\"$defs\":{");
    for (int k = 0; k < count; k++)
        buffer_printf(&schema, "\"%d\":{\"$ref\":\"#/$defs/%d\"},", k, k + 1);
    buffer_printf(&schema, "\"%d\":{\"type\":\"string\"}}}", count);
    check_data(buffer_string(&schema), "1", LANGUAGE_EN, found);
    buffer_free(&schema);
}

/* Compared with one another, the last would take minutes. */
static void follows_references_one_after_the_other(void)
{
    static const struct { int count; const char *code; } cases[] = {
        { 1, "S001" }, { 1000, "S001" }, { 3000, "V024" }, { 100000, "V024" },
    };
    struct buffer found = BUFFER_EMPTY;
    clock_t begun = clock();

    for (size_t k = 0; k < COUNT(cases); k++) {
        check_chain(cases[k].count, &found);
        CU_ASSERT_EQUAL(count_lines(buffer_string(&found)), 1);
        CU_ASSERT_PTR_NOT_NULL(strstr(buffer_string(&found), cases[k].code));
    }
    CU_ASSERT_TRUE((clock() - begun) / CLOCKS_PER_SEC < 20);
    buffer_free(&found);
}

/* All that lead into a circle are told of, each once, and none beside it. */
static void finds_what_leads_into_a_circle(void)
{
    struct buffer found = BUFFER_EMPTY;

    check_data("{\"properties\":{\"a\":{\"$ref\":\"#/properties/b\"},"
        "\"b\":{\"$ref\":\"#/properties/c\"},"
        "\"c\":{\"$ref\":\"#/properties/b\"},"
        "\"d\":{\"$ref\":\"#/properties/e\"},\"e\":true}}", "1",
        LANGUAGE_EN, &found);
    CU_ASSERT_EQUAL(count_lines(buffer_string(&found)), 3);
    CU_ASSERT_PTR_NOT_NULL(strstr(buffer_string(&found),
        "[/properties/a/$ref]"));
    CU_ASSERT_PTR_NULL(strstr(buffer_string(&found), "[/properties/d/$ref]"));
    buffer_free(&found);
}

/* Two of a name would need room for one, and one of them be lost. */
static void refuses_names_stated_twice(void)
{
    static const struct { const char *schema, *found; } cases[] = {
        { "{\"properties\":{\"\":{}},\n\"properties\":{\"\":{}}}",
            "2:1 J007" },
        { "{\"patternProperties\":{\"a\":{},\"b\":{}},\n"
            "\"patternProperties\":{\"a\":{}}}", "2:1 J007" },
        { "{\"properties\":{\"a\":{},\n\"a\":{}}}", "2:1 J007" },
        { "{\"$defs\":{\"a\":{},\n\"a\":{}}}", "2:1 J007" },
        { "{\"enum\":[{\"a\":1,\n\"a\":1}]}", "2:1 J007" },
        { "{\"const\":{\"a\":1,\n\"a\":1}}", "2:1 J007" },
        { "{\"examples\":[[{\"a\":1,\n\"a\":1}]]}", "2:1 J007" },
        { "{\"x-form\":{\"a\":1,\n\"a\":1}}", "2:1 J007" },
        { "{\"allOf\":[{\"type\":\"null\",\n\"type\":\"null\"}]}",
            "2:1 J007" },
        { "{\"dependentRequired\":{\"a\":[],\n\"a\":[]}}", "2:1 J007" },
        { "{\"a\\u0000b\":1,\n\"a\\u0000b\":1}", "2:1 J007" },
        { "{\"properties\":{},\n\"properties\\u0000\":{\"a\":{}}}",
            "2:1 V021" },
        { "{\"properties\":{\"a\":{},\n\"a\\u0000\":{}}}", "2:1 V021" },
    };
    struct buffer found = BUFFER_EMPTY;

    for (size_t k = 0; k < COUNT(cases); k++) {
        check_data(cases[k].schema, "{}", LANGUAGE_ZH, &found);
        CU_ASSERT_PTR_NOT_NULL(strstr(buffer_string(&found),
            cases[k].found));
    }
    buffer_free(&found);
}

static void follows_references_between_documents(void)
{
    static const struct document documents[] = {
        { "schemas/x/a.json", "{\"properties\":{"
            "\"b\":{\"$ref\":\"b.json#/$defs/n\"},"
            "\"c\":{\"$ref\":\"../common/c.json\"},"
            "\"d\":{\"$ref\":\"b.json#word\"}}}" },
        { "schemas/x/b.json", "{\"$defs\":{\"n\":{\"type\":\"number\"},"
            "\"w\":{\"$anchor\":\"word\",\"type\":\"string\"}}}" },
        { "schemas/common/c.json", "{\"$id\":\"c.json\","
            "\"$ref\":\"#/$defs/~1~0\",\"$defs\":{\"/~\":"
            "{\"type\":\"null\"}}}" },
        { NULL, NULL },
    };
    struct buffer found = BUFFER_EMPTY;

    check_documents(documents, "{\"b\":1,\"c\":null,\"d\":\"x\"}",
        LANGUAGE_ZH, &found);
    CU_ASSERT_STRING_EQUAL(buffer_string(&found), "");
    check_documents(documents, "{\"b\":\"1\",\"c\":1,\"d\":1}", LANGUAGE_ZH,
        &found);
    CU_ASSERT_EQUAL(count_lines(buffer_string(&found)), 3);
    buffer_free(&found);
}

static void refuses_vocabularies_it_does_not_know(void)
{
    static const struct document documents[] = {
        { "a.json", "{\"$schema\":\"meta.json\"}" },
        { "meta.json", "{\"$vocabulary\":{\"urn:mine\":true}}" },
        { NULL, NULL },
    };
    struct buffer found = BUFFER_EMPTY;

    check_documents(documents, "1", LANGUAGE_ZH, &found);
    CU_ASSERT_PTR_NOT_NULL(strstr(buffer_string(&found), "V022"));
    buffer_free(&found);
}

CU_TestInfo schema_compile_tests[] = {
    {"follows references one after the other",
        follows_references_one_after_the_other},
    {"finds what leads into a circle", finds_what_leads_into_a_circle},
    { "refuses a wrong schema", refuses_a_wrong_schema },
    { "refuses names stated twice", refuses_names_stated_twice },
    { "follows references between documents",
        follows_references_between_documents },
    { "refuses vocabularies it does not know",
        refuses_vocabularies_it_does_not_know },
    CU_TEST_INFO_NULL
};
