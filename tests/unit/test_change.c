/* What is typed into a form as a change of the data's bytes: values,
 * entries, references and explanations that follow. */

#include <CUnit/CUnit.h>
#include <stdio.h>
#include <string.h>

#include "17_edit/change.h"
#include "17_edit/typed.h"
#include "fixture.h"

/* Members of each type, lists of each kind, and what explains findings. */
#define SCHEMA "{'x-assert-format':true,'properties':{" \
    "'year':{'x-type':'year','x-unit':'年','type':['integer','null']}," \
    "'amount':{'$ref':'#/$defs/amount'}," \
    "'rate':{'x-type':'rate','x-unit':'%','type':['number','null']}," \
    "'count':{'x-type':'count','x-unit':'人','type':['number','null']}," \
    "'date':{'x-type':'date','type':['string','null']}," \
    "'note':{'x-type':'text','type':['string','null']}," \
    "'code':{'x-type':'token','type':['string','null']}," \
    "'telephone':{'x-type':'token','type':['string','null']," \
    "  'pattern':'^[0-9-]+$'}," \
    "'grade':{'x-type':'token','enum':['优','good',null]," \
    "  'x-choices':{'good':'良好'}}," \
    "'part':{'type':['object','null'],'properties':{" \
    "  'id':{'x-type':'token','type':['string','null']}," \
    "  'a':{'$ref':'#/$defs/amount'}," \
    "  'inner':{'type':'object','properties':{" \
    "    'b':{'$ref':'#/$defs/amount'}}}}," \
    "  'required':['id']}," \
    "'measure':{'type':'object','properties':{" \
    "  'value':{'x-type':'number','x-unit-from':'unit'," \
    "    'type':['number','string','null']}," \
    "  'unit':{'x-type':'token','type':'string'}}}," \
    "'rows':{'type':['array','null'],'x-key':'id','items':{" \
    "  'type':'object','required':['id'],'properties':{" \
    "  'id':{'x-type':'token','type':'string','default':'row-1'}," \
    "  'name':{'x-type':'text','type':['string','null']," \
    "    'x-asked':'error'}," \
    "  'a':{'$ref':'#/$defs/amount'}}}}," \
    "'blocks':{'type':['array','null'],'items':{'$ref':'#/$defs/block'}}," \
    "'facts':{'type':'object','additionalProperties':{'type':'object'," \
    "  'properties':{'label':{'x-type':'text','type':'string'}}}}," \
    "'explanations':{'type':'array','items':{'type':'object'," \
    "  'properties':{'rule':{'x-type':'token','type':'string'}," \
    "  'pointer':{'x-type':'token','type':'string'}," \
    "  'reason':{'x-type':'text','type':'string'}}}}" \
    "},'$defs':{'amount':{'x-type':'amount','x-unit':'万元'," \
    "  'type':['number','string','null']}," \
    "'block':{'x-type':'text','type':['string','object'],'properties':{" \
    "  'items':{'type':'array','items':{'$ref':'#/$defs/block'}}," \
    "  'table':{'x-type':'token','enum':['t1','t2']}}}}}"

#define CHANGES_MAX 3

struct outcome {
    const char *text;           /* ' for " */
    const char *codes;          /* of findings; "" */
    const char *understood;
};

static char made[1 << 12], told[1 << 10], words[1 << 10];

static void plain(const char *text, char *out)
{
    size_t k = 0;

    for (; text[k]; k++)
        out[k] = text[k] == '"' ? '\'' : text[k];
    out[k] = '\0';
}

static void make(struct fixture_set *set, struct changing *changing,
    const struct change *changes)
{
    bool good = true;

    for (size_t k = 0; good && k < CHANGES_MAX && changes[k].pointer; k++) {
        struct change change = changes[k];
        change.words = change.words ? change.words : "";
        good = change_make(changing, &change);
    }
    if (good && change_finish(changing))
        draft_commit(changing->editing.draft, false);
    else
        draft_cancel(changing->editing.draft);
    plain(buffer_string(&changing->editing.draft->text), made);
    strcpy(told, fixture_codes(set->findings));
    words[0] = '\0';
    if (findings_count(changing->understood) > 0)
        strcpy(words, fixture_sentence(changing->understood, 0,
            LANGUAGE_ZH));
}

/* What a data file becomes, and that undoing takes all of it back. */
static struct outcome change_all(const char *data,
    const struct change changes[CHANGES_MAX])
{
    struct fixture_set set;
    struct draft draft;
    size_t length;

    fixture_set_begin(&set, SCHEMA, data);
    const char *text = json_text(set.json, &length);
    draft_begin(&draft, text, length);
    struct changing changing = { .editing = { .draft = &draft,
        .schema = set.schema, .given = set.json }, .submission = set.doc,
        .lexicon = fixture_lexicon(), .findings = set.findings,
        .understood = findings_new() };
    make(&set, &changing, changes);
    draft_undo(&draft);
    CU_ASSERT_EQUAL(draft.text.length, length);
    CU_ASSERT_EQUAL(memcmp(draft.text.bytes, text, length), 0);
    editing_end(&changing.editing);
    findings_free(changing.understood);
    draft_free(&draft);
    fixture_set_end(&set);
    return (struct outcome){ made, told, words };
}

static void check(const char *data, struct change change,
    const char *expected, const char *codes)
{
    struct outcome outcome = change_all(data,
        (struct change[CHANGES_MAX]){ change });

    CU_ASSERT_STRING_EQUAL(outcome.text, expected);
    CU_ASSERT_STRING_EQUAL(outcome.codes, codes);
}

static void set(const char *data, const char *pointer, const char *typed,
    const char *expected)
{
    check(data, (struct change){ .kind = CHANGE_SET, .pointer = pointer, .words = typed },
        expected, "");
}

/* --- values --------------------------------------------------------------- */

static void reads_what_is_typed(void)
{
    static const struct {
        const char *pointer, *typed, *literal, *understood;
    } cases[] = {
        { "/amount", "1,234.5", "1234.5", "1234.5万元 = 12,345,000元" },
        { "/amount", "１２．３０", "12.30", "12.3万元 = 123,000元" },
        { "/amount", "51267元", "5.1267", "5.1267万元 = 51,267元" },
        { "/amount", "0", "0", "0万元 = 0元" },
        { "/amount", "−3", "-3", "-3万元 = -30,000元" },
        { "/rate", "95.5", "95.5", "" }, { "/rate", "95.50%", "95.50",
            "95.5%" },
        { "/count", " 86 ", "86", "" }, { "/count", "86人", "86", "86人" },
        { "/year", "2024年", "2024", "2024年" },
        { "/date", "2025年4月18日", "'2025-04-18'", "2025年4月18日" },
        { "/date", "2025/4/8", "'2025-04-08'", "2025年4月8日" },
        { "/date", "20250408", "'2025-04-08'", "2025年4月8日" },
        { "/amount", "十二万", "12", "12万元 = 120,000元" },
        { "/amount", ".50", "0.50", "0.5万元 = 5,000元" },
        { "/count", "86.0", "86", "86人" }, { "/count", "八十六", "86", "86人" },
        { "/year", "二〇二四年度", "2024", "2024年" },
        { "/rate", "百分之九十五", "95", "95%" },
        { "/amount", "—", "null", "有意留空" },
        { "/count", "无", "null", "有意留空" },
        { "/date", "/", "null", "有意留空" }, { "/note", "无", "'无'", "" },
        { "/note", " 甲\"乙\\ ", "'甲\\'乙\\\\'", "" },
        { "/note", "{{a}}", "'\\\\{{a}}'", "" },
        { "/telephone", "０７３７－１２３", "'0737-123'", "0737-123" },
        { "/telephone", "0737", "'0737'", "" }, { "/code", "ａ", "'ａ'", "" },
        { "/telephone", "ａ", "'ａ'", "" },
        { "/code", "a-1", "'a-1'", "" }, { "/grade", "优", "'优'", "" },
        { "/grade", "良好", "'good'", "" },
        { "/grade", "good", "'good'", "" },
    };

    for (size_t k = 0; k < COUNT(cases); k++) {
        char expected[256];
        struct outcome outcome = change_all("{}",
            (struct change[CHANGES_MAX]){ { .kind = CHANGE_SET, .pointer = cases[k].pointer,
                .words = cases[k].typed } });
        snprintf(expected, sizeof expected, "{ '%s': %s }",
            cases[k].pointer + 1, cases[k].literal);
        CU_ASSERT_STRING_EQUAL(outcome.text, expected);
        CU_ASSERT_STRING_EQUAL(outcome.understood, cases[k].understood);
        CU_ASSERT_STRING_EQUAL(outcome.codes, "");
    }
}

static void refuses_what_it_cannot_read(void)
{
    static const struct { const char *pointer, *typed, *code; } cases[] = {
        { "/amount", "十多万", "H001 0:0 /amount" },
        { "/amount", "12,5", "H001 0:0 /amount" },
        { "/amount", "12%", "H001 0:0 /amount" },
        { "/rate", "3元", "H001 0:0 /rate" },
        { "/count", "86个", "H001 0:0 /count" },
        { "/date", "2025年2月30日", "H001 0:0 /date" },
        { "/grade", "好", "H002 0:0 /grade" },
        { "/none", "1", "H004 0:0 /none" }, { "", "1", "H004 0:0 " },
        { "amount", "1", "H004 0:0 amount" },
        { "/part", "1", "H004 0:0 /part" },
        { "/rows", "1", "H004 0:0 /rows" },
        { "/rows/0/a", "1", "H004 0:0 /rows/0/a" },
        { "/rows/x", "1", "H004 0:0 /rows/x" },
        { "/amount/x/y", "1", "H004 0:0 /amount/x/y" },
    };

    for (size_t k = 0; k < COUNT(cases); k++)
        check("{'count': 1}", (struct change){ .kind = CHANGE_SET, .pointer = cases[k].pointer,
            .words = cases[k].typed }, "{'count': 1}", cases[k].code);
}

/* In the schema's order, laid out as what is beside it. */
static void puts_members_in_their_places(void)
{
    set("{'amount':1,'rate':2}", "/amount", "3", "{'amount':3,'rate':2}");
    set("{\n  'year': 1,\n  'rate': 2\n}", "/amount", "3",
        "{\n  'year': 1,\n  'amount': 3,\n  'rate': 2\n}");
    set("{\n  'rate': 2\n}", "/amount", "3",
        "{\n  'amount': 3,\n  'rate': 2\n}");
    set("{ 'year': 1, 'amount': 1 }", "/note", "a",
        "{ 'year': 1, 'amount': 1, 'note': 'a' }");
    set("{\r\n\t'$schema': 's'\r\n}", "/year", "2024",
        "{\r\n\t'$schema': 's',\r\n\t'year': 2024\r\n}");
    set("{'amount': '27.00'}", "/amount", "28.50", "{'amount': '28.50'}");
    set("{}", "/part/inner/b", "1",
        "{ 'part': { 'id': null, 'inner': { 'b': 1 } } }");
    set("{'part': null}", "/part/a", "1",
        "{'part': { 'id': null, 'a': 1 }}");
    set("{'part': {}}", "/part/inner/b", "1",
        "{'part': { 'id': null, 'inner': { 'b': 1 } }}");
    set("{'measure': {'unit': '%'}}", "/measure/value", "96",
        "{'measure': {'value': 96, 'unit': '%'}}");
    set("{'measure': {'unit': '万元'}}", "/measure/value", "5000元",
        "{'measure': {'value': 0.5, 'unit': '万元'}}");
}

static void knows_three_kinds_of_blanks(void)
{
    const char *three = "{'year': 1, 'amount': 2, 'rate': 3}";

    check(three, (struct change){ .kind = CHANGE_NULL, .pointer = "/amount" },
        "{'year': 1, 'amount': null, 'rate': 3}", "");
    check(three, (struct change){ .kind = CHANGE_CLEAR, .pointer = "/amount" },
        "{'year': 1, 'rate': 3}", "");
    check(three, (struct change){ .kind = CHANGE_CLEAR, .pointer = "/year" },
        "{'amount': 2, 'rate': 3}", "");
    check(three, (struct change){ .kind = CHANGE_CLEAR, .pointer = "/rate" },
        "{'year': 1, 'amount': 2}", "");
    check(three, (struct change){ .kind = CHANGE_SET, .pointer = "/rate", .words = " \t" },
        "{'year': 1, 'amount': 2}", "");
    check(three, (struct change){ .kind = CHANGE_CLEAR, .pointer = "/note" }, three, "");
    check("{'part': {'id': 'a', 'a': 1}}", (struct change){ .kind = CHANGE_CLEAR,
        .pointer = "/part/id" }, "{'part': {'id': null, 'a': 1}}", "");
    check("{\n  'note': 'a'\n}", (struct change){ .kind = CHANGE_CLEAR, .pointer = "/note" },
        "{}", "");
    check("{'blocks': ['a']}", (struct change){ .kind = CHANGE_CLEAR, .pointer = "/blocks/0" },
        "{'blocks': ['a']}", "H017 0:0 /blocks/0");
    check("{}", (struct change){ .kind = CHANGE_CLEAR, .pointer = "/none" }, "{}",
        "H004 0:0 /none");
}

static void takes_texts_with_references(void)
{
    check("{'note': 'a'}", (struct change){ .kind = CHANGE_TEXT, .pointer = "/note",
        .words = "共{{count}}" }, "{'note': '共{{count}}'}", "");
    check("{'note': 'a'}", (struct change){ .kind = CHANGE_TEXT, .pointer = "/note",
        .words = " " }, "{}", "");
    check("{}", (struct change){ .kind = CHANGE_TEXT, .pointer = "/amount",
        .words = "{{count}}" }, "{}", "H005 0:0 /amount");
}

static void quotes_figures_of_a_text(void)
{
    static const struct {
        const char *note, *figure, *reference, *made;
    } cases[] = {
        { "共86人，", "86", "count", "共{{count}}，" },
        { "共86名", "86", "count", "共{{count | 数}}名" },
        { "{{rate}}86、186、86.5、86", "86", "count",
            "{{rate}}86、186、86.5、{{count | 数}}" },
        { "86%", "86", "rate", "{{rate}}" },
        { "花了50000元", "50000", "amount | 元",
            "花了{{amount | 元}}" },
        { "186", "86", "count", NULL }, { "{{86}}", "86", "count", NULL },
        { "86", "86", "nothing", NULL }, { "86", "", "count", NULL },
        { "\\\\{{86", "86", "count", "\\\\{{{{count | 数}}" },
    };

    for (size_t k = 0; k < COUNT(cases); k++) {
        char data[256], expected[256];
        snprintf(data, sizeof data, "{'count': 86, 'amount': 5, 'rate': 86, "
            "'note': '%s'}", cases[k].note);
        snprintf(expected, sizeof expected, "{'count': 86, 'amount': 5, "
            "'rate': 86, 'note': '%s'}", cases[k].made ? cases[k].made
            : cases[k].note);
        check(data, (struct change){ .kind = CHANGE_QUOTE, .pointer = "/note",
            .figure = cases[k].figure, .reference = cases[k].reference },
            expected, cases[k].made ? "" : "H018 0:0 /note");
    }
}

/* --- entries -------------------------------------------------------------- */

static void insert(const char *data, const char *pointer, const char *kind,
    const char *expected, const char *codes)
{
    check(data, (struct change){ .kind = CHANGE_INSERT, .pointer = pointer, .entry = kind },
        expected, codes);
}

static void inserts_entries(void)
{
    insert("{}", "/rows/0", NULL, "{ 'rows': [ { 'id': 'row-1' } ] }", "");
    insert("{'rows': null}", "/rows/0", NULL,
        "{'rows': [ { 'id': 'row-1' } ]}", "");
    insert("{\n  'rows': []\n}", "/rows/0", NULL,
        "{\n  'rows': [\n    { 'id': 'row-1' }\n  ]\n}", "");
    insert("{'rows': [{'id': 'row-1'}]}", "/rows/1", NULL,
        "{'rows': [{'id': 'row-1'}, { 'id': 'row-2' }]}", "");
    insert("{\n 'rows': [\n  {'id': 'x'}\n ]\n}", "/rows/0", NULL,
        "{\n 'rows': [\n  { 'id': 'row-1' },\n  {'id': 'x'}\n ]\n}", "");
    insert("{'blocks': ['a']}", "/blocks/1", "", "{'blocks': ['a', '']}", "");
    insert("{'blocks': ['a']}", "/blocks/0", "items",
        "{'blocks': [{ 'items': [ '' ] }, 'a']}", "");
    insert("{'blocks': ['a']}", "/blocks/0", "table",
        "{'blocks': [{ 'table': 't1' }, 'a']}", "");
    insert("{'blocks': ['a']}", "/blocks/0", "nothing",
        "{'blocks': ['a']}", "H008 0:0 /blocks/0");
    insert("{'blocks': ['a']}", "/blocks/2", NULL, "{'blocks': ['a']}",
        "H007 0:0 /blocks/2");
    insert("{}", "/note/0", NULL, "{}", "H006 0:0 /note/0");
    insert("{}", "/blocks", NULL, "{}", "H006 0:0 /blocks");
}

static void fills_in_what_it_has_inserted(void)
{
    struct outcome outcome = change_all("{}", (struct change[CHANGES_MAX]){
        { .kind = CHANGE_INSERT, .pointer = "/rows/0" },
        { .kind = CHANGE_SET, .pointer = "/rows/0/a", .words = "5" },
        { .kind = CHANGE_SET, .pointer = "/rows/0/name", .words = "甲" } });

    CU_ASSERT_STRING_EQUAL(outcome.text,
        "{ 'rows': [ { 'id': 'row-1', 'name': '甲', 'a': 5 } ] }");
    outcome = change_all("{}", (struct change[CHANGES_MAX]){
        { .kind = CHANGE_INSERT, .pointer = "/rows/0" },
        { .kind = CHANGE_SET, .pointer = "/rows/0/a", .words = "x" } });
    CU_ASSERT_STRING_EQUAL(outcome.text, "{}");
    CU_ASSERT_STRING_EQUAL(outcome.codes, "H001 0:0 /rows/0/a");
}

static void takes_entries_out(void)
{
    const char *three = "{'blocks': ['a', 'b',  'c']}";

    check(three, (struct change){ .kind = CHANGE_REMOVE, .pointer = "/blocks/0" },
        "{'blocks': ['b',  'c']}", "");
    check(three, (struct change){ .kind = CHANGE_REMOVE, .pointer = "/blocks/1" },
        "{'blocks': ['a',  'c']}", "");
    check(three, (struct change){ .kind = CHANGE_REMOVE, .pointer = "/blocks/2" },
        "{'blocks': ['a', 'b']}", "");
    check("{'blocks': [ 'a' ]}", (struct change){ .kind = CHANGE_REMOVE,
        .pointer = "/blocks/0" }, "{'blocks': []}", "");
    check(three, (struct change){ .kind = CHANGE_REMOVE, .pointer = "/blocks/3" }, three,
        "H007 0:0 /blocks/3");
    check(three, (struct change){ .kind = CHANGE_REMOVE, .pointer = "/note" }, three,
        "H006 0:0 /note");
    check("{'blocks': null}", (struct change){ .kind = CHANGE_NONE, .pointer = "/blocks" },
        "{'blocks': []}", "");
    check("{}", (struct change){ .kind = CHANGE_NONE, .pointer = "/blocks" },
        "{ 'blocks': [] }", "");
    check("{}", (struct change){ .kind = CHANGE_NONE, .pointer = "/note" }, "{}",
        "H006 0:0 /note");
}

static void moves_entries(void)
{
    const char *four = "{'blocks': ['a', 'b',\n 'c', {'items': ['d']}]}";

    check(four, (struct change){ .kind = CHANGE_MOVE, .pointer = "/blocks/3",
        .from = "/blocks/0" },
        "{'blocks': ['b', 'c',\n {'items': ['d']}, 'a']}", "");
    check(four, (struct change){ .kind = CHANGE_MOVE, .pointer = "/blocks/0",
        .from = "/blocks/2" },
        "{'blocks': ['c', 'a',\n 'b', {'items': ['d']}]}", "");
    check(four, (struct change){ .kind = CHANGE_MOVE, .pointer = "/blocks/1",
        .from = "/blocks/1" }, four, "");
    check(four, (struct change){ .kind = CHANGE_MOVE, .pointer = "/blocks/4",
        .from = "/blocks/1" }, four, "H007 0:0 /blocks/4");
    check(four, (struct change){ .kind = CHANGE_MOVE, .pointer = "/rows/0",
        .from = "/blocks/1" }, four, "H006 0:0 /rows/0");
}

/* --- explanations --------------------------------------------------------- */

#define EXPLAINED(pointer) "{'rows': [{'id': 'a'}, {'id': 'b'}, {'id': " \
    "'c'}], 'explanations': [{'rule': 'A01', 'pointer': '" pointer "', " \
    "'reason': 'r'}]}"

static void has_explanations_follow_their_entries(void)
{
    check(EXPLAINED("/rows/1/name"), (struct change){ .kind = CHANGE_REMOVE,
        .pointer = "/rows/0" }, "{'rows': [{'id': 'b'}, {'id': 'c'}], 'explanations': "
        "[{'rule': 'A01', 'pointer': '/rows/0/name', 'reason': 'r'}]}", "");
    check(EXPLAINED("/rows/0/a"), (struct change){ .kind = CHANGE_MOVE, .pointer = "/rows/2",
        .from = "/rows/0" }, "{'rows': [{'id': 'b'}, {'id': 'c'}, {'id': "
        "'a'}], 'explanations': [{'rule': 'A01', 'pointer': '/rows/2/a', "
        "'reason': 'r'}]}", "");
    check(EXPLAINED("/rowsy/0"), (struct change){ .kind = CHANGE_REMOVE, .pointer = "/rows/0" },
        "{'rows': [{'id': 'b'}, {'id': 'c'}], 'explanations': "
        "[{'rule': 'A01', 'pointer': '/rowsy/0', 'reason': 'r'}]}", "");
    check(EXPLAINED("/rows/2"), (struct change){ .kind = CHANGE_INSERT, .pointer = "/rows/3" },
        "{'rows': [{'id': 'a'}, {'id': 'b'}, {'id': 'c'}, "
        "{ 'id': 'row-1' }], 'explanations': [{'rule': 'A01', 'pointer': "
        "'/rows/2', 'reason': 'r'}]}", "");
}

#define FACTS(facts, explanations) "{'facts': {" facts "}, " \
    "'explanations': [" explanations "]}"
#define A "'a': {'label': 'x'}"
#define B "'ab': {'label': 'y'}"
#define OF(pointer) "{'pointer': '" pointer "'}"

static void forget(const char *data, const char *pointer,
    const char *expected)
{
    check(data, (struct change){ .kind = CHANGE_REMOVE, .pointer = pointer },
        expected, "");
}

/* They go from the front, the middle and the end, one or all of them. */
static void has_explanations_go_with_their_entries(void)
{
    forget(EXPLAINED("/rows/1"), "/rows/1",
        "{'rows': [{'id': 'a'}, {'id': 'c'}], 'explanations': []}");
    forget("{'rows': [{}, {}], 'explanations': [" OF("/rows/0/a") ", "
        OF("/rows/1/a") ", " OF("/rows/0") "]}", "/rows/0",
        "{'rows': [{}], 'explanations': [" OF("/rows/0/a") "]}");
    forget(FACTS(A ", " B, OF("/facts/a/label") "," OF("/facts/a") ",  "
        OF("/facts/ab")), "/facts/a", FACTS(B, OF("/facts/ab")));
    forget(FACTS(A ", " B, OF("/note") ", " OF("/facts/a") ", " OF("/facts")),
        "/facts/a", FACTS(B, OF("/note") ", " OF("/facts")));
    forget(FACTS(A ", " B, " " OF("/facts/a") ", " OF("/facts/a/label") " "),
        "/facts/a", FACTS(B, ""));
    forget(FACTS(A ", " B, "{}, 7, " OF("/facts/a")), "/facts/a",
        FACTS(B, "{}, 7"));
    forget("{'facts': {" A "}}", "/facts/a", "{'facts': {}}");
}

/* --- references ----------------------------------------------------------- */

#define REFERRING(note, rows) "{'note': '" note "', 'rows': [" rows "]}"
#define ROW(id) "{'id': '" id "'}"
#define THREE_ROWS ROW("a") ", " ROW("b") ", " ROW("c")

static void has_references_follow_their_entries(void)
{
    static const struct {
        struct change change;
        const char *before, *after, *codes;
    } cases[] = {
        { { .kind = CHANGE_MOVE, .pointer = "/rows/2", .from = "/rows/0" },
            REFERRING("甲{{rows.0.id}}乙{{ rows.1.id | 数 }}{{rows.c.id}}",
                THREE_ROWS),
            REFERRING("甲{{rows.2.id}}乙{{ rows.0.id | 数 }}{{rows.c.id}}",
                ROW("b") ", " ROW("c") ", " ROW("a")), "" },
        { { .kind = CHANGE_REMOVE, .pointer = "/rows/0" },
            REFERRING("{{rows.2.id}}、{{rows.1.id", THREE_ROWS),
            REFERRING("{{rows.1.id}}、{{rows.1.id", ROW("b") ", " ROW("c")),
            "" },
        { { .kind = CHANGE_INSERT, .pointer = "/rows/0" },
            REFERRING("\\\\{{rows.0.id}}{{rows.0.id}}{{rows.5.id}}",
                ROW("a")),
            REFERRING("\\\\{{rows.0.id}}{{rows.1.id}}{{rows.5.id}}",
                "{ 'id': 'row-1' }, " ROW("a")), "" },
        { { .kind = CHANGE_REMOVE, .pointer = "/rows/0" },
            REFERRING("{{rows.0.id}}", THREE_ROWS),
            REFERRING("{{rows.0.id}}", THREE_ROWS), "H019 0:0 /note" },
        { { .kind = CHANGE_REMOVE, .pointer = "/rows/1" },
            REFERRING("{{rows.1.id}}", "{'id': '1'}, {'id': 'b'}"),
            REFERRING("{{rows.1.id}}", "{'id': '1'}"), "" },
    };

    for (size_t k = 0; k < COUNT(cases); k++)
        check(cases[k].before, cases[k].change, cases[k].after,
            cases[k].codes);
}

static void has_references_follow_in_lists_of_texts(void)
{
    check("{'blocks': ['x{{blocks.2.items.0}}', 'b', {'items': ['c', "
        "'{{blocks.0}}']}]}", (struct change){ .kind = CHANGE_MOVE,
        .pointer = "/blocks/1", .from = "/blocks/0" }, "{'blocks': ['b', "
        "'x{{blocks.2.items.0}}', {'items': ['c', '{{blocks.1}}']}]}", "");
    check("{'blocks': ['{{blocks.1.items.1}}', {'items': ['a', 'b']}]}",
        (struct change){ .kind = CHANGE_REMOVE,
            .pointer = "/blocks/1/items/0" },
        "{'blocks': ['{{blocks.1.items.0}}', {'items': ['b']}]}", "");
    check("{'blocks': ['{{blocks.0}}', 'b']}", (struct change){
        .kind = CHANGE_REMOVE, .pointer = "/blocks/0" },
        "{'blocks': ['b']}", "");
}

/* What a step has moved twice, and written anew. */
static void has_references_follow_all_of_a_step(void)
{
    struct outcome outcome = change_all(REFERRING("{{rows.1.id}}",
        THREE_ROWS), (struct change[CHANGES_MAX]){
        { .kind = CHANGE_MOVE, .pointer = "/rows/0", .from = "/rows/1" },
        { .kind = CHANGE_REMOVE, .pointer = "/rows/1" },
        { .kind = CHANGE_INSERT, .pointer = "/rows/0" } });

    CU_ASSERT_STRING_EQUAL(outcome.text, REFERRING("{{rows.1.id}}",
        "{ 'id': 'row-1' }, " ROW("b") ", " ROW("c")));
    outcome = change_all(REFERRING("{{rows.1.id}}", THREE_ROWS),
        (struct change[CHANGES_MAX]){
        { .kind = CHANGE_REMOVE, .pointer = "/rows/0" },
        { .kind = CHANGE_TEXT, .pointer = "/note",
            .words = "新{{rows.1.id}}" } });
    CU_ASSERT_STRING_EQUAL(outcome.text, REFERRING("新{{rows.1.id}}",
        ROW("b") ", " ROW("c")));
}

static void answers_findings(void)
{
    const char *explained = "{'explanations': [{'rule': 'A01', "
        "'pointer': '/a', 'reason': 'r'}]}";

    check("{}", (struct change){ .kind = CHANGE_ANSWER, .pointer = "/a", .code = "A01",
        .words = "因为" }, "{ 'explanations': [ { 'rule': 'A01', 'pointer': "
        "'/a', 'reason': '因为' } ] }", "");
    check(explained, (struct change){ .kind = CHANGE_ANSWER, .pointer = "/a", .code = "A01",
        .words = "因为" }, "{'explanations': [{'rule': 'A01', 'pointer': "
        "'/a', 'reason': '因为'}]}", "");
    check(explained, (struct change){ .kind = CHANGE_ANSWER, .pointer = "/a", .code = "A02",
        .words = "b" }, "{'explanations': [{'rule': 'A01', 'pointer': '/a', "
        "'reason': 'r'}, { 'rule': 'A02', 'pointer': '/a', 'reason': 'b' }]}",
        "");
    check(explained, (struct change){ .kind = CHANGE_ANSWER, .pointer = "/a", .code = "A01" },
        "{'explanations': []}", "");
    check("{}", (struct change){ .kind = CHANGE_ANSWER, .pointer = "/a", .code = "A01" }, "{}",
        "");
}

CU_TestInfo change_tests[] = {
    { "reads what is typed", reads_what_is_typed },
    { "refuses what it cannot read", refuses_what_it_cannot_read },
    { "puts members in their places", puts_members_in_their_places },
    { "knows three kinds of blanks", knows_three_kinds_of_blanks },
    { "takes texts with references", takes_texts_with_references },
    { "quotes figures of a text", quotes_figures_of_a_text },
    { "inserts entries", inserts_entries },
    { "fills in what it has inserted", fills_in_what_it_has_inserted },
    { "takes entries out", takes_entries_out },
    { "moves entries", moves_entries },
    { "has explanations follow their entries",
        has_explanations_follow_their_entries },
    { "has explanations go with their entries",
        has_explanations_go_with_their_entries },
    { "has references follow their entries",
        has_references_follow_their_entries },
    { "has references follow in lists of texts",
        has_references_follow_in_lists_of_texts },
    { "has references follow all of a step",
        has_references_follow_all_of_a_step },
    { "answers findings", answers_findings },
    CU_TEST_INFO_NULL
};
