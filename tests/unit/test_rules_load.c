/* Files of rules read: all that a rule may have. */

#include <CUnit/CUnit.h>
#include <stdlib.h>
#include <string.h>

#include "ruled_fixture.h"

static const struct rule *find(const struct ruled *ruled, const char *code)
{
    const struct rule *rule = ruled->rules ? rules_find(ruled->rules, code)
        : NULL;

    CU_ASSERT_PTR_NOT_NULL_FATAL(rule);
    return rule;
}

static void reads_all_that_a_rule_has(void)
{
    struct ruled ruled;

    ruled_begin(&ruled);
    ruled_load(&ruled, "", "<rule code='A12' level='warning'>"
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
    CU_ASSERT_STRING_EQUAL(fixture_codes(ruled.findings), "");
    const struct rule *rule = find(&ruled, "A12");
    CU_ASSERT_EQUAL(rules_count(ruled.rules), 2);
    CU_ASSERT_PTR_EQUAL(rules_get(ruled.rules, 0), rule);
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
    CU_ASSERT_EQUAL(rules_get(ruled.rules, 1)->check_count, 1);
    CU_ASSERT_STRING_EQUAL(rules_get(ruled.rules, 1)->passes, "");
    CU_ASSERT_PTR_NULL(rules_find(ruled.rules, "A1"));
    CU_ASSERT_PTR_NULL(rules_find(ruled.rules, ""));
    ruled_end(&ruled);
}

static void knows_the_kinds_of_rules(void)
{
    struct ruled ruled;

    ruled_begin(&ruled);
    ruled_load(&ruled, FORMULA("A2") FORMULA("A3")
        "<formula code='F9' compare='no' target='b' value='1'>" TEXTS
        "</formula>",
        RULE("A1", "kind='check'", CHECK) RULE("A2", "kind='formula'", "")
        RULE("A3", "kind='formula'", CHECK)
        RULE("A4", "kind='constructed'", REASON)
        RULE("A5", "kind='undecided'", REASON));
    CU_ASSERT_STRING_EQUAL(fixture_codes(ruled.findings), "");
    CU_ASSERT_EQUAL(find(&ruled, "A1")->kind, RULE_CHECK);
    CU_ASSERT_EQUAL(find(&ruled, "A2")->kind, RULE_FORMULA);
    CU_ASSERT_EQUAL(find(&ruled, "A2")->check_count, 0);
    CU_ASSERT_EQUAL(find(&ruled, "A3")->check_count, 1);
    CU_ASSERT_EQUAL(find(&ruled, "A4")->kind, RULE_CONSTRUCTED);
    CU_ASSERT_EQUAL(find(&ruled, "A5")->kind, RULE_UNDECIDED);
    CU_ASSERT_STRING_EQUAL(find(&ruled, "A5")->reason[LANGUAGE_EN], "e");
    ruled_end(&ruled);
}

static void takes_a_file_without_rules(void)
{
    struct ruled ruled;

    ruled_begin(&ruled);
    ruled_load(&ruled, "", "<!-- none yet -->");
    CU_ASSERT_PTR_NOT_NULL_FATAL(ruled.rules);
    CU_ASSERT_EQUAL(rules_count(ruled.rules), 0);
    CU_ASSERT_PTR_NULL(rules_load(&ruled.fixture.resources, "missing.xml",
        ruled.formulas, fixture_lexicon(), ruled.findings));
    CU_ASSERT_STRING_EQUAL(fixture_codes(ruled.findings), "V001 0:0");
    ruled_end(&ruled);
    rules_free(NULL);
}

static void keeps_the_order_of_many_rules(void)
{
    char text[8000] = "";
    struct ruled ruled;

    for (int k = 0; k < 40; k++)
        snprintf(text + strlen(text), sizeof text - strlen(text),
            "<rule code='R%d' level='hint'>" TITLE CHECK "</rule>", k);
    ruled_begin(&ruled);
    ruled_load(&ruled, "", text);
    CU_ASSERT_PTR_NOT_NULL_FATAL(ruled.rules);
    CU_ASSERT_EQUAL_FATAL(rules_count(ruled.rules), 40);
    for (size_t k = 0; k < 40; k++) {
        const struct rule *rule = rules_get(ruled.rules, k);
        CU_ASSERT_EQUAL(rule->code[0], 'R');
        CU_ASSERT_EQUAL(strtoul(rule->code + 1, NULL, 10), k);
        CU_ASSERT_EQUAL(rule->first_check, k);
    }
    ruled_end(&ruled);
}

static void includes_other_files(void)
{
    struct ruled ruled;

    ruled_begin(&ruled);
    fixture_write_list(&ruled.fixture, "schemas/e/rules/one.xml", "rules",
        "<set name='all' select='*'/>\n" CHECKED("B1")
        "<include path='two.xml'/>" CHECKED("B3"));
    fixture_write_list(&ruled.fixture, "schemas/e/rules/two.xml", "rules",
        RULE("B2", "", "<check context='$all' test='true()'>" TEXTS
        "</check>"));
    fixture_write_list(&ruled.fixture, "schemas/other/more.xml", "rules",
        CHECKED("B4"));
    ruled_load(&ruled, "", CHECKED("A1") "<include path='rules/one.xml'/>\n"
        "<include path='schemas/other/more.xml'/>\n" CHECKED("C1"));
    CU_ASSERT_STRING_EQUAL(fixture_codes(ruled.findings), "");
    CU_ASSERT_PTR_NOT_NULL_FATAL(ruled.rules);
    static const char *const codes[] = { "A1", "B1", "B2", "B3", "B4",
        "C1" };
    CU_ASSERT_EQUAL_FATAL(rules_count(ruled.rules), COUNT(codes));
    for (size_t k = 0; k < COUNT(codes); k++)
        CU_ASSERT_STRING_EQUAL(rules_get(ruled.rules, k)->code, codes[k]);
    CU_ASSERT_STRING_EQUAL(find(&ruled, "B3")->path,
        "schemas/e/rules/one.xml");
    CU_ASSERT_EQUAL(find(&ruled, "B3")->line, 3);
    CU_ASSERT_STRING_EQUAL(find(&ruled, "C1")->path, RULED_PATH);
    ruled_end(&ruled);
}

/* Files that include one another to a depth; the last one has a rule. */
static void write_chain(const struct ruled *ruled, int depth)
{
    char name[40], text[80];

    for (int k = 1; k <= depth; k++) {
        snprintf(name, sizeof name, "schemas/e/f%d.xml", k);
        snprintf(text, sizeof text, "<include path='f%d.xml'/>", k + 1);
        fixture_write_list(&ruled->fixture, name, "rules",
            k < depth ? text : CHECKED("Z1"));
    }
}

static void includes_no_deeper_than_makes_sense(void)
{
    struct ruled ruled;

    ruled_begin(&ruled);
    write_chain(&ruled, 4);
    ruled_load(&ruled, "", "<include path='f1.xml'/>");
    CU_ASSERT_STRING_EQUAL(find(&ruled, "Z1")->path,
        "schemas/e/f4.xml");
    ruled_end(&ruled);

    ruled_begin(&ruled);
    write_chain(&ruled, 5);
    ruled_load(&ruled, "", "<include path='f1.xml'/>");
    CU_ASSERT_PTR_NULL(ruled.rules);
    CU_ASSERT_STRING_EQUAL(fixture_sentence(ruled.findings, 0, LANGUAGE_EN),
        "schemas/e/f4.xml line 2: include lacks path or has it wrong; "
        "complete that row");
    ruled_end(&ruled);

    /* One that includes itself. */
    ruled_begin(&ruled);
    ruled_load(&ruled, "", "<include path='schemas/e/rules.xml'/>");
    CU_ASSERT_PTR_NULL(ruled.rules);
    CU_ASSERT_STRING_EQUAL(fixture_codes(ruled.findings), "V004 0:0");
    ruled_end(&ruled);
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
        struct ruled ruled;
        char text[1024];
        ruled_begin(&ruled);
        snprintf(text, sizeof text, "%s%s", RULE("A1", "",
            PARAMETER("ceiling", "120") PARAMETER("words", "a") CHECK),
            cases[i].change);
        ruled_load(&ruled, "", text);
        CU_ASSERT_STRING_EQUAL(fixture_codes(ruled.findings), "");
        const struct rule *rule = find(&ruled, "A1");
        CU_ASSERT_EQUAL(rule->level, cases[i].level);
        CU_ASSERT_EQUAL(rule->disabled, cases[i].disabled);
        CU_ASSERT_STRING_EQUAL(rule->parameters[0].value, cases[i].value);
        ruled_end(&ruled);
    }
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
    CU_TEST_INFO_NULL
};
