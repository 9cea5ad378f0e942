/* Files of rules read: all that a rule may have, and each thing that is
 * wrong in one. */

#include <CUnit/CUnit.h>
#include <stdlib.h>
#include <string.h>

#include "6_rules/rules.h"
#include "fixture.h"

static const char path[] = "schemas/e/rules.xml";
static const char formulas_path[] = "schemas/e/formulas.xml";

#define TITLE "<zh>名</zh><en>name</en><basis>表</basis>"
#define TEXTS "<zh>z</zh><en>e</en>"
#define CHECK "<check context='a' test='true()'>" TEXTS "</check>"
#define REASON "<reason>" TEXTS "</reason>"
#define PARAMETER(name, value) "<parameter name='" name "' value='" value \
    "'>" TEXTS "</parameter>"
#define RULE(code, attributes, parts) "<rule code='" code \
    "' level='error' " attributes ">" TITLE parts "</rule>"
#define CHECKED(code) RULE(code, "", CHECK)
#define FORMULA(code) "<formula code='" code "' target='" code "' value='1'>" TEXTS \
    "</formula>"

/* A folder with files of rules and what is made of them. */
struct desk {
    struct fixture fixture;
    struct findings *findings;
    struct formulas *formulas;
    struct rules *rules;
};

static void begin(struct desk *desk)
{
    *desk = (struct desk){ .findings = findings_new() };
    fixture_begin(&desk->fixture);
}

/* formulas and rules are the elements of either file. */
static void load(struct desk *desk, const char *formulas, const char *rules)
{
    fixture_write_list(&desk->fixture, formulas_path, "formulas", formulas);
    fixture_write_list(&desk->fixture, path, "rules", rules);
    desk->formulas = formulas_load(&desk->fixture.resources, formulas_path,
        desk->findings);
    CU_ASSERT_PTR_NOT_NULL_FATAL(desk->formulas);
    desk->rules = rules_load(&desk->fixture.resources, path, desk->formulas,
        fixture_lexicon(), desk->findings);
}

static void end(struct desk *desk)
{
    rules_free(desk->rules);
    formulas_free(desk->formulas);
    fixture_end(&desk->fixture);
    findings_free(desk->findings);
}

static const struct rule *find(const struct desk *desk, const char *code)
{
    const struct rule *rule = desk->rules ? rules_find(desk->rules, code)
        : NULL;

    CU_ASSERT_PTR_NOT_NULL_FATAL(rule);
    return rule;
}

static void reads_all_that_a_rule_has(void)
{
    struct desk desk;

    begin(&desk);
    load(&desk, "", "<rule code='A12' level='warning'>"
        "<zh>公用经费</zh><en>public</en><basis>控制率</basis>\n"
        "<parameter name='ceiling' value='120'><zh>上限</zh><en>most</en>"
        "</parameter><parameter name='words' value=''><zh>词</zh>"
        "<en>words</en></parameter>"
        "<passes>{\"a\": 1}</passes><fails>{\"a\": 2}</fails>"
        "<check context='a' test='. &lt; $ceiling' at='..' "
        "expected='$words' after=''>" TEXTS "</check>"
        "<check context='a' test='true()' after='A12  A12 R002 '>" TEXTS
        "</check><check columns='a b' context='{column}' test='true()'>" TEXTS
        "</check></rule>\n" CHECKED("A13"));
    CU_ASSERT_STRING_EQUAL(fixture_codes(desk.findings), "");
    const struct rule *rule = find(&desk, "A12");
    CU_ASSERT_EQUAL(rules_count(desk.rules), 2);
    CU_ASSERT_PTR_EQUAL(rules_get(desk.rules, 0), rule);
    CU_ASSERT_STRING_EQUAL(rule->code, "A12");
    CU_ASSERT_EQUAL(rule->level, LEVEL_WARNING);
    CU_ASSERT_EQUAL(rule->kind, RULE_CHECK);
    CU_ASSERT_FALSE(rule->disabled);
    CU_ASSERT_STRING_EQUAL(rule->title[LANGUAGE_ZH], "公用经费");
    CU_ASSERT_STRING_EQUAL(rule->title[LANGUAGE_EN], "public");
    CU_ASSERT_STRING_EQUAL(rule->basis, "控制率");
    CU_ASSERT_STRING_EQUAL(rule->passes, "{\"a\": 1}");
    CU_ASSERT_STRING_EQUAL(rule->fails, "{\"a\": 2}");
    CU_ASSERT_STRING_EQUAL(rule->reason[LANGUAGE_ZH], "");
    CU_ASSERT_EQUAL_FATAL(rule->parameter_count, 2);
    CU_ASSERT_STRING_EQUAL(rule->parameters[0].name, "ceiling");
    CU_ASSERT_STRING_EQUAL(rule->parameters[0].value, "120");
    CU_ASSERT_STRING_EQUAL(rule->parameters[0].text[LANGUAGE_ZH], "上限");
    CU_ASSERT_STRING_EQUAL(rule->parameters[1].text[LANGUAGE_EN], "words");
    CU_ASSERT_EQUAL(rule->check_count, 4);
    CU_ASSERT_EQUAL(rules_get(desk.rules, 1)->check_count, 1);
    CU_ASSERT_STRING_EQUAL(rules_get(desk.rules, 1)->passes, "");
    CU_ASSERT_PTR_NULL(rules_find(desk.rules, "A1"));
    CU_ASSERT_PTR_NULL(rules_find(desk.rules, ""));
    end(&desk);
}

static void knows_the_kinds_of_rules(void)
{
    struct desk desk;

    begin(&desk);
    load(&desk, FORMULA("A2") FORMULA("A3")
        "<formula code='F9' compare='no' target='b' value='1'>" TEXTS
        "</formula>",
        RULE("A1", "kind='check'", CHECK) RULE("A2", "kind='formula'", "")
        RULE("A3", "kind='formula'", CHECK)
        RULE("A4", "kind='constructed'", REASON)
        RULE("A5", "kind='undecided'", REASON));
    CU_ASSERT_STRING_EQUAL(fixture_codes(desk.findings), "");
    CU_ASSERT_EQUAL(find(&desk, "A1")->kind, RULE_CHECK);
    CU_ASSERT_EQUAL(find(&desk, "A2")->kind, RULE_FORMULA);
    CU_ASSERT_EQUAL(find(&desk, "A2")->check_count, 0);
    CU_ASSERT_EQUAL(find(&desk, "A3")->check_count, 1);
    CU_ASSERT_EQUAL(find(&desk, "A4")->kind, RULE_CONSTRUCTED);
    CU_ASSERT_EQUAL(find(&desk, "A5")->kind, RULE_UNDECIDED);
    CU_ASSERT_STRING_EQUAL(find(&desk, "A5")->reason[LANGUAGE_EN], "e");
    end(&desk);
}

static void takes_a_file_without_rules(void)
{
    struct desk desk;

    begin(&desk);
    load(&desk, "", "<!-- none yet -->");
    CU_ASSERT_PTR_NOT_NULL_FATAL(desk.rules);
    CU_ASSERT_EQUAL(rules_count(desk.rules), 0);
    CU_ASSERT_PTR_NULL(rules_load(&desk.fixture.resources, "missing.xml",
        desk.formulas, fixture_lexicon(), desk.findings));
    CU_ASSERT_STRING_EQUAL(fixture_codes(desk.findings), "V001 0:0");
    end(&desk);
    rules_free(NULL);
}

static void keeps_the_order_of_many_rules(void)
{
    char text[8000] = "";
    struct desk desk;

    for (int k = 0; k < 40; k++)
        snprintf(text + strlen(text), sizeof text - strlen(text),
            "<rule code='R%d' level='hint'>" TITLE CHECK "</rule>", k);
    begin(&desk);
    load(&desk, "", text);
    CU_ASSERT_PTR_NOT_NULL_FATAL(desk.rules);
    CU_ASSERT_EQUAL_FATAL(rules_count(desk.rules), 40);
    for (size_t k = 0; k < 40; k++) {
        const struct rule *rule = rules_get(desk.rules, k);
        CU_ASSERT_EQUAL(rule->code[0], 'R');
        CU_ASSERT_EQUAL(strtoul(rule->code + 1, NULL, 10), k);
        CU_ASSERT_EQUAL(rule->first_check, k);
    }
    end(&desk);
}

static void includes_other_files(void)
{
    struct desk desk;

    begin(&desk);
    fixture_write_list(&desk.fixture, "schemas/e/rules/one.xml", "rules",
        "<set name='all' select='*'/>\n" CHECKED("B1")
        "<include path='two.xml'/>" CHECKED("B3"));
    fixture_write_list(&desk.fixture, "schemas/e/rules/two.xml", "rules",
        RULE("B2", "", "<check context='$all' test='true()'>" TEXTS
        "</check>"));
    fixture_write_list(&desk.fixture, "schemas/other/more.xml", "rules",
        CHECKED("B4"));
    load(&desk, "", CHECKED("A1") "<include path='rules/one.xml'/>\n"
        "<include path='schemas/other/more.xml'/>\n" CHECKED("C1"));
    CU_ASSERT_STRING_EQUAL(fixture_codes(desk.findings), "");
    CU_ASSERT_PTR_NOT_NULL_FATAL(desk.rules);
    static const char *const codes[] = { "A1", "B1", "B2", "B3", "B4",
        "C1" };
    CU_ASSERT_EQUAL_FATAL(rules_count(desk.rules), COUNT(codes));
    for (size_t k = 0; k < COUNT(codes); k++)
        CU_ASSERT_STRING_EQUAL(rules_get(desk.rules, k)->code, codes[k]);
    CU_ASSERT_STRING_EQUAL(find(&desk, "B3")->path,
        "schemas/e/rules/one.xml");
    CU_ASSERT_EQUAL(find(&desk, "B3")->line, 3);
    CU_ASSERT_STRING_EQUAL(find(&desk, "C1")->path, path);
    end(&desk);
}

/* Files that include one another to a depth; the last one has a rule. */
static void write_chain(const struct desk *desk, int depth)
{
    char name[40], text[80];

    for (int k = 1; k <= depth; k++) {
        snprintf(name, sizeof name, "schemas/e/f%d.xml", k);
        snprintf(text, sizeof text, "<include path='f%d.xml'/>", k + 1);
        fixture_write_list(&desk->fixture, name, "rules",
            k < depth ? text : CHECKED("Z1"));
    }
}

static void includes_no_deeper_than_makes_sense(void)
{
    struct desk desk;

    begin(&desk);
    write_chain(&desk, 4);
    load(&desk, "", "<include path='f1.xml'/>");
    CU_ASSERT_STRING_EQUAL(find(&desk, "Z1")->path,
        "schemas/e/f4.xml");
    end(&desk);

    begin(&desk);
    write_chain(&desk, 5);
    load(&desk, "", "<include path='f1.xml'/>");
    CU_ASSERT_PTR_NULL(desk.rules);
    CU_ASSERT_STRING_EQUAL(fixture_sentence(desk.findings, 0, LANGUAGE_EN),
        "schemas/e/f4.xml line 2: include lacks path or has it wrong; "
        "complete that row");
    end(&desk);

    /* One that includes itself. */
    begin(&desk);
    load(&desk, "", "<include path='schemas/e/rules.xml'/>");
    CU_ASSERT_PTR_NULL(desk.rules);
    CU_ASSERT_STRING_EQUAL(fixture_codes(desk.findings), "V004 0:0");
    end(&desk);
}

static void lets_an_edition_change_rules(void)
{
    static const struct { const char *change; enum level level;
        bool disabled; const char *value; } cases[] = {
        { "", LEVEL_ERROR, false, "120" },
        { "<change code='A1'/>", LEVEL_ERROR, false, "120" },
        { "<change code='A1' level='hint'/>", LEVEL_HINT, false, "120" },
        { "<change code='A1' disabled='yes'/>", LEVEL_ERROR, true, "120" },
        { "<change code='A1' disabled='no'/>", LEVEL_ERROR, false, "120" },
        { "<change code='A1' disabled='yes'/>"
            "<change code='A1' disabled='no' level='warning'/>",
            LEVEL_WARNING, false, "120" },
        { "<change code='A1' level='hint' disabled='yes'><parameter "
            "name='ceiling' value='150'/><parameter name='words' value='x'/>"
            "</change>", LEVEL_HINT, true, "150" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct desk desk;
        char text[1024];
        begin(&desk);
        snprintf(text, sizeof text, "%s%s", RULE("A1", "",
            PARAMETER("ceiling", "120") PARAMETER("words", "a") CHECK),
            cases[i].change);
        load(&desk, "", text);
        CU_ASSERT_STRING_EQUAL(fixture_codes(desk.findings), "");
        const struct rule *rule = find(&desk, "A1");
        CU_ASSERT_EQUAL(rule->level, cases[i].level);
        CU_ASSERT_EQUAL(rule->disabled, cases[i].disabled);
        CU_ASSERT_STRING_EQUAL(rule->parameters[0].value, cases[i].value);
        end(&desk);
    }
}

struct refusal {
    const char *rules, *code, *part;
};

static void expect(const struct refusal *refusal, const char *formulas)
{
    struct desk desk;

    begin(&desk);
    load(&desk, formulas, refusal->rules);
    CU_ASSERT_PTR_NULL(desk.rules);
    CU_ASSERT_EQUAL_FATAL(findings_count(desk.findings), 1);
    CU_ASSERT_STRING_EQUAL(findings_get(desk.findings, 0)->code,
        refusal->code);
    CU_ASSERT_EQUAL(findings_worst(desk.findings), LEVEL_SYSTEM);
    CU_ASSERT_PTR_NOT_NULL(strstr(fixture_sentence(desk.findings, 0,
        LANGUAGE_EN), refusal->part));
    end(&desk);
}

static void refuses_elements_that_lack_something(void)
{
    static const struct refusal cases[] = {
        { "<rule", "V002", "malformed" },
        { "<rules/>", "V004", "line 2: rules lacks include|set|rule|change" },
        { "<include/>", "V004", "line 2: include lacks path" },
        { "<include path='none.xml'/>", "V001", "none.xml" },
        { "<set select='a'/>", "V004", "set lacks name" },
        { "<set name='all'/>", "V004", "set lacks select" },
        { "<set name='all' select='a['/>", "V003", "of set cannot be used" },
        { "<rule/>", "V004", "line 2: ? lacks code" },
        { "<rule code='A' level='error'><en>e</en></rule>", "V004",
            "A lacks zh" },
        { "<rule code='A' level='error'><zh>z</zh></rule>", "V004",
            "A lacks en" },
        { "<rule code='A'>" TITLE CHECK "</rule>", "V004", "A lacks level" },
        { "<rule code='A' level='system'>" TITLE CHECK "</rule>", "V004",
            "A lacks level" },
        { "<rule code='A' level='error'>" TEXTS CHECK "</rule>", "V004",
            "A lacks basis" },
        { RULE("A", "kind='other'", CHECK), "V004",
            "A lacks kind=\"check|formula|constructed|undecided\" or" },
        { RULE("A", "kind=''", CHECK), "V004", "A lacks kind" },
        { RULE("A", "", ""), "V004", "A lacks check" },
        { RULE("A", "kind='constructed'", ""), "V004", "A lacks reason" },
        { RULE("A", "kind='undecided'", "<reason><zh>z</zh></reason>"),
            "V004", "A lacks reason" },
        { RULE("A", "kind='undecided'", "<reason><en>z</en></reason>"),
            "V004", "A lacks reason" },
        /* What cannot be seen is not checked. */
        { RULE("A", "kind='undecided'", REASON CHECK), "V004",
            "A lacks check" },
        { RULE("A", "", CHECK "\n<chekc/>"), "V004", "line 3: A lacks chekc" },
        { RULE("A", "", "<check test='1'>" TEXTS "</check>"), "V004",
            "A lacks context" },
        { RULE("A", "", "<check context='a' function='rares'>" TEXTS
            "</check>"), "V004", "A lacks function" },
        { RULE("A", "", "<check context='a' function='unprintable' with='a'>" TEXTS
            "</check>"), "V004", "A lacks with|also or" },
        { RULE("A", "", "<check context='a' function='unprintabel'>" TEXTS
            "</check>"), "V004", "A lacks function=\"unprintable\" or" },
        { RULE("A", "", "<check context='a' function='overlp'>" TEXTS
            "</check>"), "V004", "A lacks function=\"overlap\" or" },
        { RULE("A", "", "<check context='a' function='zzzzzzzzzz'>" TEXTS
            "</check>"), "V004", "A lacks function or" },
        { RULE("A", "", "<check context='a' function='word'>" TEXTS
            "</check>"), "V004", "A lacks with|also or" },
        { RULE("A", "", "<check context='a' with='a'>" TEXTS "</check>"),
            "V004", "A lacks function" },
        { RULE("A", "", "<check context='a' test='1' below='1'>" TEXTS
            "</check>"), "V004", "A lacks function" },
        { RULE("A", "", "<check context='a' test='1' function='unprintable'>" TEXTS
            "</check>"), "V004", "A lacks test" },
        { RULE("A", "", "<check context='a' function='word' with='$x'>" TEXTS
            "</check>"), "V003", "A" },
        { RULE("A", "", "<check context='a' test='1'><zh>z</zh></check>"),
            "V004", "A lacks en" },
        { RULE("A", "", "<check context='a[' test='1'>" TEXTS "</check>"),
            "V003", "of A cannot be used: a[" },
        { RULE("A", "", "<check context='a' test=')'>" TEXTS "</check>"),
            "V003", "of A cannot be used: )" },
        { RULE("A", "", "<check context='a' test='a) or (b'>" TEXTS
            "</check>"), "V003", "of A cannot be used: a) or (b" },
        { RULE("A", "", "<check context='a' test='1' at='//'>" TEXTS
            "</check>"), "V003", "cannot be used: //" },
        { RULE("A", "", "<check context='a' test='1' expected='+'>" TEXTS
            "</check>"), "V003", "cannot be used: +" },
        { RULE("A", "", "<check context='a' test='1' columns='x y' "
            "at='{column} +'>" TEXTS "</check>"), "V003",
            "cannot be used: x +" },
        { RULE("A", "", "<check context='a' test='1'><zh>{</zh><en>e</en>"
            "</check>"), "V003", "cannot be used:  (" },
        { RULE("A", "", "<check context='a' test='1'><zh>{a}</zh>"
            "<en>{b +}</en></check>"), "V003", "cannot be used: b +" },
        { RULE("A", "", "<parameter value='1'>" TEXTS "</parameter>" CHECK),
            "V004", "A lacks name" },
        { RULE("A", "", "<parameter name='p'>" TEXTS "</parameter>" CHECK),
            "V004", "A lacks value" },
        { RULE("A", "", "<parameter name='p' value='1'/>" CHECK), "V004",
            "A lacks zh" },
        { RULE("A", "kinds='check'", CHECK), "V004", "A lacks kinds" },
        { RULE("A", "", "<check context='a' test='1' afer='B'>" TEXTS
            "</check>"), "V004", "A lacks afer" },
        { RULE("A", "", "<parameter name='p' value='z' choices='x y'>" TEXTS
            "</parameter>" CHECK), "V004", "A lacks value" },
        { RULE("A", "", "<parameter name='p' value='z' pairs='='>" TEXTS
            "</parameter>" CHECK), "V004", "A lacks value" },
        { RULE("A", "", "<parameter name='p' value='9' from='1' to='8'>" TEXTS
            "</parameter>" CHECK), "V004", "A lacks value" },
        { RULE("A", "", "<parameter name='p' value='9' from='x' to='9'>" TEXTS
            "</parameter>" CHECK), "V004", "A lacks value" },
        { RULE("A", "", "<parameter name='p' value='9' from='1'>" TEXTS
            "</parameter>" CHECK), "V004", "A lacks to" },
        { RULE("A", "", "<parameter name='p' value='9' to='9'>" TEXTS
            "</parameter>" CHECK), "V004", "A lacks from" },
    };

    for (size_t i = 0; i < COUNT(cases); i++)
        expect(&cases[i], "");
}

/* Formulas' sets are the rules' as well. */
static void names_sets_of_formulas(void)
{
    static const struct refusal taken = { "<set name='all' select='a'/>",
        "V016", "line 2: all of set is there already" };
    struct desk desk;

    expect(&taken, "<set name='all' select='*'/>");
    begin(&desk);
    load(&desk, "<set name='all' select='*'/>", "<set name='some' "
        "select='$all[a]'/>" RULE("A", "", "<check context='$all' "
        "test='$some'>" TEXTS "</check>"));
    CU_ASSERT_STRING_EQUAL(fixture_codes(desk.findings), "");
    CU_ASSERT_PTR_NOT_NULL(desk.rules);
    end(&desk);
}

static void refuses_names_that_are_taken(void)
{
    static const struct refusal cases[] = {
        { CHECKED("A") "\n" CHECKED("A"), "V016", "line 3: code of A is" },
        { "<set name='all' select='a'/>\n<set name='all' select='b'/>",
            "V016", "line 3: all of set is there already" },
        { "<set name='previous' select='a'/>", "V004", "set lacks name" },
        { RULE("A", "", PARAMETER("p", "1") "\n" PARAMETER("p", "2") CHECK),
            "V016", "line 3: p of A is there already" },
        /* One that would hide a set, or last year's data. */
        { "<set name='all' select='a'/>\n"
            RULE("A", "", PARAMETER("all", "1") CHECK), "V004",
            "line 3: A lacks parameter" },
        { RULE("A", "", PARAMETER("all", "1") CHECK)
            "<set name='all' select='a'/>", "V004",
            "line 2: A lacks parameter" },
        { RULE("A", "", PARAMETER("previous", "1") CHECK), "V004",
            "A lacks parameter" },
    };

    for (size_t i = 0; i < COUNT(cases); i++)
        expect(&cases[i], "");
}

/* The second would win, or be lost. */
static void refuses_what_is_stated_twice(void)
{
    static const struct refusal cases[] = {
        { "<rule code='A' level='error'>" TITLE "<zh>z</zh>" CHECK "</rule>",
            "V016", "line 2: zh of A is there already" },
        { "<rule code='A' level='error'>" TITLE "<en>e</en>" CHECK "</rule>",
            "V016", "en of A" },
        { RULE("A", "", "\n<basis>b</basis>" CHECK), "V016",
            "line 3: basis of A" },
        { RULE("A", "kind='undecided'", REASON REASON), "V016",
            "reason of A" },
        { RULE("A", "", "<passes>{}</passes><passes>{}</passes>" CHECK),
            "V016", "passes of A" },
        { RULE("A", "", "<fails>{}</fails>" CHECK "<fails>{}</fails>"),
            "V016", "fails of A" },
        { RULE("A", "", "<check context='a' test='1'>" TEXTS "<zh>y</zh>"
            "</check>"), "V016", "zh of A" },
        { RULE("A", "", "<parameter name='p' value='1'>" TEXTS "<en>y</en>"
            "</parameter>" CHECK), "V016", "en of A" },
        { RULE("A", "", PARAMETER("p", "1") CHECK) "<change code='A'>"
            "<parameter name='p' value='2'/><parameter name='p' value='3'/>"
            "</change>", "V016", "p of A" },
    };

    for (size_t i = 0; i < COUNT(cases); i++)
        expect(&cases[i], "");
}

#define TESTED(test) RULE("A", "", "<check context='a' test=\"" test "\">" \
    TEXTS "</check>")

static void refuses_names_that_mean_nothing(void)
{
    static const struct refusal cases[] = {
        { TESTED("x:some(a)"), "V003", "(unknown function x:some)" },
        { TESTED("$none"), "V003", "(unknown variable none)" },
        { RULE("A", "", "<check context='$none' test='1'>" TEXTS "</check>"),
            "V003", "(unknown variable none)" },
        { RULE("A", "", "<check context='a' test='1' at='$none'>" TEXTS
            "</check>"), "V003", "(unknown variable none)" },
        { RULE("A", "", "<check context='a' test='1' expected='f()'>" TEXTS
            "</check>"), "V003", "(unknown function f)" },
        { RULE("A", "", "<check context='a' test='1'><zh>{$none}</zh>"
            "<en>e</en></check>"), "V003", "(unknown variable none)" },
        { RULE("A", "", "<check context='a' test='1'><zh>z</zh>"
            "<en>{f(a)}</en></check>"), "V003", "(unknown function f)" },
        /* A set names only those above it. */
        { "<set name='a' select='$b'/><set name='b' select='c'/>", "V003",
            "(unknown variable b)" },
        /* A parameter is its rule's alone. */
        { RULE("A", "", PARAMETER("p", "1") CHECK)
            RULE("B", "", "<check context='a' test='$p'>" TEXTS "</check>"),
            "V003", "expression of B cannot be used: $p (unknown variable" },
        /* Rules that have the last word stand above, and find something. */
        { RULE("A", "", "<check context='a' test='1' after='Z'>" TEXTS
            "</check>"), "V004", "A lacks after" },
        { RULE("A", "", "<check context='a' test='1' after='B'>" TEXTS
            "</check>") CHECKED("B"), "V004", "A lacks after" },
        { RULE("A", "", "<check context='a' test='1' after='R099 R002'>"
            TEXTS "</check>"), "V004", "A lacks after" },
        { CHECKED("B") RULE("A", "", "<check context='a' test='1' "
            "after='B C'>" TEXTS "</check>"), "V004", "A lacks after" },
        { RULE("B", "kind='undecided'", REASON) RULE("A", "",
            "<check context='a' test='1' after='B'>" TEXTS "</check>"),
            "V004", "A lacks after" },
        /* What is beside tells nothing without them, or of what is answered. */
        { RULE("A", "", "<check context='a' test='1' beside='b'>" TEXTS
            "</check>"), "V004", "A lacks beside" },
        { CHECKED("B") RULE("A", "", "<check context='a' test='1' "
            "level='hint' beside='b' after='B'>" TEXTS "</check>"), "V004",
            "A lacks beside" },
        { RULE("A", "", "<check context='a' test='1' beside='$none' "
            "after='A'>" TEXTS "</check>"), "V003",
            "(unknown variable none)" },
    };

    for (size_t i = 0; i < COUNT(cases); i++)
        expect(&cases[i], "");
}

static void reports_every_name_that_means_nothing(void)
{
    struct desk desk;

    begin(&desk);
    load(&desk, "", "<set name='s' select='f(1)'/>" TESTED("g() + $h")
        RULE("B", "", "<check context='$i' test='j()' after='Z'>"
        "<zh>{$k}</zh><en>{l()}</en></check>"));
    CU_ASSERT_PTR_NULL(desk.rules);
    CU_ASSERT_EQUAL(findings_count(desk.findings), 8);
    end(&desk);
}

static void refuses_changes_that_change_nothing(void)
{
#define CHANGED(change) RULE("A", "", PARAMETER("p", "1") CHECK) \
    RULE("U", "kind='undecided'", REASON) "\n" change
    static const struct refusal cases[] = {
        { CHANGED("<change/>"), "V004", "line 3: ? lacks code" },
        { CHANGED("<change code='B'/>"), "V004", "B lacks code" },
        { CHANGED("<change code='U' level='hint'/>"), "V004",
            "U lacks code" },
        { "<change code='A' level='hint'/>" CHECKED("A"), "V004",
            "A lacks code" },
        { CHANGED("<change code='A' levle='hint'/>"), "V004",
            "line 3: A lacks levle" },
        { CHANGED("<change code='A' level='usage'/>"), "V004",
            "line 3: A lacks level=\"hint|warning|error\" or" },
        { CHANGED("<change code='A' disabled='true'/>"), "V004",
            "A lacks disabled=\"yes|no\" or" },
        { CHANGED("<change code='A'>\n<parameter value='1'/></change>"),
            "V004", "line 4: A lacks name" },
        { CHANGED("<change code='A'><parameter name='p'/></change>"),
            "V004", "A lacks value" },
        { CHANGED("<change code='A'><parameter name='q' value='1'/>"
            "</change>"), "V004", "A lacks parameter" },
        { CHANGED("<change code='A'><other name='p' value='1'/></change>"),
            "V004", "A lacks parameter" },
        /* No word for a figure. */
        { CHANGED("<change code='A'><parameter name='p' value='one'/>"
            "</change>"), "V004", "A lacks value" },
    };

    for (size_t i = 0; i < COUNT(cases); i++)
        expect(&cases[i], "");
}

static void matches_formulas_with_rules(void)
{
    static const struct { const char *formulas; struct refusal refusal; }
    cases[] = {
        { "", { "\n" RULE("A4", "kind='formula'", ""), "V004",
            "schemas/e/rules.xml line 3: A4 lacks formula" } },
        { "\n" FORMULA("A4"), { CHECKED("A5"), "V004",
            "schemas/e/formulas.xml line 3: A4 lacks rule kind=\"formula\"" }
            },
        { FORMULA("A4"), { CHECKED("A4"), "V004",
            "formulas.xml line 2: A4 lacks rule kind=\"formula\"" } },
        /* One that only fills compares for no rule. */
        { "<formula code='A4' compare='no' target='a' value='1'>" TEXTS
            "</formula>", { RULE("A4", "kind='formula'", ""), "V004",
            "A4 lacks formula" } },
    };

    for (size_t i = 0; i < COUNT(cases); i++)
        expect(&cases[i].refusal, cases[i].formulas);
}

CU_TestInfo rules_load_tests[] = {
    {"reads all that a rule has", reads_all_that_a_rule_has},
    {"knows the kinds of rules", knows_the_kinds_of_rules},
    {"takes a file without rules", takes_a_file_without_rules},
    {"keeps the order of many rules", keeps_the_order_of_many_rules},
    {"includes other files", includes_other_files},
    {"includes no deeper than makes sense",
        includes_no_deeper_than_makes_sense},
    {"lets an edition change rules", lets_an_edition_change_rules},
    {"refuses elements that lack something",
        refuses_elements_that_lack_something},
    {"names sets of formulas", names_sets_of_formulas},
    {"refuses names that are taken", refuses_names_that_are_taken},
    { "refuses what is stated twice", refuses_what_is_stated_twice },
    {"refuses names that mean nothing", refuses_names_that_mean_nothing},
    {"reports every name that means nothing",
        reports_every_name_that_means_nothing},
    {"refuses changes that change nothing",
        refuses_changes_that_change_nothing},
    {"matches formulas with rules", matches_formulas_with_rules},
    CU_TEST_INFO_NULL
};
