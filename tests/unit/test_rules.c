#include <CUnit/CUnit.h>
#include <string.h>

#include "6_rules/rules.h"
#include "fixture.h"

static const char path[] = "schemas/e/rules.xml";

static const char schema[] = "{'properties': {"
    "'a': {'x-type': 'count', 'title': '甲', 'x-asked': 'error'},"
    "'b': {'x-type': 'count', 'title': '乙'},"
    "'t': {'x-type': 'text', 'title': '文'},"
    "'l': {'title': '项目', 'items': {'title': '项目', 'properties': {"
    " 'name': {'x-type': 'text'}, 'n': {'x-type': 'count'}}}}}}";

#define TITLE "<zh>名</zh><en>name</en><basis>表</basis>"
#define SENTENCE "<zh>{@label}是{.}</zh><en>{@label} is {.}</en>"
#define RULE(attributes) "<rule code='A9' level='warning'>" TITLE \
    "<check " attributes ">" SENTENCE "</check></rule>"

static const char formulas_path[] = "schemas/e/formulas.xml";

static void write_in(const struct fixture *fixture, const char *name,
    const char *root, const char *text)
{
    char file[4096];

    snprintf(file, sizeof file, "<%s xmlns='urn:jixiao:%s:1' "
        "xmlns:x='urn:jixiao:exact'>\n%s</%s>", root, root, text, root);
    fixture_write(fixture, name, file);
}

static void run(struct fixture_set *set, const char *rules, const char *data)
{
    struct evaluation evaluation;
    struct rule_tally tallies[16] = {0};

    fixture_set_begin(set, schema, data);
    write_in(&set->folder, formulas_path, "formulas", "");
    write_in(&set->folder, path, "rules", rules);
    struct formulas *formulas = formulas_load(&set->folder.resources,
        formulas_path, set->findings);
    CU_ASSERT_PTR_NOT_NULL_FATAL(formulas);
    struct rules *loaded = rules_load(&set->folder.resources, path, formulas,
        set->findings);
    CU_ASSERT_PTR_NOT_NULL_FATAL(loaded);
    CU_ASSERT_TRUE_FATAL(evaluation_begin(&evaluation, set->doc, &set->style,
        set->findings));
    rules_apply(loaded, &evaluation, NULL, set->json, tallies);
    evaluation_end(&evaluation);
    rules_free(loaded);
    formulas_free(formulas);
}

static void tests_every_node_of_its_context(void)
{
    static const struct { const char *rules, *data, *codes; } cases[] = {
        { RULE("context='a' test='true()'"), "{'a': 1}", "" },
        { RULE("context='a' test='false()'"), "{'a': 1}", "A9 1:7 /a" },
        { RULE("context='none' test='false()'"), "{'a': 1}", "" },
        { RULE("context='a' test='. &lt; ../b'"), "{'a': 1, 'b': 2}", "" },
        { RULE("context='a' test='. &lt; ../b'"), "{'a': 2, 'b': 1}",
            "A9 1:7 /a" },
        { RULE("context='//n' test='. = 1'"),
            "{'l': [{'n': 1},\n{'n': 2},\n {'n': 3}]}",
            "A9 2:7 /l/1/n, A9 3:8 /l/2/n" },
        /* Strings and nodes count as XPath has it. */
        { RULE("context='a' test=\"'word'\""), "{'a': 1}", "" },
        { RULE("context='a' test='../b/@value'"), "{'a': 1}", "A9 1:7 /a" },
        { RULE("context='a' test=\"x:compare(., '5') = 0\""), "{'a': 5}",
            "" },
        /* What is absent stands at what is around it. */
        { RULE("context='a' test='@value'"), "\n {}", "A9 2:2 /a" },
        { RULE("context='l/item/n' test='@value'"), "{'l':\n[{}]}",
            "A9 2:2 /l/0/n" },
        /* A blank compares as neither more nor less. */
        { RULE("context='a' test='not(x:compare(., ../b) > 0)'"),
            "{'a': 7, 'b': null}", "" },
        /* A string is no set of nodes. */
        { RULE("context=\"'a'\" test='false()'"), "{'a': 1}", "" },
        /* Attributes have no place of their own. */
        { RULE("context='a/@label' test='false()'"), "{'a': 1}", "A9 1:1" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct fixture_set set;
        run(&set, cases[i].rules, cases[i].data);
        CU_ASSERT_STRING_EQUAL(fixture_codes(set.findings), cases[i].codes);
        fixture_set_end(&set);
    }
}

static void reports_where_at_leads(void)
{
    static const struct { const char *at, *codes; } cases[] = {
        { "../b", "A9 1:15 /b" }, { "//n", "A9 1:30 /l/0/n" },
        { ".", "A9 1:7 /a" },
        { "none", "A9 1:7 /a" },        /* nowhere: at the node itself */
        { "'a'", "A9 1:7 /a" },
        { "x:sum(1)", "V003 0:0, A9 1:7 /a" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct fixture_set set;
        char rule[256];
        snprintf(rule, sizeof rule, "<rule code='A9' level='error'>"
            TITLE "<check context='a' test='false()' at=\"%s\">"
            "<zh>z</zh><en>e</en></check></rule>", cases[i].at);
        run(&set, rule, "{'a': 1, 'b': 2, 'l': [{'n': 3}]}");
        CU_ASSERT_STRING_EQUAL(fixture_codes(set.findings), cases[i].codes);
        fixture_set_end(&set);
    }
}

static void makes_up_sentence_level_and_basis(void)
{
    struct fixture_set set;

    run(&set, "<rule code='B21' level='hint'><zh>名</zh><en>name</en>"
        "<basis>附件2</basis><check context='l/item/n' test='. &lt; 5'>"
        "<zh>{../name}的{@label}为{.}</zh>"
        "<en>{../name}: {x:print(., '数')}</en></check></rule>",
        "{'l': [{'name': '公路', 'n': 7}]}");
    CU_ASSERT_EQUAL_FATAL(findings_count(set.findings), 1);
    const struct finding *finding = findings_get(set.findings, 0);
    CU_ASSERT_STRING_EQUAL(finding->code, "B21");
    CU_ASSERT_EQUAL(finding->level, LEVEL_HINT);
    CU_ASSERT_STRING_EQUAL(finding->text[LANGUAGE_ZH], "公路的n为7");
    CU_ASSERT_STRING_EQUAL(finding->text[LANGUAGE_EN], "公路: 7");
    CU_ASSERT_STRING_EQUAL(finding->basis, "附件2");
    fixture_set_end(&set);
}

static void reports_what_cannot_be_evaluated(void)
{
    static const struct { const char *rules, *codes; } cases[] = {
        { RULE("context='a' test='x:sum(1)'"), "V003 0:0" },
        { RULE("context='a + 1' test='false()'"), "" },
        { "<rule code='A9' level='error'>" TITLE "<check context='a' "
            "test='false()'><zh>{x:sum(1)}</zh><en>e</en></check></rule>",
            "V003 0:0, A9 1:7 /a" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct fixture_set set;
        run(&set, cases[i].rules, "{'a': 1}");
        CU_ASSERT_STRING_EQUAL(fixture_codes(set.findings), cases[i].codes);
        fixture_set_end(&set);
    }
}

#define REFUSED(attributes, sentence) "<rule code='A' level='error'>" TITLE \
    "<check " attributes ">" sentence "</check></rule>"

static void refuses_a_file_with_a_fault(void)
{
    static const struct { const char *rules, *code, *part; } cases[] = {
        { "<rule/>", "V004", "line 2: ? lacks code" },
        { REFUSED("test='1'", SENTENCE), "V004", "A lacks context" },
        { REFUSED("context='a'", SENTENCE), "V004", "A lacks test" },
        { REFUSED("context='a[' test='1'", SENTENCE), "V003",
            "of A cannot be used: a[" },
        { REFUSED("context='a' test=')'", SENTENCE), "V003",
            "of A cannot be used: )" },
        { REFUSED("context='a' test='1' at='//'", SENTENCE), "V003",
            "cannot be used: //" },
        { REFUSED("context='a' test='1'", "<zh>{</zh><en>e</en>"), "V003",
            "cannot be used:  (" },
        { REFUSED("context='a' test='1'", "<zh>{a}</zh><en>{b +}</en>"),
            "V003", "cannot be used: b +" },
        { "<rule", "V002", "malformed" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct findings *findings = findings_new();
        struct fixture fixture;
        fixture_begin(&fixture);
        write_in(&fixture, formulas_path, "formulas", "");
        write_in(&fixture, path, "rules", cases[i].rules);
        struct formulas *formulas = formulas_load(&fixture.resources,
            formulas_path, findings);
        CU_ASSERT_PTR_NULL(rules_load(&fixture.resources, path, formulas,
            findings));
        CU_ASSERT_EQUAL_FATAL(findings_count(findings), 1);
        CU_ASSERT_STRING_EQUAL(findings_get(findings, 0)->code,
            cases[i].code);
        CU_ASSERT_PTR_NOT_NULL(strstr(fixture_sentence(findings, 0,
            LANGUAGE_EN), cases[i].part));
        formulas_free(formulas);
        fixture_end(&fixture);
        findings_free(findings);
    }
    rules_free(NULL);
}

static void takes_a_file_without_rules(void)
{
    struct fixture_set set;

    run(&set, "", "{}");
    CU_ASSERT_STRING_EQUAL(fixture_codes(set.findings), "");
    CU_ASSERT_PTR_NULL(rules_load(&set.folder.resources, "missing.xml",
        NULL, set.findings));
    CU_ASSERT_STRING_EQUAL(fixture_codes(set.findings), "V001 0:0");
    fixture_set_end(&set);
}

CU_TestInfo rules_tests[] = {
    {"test every node of their context", tests_every_node_of_its_context},
    {"report where `at` leads", reports_where_at_leads},
    {"make up sentence, level and basis", makes_up_sentence_level_and_basis},
    {"report what cannot be evaluated", reports_what_cannot_be_evaluated},
    {"refuse a file with a fault", refuses_a_file_with_a_fault},
    {"take a file without rules", takes_a_file_without_rules},
    CU_TEST_INFO_NULL
};
