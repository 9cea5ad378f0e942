#include <CUnit/CUnit.h>
#include <stdlib.h>
#include <string.h>

#include "0_base/buffer.h"
#include "2_schema/schema.h"

#define COUNT(table) (sizeof (table) / sizeof *(table))

/* Documents that a test compiles: the first is the one asked for. */
struct document {
    const char *uri, *text;
};

static char *load(void *context, const char *uri, size_t *length)
{
    for (const struct document *document = context; document->uri;
        document++) {
        if (strcmp(document->uri, uri) != 0)
            continue;
        *length = strlen(document->text);
        return strdup(document->text);
    }
    return NULL;
}

/* What is found, a line each: "line:column code: sentence [pointer]". */
static void list_findings(const struct findings *findings,
    enum language language, struct buffer *out)
{
    for (size_t k = 0; k < findings_count(findings); k++) {
        const struct finding *finding = findings_get(findings, k);
        buffer_printf(out, "%s%u:%u %s: %s [%s]", k ? "\n" : "",
            finding->place.line, finding->place.column, finding->code,
            finding->text[language], finding->pointer);
    }
}

static void check_documents(const struct document *documents,
    const char *data, enum language language, struct buffer *out)
{
    struct schema_options options = { .load = load,
        .context = (void *)documents };
    struct findings *findings = findings_new();
    struct schema *schema = schema_compile(documents[0].uri, &options,
        findings);
    struct json *json = schema ? json_parse(data, strlen(data), findings)
        : NULL;

    buffer_clear(out);
    if (json)
        CU_ASSERT_EQUAL(schema_validate(schema, json, findings),
            findings_count(findings) == 0);
    findings_sort(findings);
    list_findings(findings, language, out);
    json_free(json);
    schema_free(schema);
    findings_free(findings);
}

static void check(const char *schema, const char *data,
    enum language language, struct buffer *out)
{
    struct document documents[] = { { "a.json", schema }, { NULL, NULL } };

    check_documents(documents, data, language, out);
}

struct wording {
    const char *schema, *data, *expected;
};

static void check_wordings(const struct wording *cases, size_t count,
    enum language language)
{
    struct buffer found = BUFFER_EMPTY;

    for (size_t k = 0; k < count; k++) {
        check(cases[k].schema, cases[k].data, language, &found);
        CU_ASSERT_STRING_EQUAL(buffer_string(&found), cases[k].expected);
        if (strcmp(buffer_string(&found), cases[k].expected) != 0)
            printf("    found:    %s\n    expected: %s\n",
                buffer_string(&found), cases[k].expected);
    }
    buffer_free(&found);
}

#define AMOUNT "{\"title\":\"2023年决算数\",\"type\":[\"number\",\"string\"," \
    "\"null\"],\"x-type\":\"amount\",\"x-unit\":\"万元\"}"
#define ROW "{\"title\":\"三公经费\",\"type\":\"object\",\"properties\":{" \
    "\"final\":" AMOUNT ",\"reason\":{\"title\":\"说明\"," \
    "\"type\":[\"string\",\"null\"],\"minLength\":1,\"x-type\":\"text\"}}," \
    "\"required\":[\"final\"],\"additionalProperties\":false}"
#define SET "{\"x-assert-format\":true,\"title\":\"数据\",\"properties\":{" \
    "\"row\":" ROW "}}"

static void says_what_is_there_and_what_is_allowed(void)
{
    static const struct wording cases[] = {
        { SET, "{\"row\": {\"final\": \"十万\"}}",
            "1:19 S001: 三公经费的2023年决算数应为数或十进制文字，"
            "填报的是文字“十万”；允许：以万元计、最多六位小数、"
            "绝对值小于10亿的数，如 9.9898；留空填 null [/row/final]" },
        { SET, "{\"row\": {\n  \"final\": [1]}}",
            "2:12 S001: 三公经费的2023年决算数应为数或十进制文字，"
            "填报的是列表 [ ]；允许：以万元计、最多六位小数、"
            "绝对值小于10亿的数，如 9.9898；留空填 null [/row/final]" },
        { SET, "{\"row\": {\"final\": 1, \"reason\": \"\"}}",
            "1:32 S022: 三公经费的说明是空的文字；请填写内容；留空填 null "
            "[/row/reason]" },
        { SET, "{\"row\": {}}",
            "1:9 S003: 三公经费缺少成员“final”（2023年决算数）；请补上，"
            "没有内容的填 null [/row/final]" },
        { SET, "{\"row\": {\"final\": 1, \"bus\": 2}}",
            "1:22 S004: 三公经费没有名为“bus”的成员；允许：“reason”（说明） "
            "[/row/bus]" },
        { SET, "{\"row\": {\"final\": 1, \"reason\": \"x\", \"bus\": 2}}",
            "1:37 S006: 三公经费不能有成员“bus”；请删去 [/row/bus]" },
        { SET, "{\"row\": 5}",
            "1:9 S001: 三公经费应为一组成员 { }，填报的是数 5 [/row]" },
        { "{\"enum\":[\"achieved\",\"partial\",null]}", "\"achived\"",
            "1:1 S002: 数据不能是文字“achived”；允许：“achieved”、“partial”、"
            "null；是否应为“achieved” []" },
        { "{\"enum\":[1,2,3,4,5,6,7,8,9,10,11,12,13]}", "0",
            "1:1 S002: 数据不能是数 0；允许：1、2、3、4、5、6、7、8、9、10、11、"
            "12 等 13 个 []" },
        { "{\"pattern\":\"^a\",\"description\":\"以 a 开头。\"}", "\"b\"",
            "1:1 S023: 数据的写法不对，填报的是文字“b”；允许：以 a 开头 []" },
        { "{\"contains\":{\"title\":\"甲\",\"const\":1}}", "[]",
            "1:1 S033: 数据至少要有 1 项“甲”，现有 0 项 []" },
        { "{\"enum\":[\"≥\",\"=\"]}", "\">=\"",
            "1:1 S002: 数据不能是文字“>=”；允许：“≥”、“=” []" },
        { "{\"properties\":{\"a\":{\"title\":\"甲\",\"type\":\"number\"}}}",
            "{\"a\":\"12\"}",
            "1:6 S001: 甲应为数，填报的是文字“12”；请去掉数两边的引号 [/a]" },
    };

    check_wordings(cases, COUNT(cases), LANGUAGE_ZH);
}

static void says_it_in_english_too(void)
{
    static const struct wording cases[] = {
        { SET, "{\"row\": {\"final\": true}}",
            "1:19 S001: 2023年决算数 of 三公经费 has to be a number or a "
            "decimal string, but is true; allowed: wan-yuan with at most six "
            "decimals, below 10^9 in size, such as 9.9898; null for a blank "
            "[/row/final]" },
        { SET, "{\"row\": {\"finl\": true}}",
            "1:10 S005: 三公经费 has no member \"finl\", perhaps \"final\" "
            "(2023年决算数) is meant; correct the name [/row/finl]" },
        { "{\"items\":{\"maximum\":3}}", "[1,4]",
            "1:4 S011: no. 2 cannot be more than 3, but is 4 [/1]" },
    };

    check_wordings(cases, COUNT(cases), LANGUAGE_EN);
}

static void names_entries_by_key_or_number(void)
{
    static const struct wording cases[] = {
        { "{\"properties\":{\"list\":{\"title\":\"数量指标\",\"x-key\":"
            "\"name\",\"items\":{\"properties\":{\"points\":{\"title\":"
            "\"分值\",\"type\":\"number\"}}}}}}",
            "{\"list\":[{\"name\":\"新增就业\",\"points\":null},"
            "{\"points\":null}]}",
            "1:34 S001: 数量指标“新增就业”的分值应为数，填报的是空白（null） "
            "[/list/0/points]\n"
            "1:50 S001: 数量指标第2项的分值应为数，填报的是空白（null） "
            "[/list/1/points]" },
        { "{\"properties\":{\"facts\":{\"title\":\"事实数据\","
            "\"additionalProperties\":{\"title\":\"事实\","
            "\"properties\":{\"value\":{\"title\":\"数值\","
            "\"type\":\"number\"}},\"required\":[\"label\"]}}}}",
            "{\"facts\":{\"wages\":{\"value\":\"x\",\"label\":1},"
            "\"b\":{}}}",
            "1:28 S001: 事实“wages”的数值应为数，填报的是文字“x” "
            "[/facts/wages/value]\n"
            "1:47 S003: 事实“b”缺少成员“label”；请补上 [/facts/b/label]" },
    };

    check_wordings(cases, COUNT(cases), LANGUAGE_ZH);
}

static void words_every_kind_of_fault(void)
{
    static const struct { const char *schema, *data, *code; } cases[] = {
        { "{\"properties\":{\"a\":false}}", "{\"a\":1}", "S007" },
        { "{\"prefixItems\":[true],\"items\":false}", "[1,2]", "S008" },
        { "{\"unevaluatedItems\":false}", "[1]", "S008" },
        { "{\"minimum\":2}", "1", "S010" },
        { "{\"maximum\":2}", "3", "S011" },
        { "{\"exclusiveMinimum\":2}", "2", "S012" },
        { "{\"exclusiveMaximum\":2}", "2", "S013" },
        { "{\"multipleOf\":0.01}", "0.001", "S014" },
        { "{\"minLength\":3}", "\"ab\"", "S020" },
        { "{\"maxLength\":1}", "\"两字\"", "S021" },
        { "{\"pattern\":\"^a\"}", "\"b\"", "S023" },
        { "{\"x-assert-format\":true,\"format\":\"email\"}", "\"b\"",
            "S024" },
        { "{\"propertyNames\":{\"pattern\":\"^a\"}}", "{\"b\":1}", "S025" },
        { "{\"propertyNames\":{\"enum\":[\"a\"]}}", "{\"b\":1}", "S025" },
        { "{\"propertyNames\":{\"maxLength\":1}}", "{\"bc\":1}", "S025" },
        { "{\"propertyNames\":{\"not\":{\"const\":\"b\"}}}", "{\"b\":1}",
            "S025" },
        { "{\"x-assert-format\":true,\"propertyNames\":{\"format\":"
            "\"date\"}}", "{\"b\":1}", "S025" },
        { "{\"propertyNames\":{\"description\":\"d\",\"minLength\":2}}",
            "{\"b\":1}", "S025" },
        { "{\"propertyNames\":false}", "{\"bc\":1}", "S025" },
        { "{\"minItems\":1}", "[]", "S030" },
        { "{\"maxItems\":1}", "[1,2]", "S031" },
        { "{\"uniqueItems\":true}", "[1,1.0]", "S032" },
        { "{\"contains\":{\"const\":1}}", "[2]", "S033" },
        { "{\"contains\":{\"const\":1},\"maxContains\":1}", "[1,1]",
            "S034" },
        { "{\"minProperties\":1}", "{}", "S040" },
        { "{\"maxProperties\":1}", "{\"a\":1,\"b\":2}", "S041" },
        { "{\"dependentRequired\":{\"a\":[\"b\"]}}", "{\"a\":1}", "S042" },
        { "{\"oneOf\":[{\"type\":\"number\"},{\"minimum\":1}]}", "2",
            "S050" },
        { "{\"not\":{\"type\":\"null\",\"description\":\"空\"}}", "null",
            "S051" },
        { "{\"allOf\":[{\"$ref\":\"#\"}]}", "1", "S090" },
    };
    struct buffer found = BUFFER_EMPTY;

    for (size_t k = 0; k < COUNT(cases); k++) {
        for (int language = 0; language < LANGUAGE_COUNT; language++) {
            check(cases[k].schema, cases[k].data, (enum language)language,
                &found);
            const char *text = buffer_string(&found);
            CU_ASSERT_PTR_NOT_NULL(strstr(text, cases[k].code));
            CU_ASSERT_PTR_NULL(strchr(text, '\n'));     /* one finding */
            CU_ASSERT_PTR_NULL(strstr(text, "{l"));     /* all filled in */
            CU_ASSERT_PTR_NULL(strstr(text, "_en}"));
        }
    }
    buffer_free(&found);
}

static size_t count_lines(const char *text)
{
    size_t count = *text != '\0';

    for (; *text; text++)
        count += *text == '\n';
    return count;
}

static void gives_one_finding_for_one_wrong_member(void)
{
    static const struct {
        const char *schema, *data;
        size_t count;
        const char *part;       /* of the first sentence or pointer */
    } cases[] = {
        /* Misspelt and missing are one, also by the title. */
        { SET, "{\"row\":{\"finl\":1}}", 1, "“final”" },
        { SET, "{\"row\":{\"2023年决算\":1}}", 1, "“final”" },
        { SET, "{\"row\":{\"final\":1,\"resaon\":\"x\"}}", 1, "“reason”" },
        /* Two that are misspelt alike are not both the missing one. */
        { SET, "{\"row\":{\"finl\":1,\"finall\":1}}", 2, "S005" },
        { "{\"type\":\"string\",\"enum\":[\"a\"],\"minLength\":3}", "1", 1,
            "S001" },
        { "{\"pattern\":\"^a\",\"minLength\":3,\"format\":\"date\"}",
            "\"b\"", 1, "S020" },
        { "{\"allOf\":[{\"type\":\"string\"},{\"type\":\"string\"}]}", "1",
            1, "文字" },
        { "{\"$ref\":\"#/$defs/a\",\"type\":\"string\",\"$defs\":{\"a\":"
            "{\"type\":[\"string\",\"null\"]}}}", "1", 1, "应为文字" },
        /* What a failed branch has seen does not become unknown as well. */
        { "{\"allOf\":[{\"properties\":{\"a\":{\"type\":\"string\"},"
            "\"b\":{\"type\":\"string\"}}}],"
            "\"unevaluatedProperties\":false}", "{\"a\":1,\"b\":\"\"}", 1,
            "[/a]" },
        { "{\"properties\":{\"a\":{\"type\":\"string\"}},"
            "\"unevaluatedProperties\":false}", "{\"a\":1}", 1, "[/a]" },
        /* cJSON sees "final" here. */
        { SET, "{\"row\":{\"final\\u0000x\":1}}", 1, "“final〔空字符〕x”" },
        /* All faults of all members at once. */
        { "{\"items\":{\"type\":\"number\"}}", "[\"a\",1,\"b\",[]]", 3,
            "[/0]" },
        { "{\"required\":[\"a\",\"b\"]}", "{}", 2, "[/a]" },
        { "{\"contains\":{\"type\":\"null\"},\"items\":{\"type\":\"null\"}}",
            "[1]", 2, "[]" },
    };
    struct buffer found = BUFFER_EMPTY;

    for (size_t k = 0; k < COUNT(cases); k++) {
        check(cases[k].schema, cases[k].data, LANGUAGE_ZH, &found);
        CU_ASSERT_EQUAL(count_lines(buffer_string(&found)), cases[k].count);
        CU_ASSERT_PTR_NOT_NULL(strstr(buffer_string(&found),
            cases[k].part));
    }
    buffer_free(&found);
}

#define BLOCKS "{\"oneOf\":[{\"type\":\"string\"},{\"type\":\"object\"," \
    "\"properties\":{\"items\":{\"type\":\"array\",\"items\":" \
    "{\"type\":\"string\"}}},\"required\":[\"items\"]," \
    "\"additionalProperties\":false},{\"type\":\"object\",\"properties\":" \
    "{\"table\":{\"enum\":[\"three\",\"all\"]}},\"required\":[\"table\"]," \
    "\"additionalProperties\":false}]}"
#define KINDS "{\"anyOf\":[{\"properties\":{\"kind\":{\"const\":\"car\"}," \
    "\"seats\":{\"type\":\"integer\"}},\"required\":[\"kind\",\"seats\"]}," \
    "{\"properties\":{\"kind\":{\"const\":\"boat\"},\"sails\":" \
    "{\"type\":\"integer\"}},\"required\":[\"kind\",\"sails\"]}]}"

static void reports_the_branch_that_was_meant(void)
{
    static const struct wording cases[] = {
        { BLOCKS, "5",
            "1:1 S001: 数据应为文字或一组成员 { }，填报的是数 5 []" },
        { BLOCKS, "{\"items\":[\"a\",5]}",
            "1:15 S001: “items”第2项应为文字，填报的是数 5 [/items/1]" },
        { BLOCKS, "{\"items\":\"a\"}",
            "1:10 S001: “items”应为列表 [ ]，填报的是文字“a” [/items]" },
        { BLOCKS, "{\"table\":\"threes\"}",
            "1:10 S002: “table”不能是文字“threes”；允许：“three”、“all”；"
            "是否应为“three” [/table]" },
        { BLOCKS, "{\"tabel\":\"three\"}",
            "1:2 S005: 数据没有名为“tabel”的成员，是否应为“table”；"
            "请改正成员名 [/tabel]" },
        { KINDS, "{\"kind\":\"boat\",\"sails\":\"x\"}",
            "1:24 S001: “sails”应为整数，填报的是文字“x” [/sails]" },
        { KINDS, "{\"kind\":\"bota\",\"sails\":2}",
            "1:9 S002: “kind”不能是文字“bota”；允许：“car”、“boat”；"
            "是否应为“boat” [/kind]" },
        { "{\"anyOf\":[{\"type\":\"null\"},{\"enum\":[\"a\",\"b\"]}]}",
            "\"c\"",
            "1:1 S002: 数据不能是文字“c”；允许：“a”、“b” []" },
        { "{\"oneOf\":[{\"const\":1},{\"const\":2.0}]}", "3",
            "1:1 S002: 数据不能是数 3；允许：1、2.0 []" },
    };

    check_wordings(cases, COUNT(cases), LANGUAGE_ZH);
}

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
        check(buffer_string(&schema), buffer_string(&data), LANGUAGE_ZH,
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
        "\"unit\"}}}},\"properties\":{\"wan\":{\"$ref\":\"#/$defs/sum\"},"
        "\"yuan\":{\"$ref\":\"#/$defs/sum\",\"x-unit\":\"元\"},"
        "\"fact\":{\"$ref\":\"#/$defs/fact\"}}}";
    struct buffer found = BUFFER_EMPTY;

    check(schema, "{\"wan\":0.001,\"fact\":{\"v\":0.001}}", LANGUAGE_ZH,
        &found);
    CU_ASSERT_STRING_EQUAL(buffer_string(&found), "");
    check(schema, "{\"yuan\":0.001}", LANGUAGE_ZH, &found);
    CU_ASSERT_PTR_NOT_NULL(strstr(buffer_string(&found), "S060"));
    check(schema, "{\"fact\":{\"v\":0.001,\"unit\":\"元\"}}", LANGUAGE_ZH,
        &found);
    CU_ASSERT_PTR_NOT_NULL(strstr(buffer_string(&found), "S060"));
    buffer_free(&found);
}

static void says_what_to_take_away_from_a_number(void)
{
    static const struct { const char *stated, *hint; } cases[] = {
        { "238.8万元", "；请删去“万元”，填 238.8 [" },
        { "238.8 万元", "；请删去空格、“万元”，填 238.8 [" },
        { "95.35%", "；请删去“%”，填 95.35 [" },
        { "1,168.72", "；请删去逗号，填 1168.72 [" },
        { "1，168.72", "；请删去逗号，填 1168.72 [" },
        { "约 12", "；请删去“约”，填 12 [" },
        { "-3.5万", "；请删去“万”，填 -3.5 [" },
        { "１２．５", "；请填 12.5 [" },
        { "99898元", "；此处以万元计，请换算成万元，只填数 [" },
        { "3亿元", "；此处以万元计，请换算成万元，只填数 [" },
        { "十万", "；允许：" }, { "12-15", "；允许：" },
        { "0.5.2", "；允许：" }, { "2024-04-24", "；允许：" },
        { "0.12345678元", "；允许：" },
    };
    struct buffer found = BUFFER_EMPTY, data = BUFFER_EMPTY;

    for (size_t k = 0; k < COUNT(cases); k++) {
        buffer_clear(&data);
        buffer_printf(&data, "{\"row\":{\"final\":\"%s\"}}",
            cases[k].stated);
        check(SET, buffer_string(&data), LANGUAGE_ZH, &found);
        if (!strstr(buffer_string(&found), cases[k].hint))
            printf("    %s\n", buffer_string(&found));
        CU_ASSERT_PTR_NOT_NULL(strstr(buffer_string(&found),
            cases[k].hint));
    }
    buffer_free(&data);
    buffer_free(&found);
}

static void says_how_a_day_is_written(void)
{
    static const struct { const char *stated, *hint; } cases[] = {
        { "\"2025-4-20\"", "短横，请填 2025-04-20" },
        { "\"2025-04-5\"", "短横，请填 2025-04-05" },
        { "\"2025/04/20\"", "短横，请填 2025-04-20" },
        { "\"2025.4.20\"", "短横，请填 2025-04-20" },
        { "\"2025年4月20日\"", "短横，请填 2025-04-20" },
        { "\"2025年4月20号\"", "短横，请填 2025-04-20" },
        { "\" 2025－４－20\"", "短横，请填 2025-04-20" },
        { "\"2025-04-20 00:00:00\"", "短横，请填 2025-04-20" },
        { "\"20250420\"", "短横，请填 2025-04-20" },
        { "20250420", "短横，请填 2025-04-20" },
        { "\"2025-2-30\"", NULL }, { "\"2025-04\"", NULL },
        { "\"25-4-20\"", NULL }, { "\"2025-4-201\"", NULL },
        { "\"202504201\"", NULL }, { "\"2025420\"", NULL },
        { "\"明天\"", NULL }, { "\"\"", NULL }, { "2025", NULL },
    };
    struct buffer found = BUFFER_EMPTY, data = BUFFER_EMPTY;

    for (size_t k = 0; k < COUNT(cases); k++) {
        buffer_clear(&data);
        buffer_printf(&data, "{\"v\":%s}", cases[k].stated);
        check("{\"x-assert-format\":true,\"properties\":{\"v\":"
            "{\"x-type\":\"date\"}}}", buffer_string(&data), LANGUAGE_ZH,
            &found);
        CU_ASSERT_EQUAL(count_lines(buffer_string(&found)), 1);
        CU_ASSERT_EQUAL(strstr(buffer_string(&found), cases[k].hint
            ? cases[k].hint : "短横") != NULL, cases[k].hint != NULL);
    }
    buffer_free(&data);
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
        check(buffer_string(&schema), cases[k].data, LANGUAGE_ZH, &found);
        CU_ASSERT_PTR_NOT_NULL(strstr(buffer_string(&found),
            cases[k].found));
        CU_ASSERT_EQUAL(*buffer_string(&found) == '\0',
            *cases[k].found == '\0');
    }
    buffer_free(&schema);
    buffer_free(&found);
}

static void asserts_formats_only_when_told(void)
{
    struct buffer found = BUFFER_EMPTY;

    check("{\"format\":\"date\",\"x-type\":\"count\"}", "\"x\"",
        LANGUAGE_ZH, &found);
    CU_ASSERT_STRING_EQUAL(buffer_string(&found), "");
    check("{\"x-assert-format\":true,\"format\":\"date\"}", "\"x\"",
        LANGUAGE_ZH, &found);
    CU_ASSERT_PTR_NOT_NULL(strstr(buffer_string(&found), "S024"));
    check("{\"x-assert-format\":true,\"format\":\"unheard-of\"}", "\"x\"",
        LANGUAGE_ZH, &found);
    CU_ASSERT_STRING_EQUAL(buffer_string(&found), "");
    buffer_free(&found);
}

static void points_at_the_character(void)
{
    struct buffer found = BUFFER_EMPTY;

    check("{\"x-assert-format\":true,\"x-type\":\"text\"}",
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
        check(cases[k].schema, cases[k].data, LANGUAGE_ZH, &found);
        CU_ASSERT_EQUAL(*buffer_string(&found) == '\0', cases[k].valid);
    }
    buffer_free(&found);
}

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
        check(cases[k].schema, "1", LANGUAGE_ZH, &found);
        CU_ASSERT_PTR_NOT_NULL(strstr(buffer_string(&found),
            cases[k].code));
        CU_ASSERT_PTR_NOT_NULL(strstr(buffer_string(&found),
            cases[k].pointer));
    }
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
        check(cases[k].schema, "{}", LANGUAGE_ZH, &found);
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

/* [[[...]]], as deep as a JSON text may be, each level by several schemas. */
static void survives_deep_data(void)
{
    struct buffer data = BUFFER_EMPTY, found = BUFFER_EMPTY;

    for (int k = 0; k < JSON_DEPTH_LIMIT; k++)
        buffer_add_char(&data, '[');
    for (int k = 0; k < JSON_DEPTH_LIMIT; k++)
        buffer_add_char(&data, ']');
    check("{\"items\":{\"$ref\":\"#\"},\"type\":\"array\"}",
        buffer_string(&data), LANGUAGE_ZH, &found);
    CU_ASSERT_STRING_EQUAL(buffer_string(&found), "");
    check("{\"$ref\":\"#/$defs/a\",\"$defs\":{\"a\":{\"anyOf\":[{\"allOf\":"
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
        check(buffer_string(&schema), "1", LANGUAGE_ZH, &found);
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
    check("{\"items\":{\"type\":\"string\"}}", buffer_string(&data),
        LANGUAGE_ZH, &found);
    CU_ASSERT_EQUAL(count_lines(buffer_string(&found)), 2001);
    CU_ASSERT_PTR_NOT_NULL(strstr(buffer_string(&found), "S099"));
    buffer_free(&data);
    buffer_free(&found);
}

CU_TestInfo schema_tests[] = {
    { "says what is there and what is allowed",
        says_what_is_there_and_what_is_allowed },
    { "says it in English too", says_it_in_english_too },
    { "names entries by key or number", names_entries_by_key_or_number },
    { "words every kind of fault", words_every_kind_of_fault },
    { "gives one finding for one wrong member",
        gives_one_finding_for_one_wrong_member },
    { "reports the branch that was meant",
        reports_the_branch_that_was_meant },
    { "asserts the types of editions", asserts_the_types_of_editions },
    { "takes the unit of the outer schema",
        takes_the_unit_of_the_outer_schema },
    { "says what to take away from a number",
        says_what_to_take_away_from_a_number },
    { "takes the unit of the outer member",
        takes_the_unit_of_the_outer_member },
    { "says how a day is written", says_how_a_day_is_written },
    { "asserts formats only when told", asserts_formats_only_when_told },
    { "points at the character", points_at_the_character },
    { "compares numbers by their literals",
        compares_numbers_by_their_literals },
    { "refuses a wrong schema", refuses_a_wrong_schema },
    { "refuses names stated twice", refuses_names_stated_twice },
    { "follows references between documents",
        follows_references_between_documents },
    { "refuses vocabularies it does not know",
        refuses_vocabularies_it_does_not_know },
    { "survives deep data", survives_deep_data },
    { "stops at a schema that doubles", stops_at_a_schema_that_doubles },
    { "stops at a great many faults", stops_at_a_great_many_faults },
    CU_TEST_INFO_NULL
};
