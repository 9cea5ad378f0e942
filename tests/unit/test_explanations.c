/* Explanations of the data file: which warning each answers, and what
 * answers none. */

#include <CUnit/CUnit.h>
#include <string.h>

#include "6_rules/explanations.h"
#include "fixture.h"

static const char schema[] = "{'properties': {'a': {'x-type': 'count'},"
    "'explanations': {'items': {'properties': {"
    "'rule': {'x-type': 'token'}, 'pointer': {'x-type': 'token'},"
    "'reason': {'x-type': 'text'}}}}}}";

static void add(struct fixture_set *set, const char *code, enum level level,
    const char *pointer)
{
    findings_add_made(set->findings, &(struct finding){ .code = code,
        .level = level, .pointer = pointer, .text = { "句", "s" } });
}

static void answers_the_warning_it_names(void)
{
    static const struct { const char *code; enum level level;
        const char *pointer, *answer; } cases[] = {
        { "A4", LEVEL_WARNING, "/a", "因故" },
        { "A4", LEVEL_WARNING, "/b", NULL },
        { "A5", LEVEL_WARNING, "/a", NULL },
        { "A4", LEVEL_WARNING, NULL, NULL },
        { "A4", LEVEL_ERROR, "/a", NULL },      /* not to be explained */
        { "A4", LEVEL_HINT, "/a", "因故" },
        { "A4", LEVEL_WARNING, "/a", "因故" },   /* every one of them */
    };
    struct fixture_set set;

    fixture_set_begin(&set, schema, "{'explanations': [{'rule': 'A4',"
        "'pointer': '/a', 'reason': '因故'}]}");
    for (size_t i = 0; i < COUNT(cases); i++)
        add(&set, cases[i].code, cases[i].level, cases[i].pointer);
    explanations_apply(NULL, set.doc, set.json, set.findings, 0);
    CU_ASSERT_EQUAL(findings_count(set.findings), COUNT(cases));
    for (size_t i = 0; i < COUNT(cases); i++) {
        const char *answer = findings_get(set.findings, i)->answer;
        CU_ASSERT_EQUAL(answer != NULL, cases[i].answer != NULL);
        if (answer && cases[i].answer)
            CU_ASSERT_STRING_EQUAL(answer, cases[i].answer);
    }
    CU_ASSERT_EQUAL(findings_worst(set.findings), LEVEL_ERROR);
    fixture_set_end(&set);
}

static void reports_what_answers_nothing(void)
{
    struct fixture_set set;

    fixture_set_begin(&set, schema, "{'explanations': [\n"
        "{'rule': 'A4', 'pointer': '/a', 'reason': '因故'},\n"
        "{'rule': 'E1', 'pointer': '/a', 'reason': '因故'},\n"
        "{'rule': null}]}");
    add(&set, "E1", LEVEL_ERROR, "/a");
    explanations_apply(NULL, set.doc, set.json, set.findings, 0);
    CU_ASSERT_STRING_EQUAL(fixture_codes(set.findings),
        "E1 0:0 /a, P001 2:1 /explanations/0, P003 3:1 /explanations/1, "
        "P001 4:1 /explanations/2");
    CU_ASSERT_PTR_NOT_NULL(strstr(fixture_sentence(set.findings, 1,
        LANGUAGE_EN), "answers no warning: A4 /a;"));
    CU_ASSERT_EQUAL(findings_get(set.findings, 1)->level, LEVEL_WARNING);
    fixture_set_end(&set);
}

/* Findings of what was before the rules are not theirs to answer. */
static void leaves_the_findings_before(void)
{
    struct fixture_set set;

    fixture_set_begin(&set, schema, "{'explanations': [{'rule': 'A4',"
        "'pointer': '/a', 'reason': '因故'}]}");
    add(&set, "A4", LEVEL_WARNING, "/a");
    explanations_apply(NULL, set.doc, set.json, set.findings, 1);
    CU_ASSERT_PTR_NULL(findings_get(set.findings, 0)->answer);
    CU_ASSERT_EQUAL(findings_count(set.findings), 2);
    fixture_set_end(&set);
}

static void needs_no_explanations(void)
{
    static const struct { const char *schema, *data; } cases[] = {
        { schema, "{}" }, { schema, "{'explanations': null}" },
        { schema, "{'explanations': []}" }, { "{}", "{}" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct fixture_set set;
        fixture_set_begin(&set, cases[i].schema, cases[i].data);
        explanations_apply(NULL, set.doc, set.json, set.findings, 0);
        CU_ASSERT_STRING_EQUAL(fixture_codes(set.findings), "");
        fixture_set_end(&set);
    }
}

/* An edition whose entries have other members: no lack of memory. */
static void takes_entries_of_another_shape(void)
{
    struct fixture_set set;

    fixture_set_begin(&set, "{'properties': {'explanations': {'items':"
        "{'x-type': 'text'}}}}", "{'explanations': ['因故']}");
    explanations_apply(NULL, set.doc, set.json, set.findings, 0);
    CU_ASSERT_STRING_EQUAL(fixture_codes(set.findings),
        "P001 1:19 /explanations/0");
    fixture_set_end(&set);
}

static void needs_a_reason(void)
{
    struct fixture_set set;

    fixture_set_begin(&set, schema, "{'explanations': [{'rule': 'A4',"
        "'pointer': '/a', 'reason': ' \u3000 '}]}");
    add(&set, "A4", LEVEL_WARNING, "/a");
    explanations_apply(NULL, set.doc, set.json, set.findings, 0);
    CU_ASSERT_PTR_NULL(findings_get(set.findings, 0)->answer);
    CU_ASSERT_STRING_EQUAL(findings_get(set.findings, 1)->code, "P002");
    fixture_set_end(&set);
}

/* Where an error has the last word, the warning may come back. */
static void wait_where_a_rule_is_silent(void)
{
    static const struct { const char *code, *pointer, *codes; } cases[] = {
        { "E1", "/a", "E1 0:0 /a" }, { "E2", "/a", "E2 0:0 /a" },
        { "E1", "/b", "E1 0:0 /b, P001 1:19 /explanations/0" },
        { "E3", "/a", "E3 0:0 /a, P001 1:19 /explanations/0" },
        { "E1", NULL, "E1 0:0, P001 1:19 /explanations/0" },
    };
#define TEXTS "<zh>z</zh><en>e</en>"
    static const char file[] = "<rules xmlns='urn:jixiao:rules:1'>"
        "<rule code='E1' level='error'>" TEXTS "<basis>b</basis>"
        "<check context='a' test='1'>" TEXTS "</check></rule>"
        "<rule code='E2' level='error'>" TEXTS "<basis>b</basis>"
        "<check context='a' test='1'>" TEXTS "</check></rule>"
        "<rule code='A4' level='warning'>" TEXTS "<basis>b</basis>"
        "<check context='a' test='1'>" TEXTS "</check>"
        "<check context='a' test='1' after='E2 E1'>" TEXTS "</check>"
        "</rule></rules>";

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct fixture_set set;
        struct formulas *formulas;
        fixture_set_begin(&set, schema, "{'explanations': [{'rule': 'A4',"
            "'pointer': '/a', 'reason': '因故'}]}");
        struct rules *rules = fixture_rules(&set.folder, file, &formulas,
            set.findings);
        add(&set, cases[i].code, LEVEL_ERROR, cases[i].pointer);
        explanations_apply(rules, set.doc, set.json, set.findings, 0);
        CU_ASSERT_STRING_EQUAL(fixture_codes(set.findings), cases[i].codes);
        rules_free(rules);
        formulas_free(formulas);
        fixture_set_end(&set);
    }
}

/* What says of an explanation that it answers nothing may be explained. */
static void answers_what_explanations_find(void)
{
    struct fixture_set set;

    fixture_set_begin(&set, schema, "{'explanations': ["
        "{'rule': 'A4', 'pointer': '/a', 'reason': '因故'},"
        "{'rule': 'P001', 'pointer': '/explanations/0', 'reason': '先留着'}]}");
    explanations_apply(NULL, set.doc, set.json, set.findings, 0);
    CU_ASSERT_EQUAL_FATAL(findings_count(set.findings), 1);
    CU_ASSERT_STRING_EQUAL(findings_get(set.findings, 0)->answer, "先留着");
    fixture_set_end(&set);
}

/* The last one counts. */
static void answers_with_one_reason(void)
{
    struct fixture_set set;

    fixture_set_begin(&set, schema, "{'explanations': ["
        "{'rule': 'A4', 'pointer': '/a', 'reason': '一'},"
        "{'rule': 'A4', 'pointer': '/a', 'reason': '二'}]}");
    add(&set, "A4", LEVEL_WARNING, "/a");
    explanations_apply(NULL, set.doc, set.json, set.findings, 0);
    CU_ASSERT_EQUAL_FATAL(findings_count(set.findings), 1);
    CU_ASSERT_STRING_EQUAL(findings_get(set.findings, 0)->answer, "二");
    fixture_set_end(&set);
}

CU_TestInfo explanations_tests[] = {
    {"answer the warning they name", answers_the_warning_it_names},
    {"are reported where they answer nothing", reports_what_answers_nothing},
    {"leave the findings before the rules", leaves_the_findings_before},
    {"need not be there", needs_no_explanations},
    {"give a reason", needs_a_reason},
    {"wait where a rule is silent", wait_where_a_rule_is_silent},
    {"may have another shape", takes_entries_of_another_shape},
    {"answers what explanations find", answers_what_explanations_find},
    {"answers with one reason", answers_with_one_reason},
    CU_TEST_INFO_NULL
};
