/* References in texts: what they print, and what is told where they lead
 * nowhere. */

#include <CUnit/CUnit.h>
#include <string.h>

#include "3_transform/submission.h"
#include "5_references/references.h"
#include "fixture.h"

static const char schema[] = "{'properties': {"
    "'t': {'x-type': 'text', 'title': '文字'},"
    "'year': {'x-type': 'year'},"
    "'date': {'x-type': 'date'},"
    "'code': {'x-type': 'token'},"
    "'wan': {'x-type': 'amount', 'x-unit': '万元', 'title': '决算数'},"
    "'yuan': {'x-type': 'amount', 'x-unit': '元'},"
    "'less': {'x-type': 'amount', 'x-unit': '元'},"
    "'rate': {'x-type': 'rate', 'x-unit': '%'},"
    "'staff': {'x-type': 'count', 'x-unit': '人'},"
    "'blank': {'x-type': 'count', 'x-unit': '人'},"
    "'words': {'x-type': 'text'}, 'other': {'x-type': 'text'},"
    "'group': {'properties': {'first': {'x-type': 'count'}}},"
    "'offices': {'x-unit': '个', 'items': {'x-type': 'text'}},"
    "'bare': {'items': {'x-type': 'text'}},"
    "'boxes': {'items': {'properties': {'n': {'x-type': 'count'}}}},"
    "'projects': {'x-key': 'id', 'x-unit': '个', 'items': {"
    " 'x-value': 'name', 'properties': {'id': {'x-type': 'token'},"
    " 'name': {'x-type': 'text'}, 'note': {'x-type': 'text'},"
    " 'cost': {'x-type': 'amount', 'x-unit': '万元'}}}},"
    "'facts': {'additionalProperties': {'x-value': 'value', 'properties': {"
    " 'value': {'x-type': 'number', 'x-unit-from': 'unit'},"
    " 'unit': {'x-type': 'token'}}}}}}";

static const char rest[] = "'year': 2023, 'date': '2024-04-04',"
    "'code': '附件2', 'wan': 9.9898, 'yuan': 102, 'less': -72.5,"
    "'rate': 61.2, 'staff': 74, 'blank': null, 'words': '平稳',"
    "'group': {'first': 1}, 'offices': ['办公室', '人事股'], 'bare': [],"
    "'boxes': [{'n': 1}, {'n': 2}],"
    "'projects': [{'id': 'road', 'name': '公路', 'cost': 1.5},"
    "{'id': 'river', 'name': '河流'}],"
    "'facts': {'cases': {'value': 4, 'unit': '件'},"
    "'wages': {'value': 1.5, 'unit': '万元'}}";

/* Resolves with a text, given as in JSON, at the head of the data. */
static void run(struct fixture_set *set, const char *text)
{
    char data[2048];

    snprintf(data, sizeof data, "{'t': '%s', %s}", text, rest);
    fixture_set_begin(set, schema, data);
    references_resolve(set->doc, set->style, set->json, set->findings);
}

static void prints_values_with_their_units(void)
{
    static const struct { const char *text, *read; } cases[] = {
        { "没有引用", "没有引用" },
        { "{{year}}年", "2023年" }, { "{{ year }}", "2023" },
        { "{{\\tyear\\n}}", "2023" },
        { "截至{{date}}", "截至2024年4月4日" }, { "见{{code}}", "见附件2" },
        { "{{wan}}", "9.99万元" }, { "{{wan | 元}}", "99898元" },
        { "{{wan|元|数}}", "99898" }, { "{{yuan | 万元}}", "0.01万元" },
        { "{{wan | 数}}", "9.99" }, { "{{rate}}", "61.2%" },
        { "{{rate | %}}", "61.2%" }, { "{{rate | 数}}", "61.2" },
        { "{{staff}}", "74人" }, { "{{staff|数}}", "74" },
        { "比上年{{yuan | 增减}}", "比上年增加102元" },
        { "比上年{{less | 增减}}", "比上年减少72.5元" },
        { "{{less | 增减 | 万元}}", "减少0.01万元" },
        { "{{less}}", "−72.5元" },
        { "工作{{words}}。", "工作平稳。" },
        { "{{year}}{{staff}}", "202374人" },
        { "{{facts.cases}}和{{facts.wages}}", "4件和1.5万元" },
        { "{{facts.wages.value | 元}}", "15000元" },
        { "{{projects.road}}、{{projects.1.name}}", "公路、河流" },
        { "{{offices}}", "办公室、人事股" },
        { "{{offices | 顿号}}", "办公室、人事股" },
        { "{{offices | 个数}}", "2个" }, { "{{offices|个数|数}}", "2" },
        { "{{bare | 个数}}", "0" },
        { "{{projects}}", "公路、河流" },
        { "{{projects | 个数}}", "2个" },
        { "{{group.first}}", "1" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct fixture_set set;
        run(&set, cases[i].text);
        CU_ASSERT_STRING_EQUAL(fixture_xpath(set.doc, "/*/t"),
            cases[i].read);
        CU_ASSERT_STRING_EQUAL(fixture_codes(set.findings), "");
        fixture_set_end(&set);
    }
}

static void says_where_a_value_came_from(void)
{
    struct fixture_set set;

    run(&set, "花了{{wan | 元}}。");
    CU_ASSERT_STRING_EQUAL(fixture_xpath(set.doc, "count(/*/t/*)"), "1");
    CU_ASSERT_STRING_EQUAL(fixture_xpath(set.doc, "concat("
        "/*/t/reference/@src, ' ', /*/t/reference/@label, ' ',"
        "/*/t/reference/@type, ' ', /*/t/reference/@state, ' ',"
        "/*/t/reference/@value, ' ', /*/t/reference)"),
        "/wan 决算数 amount stated 99898.00 99898元");
    CU_ASSERT_STRING_EQUAL(fixture_xpath(set.doc,
        "concat(/*/t/text()[1], '|', /*/t/text()[2])"), "花了|。");
    fixture_set_end(&set);
}

static void prints_braces_that_are_escaped(void)
{
    static const struct { const char *text, *read; } cases[] = {
        { "\\\\{{year}}", "{{year}}" },
        { "{{year}}\\\\{{", "2023{{" },
        { "\\\\{{甲}}{{year}}", "{{甲}}2023" },
        { "\\\\{{\\\\{{", "{{{{" },
        { "一个{大}括号", "一个{大}括号" }, { "}}", "}}" },
        { "a\\\\b", "a\\b" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct fixture_set set;
        run(&set, cases[i].text);
        CU_ASSERT_STRING_EQUAL(fixture_xpath(set.doc, "/*/t"),
            cases[i].read);
        CU_ASSERT_STRING_EQUAL(fixture_codes(set.findings), "");
        fixture_set_end(&set);
    }
}

static void keeps_to_the_entry_around(void)
{
    struct fixture_set set;

    fixture_set_begin(&set, schema, "{'t': '{{projects.river.note}}',"
        "\n'projects': [{'id': 'road', 'name': '公路', 'cost': 1,"
        "'note': '{{.name}}{{.cost}}'},"
        "\n{'id': 'river', 'name': '河流', 'note': '{{.name}}{{.cost}}'}]}");
    references_resolve(set.doc, set.style, set.json, set.findings);
    CU_ASSERT_STRING_EQUAL(fixture_xpath(set.doc, "//item[1]/note"),
        "公路1万元");
    /* The river has no cost, and one finding for it is enough. */
    CU_ASSERT_STRING_EQUAL(fixture_xpath(set.doc, "/*/t"), "河流");
    CU_ASSERT_STRING_EQUAL(fixture_codes(set.findings),
        "R007 3:49 /projects/1/note");
    fixture_set_end(&set);
}

/* Names with a dot, bar or braces in them. */
static void finds_names_in_quotes(void)
{
    static const struct { const char *text, *read, *codes; } cases[] = {
        { "{{list.PM2.5.v}}", "25", "" },
        { "{{list.PM2.5}}", "25", "" },
        { "{{list.\\u0027PM2.5\\u0027.v}}", "25", "" },
        { "{{ list.\\u0027PM2.5\\u0027 | 数 }}", "25", "" },
        { "{{list.\\u0027a|b\\u0027.v}}、{{list.\\u0027c}}d\\u0027}}", "1、2", "" },
        { "{{list.PM2.6}}", "", "R012 1:8 /t" },
        { "{{list.x.y.v}}", "", "R002 1:8 /t" },
        /* As the key x with its member v, and as the key x.v. */
        { "{{list.x.v}}", "", "R010 1:8 /t" },
        { "{{list.\\u0027x\\u0027.v}}{{list.\\u0027x.v\\u0027.v}}", "34", "" },
        { "{{list.\\u0027PM2.5}}", "", "R012 1:8 /t" },
        /* The key y has nothing that the path could go on to. */
        { "{{list.y.z}}{{list.y.z.v}}", "55", "" },
        /* Of a.b and a.b.c the one that reaches further. */
        { "{{list.a.b.c.v}}{{list.a.b.v}}", "76", "" },
        { "{{year | 增减}}", "", "R005 1:8 /t" },
        { "{{wan | 元 | 万元}}", "", "R005 1:8 /t" },
        { "{{wan | 数 | 元}}", "", "R005 1:8 /t" },
        { "{{wan | 数 | 数}}", "", "R005 1:8 /t" },
        { "{{wan | 增减 | 增减}}", "", "R005 1:8 /t" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct fixture_set set;
        char data[512];
        snprintf(data, sizeof data, "{'t': '%s', 'year': 2023, 'wan': 1,"
            "'list': [{'n': 'PM2.5', 'v': 25}, {'n': 'a|b', 'v': 1},"
            "{'n': 'c}}d', 'v': 2}, {'n': 'x', 'v': 3},"
            "{'n': 'x.v', 'v': 4}, {'n': 'y', 'v': 0},"
            "{'n': 'y.z', 'v': 5}, {'n': 'a.b', 'v': 6},"
            "{'n': 'a.b.c', 'v': 7}]}", cases[i].text);
        fixture_set_begin(&set, "{'properties': {'t': {'x-type': 'text'},"
            "'year': {'x-type': 'year'},"
            "'wan': {'x-type': 'amount', 'x-unit': '万元'},"
            "'list': {'x-key': 'n', 'items': {'x-value': 'v', 'properties': {"
            "'n': {'x-type': 'text'}, 'v': {'x-type': 'number'}}}}}}", data);
        references_resolve(set.doc, set.style, set.json, set.findings);
        CU_ASSERT_STRING_EQUAL(fixture_xpath(set.doc, "/*/t"),
            cases[i].read);
        CU_ASSERT_STRING_EQUAL(fixture_codes(set.findings),
            cases[i].codes);
        fixture_set_end(&set);
    }
}

static void resolves_texts_in_texts_first(void)
{
    struct fixture_set set;

    fixture_set_begin(&set, schema, "{'t': '甲{{words}}{{offices}}',"
        "'words': '乙{{other}}', 'other': '丙{{year}}', 'year': 2023,"
        "'offices': ['{{other}}室', '股']}");
    references_resolve(set.doc, set.style, set.json, set.findings);
    CU_ASSERT_STRING_EQUAL(fixture_xpath(set.doc, "/*/t"),
        "甲乙丙2023丙2023室、股");
    CU_ASSERT_STRING_EQUAL(fixture_xpath(set.doc, "/*/words"), "乙丙2023");
    CU_ASSERT_STRING_EQUAL(fixture_xpath(set.doc, "/*/offices/item[1]"),
        "丙2023室");
    CU_ASSERT_STRING_EQUAL(fixture_codes(set.findings), "");
    fixture_set_end(&set);
}

static void reports_circles_once(void)
{
    static const struct { const char *data, *codes; } cases[] = {
        { "{'t': '甲{{t}}'}", "R006 1:9 /t" },
        { "{'t': '{{words}}', 'words': '乙{{t}}'}", "R006 1:31 /words" },
        { "{'t': '{{words}}', 'words': '乙{{other}}',\n'other': '丙{{t}}'}",
            "R006 2:12 /other" },
        { "{'offices': ['甲{{offices}}']}", "R006 1:16 /offices/0" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct fixture_set set;
        fixture_set_begin(&set, schema, cases[i].data);
        references_resolve(set.doc, set.style, set.json, set.findings);
        CU_ASSERT_STRING_EQUAL(fixture_codes(set.findings), cases[i].codes);
        fixture_set_end(&set);
    }
}

static void reports_what_leads_nowhere(void)
{
    static const struct { const char *text, *code, *part; } cases[] = {
        { "{{yaer}}", "R002", "\"yaer\" to refer to; the nearest is \"year\"" },
        { "{{projects.raod}}", "R002", "nearest is \"projects.road\"" },
        { "{{projects.bridges.name}}", "R012",
            "no \"bridges.name\" for \"projects.bridges.name\"" },
        { "{{projects.bridges.name}}", "R012", "there are road, " },
        { "{{wan | 数 | 元}}", "R005", "it and the one before it" },
        { "{{wan | 增减 | 增减}}", "R005", "exclude each other" },
        { "{{nowhere}}", "R003", "no \"nowhere\" to refer to" },
        { "{{}}", "R003", "no (empty) to refer to" },
        { "{{ | 元}}", "R003", "no (empty) to refer to" },
        { "{{.name}}", "R003", "no \".name\"" },
        { "{{group}}", "R004", "such as \"group.first\"" },
        { "{{boxes}}", "R005", "\"顿号\" does not fit \"boxes\"" },
        { "{{boxes | 顿号}}", "R005", "\"顿号\" does not fit \"boxes\"" },
        { "{{year", "R001", "is not closed" },
        { "{{year}", "R001", "is not closed" },
        { "{{year 和 {{staff}}", "R001", "is not closed" },
        { "{{wan | %}}", "R005", "\"%\" does not fit \"wan\"" },
        { "{{wan | 亿元}}", "R005", "\"亿元\" does not fit \"wan\"" },
        { "{{wan | }}", "R005", "(empty) does not fit \"wan\"" },
        { "{{staff | 元}}", "R005", "\"元\" does not fit \"staff\"" },
        { "{{words | 元}}", "R005", "\"元\" does not fit \"words\"" },
        { "{{wan｜元}}", "R013", "\"｜\" in the reference \"wan｜元\"" },
        { "{{group．first}}", "R013", "\"．\"" },
        { "{{wan：元}}", "R013", "\"：\"" },
        { "{{ｗan}}", "R013", "\"ｗ\"" },
        { "{{wan | 元｜数}}", "R013", "\"｜\" in the reference \"wan\"" },
        { "{{wan | ％}}", "R013", "\"％\"" },
        { "{{wan（元）}}", "R003", "\"wan（元）\"" },
        { "{{words | 元 | 数}}", "R005", "does not fit \"words\"" },
        { "{{date | 数}}", "R005", "\"数\" does not fit \"date\"" },
        { "{{offices | 元}}", "R005", "\"元\" does not fit \"offices\"" },
        { "{{offices | 个数 | 元}}", "R005", "does not fit \"offices\"" },
        { "{{offices | 顿号 | 数}}", "R005", "does not fit \"offices\"" },
        { "{{offices | 个数 | 数 | 数}}", "R005", "does not fit" },
        { "{{blank}}", "R007", "\"blank\" is blank" },
        { "{{blank | 增减}}", "R007", "\"blank\" is blank" },
        { "{{other}}", "R007", "\"other\" is blank" },
        { "{{bare}}", "R007", "\"bare\" is blank" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct fixture_set set;
        run(&set, cases[i].text);
        CU_ASSERT_EQUAL_FATAL(findings_count(set.findings), 1);
        const struct finding *finding = findings_get(set.findings, 0);
        CU_ASSERT_STRING_EQUAL(finding->code, cases[i].code);
        CU_ASSERT_STRING_EQUAL(finding->pointer, "/t");
        CU_ASSERT_EQUAL(finding->place.column, 8);
        CU_ASSERT_EQUAL(finding->level, LEVEL_ERROR);
        CU_ASSERT_PTR_NOT_NULL(strstr(finding->text[LANGUAGE_EN],
            cases[i].part));
        fixture_set_end(&set);
    }
}

/* Blank is not zero: what was not filed has no count. */
static void counts_no_list_that_is_not_there(void)
{
    static const char *const lists[] = { "null", "[]" };
    static const char *const codes[] = { "R007 1:8 /t", "" };

    for (size_t i = 0; i < COUNT(lists); i++) {
        struct fixture_set set;
        char data[128];
        snprintf(data, sizeof data, "{'t': '{{offices | 个数}}',"
            "'offices': %s}", lists[i]);
        fixture_set_begin(&set, schema, data);
        references_resolve(set.doc, set.style, set.json, set.findings);
        CU_ASSERT_STRING_EQUAL(fixture_codes(set.findings), codes[i]);
        CU_ASSERT_STRING_EQUAL(fixture_xpath(set.doc, "/*/t"),
            i ? "0个" : "");
        fixture_set_end(&set);
    }
}

static void keeps_the_text_around_what_leads_nowhere(void)
{
    static const struct { const char *text, *read; } cases[] = {
        { "甲{{nowhere}}乙{{year}}", "甲乙2023" },
        { "甲{{year 乙", "甲{{year 乙" },
        { "甲{{乙{{year}}丙", "甲{{乙2023丙" },
        { "甲{{blank}}乙", "甲乙" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct fixture_set set;
        run(&set, cases[i].text);
        CU_ASSERT_STRING_EQUAL(fixture_xpath(set.doc, "/*/t"),
            cases[i].read);
        fixture_set_end(&set);
    }
}

static void points_at_the_braces_in_the_file(void)
{
    static const struct { const char *data, *codes; } cases[] = {
        { "{'t': '{{no}}'}", "R003 1:8 /t" },
        { "{'t': '经费共{{no}}'}", "R003 1:11 /t" },
        { "{\n  't':\n    '经费{{no}}'}", "R003 3:8 /t" },
        /* An escape is more columns in the file than in the text. */
        { "{'t': '一\\n{{no}}'}", "R003 1:11 /t" },
        { "{'t': '\\u4e00\\t{{no}}'}", "R003 1:16 /t" },
        { "{'t': '\\ud83d\\ude00{{no}}'}", "R003 1:20 /t" },
        { "{'t': '😀{{no}}'}", "R003 1:9 /t" },
        { "{'t': '{{no}}，{{on}}'}", "R003 1:8 /t, R003 1:15 /t" },
        { "{'t': '\\\\{{x}}{{no}}'}", "R003 1:15 /t" },
        { "{'facts': {'x': {'unit': '人'}},\n't': '{{facts.x}}'}",
            "R007 2:7 /t" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct fixture_set set;
        fixture_set_begin(&set, schema, cases[i].data);
        references_resolve(set.doc, set.style, set.json, set.findings);
        CU_ASSERT_STRING_EQUAL(fixture_codes(set.findings), cases[i].codes);
        fixture_set_end(&set);
    }
}

/* A text that a formula made stands nowhere in the file. */
static void points_at_what_is_around_a_derived_text(void)
{
    struct fixture_set set;

    fixture_set_begin(&set, schema, "{'projects': [\n {'id': 'road'}]}");
    xmlNodePtr note = xmlFirstElementChild(xmlDocGetRootElement(set.doc));
    while (strcmp((const char *)note->name, "projects") != 0)
        note = xmlNextElementSibling(note);
    note = xmlFirstElementChild(xmlFirstElementChild(note));
    while (strcmp((const char *)note->name, "note") != 0)
        note = xmlNextElementSibling(note);
    CU_ASSERT_TRUE(node_set_words(note, "{{nowhere}}"));
    references_resolve(set.doc, set.style, set.json, set.findings);
    CU_ASSERT_STRING_EQUAL(fixture_codes(set.findings),
        "R003 2:2 /projects/0/note");
    fixture_set_end(&set);
}

static void tells_of_figures_that_cannot_be_calculated(void)
{
    static const char *const awaited[] = { "wan", "rate" };
    struct fixture_set set;

    fixture_set_begin(&set, schema, "{'t': '{{wan}}{{rate}}',"
        "\n'words': '{{rate}}{{staff}}'}");
    xmlNodePtr root = xmlDocGetRootElement(set.doc);
    for (size_t i = 0; i < COUNT(awaited); i++)
        CU_ASSERT_TRUE(node_set_attribute(node_child(root, awaited[i]),
            "awaited", "F001"));
    CU_ASSERT_TRUE(node_set_attribute(node_child(root, "rate"), "lacks",
        "/staff"));
    references_resolve(set.doc, set.style, set.json, set.findings);
    CU_ASSERT_STRING_EQUAL(fixture_codes(set.findings), "R008 1:8 /t, "
        "R008 1:15 /t, R008 2:11 /words, R007 2:19 /words");
    CU_ASSERT_PTR_NULL(findings_get(set.findings, 0)->blank);
    CU_ASSERT_STRING_EQUAL(findings_get(set.findings, 1)->blank, "/staff");
    CU_ASSERT_STRING_EQUAL(findings_get(set.findings, 3)->blank, "/staff");
    fixture_set_end(&set);
}

static void leaves_words_that_are_no_prose(void)
{
    struct fixture_set set;

    fixture_set_begin(&set, schema, "{'code': '{{year}}', 'year': 2023}");
    references_resolve(set.doc, set.style, set.json, set.findings);
    CU_ASSERT_STRING_EQUAL(fixture_xpath(set.doc, "/*/code"), "{{year}}");
    CU_ASSERT_STRING_EQUAL(fixture_codes(set.findings), "");
    fixture_set_end(&set);
}

CU_TestInfo references_tests[] = {
    {"print values with their units", prints_values_with_their_units},
    {"say where a value came from", says_where_a_value_came_from},
    {"print braces that are escaped", prints_braces_that_are_escaped},
    {"keep to the entry around", keeps_to_the_entry_around},
    {"find names in quotes", finds_names_in_quotes},
    {"tell of figures that cannot be calculated",
        tells_of_figures_that_cannot_be_calculated},
    {"resolve texts in texts first", resolves_texts_in_texts_first},
    {"report circles once", reports_circles_once},
    {"report what leads nowhere", reports_what_leads_nowhere},
    {"count no list that is not there", counts_no_list_that_is_not_there},
    {"keep the text around what leads nowhere",
        keeps_the_text_around_what_leads_nowhere},
    {"point at the braces in the file", points_at_the_braces_in_the_file},
    {"point at what is around a derived text",
        points_at_what_is_around_a_derived_text},
    {"leave words that are no prose", leaves_words_that_are_no_prose},
    CU_TEST_INFO_NULL
};
