/* What the later stages ask a schema: members, annotations, branches, types. */

#include <CUnit/CUnit.h>
#include <stdlib.h>
#include <string.h>

#include "0_base/buffer.h"
#include "2_schema/schema.h"
#include "fixture.h"

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

/* A schema written with ' for ". */
static char *load_text(void *context, const char *uri, size_t *length)
{
    char *copy = strdup(context);

    (void)uri;
    for (char *at = copy; at && *at; at++)
        if (*at == '\'')
            *at = '"';
    *length = copy ? strlen(copy) : 0;
    return copy;
}

/* Two texts, NULL being one like others. */
static void check_same(const char *found, const char *expected)
{
    CU_ASSERT_STRING_EQUAL(found ? found : "NULL",
        expected ? expected : "NULL");
}

/* Along a path of names, # being the first entry. */
static const struct schema_node *walk(const struct schema_node *node,
    const char *path)
{
    bool failed = false;

    while (*path) {
        size_t length = strcspn(path, "/");
        char name[32] = "";
        memcpy(name, path, length);
        node = *name == '#' ? schema_entry(node, 0)
            : schema_named(node, name, &failed);
        path += length + (path[length] == '/');
    }
    CU_ASSERT_FALSE(failed);
    return node;
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

/* Members of branches, beside members of the object itself. */
static void names_members_of_branches(void)
{
    static const char *const schemas[] = {
        "{'properties':{'a':{}},'anyOf':[{'properties':{'b':{}}},"
            "{'properties':{'c':{}}}]}",
        "{'properties':{'a':{}},'oneOf':[{'$ref':'#/$defs/b'},{'required':"
            "['a']},{'properties':{'c':{}}}],'$defs':{'b':{'properties':"
            "{'b':{}}}}}",
    };

    for (size_t k = 0; k < COUNT(schemas); k++) {
        struct schema_options options = { .load = load_text,
            .context = (void *)schemas[k] };
        struct findings *findings = findings_new();
        struct schema *schema = schema_compile("a.json", &options, findings);
        const struct schema_node *root = schema_root(schema);
        bool failed = false;

        CU_ASSERT_PTR_NOT_NULL(schema_named(root, "a", &failed));
        CU_ASSERT_PTR_NOT_NULL(schema_named(root, "b", &failed));
        CU_ASSERT_PTR_NOT_NULL(schema_named(root, "c", &failed));
        CU_ASSERT_PTR_NULL(schema_named(root, "d", &failed));
        schema_free(schema);
        findings_free(findings);
    }
}

static void knows_what_is_required(void)
{
    struct schema *schema = compile();
    const struct schema_node *root = schema_root(schema);

    CU_ASSERT_TRUE(schema_requires(root, "row"));
    CU_ASSERT_FALSE(schema_requires(root, "list"));
    CU_ASSERT_TRUE(schema_requires(schema_member(root, "row"), "name"));
    CU_ASSERT_FALSE(schema_requires(NULL, "row"));
    schema_free(schema);
}

/* What becomes of a member, as the nearest place decides; what is no decision,
 * or names no member, is a fault of the schema. */
static void reads_decisions_for_the_next_year(void)
{
    static const struct { const char *member; int next; } cases[] = {
        { "'x-next':'keep'", SCHEMA_NEXT_KEEP },
        { "'x-next':'turn'", SCHEMA_NEXT_TURN },
        { "'$ref':'#/$defs/d'", SCHEMA_NEXT_DROP },
        { "'$ref':'#/$defs/d','x-next':'clear'", SCHEMA_NEXT_CLEAR },
        { "'x-next-from':'b'", SCHEMA_NEXT_UNDECIDED },
        { "'x-next':'keeep'", -1 },
        { "'x-next':true", -1 },
        { "'x-next-from':'c'", -1 },
        { "'x-unit-from':'b'", SCHEMA_NEXT_UNDECIDED },
        { "'x-unit-from':'c'", -1 },
    };

    for (size_t k = 0; k < COUNT(cases); k++) {
        char schema_text[256];
        snprintf(schema_text, sizeof schema_text, "{'x-assert-format':true,"
            "'properties':{'a':{'x-type':'text',%s},'b':{'x-type':'text'}},"
            "'$defs':{'d':{'x-next':'drop'}}}", cases[k].member);
        struct schema_options options = { .load = load_text,
            .context = schema_text };
        struct findings *findings = findings_new();
        struct schema *schema = schema_compile("a.json", &options, findings);
        CU_ASSERT_EQUAL(schema == NULL, cases[k].next < 0);
        CU_ASSERT_EQUAL(findings_count(findings), cases[k].next < 0);
        if (schema)
            CU_ASSERT_EQUAL((int)schema_next(schema_member(
                schema_root(schema), "a")), cases[k].next);
        schema_free(schema);
        findings_free(findings);
    }
    CU_ASSERT_STRING_EQUAL(schema_next_name(SCHEMA_NEXT_TURN), "turn");
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
    schema_free(schema);
}

/* Schemas that several places say something of, with ' for ". */
static struct schema *compile_parts(const char *schema_text,
    struct findings *findings)
{
    struct schema_options options = { .load = load_text,
        .context = (void *)schema_text };

    return schema_compile("a.json", &options, findings);
}

#define BASE "'$defs':{" \
    "'figure':{'x-type':'amount','x-unit':'万元'," \
    "  'type':['number','string','null'],'title':'数'}," \
    "'base':{'type':'object','required':['a'],'properties':{" \
    "  'a':{'$ref':'#/$defs/figure','title':'甲','x-label':'其中：甲'}," \
    "  'in':{'type':'object','title':'内','properties':{" \
    "    'b':{'$ref':'#/$defs/figure'},'c':{'$ref':'#/$defs/figure'}}}," \
    "  'list':{'type':'array','items':{'type':'object','properties':{" \
    "    'n':{'x-type':'text','type':'string','title':'名'}}}}}," \
    " 'patternProperties':{'^p':{'x-type':'token','title':'号'}}}," \
    "'middle':{'$ref':'#/$defs/base','properties':{" \
    "  'in':{'properties':{'b':{'title':'中'}}}}}}"

/* What is at a path of members and # for entries: the titles and x-types. */
static void walks_members_that_several_places_name(void)
{
    static const struct { const char *schema, *path, *title, *type; }
    cases[] = {
        /* One place says its title, the other one what it is. */
        { "{'$ref':'#/$defs/base','properties':{'a':{'title':'外'}}," BASE
            "}", "a", "外", "amount" },
        { "{'$ref':'#/$defs/base','properties':{'a':{'title':'外'}}," BASE
            "}", "in/c", "数", "amount" },
        { "{'$ref':'#/$defs/base','properties':{'in':{'properties':{"
            "'c':{'title':'外'}}}}," BASE "}", "in/b", "数", "amount" },
        { "{'$ref':'#/$defs/base','properties':{'in':{'properties':{"
            "'c':{'title':'外'}}}}," BASE "}", "in/c", "外", "amount" },
        { "{'$ref':'#/$defs/base','properties':{'in':{'properties':{"
            "'c':{'title':'外'}}}}," BASE "}", "in", "内", NULL },
        /* Over three places. */
        { "{'$ref':'#/$defs/middle','properties':{'in':{'title':'外'}},"
            BASE "}", "in", "外", NULL },
        { "{'$ref':'#/$defs/middle','properties':{'in':{'title':'外'}},"
            BASE "}", "in/b", "中", "amount" },
        { "{'$ref':'#/$defs/middle','properties':{'in':{'title':'外'}},"
            BASE "}", "in/c", "数", "amount" },
        { "{'$ref':'#/$defs/middle'," BASE "}", "in/c", "数", "amount" },
        /* Branches of allOf: what is in place wins over what it refers to. */
        { "{'allOf':[{'$ref':'#/$defs/base'},{'properties':{'a':{'title':"
            "'外'},'z':{'x-type':'text'}}}]," BASE "}", "a", "外",
            "amount" },
        { "{'allOf':[{'$ref':'#/$defs/base'},{'properties':{'a':{'title':"
            "'外'},'z':{'x-type':'text'}}}]," BASE "}", "z", NULL, "text" },
        { "{'allOf':[{'$ref':'#/$defs/middle'},{'$ref':'#/$defs/base'}],"
            BASE "}", "in/b", "中", "amount" },
        { "{'allOf':[{'allOf':[{'properties':{'z':{'x-type':'text'}}}]},"
            "{'properties':{'z':{'title':'后'}}}]," BASE "}", "z", "后",
            "text" },
        /* Entries. */
        { "{'$ref':'#/$defs/base','properties':{'list':{'items':{"
            "'properties':{'n':{'title':'外'}}}}}," BASE "}", "list/#/n",
            "外", "text" },
        { "{'$ref':'#/$defs/base','properties':{'list':{'prefixItems':["
            "{'properties':{'n':{'title':'首'}}}]}}," BASE "}", "list/#/n",
            "首", "text" },
        { "{'$ref':'#/$defs/base','properties':{'list':{'prefixItems':["
            "true,{'properties':{'n':{'title':'次'}}}]}}," BASE "}",
            "list/#/n", "名", "text" },
        { "{'$ref':'#/$defs/base','additionalProperties':{'title':'外'},"
            BASE "}", "other", "外", NULL },
        { "{'$ref':'#/$defs/base'," BASE "}", "p1", "号", "token" },
        { "{'$ref':'#/$defs/base'," BASE "}", "q1", NULL, NULL },
        { "{'$ref':'#/$defs/base','unevaluatedProperties':{'title':'余'},"
            BASE "}", "q1", "余", NULL },
    };
    struct findings *findings = findings_new();

    for (size_t k = 0; k < COUNT(cases); k++) {
        struct schema *schema = compile_parts(cases[k].schema, findings);
        const struct schema_node *node = walk(schema_root(schema),
            cases[k].path);
        check_same(schema_string(node, "title"), cases[k].title);
        check_same(schema_text(node, SCHEMA_TYPE), cases[k].type);
        schema_free(schema);
    }
    CU_ASSERT_EQUAL(findings_count(findings), 0);
    findings_free(findings);
}

/* Words lead back to their string alone, or it stands for itself. */
static void gives_choices_their_words(void)
{
    static const struct {
        const char *string, *words, *meant;     /* of the words */
    } cases[] = {
        { "a", "甲", "a" },
        { "b", "b", "b" },
        { "c", "丙", "c" },
        { "d", "d", "d" },
        { "other", "other", NULL },
    };
    struct findings *findings = findings_new();
    struct schema *schema = compile_parts("{'enum':['a','b','c','d',null],"
        "'x-choices':{'a':'甲','b':'c','c':'丙','d':'甲'}}", findings);
    const struct schema_node *root = schema_root(schema);

    for (size_t k = 0; k < COUNT(cases); k++) {
        CU_ASSERT_STRING_EQUAL(schema_choice_words(root, cases[k].string),
            cases[k].words);
        check_same(schema_choice(root, cases[k].words), cases[k].meant);
    }
    check_same(schema_choice(root, "c"), "c");
    schema_free(schema);
    findings_free(findings);
}

static void keeps_the_order_of_what_is_merged(void)
{
    static const char *const names[] = { "z", "in", "a", "list" };
    struct findings *findings = findings_new();
    struct schema *schema = compile_parts("{'$ref':'#/$defs/base',"
        "'properties':{'z':{'x-type':'text'},'in':{'title':'外'}}," BASE "}",
        findings);
    const struct schema_node *root = schema_root(schema);

    CU_ASSERT_EQUAL_FATAL(schema_member_count(root), COUNT(names));
    for (size_t k = 0; k < COUNT(names); k++)
        CU_ASSERT_STRING_EQUAL(schema_members(root, k)->name, names[k]);
    /* A nearer title is not hidden by a label further off. */
    CU_ASSERT_STRING_EQUAL(schema_text(schema_member(root, "a"),
        SCHEMA_LABEL), "其中：甲");
    schema_free(schema);
    schema = compile_parts("{'$ref':'#/$defs/base','properties':{'a':{"
        "'title':'外'}}," BASE "}", findings);
    CU_ASSERT_PTR_NULL(schema_text(schema_member(schema_root(schema), "a"),
        SCHEMA_LABEL));
    schema_free(schema);
    CU_ASSERT_EQUAL(findings_count(findings), 0);
    findings_free(findings);
}

/* Whether an edition's schema compiles, and what is found if it does not. */
static void refuses_members_left_without_a_type(void)
{
    static const struct { const char *schema, *code; } cases[] = {
        { "'properties':{'a':{'type':'boolean'}}", "V023" },
        { "'properties':{'a':{'type':'integer'}}", NULL },
        { "'properties':{'a':{'x-type':'count'}}", NULL },
        { "'properties':{'a':{'x-type':'text','type':'number'}}", "V023" },
        { "'properties':{'in':{'properties':{'b':{'type':'array'}}}}",
            "V023" },
        { "'properties':{'in':{'type':['null','object']}}", NULL },
        { "'properties':{'in':{'anyOf':[{'type':'null'},"
            "{'type':'string'}]}}", "V023" },
        { "'properties':{'a':false}", NULL },
        { "'properties':{'y':{'$ref':'#/more/b'},'z':{'$ref':'#/more/b'}},"
            "'more':{'b':{'type':'boolean','$ref':'#/$defs/figure'}}",
            "V023" },
        { "'properties':{'z':{'x-type':'text','type':['string','null'],"
            "'allOf':[{'type':['integer','null']}]}}", "V023" },
        { "'properties':{'z':{'x-type':'text','type':['string','null'],"
            "'allOf':[{'type':'null'}]}}", NULL },
        { "'properties':{'z':{'title':'新'}}", "V025" },
        { "'properties':{'z':{'type':'string'}}", "V025" },
        { "'properties':{'z':{'enum':['是'],'x-type':'token'}}", NULL },
        { "'properties':{'z':{'enum':['是'],'x-type':'token',"
            "'allOf':[{'enum':['否','是']}]}}", NULL },
        { "'properties':{'z':{'enum':['是',null],'x-type':'token',"
            "'allOf':[{'enum':['否',null]}]}}", "V027" },
        { "'properties':{'z':{'enum':['是'],'x-type':'token',"
            "'allOf':[{'const':'否'}]}}", "V027" },
        { "'properties':{'z':{'const':1.0,'x-type':'count',"
            "'allOf':[{'enum':[1,2]},{'const':1}]}}", NULL },
        { "'properties':{'z':{'enum':['甲','乙'],'x-type':'token','allOf':"
            "[{'enum':['乙','丙']},{'enum':['甲','丙']}]}}", "V027" },
        { "'properties':{'z':{'enum':[null],'x-type':'token',"
            "'allOf':[{'enum':['否',null]}]}}", NULL },
        { "'properties':{'$schema':{'type':'string'}}", NULL },
    };

    for (size_t k = 0; k < COUNT(cases); k++) {
        struct findings *findings = findings_new();
        struct buffer made = BUFFER_EMPTY;
        buffer_printf(&made, "{'x-assert-format':true,'type':'object',"
            "'$ref':'#/$defs/base',%s," BASE "}", cases[k].schema);
        struct schema *schema = compile_parts(buffer_string(&made),
            findings);
        CU_ASSERT_EQUAL(schema == NULL, cases[k].code != NULL);
        CU_ASSERT_EQUAL(findings_count(findings), cases[k].code ? 1 : 0);
        if (findings_count(findings))
            check_same(findings_get(findings, 0)->code, cases[k].code);
        schema_free(schema);
        findings_free(findings);
        buffer_free(&made);
    }
}

/* allOf and $ref that double at every level have 2^40 ways through them. */
static void survives_schemas_that_double(void)
{
    static const char *const steps[] = {
        "'allOf':[{'$ref':'#/$defs/%d'},{'$ref':'#/$defs/%d'}]",
        "'anyOf':[{'$ref':'#/$defs/%d'},{'$ref':'#/$defs/%d'}]",
        "'properties':{'a':{'$ref':'#/$defs/%d'},'b':{'$ref':'#/$defs/%d'}}",
        "'$ref':'#/$defs/%d','allOf':[{'items':{'$ref':'#/$defs/%d'}}]",
    };

    for (size_t k = 0; k < COUNT(steps); k++) {
        struct findings *findings = findings_new();
        struct buffer made = BUFFER_EMPTY;
        buffer_add_string(&made, "{'$ref':'#/$defs/0','$defs':{");
        for (int n = 0; n < 40; n++) {
            buffer_printf(&made, "'%d':{", n);
            buffer_printf(&made, steps[k], n + 1, n + 1);
            buffer_add_string(&made, "},");
        }
        buffer_add_string(&made, "'40':{'type':'number'}}}");
        struct schema *schema = compile_parts(buffer_string(&made),
            findings);
        CU_ASSERT_PTR_NOT_NULL(schema);
        schema_free(schema);
        findings_free(findings);
        buffer_free(&made);
    }
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
    CU_ASSERT_PTR_NULL(schema_items(NULL));
    CU_ASSERT_PTR_NULL(schema_additional(NULL));
    CU_ASSERT_PTR_NULL(schema_branch(NULL, NULL));
    CU_ASSERT_FALSE(schema_allows_type(NULL, cJSON_NULL));
    CU_ASSERT_PTR_NULL(schema_annotation(NULL, "title"));
    CU_ASSERT_PTR_NULL(schema_string(NULL, "title"));
    CU_ASSERT_STRING_EQUAL(schema_choice_words(NULL, "a"), "a");
    CU_ASSERT_PTR_NULL(schema_choice(NULL, "a"));
    schema_free(NULL);
}

CU_TestInfo schema_access_tests[] = {
    { "lists members with those of the reference",
        lists_members_with_those_of_the_reference },
    { "names members of branches", names_members_of_branches },
    { "knows what is required", knows_what_is_required },
    { "reads decisions for the next year",
        reads_decisions_for_the_next_year },
    { "finds annotations through references",
        finds_annotations_through_references },
    { "walks members that several places name",
        walks_members_that_several_places_name },
    { "gives choices their words", gives_choices_their_words },
    { "keeps order and requirements of what is merged",
        keeps_the_order_of_what_is_merged },
    { "refuses members left without a type",
        refuses_members_left_without_a_type },
    { "survives schemas that double", survives_schemas_that_double },
    { "finds entries of lists and maps", finds_entries_of_lists_and_maps },
    { "finds the branch that a value means",
        finds_the_branch_that_a_value_means },
    { "knows the types that are let in", knows_the_types_that_are_let_in },
    { "answers nothing for no node", answers_nothing_for_no_node },
    CU_TEST_INFO_NULL
};
