/* Data and schema made into submission.xml. */

#include <CUnit/CUnit.h>
#include <libxml/xpath.h>
#include <string.h>

#include "3_transform/transform.h"
#include "fixture.h"

/* The element at an XPath as XML, without the attributes src and label. */
static const char *element(const struct fixture_set *set, const char *path)
{
    static char text[2048];
    xmlXPathContextPtr context = xmlXPathNewContext(set->doc);
    xmlXPathObjectPtr found = xmlXPathEvalExpression(BAD_CAST path, context);

    text[0] = '\0';
    if (found && !xmlXPathNodeSetIsEmpty(found->nodesetval))
        snprintf(text, sizeof text, "%s",
            fixture_element(found->nodesetval->nodeTab[0]));
    xmlXPathFreeObject(found);
    xmlXPathFreeContext(context);
    return text;
}

static void writes_leaves_with_type_unit_and_places(void)
{
    static const struct { const char *leaf, *data, *written; } cases[] = {
        { "'x-type': 'amount', 'x-unit': '万元'", "9.9898",
            "<m src=\"/m\" label=\"m\" state=\"stated\" type=\"amount\" "
            "unit=\"万元\" places=\"4\" value=\"99898.00\">9.99</m>" },
        { "'x-type': 'amount', 'x-unit': '万元'", "'9.90'",
            "<m src=\"/m\" label=\"m\" state=\"stated\" type=\"amount\" "
            "unit=\"万元\" places=\"2\" value=\"99000.00\">9.9</m>" },
        { "'x-type': 'amount', 'x-unit': '元'", "1e2",
            "<m src=\"/m\" label=\"m\" state=\"stated\" type=\"amount\" "
            "unit=\"元\" places=\"0\" value=\"100.00\">100</m>" },
        { "'x-type': 'rate', 'x-unit': '%'", "108.70",
            "<m src=\"/m\" label=\"m\" state=\"stated\" type=\"rate\" "
            "unit=\"%\" places=\"2\" value=\"108.70\">108.7%</m>" },
        { "'x-type': 'count', 'x-unit': '人', 'title': '在职'", "74",
            "<m src=\"/m\" label=\"在职\" state=\"stated\" type=\"count\" "
            "unit=\"人\" places=\"0\" value=\"74\">74</m>" },
        { "'x-type': 'year'", "2023",
            "<m src=\"/m\" label=\"m\" state=\"stated\" type=\"year\" "
            "places=\"0\" value=\"2023\">2023</m>" },
        { "'x-type': 'date'", "'2024-04-24'",
            "<m src=\"/m\" label=\"m\" state=\"stated\" type=\"date\" "
            "value=\"2024-04-24\">2024年4月24日</m>" },
        { "'x-type': 'text', 'title': '乙', 'x-label': '其中： 甲'", "'a<b'",
            "<m src=\"/m\" label=\"其中： 甲\" state=\"stated\" "
            "title=\"乙\" type=\"text\">a&lt;b</m>" },
        { "'x-type': 'text', 'x-label': '甲'", "'a'",
            "<m src=\"/m\" label=\"甲\" state=\"stated\" "
            "type=\"text\">a</m>" },
        { "'x-type': 'text'", "12.50",
            "<m src=\"/m\" label=\"m\" state=\"stated\" "
            "type=\"text\">12.50</m>" },
        { "'x-type': 'token'", "true",
            "<m src=\"/m\" label=\"m\" state=\"stated\" "
            "type=\"token\">true</m>" },
        { "'x-type': 'date'", "2024",
            "<m src=\"/m\" label=\"m\" state=\"stated\" "
            "type=\"date\" value=\"2024\">2024</m>" },
        { "'x-type': 'token', 'x-asked': 'error'", "'t'",
            "<m src=\"/m\" label=\"m\" state=\"stated\" asked=\"error\" "
            "type=\"token\">t</m>" },
        { "'x-type': 'token', 'x-asked': 'hint', 'x-asked-rule': 'N2',"
            " 'x-place': '{year}年', 'x-attachment': '附件1'", "'t'",
            "<m src=\"/m\" label=\"m\" state=\"stated\" printed=\"form\" "
            "asked=\"hint\" asked-rule=\"N2\" place=\"{year}年\" "
            "attachment=\"附件1\" "
            "type=\"token\">t</m>" },
        { "'x-type': 'text', 'x-next': 'clear'", "'a'",
            "<m src=\"/m\" label=\"m\" state=\"stated\" type=\"text\" "
            "next=\"clear\">a</m>" },
        { "'x-type': 'text', 'x-next': 'keep'", "'a'",
            "<m src=\"/m\" label=\"m\" state=\"stated\" "
            "type=\"text\">a</m>" },
        { "'x-type': 'text', 'x-next': 'clear'", "null",
            "<m src=\"/m\" label=\"m\" state=\"null\" type=\"text\"/>" },
        { "'x-type': 'amount', 'x-unit': '元', 'x-asked': 'warning'", "null",
            "<m src=\"/m\" label=\"m\" state=\"null\" asked=\"warning\" "
            "type=\"amount\" unit=\"元\"/>" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        char schema[512], data[64];
        struct fixture_set set;
        snprintf(schema, sizeof schema, "{'properties': {'m': {%s}}}",
            cases[i].leaf);
        snprintf(data, sizeof data, "{'m': %s}", cases[i].data);
        fixture_set_begin(&set, schema, data);
        CU_ASSERT_STRING_EQUAL(element(&set, "/submission/m"),
            cases[i].written);
        CU_ASSERT_EQUAL(findings_count(set.findings), 0);
        fixture_set_end(&set);
    }
}

static void says_of_absent_members_that_they_are(void)
{
    struct fixture_set set;

    fixture_set_begin(&set, "{'properties': {'m': {'x-type': 'count',"
        " 'x-unit': '人', 'title': '在职', 'x-asked': 'hint'}}}", "{}");
    CU_ASSERT_STRING_EQUAL(element(&set, "/submission/m"),
        "<m src=\"/m\" label=\"在职\" state=\"absent\" asked=\"hint\" "
        "type=\"count\" unit=\"人\"/>");
    fixture_set_end(&set);
}

static void writes_the_root_with_its_edition(void)
{
    struct fixture_set set;

    fixture_set_begin(&set, "{'title': '绩效自评', 'properties': {}}",
        "{'$schema': 'x'}");
    CU_ASSERT_STRING_EQUAL(element(&set, "/submission"),
        "<submission src=\"\" label=\"绩效自评\" state=\"stated\" "
        "type=\"object\" edition=\"e\"/>");
    fixture_set_end(&set);
}

static void keeps_the_order_of_the_schema(void)
{
    struct fixture_set set;

    fixture_set_begin(&set, "{'$ref': '#/$defs/more', 'properties': {"
        "'b': {'x-type': 'count'}, '$schema': {'x-type': 'token'},"
        "'a': {'x-type': 'count'}},"
        "'$defs': {'more': {'properties': {'c': {'x-type': 'count'},"
        "'a': {'x-type': 'text'}}}}}",
        "{'c': 3, '$schema': 's', 'a': 1, 'b': 2}");
    CU_ASSERT_STRING_EQUAL(fixture_xpath(set.doc, "concat(count(/*/*), "
        "name(/*/*[1]), name(/*/*[2]), name(/*/*[3]), /*/a/@type)"),
        "3bac" "count");
    fixture_set_end(&set);
}

static const char nested[] = "{'properties': {'o': {'title': '组',"
    "'x-value': 'p', 'x-outline': 'required', 'properties': {"
    "'p': {'x-type': 'count'},"
    "'q': {'properties': {'r': {'x-type': 'text'}}}}}}}";

static void gives_members_the_state_of_what_is_around_them(void)
{
    static const struct { const char *data, *states; } cases[] = {
        { "{'o': {'p': 1, 'q': {'r': 't'}}}", "stated stated stated stated" },
        { "{'o': {'p': null, 'q': {}}}", "stated null stated absent" },
        { "{'o': {}}", "stated absent absent absent" },
        { "{'o': {'q': null}}", "stated absent null null" },
        { "{'o': null}", "null null null null" },
        { "{}", "absent absent absent absent" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct fixture_set set;
        fixture_set_begin(&set, nested, cases[i].data);
        CU_ASSERT_STRING_EQUAL(fixture_xpath(set.doc, "concat(//o/@state, "
            "' ', //p/@state, ' ', //q/@state, ' ', //r/@state)"),
            cases[i].states);
        CU_ASSERT_STRING_EQUAL(fixture_xpath(set.doc, "//r/@src"), "/o/q/r");
        CU_ASSERT_STRING_EQUAL(fixture_xpath(set.doc, "concat(//o/@type, "
            "//o/@stands-for, //o/@outline, //o/@label)"),
            "objectprequired组");
        fixture_set_end(&set);
    }
}

static void writes_lists_with_keys_and_units(void)
{
    struct fixture_set set;

    fixture_set_begin(&set, "{'properties': {'l': {'x-unit': '个',"
        "'x-key': 'id', 'title': '项目', 'items': {'properties': {"
        "'id': {'x-type': 'token'}, 'n': {'x-type': 'count'}}}}}}",
        "{'l': [{'id': 'road', 'n': 1}, {'n': 2}, {'id': 'a~/b'}, null]}");
    CU_ASSERT_STRING_EQUAL(fixture_xpath(set.doc, "concat(//l/@type, "
        "//l/@unit, count(//l/item), //l/@label)"), "list个4项目");
    CU_ASSERT_STRING_EQUAL(fixture_xpath(set.doc, "concat(//item[1]/@key, "
        "count(//item[2]/@key), //item[3]/@key, count(//item[4]/@key))"),
        "road0a~/b0");
    CU_ASSERT_STRING_EQUAL(fixture_xpath(set.doc, "//item[2]/n/@src"),
        "/l/1/n");
    CU_ASSERT_STRING_EQUAL(fixture_xpath(set.doc, "//item[4]/n/@state"),
        "null");
    fixture_set_end(&set);
}

static void writes_lists_that_are_not_there(void)
{
    static const struct { const char *data, *written; } cases[] = {
        { "{}", "list absent 0个" }, { "{'l': null}", "list null 0个" },
        { "{'l': []}", "list stated 0个" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct fixture_set set;
        fixture_set_begin(&set, "{'properties': {'l': {'x-unit': '个',"
            "'items': {'x-type': 'text'}}}}", cases[i].data);
        CU_ASSERT_STRING_EQUAL(fixture_xpath(set.doc, "concat(//l/@type, "
            "' ', //l/@state, ' ', count(//l/*), //l/@unit)"),
            cases[i].written);
        fixture_set_end(&set);
    }
}

static void writes_entries_as_what_they_are(void)
{
    struct fixture_set set;

    fixture_set_begin(&set, "{'properties': {'l': {'items': {'anyOf': ["
        "{'type': 'string', 'x-type': 'text'},"
        "{'type': 'object', 'properties': {'items': {'items':"
        " {'x-type': 'text'}}}, 'required': ['items'],"
        " 'additionalProperties': false},"
        "{'type': 'object', 'properties': {'table': {'x-type': 'token'}},"
        " 'required': ['table'], 'additionalProperties': false}]}}}}",
        "{'l': ['段落', {'items': ['甲', '乙']}, {'table': 'three_public'}]}");
    CU_ASSERT_STRING_EQUAL(element(&set, "//l/item[1]"),
        "<item src=\"/l/0\" label=\"item\" state=\"stated\" type=\"text\">"
        "段落</item>");
    CU_ASSERT_STRING_EQUAL(fixture_xpath(set.doc, "concat("
        "//l/item[2]/@type, ' ', //l/item[2]/items/@type, ' ',"
        "//l/item[2]/items/item[2], ' ', //l/item[2]/items/item[2]/@src)"),
        "object list 乙 /l/1/items/1");
    CU_ASSERT_STRING_EQUAL(fixture_xpath(set.doc, "concat("
        "count(//l/item[3]/*), ' ', //l/item[3]/table)"), "1 three_public");
    fixture_set_end(&set);
}

static void writes_maps_in_the_order_of_the_data(void)
{
    struct fixture_set set;

    fixture_set_begin(&set, "{'properties': {'facts': {"
        "'properties': {'known': {'x-type': 'count'}},"
        "'additionalProperties': {'x-value': 'value', 'properties': {"
        "'label': {'x-type': 'text'}, 'unit': {'x-type': 'token'},"
        "'value': {'x-type': 'number', 'x-unit-from': 'unit',"
        " 'x-label-from': 'label'}}}}}}",
        "{'facts': {'z': {'label': '案件', 'value': 4, 'unit': '件'},"
        "'known': 1, 'a': {'value': 1.5, 'unit': '万元'},"
        "'r': {'value': 50, 'unit': '%'}, 'n': {'value': 7}, 'b': null}}");
    CU_ASSERT_STRING_EQUAL(fixture_xpath(set.doc, "concat(//facts/@type, "
        "' ', name(//facts/*[1]), name(//facts/*[2]), name(//facts/*[3]))"),
        "map knownza");
    CU_ASSERT_STRING_EQUAL(element(&set, "//z/value"),
        "<value src=\"/facts/z/value\" label=\"案件\" state=\"stated\" "
        "label-from=\"label\" type=\"number\" unit=\"件\" places=\"0\" value=\"4\">4</value>");
    CU_ASSERT_STRING_EQUAL(element(&set, "//a/value"),
        "<value src=\"/facts/a/value\" label=\"value\" state=\"stated\" "
        "label-from=\"label\" type=\"amount\" unit=\"万元\" places=\"1\" "
        "value=\"15000.00\">1.5</value>");
    CU_ASSERT_STRING_EQUAL(element(&set, "//r/value"),
        "<value src=\"/facts/r/value\" label=\"value\" state=\"stated\" "
        "label-from=\"label\" type=\"rate\" unit=\"%\" places=\"0\" value=\"50\">50%</value>");
    CU_ASSERT_STRING_EQUAL(element(&set, "//n/value"),
        "<value src=\"/facts/n/value\" label=\"value\" state=\"stated\" "
        "label-from=\"label\" type=\"number\" places=\"0\" value=\"7\">7</value>");
    CU_ASSERT_STRING_EQUAL(fixture_xpath(set.doc, "//facts/b/value/@state"),
        "null");
    fixture_set_end(&set);
}

static void reports_names_that_are_no_xml(void)
{
    static const char *const names[] = { "1st", "a b", "a:b", "<a>", "" };

    for (size_t i = 0; i < COUNT(names); i++) {
        struct fixture_set set;
        char data[64], codes[64];
        snprintf(data, sizeof data, "{'f': {'%s': 1}}", names[i]);
        snprintf(codes, sizeof codes, "T002 1:8 /f/%s", names[i]);
        fixture_set_begin(&set, "{'properties': {'f':"
            " {'additionalProperties': {'x-type': 'count'}}}}", data);
        CU_ASSERT_STRING_EQUAL(fixture_codes(set.findings), codes);
        CU_ASSERT_STRING_EQUAL(fixture_xpath(set.doc, "count(//f/*)"), "0");
        fixture_set_end(&set);
    }
}

static void takes_chinese_names(void)
{
    struct fixture_set set;

    fixture_set_begin(&set, "{'additionalProperties': {'x-type': 'count'}}",
        "{'件数': 3}");
    CU_ASSERT_STRING_EQUAL(fixture_xpath(set.doc, "concat(/*/件数, "
        "/*/件数/@src)"), "3/件数");
    fixture_set_end(&set);
}

static void reports_figures_that_cannot_be_read(void)
{
    static const char *const values[] = { "1e400", "'ten'", "'1,000'",
        "12345678901234567890", "0.00000000001" };

    for (size_t i = 0; i < COUNT(values); i++) {
        struct fixture_set set;
        char data[64];
        snprintf(data, sizeof data, "{'m': %s}", values[i]);
        fixture_set_begin(&set, "{'properties': {'m':"
            " {'x-type': 'number'}}}", data);
        CU_ASSERT_STRING_EQUAL(fixture_codes(set.findings), "T001 1:7 /m");
        CU_ASSERT_STRING_EQUAL(fixture_xpath(set.doc, "count(//m/@value)"),
            "0");
        fixture_set_end(&set);
    }
}

static void reads_the_style_at_the_root(void)
{
    static const struct { const char *schema; int most, least; }
    cases[] = {
        { "{}", 2, 0 }, { "{'x-places': 1}", 1, 0 },
        { "{'x-keep-zeros': true}", 2, 2 },
        { "{'x-places': 0, 'x-keep-zeros': false}", 0, 0 },
        { "{'x-keep-zeros': 'stated'}", 2, 0 },
        { "{'x-places': 'two'}", 2, 0 },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct fixture_set set;
        fixture_set_begin(&set, cases[i].schema, "{}");
        CU_ASSERT_EQUAL(set.style.most, cases[i].most);
        CU_ASSERT_EQUAL(set.style.least, cases[i].least);
        fixture_set_end(&set);
    }
}

/* A schema that holds itself ends where the data does, or soon after. */
static void ends_with_a_schema_that_holds_itself(void)
{
    struct fixture_set set;

    fixture_set_begin(&set, "{'properties': {'n': {'x-type': 'count'},"
        "'child': {'$ref': '#'}}}", "{'n': 1, 'child': {'n': 2}}");
    CU_ASSERT_STRING_EQUAL(fixture_xpath(set.doc, "/*/child/n"), "2");
    CU_ASSERT_STRING_EQUAL(fixture_xpath(set.doc,
        "count(//child) > 2 and count(//child) < 100"), "true");
    fixture_set_end(&set);
}

/* Members that are two, four, eight ... to no end. */
static void stops_at_a_schema_that_doubles(void)
{
    struct fixture_set set;

    fixture_set_begin(&set, "{'properties': {'n': {'x-type': 'count'},"
        "'left': {'$ref': '#'}, 'right': {'$ref': '#'}}}", "{'n': 1}");
    CU_ASSERT_PTR_NULL(set.doc);
    CU_ASSERT_PTR_NOT_NULL(strstr(fixture_codes(set.findings), "T004"));
    fixture_set_end(&set);
}

/* Entries in turn, patterns of names, and what an open schema lets in. */
/* The nearest decision counts, that of what is around it where it has none. */
static void tells_what_is_of_the_year(void)
{
    static const struct { const char *path, *next; } cases[] = {
        { "string(/submission/o/a/@next)", "clear" },
        { "string(/submission/o/b/@next)", "" },
        { "string(/submission/o/l/item/@next)", "drop" },
        { "string(/submission/o/f/@next)", "" },
        { "string(/submission/o/@next)", "" },
        { "string(/submission/u/@next)", "" },
    };
    struct fixture_set set;

    fixture_set_begin(&set, "{'properties': {'u': {'x-type': 'text'}, 'o': {"
        "'x-next': 'clear', 'properties': {'a': {'x-type': 'text'}, "
        "'b': {'x-type': 'text', 'x-next': 'keep'}, "
        "'f': {'x-type': 'text', 'x-next-from': 'a'}, 'l': {'x-next': 'drop', "
        "'items': {'x-type': 'text'}}}}}}",
        "{'u': 'u', 'o': {'a': 'a', 'b': 'b', 'f': 'f', 'l': ['l']}}");
    for (size_t k = 0; k < COUNT(cases); k++)
        CU_ASSERT_STRING_EQUAL(fixture_xpath(set.doc, cases[k].path),
            cases[k].next);
    fixture_set_end(&set);
}

static void writes_what_is_named_otherwise(void)
{
    struct fixture_set set;

    fixture_set_begin(&set, "{'properties': {'list': {'prefixItems': ["
        "{'x-type': 'count'}, {'x-type': 'text'}]}}, 'patternProperties':"
        "{'^p': {'x-type': 'count', 'title': '型'}}}",
        "{'list': [3, '甲'], 'p1': 4, 'q': 5, '$q': 6}");
    CU_ASSERT_STRING_EQUAL(fixture_xpath(set.doc, "concat(//item[1]/@type, "
        "//item[2], //p1/@label, //p1)"), "count甲型4");
    CU_ASSERT_STRING_EQUAL(fixture_codes(set.findings), "T003 1:29 /q");
    fixture_set_end(&set);
}

CU_TestInfo transform_tests[] = {
    {"writes leaves with type, unit and places",
        writes_leaves_with_type_unit_and_places},
    {"says of absent members that they are",
        says_of_absent_members_that_they_are},
    {"writes the root with its edition", writes_the_root_with_its_edition},
    {"keeps the order of the schema", keeps_the_order_of_the_schema},
    {"gives members the state of what is around them",
        gives_members_the_state_of_what_is_around_them},
    {"writes lists with keys and units", writes_lists_with_keys_and_units},
    {"writes lists that are not there", writes_lists_that_are_not_there},
    {"writes entries as what they are", writes_entries_as_what_they_are},
    {"writes maps in the order of the data",
        writes_maps_in_the_order_of_the_data},
    {"reports names that are no XML", reports_names_that_are_no_xml},
    {"takes Chinese names", takes_chinese_names},
    {"reports figures that cannot be read",
        reports_figures_that_cannot_be_read},
    {"reads the style at the root", reads_the_style_at_the_root},
    {"ends with a schema that holds itself",
        ends_with_a_schema_that_holds_itself},
    {"stops at a schema that doubles", stops_at_a_schema_that_doubles},
    {"tells what is of the year", tells_what_is_of_the_year},
    {"writes what is named otherwise", writes_what_is_named_otherwise},
    CU_TEST_INFO_NULL
};
