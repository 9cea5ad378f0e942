/* Next year's data file made of this year's bytes, and a first one made of a
 * schema. */

#include <CUnit/CUnit.h>
#include <string.h>

#include "11_next/changes.h"
#include "11_next/dated.h"
#include "11_next/first_data.h"
#include "11_next/next.h"
#include "fixture.h"

static void makes_changes_in_any_order(void)
{
    struct changes changes = CHANGES_EMPTY;
    struct buffer out = BUFFER_EMPTY;

    changes_add(&changes, 4, 5, "E");
    changes_add(&changes, 0, 1, "");
    changes_add(&changes, 4, 4, "<");
    changes_add(&changes, 2, 2, "(");
    changes_add(&changes, 2, 2, ")");
    changes_add(&changes, 6, 6, "!");
    CU_ASSERT_TRUE(changes_apply(&changes, "abcdef", 6, &out));
    CU_ASSERT_STRING_EQUAL(buffer_string(&out), "b()cd<Ef!");
    changes_free(&changes);
    buffer_clear(&out);
    CU_ASSERT_TRUE(changes_apply(&changes, "abc", 3, &out));
    CU_ASSERT_STRING_EQUAL(buffer_string(&out), "abc");
    changes_free(&changes);
    buffer_free(&out);
}

static void lists_dates_that_were_typed(void)
{
    static const struct { const char *text, *dates; } cases[] = {
        { "", "" }, { "没有日期", "" },
        { "到2024年末，比2023年多", "2024年、2023年" },
        { "2024年3月5日至3月20日", "2024年3月5日、3月20日" },
        { "２０２４年度", "２０２４年" }, { "二〇二四年", "二〇二四年" },
        { "公开20日，满3个月，共120年", "" },
        { "2024年、2024年", "2024年" },
        { "1月2月3月4月5月6月7月", "1月、2月、3月、4月、5月、…" },
        { "编号20241年", "" },
        /* Numbers of documents, in whatever brackets. */
        { "湘财绩〔2024〕5号、湘财绩〔2023〕5号", "〔2024〕5号、〔2023〕5号" },
        { "湘政发[2024年]12号（2024）3号", "[2024年]12号、（2024）3号" },
        { "（2024）5号楼，〔20245号，〔2024〕号", "" },
        { "〔2024】5号、【2023】第6号", "〔2024】5号、【2023】第6号" },
        { "〔2024〕5、7号，〔2023〕8文件，（2022）9元",
            "〔2024〕5、7号、〔2023〕8" },
        /* Dates with signs, of which there are two of a kind. */
        { "2024-02-28、2024/2/8、2024.2.8", "2024-02-28、2024/2/8、2024.2.8" },
        { "2024-5，2024-02/28，02-28，2024.25", "" },
        /* What names a year by the one that it is said in. */
        { "去年、上年、上一年、前年", "去年、上年、上一年、前年" },
        { "今年、本年度、当年、明年", "今年、本年、当年、明年" },
        { "来年、下一年、下年度", "来年、下一年、下年度" },
        { "60岁以上年龄，成本年均，以前年度，说明年度，近年来年均", "" },
        { "当年财政拨款、上年结转资金、上年决算数", "" },
        { "“十四五”期间，年初，历年，三年行动", "" },
        /* Two digits, where it is a year. */
        { "24年全年、24年预算，历时24年", "24年" },
        { "于24年6月完工，自25年7月8日起", "24年6月、25年7月8日" },
        { "24年，我局。25年，全县。历时26年，我局；12年全年", "24年、25年" },
        /* What a reference says turns by itself. */
        { "{{facts.上年结转}}、{{a.2024年}}", "" },
    };

    for (size_t k = 0; k < COUNT(cases); k++) {
        struct buffer dates = BUFFER_EMPTY;
        dated_list(fixture_lexicon(), cases[k].text, &dates);
        CU_ASSERT_STRING_EQUAL(buffer_string(&dates), cases[k].dates);
        buffer_free(&dates);
    }
}

static void knows_texts_of_references(void)
{
    CU_ASSERT_TRUE(dated_by_references("{{a.b}}"));
    CU_ASSERT_TRUE(dated_by_references("{{a | 元}}、{{甲.乙}}。"));
    CU_ASSERT_FALSE(dated_by_references("共{{a}}"));
    CU_ASSERT_FALSE(dated_by_references("{{a}}9"));
    CU_ASSERT_FALSE(dated_by_references("{{a"));
    CU_ASSERT_FALSE(dated_by_references("。"));
    CU_ASSERT_FALSE(dated_by_references(""));
}

/* A schema with a member of each fate. */
#define SCHEMA "{'x-assert-format':true,'properties':{" \
    "'year':{'x-type':'year','type':['integer','null'],'x-next':'turn'}," \
    "'name':{'x-type':'text','type':'string','title':'名称'," \
    "  'x-next':'keep'}," \
    "'note':{'x-type':'text','type':['string','null'],'title':'说明'," \
    "  'x-next':'clear'}," \
    "'code':{'x-type':'token','type':'string','title':'代号'," \
    "  'x-next':'clear'}," \
    "'rate':{'x-type':'rate','type':['number','null'],'title':'比率'," \
    "  'x-next':'drop'}," \
    "'free':{'x-type':'text','type':'string','title':'其他'}," \
    "'row':{'type':'object','title':'行','x-next':'clear','properties':{" \
    "  'before':{'$ref':'#/$defs/sum','title':'上年'," \
    "    'x-next-from':'final'}," \
    "  'budget':{'$ref':'#/$defs/sum','title':'预算'}," \
    "  'final':{'$ref':'#/$defs/sum','title':'决算'}}}," \
    "'list':{'type':['array','null'],'title':'表'," \
    "  'items':{'x-type':'text','type':'string'},'x-next':'clear'}," \
    "'part':{'type':['object','null'],'x-next':'clear','properties':{" \
    "  'id':{'x-type':'token','type':'string','x-next':'keep'}}}," \
    "'gone':{'type':'object','title':'去','properties':{" \
    "  'a':{'$ref':'#/$defs/sum','title':'甲','x-next':'drop'}," \
    "  'b':{'$ref':'#/$defs/sum','title':'乙','x-next':'drop'}}}," \
    "'must':{'type':'object','required':['m'],'properties':{" \
    "  'm':{'x-type':'text','type':'string','x-next':'clear'}}}" \
    "},'$defs':{'sum':{'x-type':'amount','x-unit':'元'," \
    "  'type':['number','null']}}}"

/* What becomes of a data file, ' for ", and which findings say so. */
static void roll(const char *data, const char *made, const char *codes)
{
    struct fixture_set set;
    struct buffer out = BUFFER_EMPTY;

    fixture_set_begin(&set, SCHEMA, data);
    bool good = next_make(&(struct next_source){ set.json, set.schema,
        fixture_lexicon(), set.doc }, NULL, &out, set.findings);
    for (size_t k = 0; k < out.length; k++)
        if (out.bytes[k] == '"')
            out.bytes[k] = '\'';
    CU_ASSERT_STRING_EQUAL(good ? buffer_string(&out) : "-", made);
    CU_ASSERT_STRING_EQUAL(fixture_codes(set.findings), codes);
    buffer_free(&out);
    fixture_set_end(&set);
}

static void turns_keeps_empties_and_takes_away(void)
{
    roll("{'year': 2024}", "{'year': 2025}", "Y005 0:0 /year");
    roll("{'year': null}", "-", "Y006 0:0 /year");
    roll("{'name': '甲'}", "{'name': '甲'}", "");
    roll("{'name': '甲2024年'}", "{'name': '甲2024年'}", "Y003 0:0 /name");
    roll("{'note': 'a',  'code':'c'}", "{'note': null}", "Y001 0:0 , Y002 0:0 ");
    roll("{'note': null}", "{'note': null}", "");
    roll("{'note': '{{year}}。'}", "{'note': '{{year}}。'}", "");
    roll("{'rate': null, 'name': 'a'}", "{'name': 'a'}", "Y002 0:0 ");
    roll("{'free': 'a'}", "{'free': 'a'}", "Y007 0:0 /free");
    roll("{'list': ['a']}", "{'list': null}", "Y001 0:0 ");
    roll("{'list': []}", "{'list': null}", "Y001 0:0 ");
    roll("{'part': {'id': 'a'}}", "{'part': null}", "Y001 0:0 ");
    roll("{'must': {'m': 'a'}}", "{'must': {'m': 'a'}}", "Y004 0:0 /must/m");
    roll("{'$schema': 's', 'name': 'a'}", "{'$schema': 's', 'name': 'a'}", "");
}

/* In the layout of the file, with its commas, and with figures as they are
 * spelt. */
static void takes_over_what_was_final(void)
{
    roll("{'row': {'before': 1, 'budget': 2, 'final': 3.50}}",
        "{'row': {'before': 3.50, 'budget': null, 'final': null}}",
        "Y001 0:0 /row");
    roll("{'row': {'final': 3}}", "{'row': {'before': 3, 'final': null}}",
        "Y001 0:0 /row");
    roll("{'row': {\n  'budget': 2,\n  'final': 3\n}}",
        "{'row': {\n  'before': 3,\n  'budget': null,\n  'final': null\n}}",
        "Y001 0:0 /row");
    roll("{'row': {'before': 1}}", "{'row': {}}", "Y002 0:0 /row");
    roll("{'row': {'before': 1, 'budget': 2}}", "{'row': {'budget': null}}",
        "Y001 0:0 /row, Y002 0:0 /row");
    roll("{'row': {'final': null}}", "{'row': {'before': null, 'final': null}}",
        "");
}

static void takes_members_out_with_their_commas(void)
{
    static const struct { const char *data, *made; } cases[] = {
        { "{'gone': { 'a': 1 }}", "{'gone': {}}" },
        { "{'gone': {\n  'a': 1,\n  'b': 2\n}}", "{'gone': {}}" },
        { "{'gone': {}}", "{'gone': {}}" },
    };

    for (size_t k = 0; k < COUNT(cases); k++)
        roll(cases[k].data, cases[k].made, k < 2 ? "Y002 0:0 /gone" : "");
    roll("{ 'rate': 1, 'code': 'c', 'name': 'a' }", "{ 'name': 'a' }",
        "Y002 0:0 ");
    roll("{ 'name': 'a', 'rate': 1, 'code': 'c' }", "{ 'name': 'a' }",
        "Y002 0:0 ");
    roll("{\n  'code': 'c',\n  'name': 'a',\n  'rate': 1,\n  'note': 'n'\n}",
        "{\n  'name': 'a',\n  'note': null\n}", "Y001 0:0 , Y002 0:0 ");
}

/* What is asked for, has a usual value, or is required; and all there is. */
#define FORMS "{'x-assert-format':true,'required':['year'],'properties':{" \
    "'edition':{'const':'e','x-type':'token'}," \
    "'year':{'x-type':'year','type':['integer','null']}," \
    "'name':{'x-type':'text','type':['string','null']}," \
    "'row':{'type':'object','properties':{" \
    "  'before':{'$ref':'#/$defs/n','x-next-from':'sum'}," \
    "  'sum':{'$ref':'#/$defs/n','x-asked':'error','x-next':'drop'}," \
    "  'a':{'$ref':'#/$defs/n','x-asked':'error'}," \
    "  'b':{'$ref':'#/$defs/n'}}}," \
    "'text':{'type':['array','null'],'x-asked':'warning'," \
    "  'items':{'type':'string','x-type':'text'}}," \
    "'all':{'type':['array','null'],'x-asked':'error'," \
    "  'items':{'$ref':'#/$defs/entry'}}," \
    "'some':{'type':'array','items':{'$ref':'#/$defs/entry'}}," \
    "'names':{'type':'array','items':{'type':'string','x-type':'text'}}," \
    "'sign':{'x-type':'token','type':'string','default':'≥'}," \
    "'map':{'type':'object','additionalProperties':{'$ref':'#/$defs/n'}}}," \
    "'$defs':{'n':{'x-type':'number','type':['number','null']}," \
    "'entry':{'type':'object','properties':{" \
    "  'n':{'$ref':'#/$defs/n','x-asked':'error'}}}}}"

static void check_first(bool full, bool without_blanks, const char *printed)
{
    struct fixture_set set;
    struct buffer out = BUFFER_EMPTY;

    fixture_set_begin(&set, FORMS, "{'year': 2024}");
    cJSON *data = first_make(set.schema, full);
    CU_ASSERT_TRUE(first_print(data, without_blanks, &out));
    for (size_t k = 0; k < out.length; k++)
        if (out.bytes[k] == '"')
            out.bytes[k] = '\'';
    CU_ASSERT_STRING_EQUAL(buffer_string(&out), printed);
    buffer_free(&out);
    cJSON_Delete(data);
    fixture_set_end(&set);
}

static void makes_what_forms_ask_for(void)
{
    check_first(false, false, "{\n  'edition': 'e',\n  'year': null,\n"
        "  'row': { 'a': null },\n  'text': null,\n  'all': null,\n"
        "  'some': [\n    { 'n': null }\n  ],\n  'sign': '≥'\n}\n");
    check_first(true, false, "{\n  'edition': 'e',\n  'year': null,\n"
        "  'name': null,\n  'row': { 'a': null, 'b': null },\n"
        "  'text': null,\n  'all': [\n    { 'n': null }\n  ],\n"
        "  'some': [\n    { 'n': null }\n  ],\n  'sign': '≥',\n"
        "  'map': {}\n}\n");
    check_first(false, true, "{\n  'edition': 'e',\n  'row': {},\n"
        "  'some': [\n    {}\n  ],\n  'sign': '≥'\n}\n");
}

/* Blanks that a formula fills, or would with its operands. */
static void leaves_blanks_to_formulas(void)
{
    xmlDocPtr doc = fixture_xml("<s state='stated'><a state='derived'/>"
        "<b state='absent' awaited='F1'/><c state='absent'/>"
        "<l state='stated'><item state='stated'><a state='absent' "
        "formula='F2'/><b state='absent'/></item></l></s>");
    cJSON *data = cJSON_Parse("{\"a\":null,\"b\":null,\"c\":null,"
        "\"l\":[{\"a\":null,\"b\":null}],\"x\":null}");
    struct buffer out = BUFFER_EMPTY;

    first_leave_to_formulas(data, doc);
    first_print(data, false, &out);
    CU_ASSERT_STRING_EQUAL(buffer_string(&out), "{\n  \"c\": null,\n"
        "  \"l\": [\n    { \"b\": null }\n  ],\n  \"x\": null\n}\n");
    buffer_free(&out);
    cJSON_Delete(data);
    xmlFreeDoc(doc);
}

/* A short object stands on one line, a longer one on several. */
static void prints_as_a_person_would(void)
{
    static const char name[] = "sixteen letters.";
    cJSON *data = cJSON_CreateObject();
    cJSON *row = cJSON_AddObjectToObject(data, "row");
    struct buffer out = BUFFER_EMPTY;

    cJSON_AddStringToObject(row, "quote", "a\"b\\c");
    cJSON_AddNumberToObject(row, "n", 2.5);
    cJSON_AddBoolToObject(row, "t", true);
    first_print(data, false, &out);
    CU_ASSERT_STRING_EQUAL(buffer_string(&out), "{\n  \"row\": "
        "{ \"quote\": \"a\\\"b\\\\c\", \"n\": 2.5, \"t\": true }\n}\n");
    for (int k = 0; k < 4; k++)
        cJSON_AddStringToObject(row, name, name);
    buffer_clear(&out);
    first_print(data, false, &out);
    CU_ASSERT_PTR_NOT_NULL(strstr(buffer_string(&out),
        "{\n  \"row\": {\n    \"quote\""));
    buffer_free(&out);
    cJSON_Delete(data);
}

CU_TestInfo next_tests[] = {
    { "makes changes in any order", makes_changes_in_any_order },
    { "lists dates that were typed", lists_dates_that_were_typed },
    { "knows texts of references", knows_texts_of_references },
    { "turns, keeps, empties and takes away",
        turns_keeps_empties_and_takes_away },
    { "takes over what was final", takes_over_what_was_final },
    { "takes members out with their commas",
        takes_members_out_with_their_commas },
    { "makes what forms ask for", makes_what_forms_ask_for },
    { "leaves blanks to formulas", leaves_blanks_to_formulas },
    { "prints as a person would", prints_as_a_person_would },
    CU_TEST_INFO_NULL
};
