/* Sentences about data of a wrong shape, one for each wrong member. */

#include <CUnit/CUnit.h>
#include <stdio.h>
#include <string.h>

#include "schema_fixture.h"

#define AMOUNT "{\"title\":\"2023年决算数\",\"type\":[\"number\",\"string\"," \
    "\"null\"],\"x-type\":\"amount\",\"x-unit\":\"万元\"}"
#define ROW "{\"title\":\"三公经费\",\"type\":\"object\",\"properties\":{" \
    "\"final\":" AMOUNT ",\"reason\":{\"title\":\"说明\"," \
    "\"type\":[\"string\",\"null\"],\"minLength\":1,\"x-type\":\"text\"}}," \
    "\"required\":[\"final\"],\"additionalProperties\":false}"
#define ROWS "{\"properties\":{\"initial\":{\"title\":\"年初预算\"}," \
    "\"adjusted\":{\"title\":\"调整预算\"},\"reason\":{\"title\":\"说明\"}}," \
    "\"additionalProperties\":false}"
#define SET "{\"x-assert-format\":true,\"title\":\"数据\",\"properties\":{" \
    "\"row\":" ROW "}}"

static void says_what_is_there_and_what_is_allowed(void)
{
    static const struct wording cases[] = {
        { SET, "{\"row\": {\"final\": \"十万\"}}",
            "1:19 S001: 三公经费的2023年决算数应为数（可以写在引号里），"
            "填报的是文字“十万”；允许：以万元计、最多六位小数、"
            "绝对值小于10亿的数，如 9.9898；留空填 null [/row/final]" },
        { SET, "{\"row\": {\n  \"final\": [1]}}",
            "2:12 S001: 三公经费的2023年决算数应为数（可以写在引号里），"
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
            "1:9 S001: 三公经费应为一组成员 { }，填报的是数 5；请写成 { }，"
            "里面可以写的成员：“final”（2023年决算数）、“reason”（说明） [/row]" },
        { "{\"type\":\"object\",\"title\":\"事实\"}", "[]",
            "1:1 S001: 事实应为一组成员 { }，填报的是列表 [ ]；请写成 { }，"
            "里面逐项写 \"名称\": 值 []" },
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
            check_data(cases[k].schema, cases[k].data, (enum language)language,
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
        /* A title that holds the name, and a name that holds the title, */
        { SET, "{\"row\":{\"决算\":1}}", 1, "“final”" },
        { SET, "{\"row\":{\"final\":1,\"补充说明\":\"x\"}}", 1, "“reason”" },
        /* but not by one letter of it; several are listed, and no others. */
        { SET, "{\"row\":{\"final\":1,\"年\":\"x\"}}", 1, "S004" },
        { ROWS, "{\"预算\":1}", 1,
            "允许：“initial”（年初预算）、“adjusted”（调整预算） " },
        /* One that is stated already. */
        { SET, "{\"row\":{\"final\":1,\"2023年决算\":1}}", 1,
            "S009: 三公经费没有名为“2023年决算”的成员，是否与已经填报的“final”" },
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
        check_data(cases[k].schema, cases[k].data, LANGUAGE_ZH, &found);
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
            "1:10 S001: “items”应为列表 [ ]，填报的是文字“a”；请写成 [ ]，各项写在"
            "里面，用逗号隔开 [/items]" },
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
        check_data(SET, buffer_string(&data), LANGUAGE_ZH, &found);
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
        check_data("{\"x-assert-format\":true,\"properties\":{\"v\":"
            "{\"x-type\":\"date\"}}}", buffer_string(&data), LANGUAGE_ZH,
            &found);
        CU_ASSERT_EQUAL(count_lines(buffer_string(&found)), 1);
        CU_ASSERT_EQUAL(strstr(buffer_string(&found), cases[k].hint
            ? cases[k].hint : "短横") != NULL, cases[k].hint != NULL);
    }
    buffer_free(&data);
    buffer_free(&found);
}

CU_TestInfo schema_report_tests[] = {
    { "says what is there and what is allowed",
        says_what_is_there_and_what_is_allowed },
    { "says it in English too", says_it_in_english_too },
    { "names entries by key or number", names_entries_by_key_or_number },
    { "words every kind of fault", words_every_kind_of_fault },
    { "gives one finding for one wrong member",
        gives_one_finding_for_one_wrong_member },
    { "reports the branch that was meant",
        reports_the_branch_that_was_meant },
    { "says what to take away from a number",
        says_what_to_take_away_from_a_number },
    { "says how a day is written", says_how_a_day_is_written },
    CU_TEST_INFO_NULL
};
