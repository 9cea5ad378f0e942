/* Rules applied to a submission: contexts, tests, sentences, levels,
 * tallies, last year's data. */

#include <CUnit/CUnit.h>
#include <string.h>

#include "6_rules/rules.h"
#include "fixture.h"

static const char path[] = "schemas/e/rules.xml";
static const char formulas_path[] = "schemas/e/formulas.xml";

static const char schema[] = "{'properties': {"
    "'a': {'x-type': 'count', 'title': '甲', 'x-asked': 'error'},"
    "'b': {'x-type': 'count', 'title': '乙', 'x-unit': '人',"
    " 'x-attachment': '附件2'},"
    "'m': {'x-type': 'amount', 'x-unit': '万元', 'title': '合计',"
    " 'x-attachment': '附件1'},"
    "'r': {'x-type': 'rate', 'x-unit': '%', 'title': '率'},"
    "'t': {'x-type': 'text', 'title': '文'},"
    "'l': {'title': '项目', 'items': {'title': '项目', 'x-label-from': 'name',"
    "'properties': {"
    " 'name': {'x-type': 'text'}, 'n': {'x-type': 'count'}}}}}}";

#define TITLE "<zh>名</zh><en>name</en><basis>表</basis>"
#define SENTENCE "<zh>{@label}是{.}</zh><en>{@label} is {.}</en>"
#define CHECK(attributes) "<check " attributes ">" SENTENCE "</check>"
#define CODED(code, parts) "<rule code='" code "' level='warning'>" TITLE \
    parts "</rule>"
#define RULE(attributes) CODED("A9", CHECK(attributes))
#define FAULT(attributes) "<rule code='A9' level='error'>" TITLE \
    CHECK(attributes) "</rule>"
#define FIRES(code) CODED(code, CHECK("context='a'"))

/* Compares a with twice b. */
#define FORMULA "<formula code='A4' target='a' " \
    "value=\"x:product(../b, '2', 0)\"><zh>两倍</zh><en>twice</en></formula>"
#define COMPARED "<rule code='A4' level='hint' kind='formula'>" \
    "<zh>倍</zh><en>twice</en><basis>算术</basis></rule>"

/* An edition of some formulas and rules, and data that they run on. */
struct desk {
    struct fixture_set set;
    struct formulas *formulas;
    struct rules *rules;
    struct rule_tally tallies[16];
    const struct finding *reference;    /* what references find, or NULL */
};

static void begin(struct desk *desk, const char *formulas, const char *rules,
    const char *data)
{
    *desk = (struct desk){0};
    fixture_set_begin(&desk->set, schema, data);
    fixture_write_list(&desk->set.folder, formulas_path, "formulas",
        formulas);
    fixture_write_list(&desk->set.folder, path, "rules", rules);
    desk->formulas = formulas_load(&desk->set.folder.resources,
        formulas_path, desk->set.findings);
    CU_ASSERT_PTR_NOT_NULL_FATAL(desk->formulas);
    desk->rules = rules_load(&desk->set.folder.resources, path,
        desk->formulas, fixture_lexicon(), desk->set.findings);
    CU_ASSERT_PTR_NOT_NULL_FATAL(desk->rules);
    CU_ASSERT_FATAL(rules_count(desk->rules) <= COUNT(desk->tallies));
}

/* All that a run does with rules. */
static void apply(struct desk *desk, xmlDocPtr previous)
{
    struct fixture_set *set = &desk->set;
    size_t first = findings_count(set->findings), compared[16] = {0};
    struct evaluation evaluation;

    CU_ASSERT_FATAL(formulas_count(desk->formulas) <= COUNT(compared));
    CU_ASSERT_TRUE_FATAL(evaluation_begin(&evaluation, set->doc, &set->style,
        set->findings));
    formulas_apply(desk->formulas, &evaluation, set->json, compared);
    if (desk->reference)
        findings_add_made(set->findings, desk->reference);
    rules_apply(desk->rules, &evaluation, previous, set->json, desk->tallies);
    evaluation_end(&evaluation);
    rules_finish(desk->rules, desk->formulas,
        (struct rule_counts){ compared, desk->tallies }, set->doc,
        set->findings, first);
}

static void end(struct desk *desk)
{
    rules_free(desk->rules);
    formulas_free(desk->formulas);
    fixture_set_end(&desk->set);
}

static void run(struct desk *desk, const char *rules, const char *data)
{
    begin(desk, "", rules, data);
    apply(desk, NULL);
}

static void tests_every_node_of_its_context(void)
{
    static const struct { const char *rules, *data, *codes; } cases[] = {
        { RULE("context='a' test='true()'"), "{'a': 1}", "" },
        { RULE("context='a' test='false()'"), "{'a': 1}", "A9 1:7 /a" },
        { RULE("context='a'"), "{'a': 1}", "A9 1:7 /a" },
        { RULE("context='none' test='false()'"), "{'a': 1}", "" },
        { RULE("context='a' test='. &lt; ../b'"), "{'a': 1, 'b': 2}", "" },
        { RULE("context='a' test='. &lt; ../b'"), "{'a': 2, 'b': 1}",
            "A9 1:7 /a" },
        { RULE("context='//n' test='. = 1'"),
            "{'l': [{'n': 1},\n{'n': 2},\n {'n': 3}]}",
            "A9 2:7 /l/1/n, A9 3:8 /l/2/n" },
        /* The place of the words, if they are in the text. */
        { RULE("context='t' sign=\"'b'\""), "{'t': 'a\\nb'}",
            "A9 1:11 /t" },
        { RULE("context='t' sign=\"'c'\""), "{'t': 'a'}", "A9 1:7 /t" },
        { RULE("context='a' sign=\"'1'\""), "{'a': 1}", "A9 1:7 /a" },
        { RULE("context='t' sign=\"''\""), "{'t': 'a'}", "A9 1:7 /t" },
        /* Strings, numbers and nodes count as XPath has it. */
        { RULE("context='a' test=\"'word'\""), "{'a': 1}", "" },
        { RULE("context='a' test=\"''\""), "{'a': 1}", "A9 1:7 /a" },
        { RULE("context='a' test='2'"), "{'a': 1}", "" },
        { RULE("context='a' test='0'"), "{'a': 1}", "A9 1:7 /a" },
        { RULE("context='a' test='../b/@value'"), "{'a': 1}", "A9 1:7 /a" },
        { RULE("context='a' test=\"x:compare(., '5') = 0\""), "{'a': 5}",
            "" },
        { RULE("context='a' test='true() or false() and false()'"),
            "{'a': 1}", "" },
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
        /* What is said more than once. */
        { RULE("context='l/item[{said} > 1]' said='n' test='{said} = 4'"),
            "{'l': [{'n': 1}, {'n': 4}, {'n': 3}]}", "A9 1:28 /l/2" },
        { RULE("columns='a b' context='{column}' said='../{column} + 1' "
            "test='{said} > 5'"), "{'a': 7, 'b': 1}", "A9 1:15 /b" },
        /* One node, two checks. */
        { RULE("context='l/item/n' test='. > 5' unless='. = 4'"),
            "{'l': [{'n': 4}, {'n': 3}]}", "A9 1:24 /l/1/n" },
        { CODED("A9", CHECK("context='a' test='. > 5'")
            CHECK("context='a' test='. > 3'")), "{'a': 4}", "A9 1:7 /a" },
        { CODED("A9", CHECK("context='a' test='. > 5'")
            CHECK("context='a' test='. > 3'")), "{'a': 2}",
            "A9 1:7 /a, A9 1:7 /a" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct desk desk;
        run(&desk, cases[i].rules, cases[i].data);
        CU_ASSERT_STRING_EQUAL(fixture_codes(desk.set.findings),
            cases[i].codes);
        end(&desk);
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
        struct desk desk;
        char rule[256];
        snprintf(rule, sizeof rule, "<rule code='A9' level='error'>"
            TITLE "<check context='a' test='false()' at=\"%s\">"
            "<zh>z</zh><en>e</en></check></rule>", cases[i].at);
        run(&desk, rule, "{'a': 1, 'b': 2, 'l': [{'n': 3}]}");
        CU_ASSERT_STRING_EQUAL(fixture_codes(desk.set.findings),
            cases[i].codes);
        end(&desk);
    }
}

static void makes_up_sentence_level_and_basis(void)
{
    struct desk desk;

    run(&desk, "<rule code='B21' level='hint'><zh>名</zh><en>name</en>"
        "<basis>附件2</basis><check context='l/item/n' test='. &lt; 5'>"
        "<zh>{../name}的{@label}为{.}</zh>"
        "<en>{../name}: {x:print(., '数')}</en></check></rule>",
        "{'l': [{'name': '公路', 'n': 7}]}");
    CU_ASSERT_EQUAL_FATAL(findings_count(desk.set.findings), 1);
    const struct finding *finding = findings_get(desk.set.findings, 0);
    CU_ASSERT_STRING_EQUAL(finding->code, "B21");
    CU_ASSERT_EQUAL(finding->level, LEVEL_HINT);
    CU_ASSERT_STRING_EQUAL(finding->text[LANGUAGE_ZH], "公路的n为7");
    CU_ASSERT_STRING_EQUAL(finding->text[LANGUAGE_EN], "公路: 7");
    CU_ASSERT_STRING_EQUAL(finding->basis, "附件2");
    end(&desk);
}

static void reports_what_cannot_be_evaluated(void)
{
    static const struct { const char *rules, *codes; } cases[] = {
        { RULE("context='a' test='x:sum(1)'"), "V003 0:0" },
        { RULE("context='x:sum(1)' test='false()'"), "V003 0:0" },
        { RULE("context='a + 1' test='false()'"), "" },
        { RULE("context='a' test='false()' expected='x:sum(1)'"),
            "V003 0:0, A9 1:7 /a" },
        { CODED("A9", "<check context='a' test='false()'>"
            "<zh>{x:sum(1)}</zh><en>e</en></check>"),
            "V003 0:0, A9 1:7 /a" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct desk desk;
        run(&desk, cases[i].rules, "{'a': 1}");
        CU_ASSERT_STRING_EQUAL(fixture_codes(desk.set.findings),
            cases[i].codes);
        end(&desk);
    }
}

static void says_what_should_be_there(void)
{
    static const struct { const char *expected, *value; } cases[] = {
        { "../b", "2" }, { "'words'", "words" },
        { "x:sum(. | ../b)", "3" }, { "concat(../b, '人')", "2人" },
        /* Nothing is no value. */
        { "none", NULL }, { "''", NULL }, { "../t", NULL },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct desk desk;
        char rule[256];
        snprintf(rule, sizeof rule, "<rule code='A9' level='error'>"
            TITLE "<check context='a' test='false()' expected=\"%s\">"
            "<zh>z</zh><en>e</en></check></rule>", cases[i].expected);
        run(&desk, rule, "{'a': 1, 'b': 2}");
        CU_ASSERT_EQUAL_FATAL(findings_count(desk.set.findings), 1);
        const char *value = findings_get(desk.set.findings, 0)->expected;
        CU_ASSERT_EQUAL(value != NULL, cases[i].value != NULL);
        if (value && cases[i].value)
            CU_ASSERT_STRING_EQUAL(value, cases[i].value);
        end(&desk);
    }
}

static void repeats_a_check_for_its_columns(void)
{
    struct desk desk;

    run(&desk, CODED("A9", "<check columns='a b none m' context='{column}' "
        "test=\"@value = '{column}'\" at='../{column}' "
        "expected=\"'{column}1'\"><zh>{@src}</zh>"
        "<en>{../{column}/@src}</en></check>"),
        "{'a': 1, 'b': 2, 'm': 3}");
    CU_ASSERT_STRING_EQUAL(fixture_codes(desk.set.findings),
        "A9 1:7 /a, A9 1:23 /m, A9 1:15 /b");
    CU_ASSERT_STRING_EQUAL(fixture_sentence(desk.set.findings, 1,
        LANGUAGE_EN), "/m");
    CU_ASSERT_STRING_EQUAL(findings_get(desk.set.findings, 2)->expected,
        "b1");
    CU_ASSERT_EQUAL(desk.tallies[0].looked_at, 3);
    end(&desk);
}

static void names_sets_and_parameters_as_variables(void)
{
    static const struct { const char *rules, *codes; } cases[] = {
        { "<set name='all' select='a | b'/>"
            RULE("context='$all' test='. = 1'"), "A9 1:15 /b" },
        { "<set name='all' select='a | b'/><set name='rest' "
            "select='$all[. = 2]'/>" RULE("context='$rest' test='false()'"),
            "A9 1:15 /b" },
        { "<set name='word' select=\"concat(a, b)\"/>"
            RULE("context='a' test=\"$word != '12'\""), "A9 1:7 /a" },
        { "<set name='all' select='none'/>"
            RULE("context='$all' test='false()'"), "" },
        /* One that cannot be evaluated is missed where it is named. */
        { "<set name='all' select='x:sum(1)'/>"
            RULE("context='$all' test='false()'") FIRES("A10"),
            "V003 0:0, V003 0:0, A10 1:7 /a" },
        { CODED("A9", "<parameter name='most' value='1'>" SENTENCE
            "</parameter>" CHECK("context='a | b' "
            "test='not(x:compare(., $most) > 0)'")), "A9 1:15 /b" },
        /* A parameter belongs to its rule: others have one of that name. */
        { CODED("A8", "<parameter name='most' value='0'>" SENTENCE
            "</parameter>" CHECK("context='a' test='. &lt;= $most'"))
          CODED("A9", "<parameter name='most' value='2'>" SENTENCE
            "</parameter>" CHECK("context='a | b' test='. &lt;= $most'")),
            "A8 1:7 /a" },
        { CODED("A9", "<parameter name='word' value='一'>" SENTENCE
            "</parameter>" CHECK("context='a' test=\"$word = '二'\"")),
            "A9 1:7 /a" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct desk desk;
        run(&desk, cases[i].rules, "{'a': 1, 'b': 2}");
        CU_ASSERT_STRING_EQUAL(fixture_codes(desk.set.findings),
            cases[i].codes);
        end(&desk);
    }
}

static void compares_with_last_year(void)
{
    static const char rules[] = RULE("context='b[$previous]' "
        "test='. = $previous/b'");
    static const char *const data[] = { "{'b': 2}", "{'b': 3}", "{}" };
    static const char *const codes[] = { "", "A9 1:7 /b", "A9 1:7 /b" };
    struct desk desk;

    for (size_t i = 0; i < COUNT(data); i++) {
        struct fixture_set last;
        fixture_set_begin(&last, schema, data[i]);
        begin(&desk, "", rules, "{'b': 2}");
        apply(&desk, last.doc);
        CU_ASSERT_STRING_EQUAL(fixture_codes(desk.set.findings), codes[i]);
        end(&desk);
        fixture_set_end(&last);
    }
    run(&desk, rules, "{'b': 2}");
    CU_ASSERT_STRING_EQUAL(fixture_codes(desk.set.findings), "");
    end(&desk);
}

static void leaves_the_last_word_to_others(void)
{
    static const struct { const char *rules, *data, *codes; } cases[] = {
        /* The rule above, at this place or at another one. */
        { FIRES("A1") RULE("context='a' test='false()' after='A1'"),
            "{'a': 1}", "A1 1:7 /a" },
        { FIRES("A1") FAULT("context='b' test='false()' after='A1' "
            "beside='../a'"), "{'a': 1, 'b': 2}", "A1 1:7 /a" },
        { FIRES("A1") FAULT("context='b' test='false()' after='A1' "
            "beside='../c | @label'"), "{'a': 1, 'b': 2}",
            "A1 1:7 /a, A9 1:15 /b" },
        { FIRES("A1") RULE("context='b' test='false()' after='A1'"),
            "{'a': 1, 'b': 2}", "A1 1:7 /a, A9 1:15 /b" },
        { FIRES("A1") RULE("context='b' test='false()' at='../a' "
            "after='A1'"), "{'a': 1, 'b': 2}", "A1 1:7 /a" },
        { FIRES("A1") FIRES("A12") RULE("context='a' test='false()' "
            "after=' A12  A1 '"), "{'a': 1}", "A1 1:7 /a, A12 1:7 /a" },
        /* A code is not what another one begins with. */
        { CODED("A1", CHECK("context='b' test='false()'")) FIRES("A12")
            RULE("context='a' test='false()' after='A1'"), "{'a': 1}",
            "A12 1:7 /a, A9 1:7 /a, A1 1:1 /b" },
        /* Its own, found by the check above. */
        { CODED("A9", CHECK("context='a' test='. > 5'")
            CHECK("context='a' test='. > 3' after='A9'")), "{'a': 2}",
            "A9 1:7 /a" },
        /* Nothing was found there. */
        { CODED("A1", CHECK("context='a' test='true()'"))
            RULE("context='a' test='false()' after='A1'"), "{'a': 1}",
            "A9 1:7 /a" },
        /* What has no place is never told before. */
        { CODED("A1", CHECK("context='a/@label' test='false()'"))
            RULE("context='a/@label' test='false()' after='A1'"),
            "{'a': 1}", "A1 1:1, A9 1:1" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct desk desk;
        run(&desk, cases[i].rules, cases[i].data);
        CU_ASSERT_STRING_EQUAL(fixture_codes(desk.set.findings),
            cases[i].codes);
        end(&desk);
    }
}

static void leaves_the_last_word_to_formulas(void)
{
    static const char rules[] = RULE("context='a' test='. &lt; 6' "
        "after='A4'") COMPARED;
    static const struct { const char *data, *codes; bool disabled; }
    cases[] = {
        { "{'a': 7, 'b': 3}", "A4 1:7 /a", false },
        { "{'a': 6, 'b': 3}", "A9 1:7 /a", false },
        { "{'a': 7}", "A9 1:7 /a", false },
        /* One that is disabled has none. */
        { "{'a': 7, 'b': 3}", "A9 1:7 /a", true },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct desk desk;
        begin(&desk, FORMULA, rules, cases[i].data);
        if (cases[i].disabled)
            rules_disable(desk.rules, "A4", desk.set.findings);
        apply(&desk, NULL);
        CU_ASSERT_STRING_EQUAL(fixture_codes(desk.set.findings),
            cases[i].codes);
        end(&desk);
    }
}

static void leaves_the_last_word_to_the_program(void)
{
    static const struct finding reference = { .code = "R002",
        .level = LEVEL_ERROR, .pointer = "/a", .text = { "句", "s" } };
    static const struct { const char *after, *codes; } cases[] = {
        { "R002", "R002 0:0 /a" }, { "R001 R002", "R002 0:0 /a" },
        { "R001", "R002 0:0 /a, A9 1:7 /a" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct desk desk;
        char rule[256];
        snprintf(rule, sizeof rule, "<rule code='A9' level='error'>" TITLE
            "<check context='a' test='false()' after='%s'>" SENTENCE
            "</check></rule>", cases[i].after);
        begin(&desk, "", rule, "{'a': 1}");
        desk.reference = &reference;
        apply(&desk, NULL);
        CU_ASSERT_STRING_EQUAL(fixture_codes(desk.set.findings),
            cases[i].codes);
        end(&desk);
    }
}

/* Another file, or last year's, has the same pointers. */
static void does_not_look_at_the_findings_of_other_files(void)
{
    struct desk desk;

    begin(&desk, "", CODED("A1", CHECK("context='a' test='true()'"))
        RULE("context='a' test='false()' after='A1'"), "{'a': 1}");
    findings_set_file(desk.set.findings, "other.json");
    findings_add_made(desk.set.findings, &(struct finding){ .code = "A1",
        .level = LEVEL_ERROR, .pointer = "/a", .text = { "句", "s" } });
    findings_set_file(desk.set.findings, NULL);
    apply(&desk, NULL);
    CU_ASSERT_EQUAL(findings_count(desk.set.findings), 2);
    CU_ASSERT_STRING_EQUAL(findings_get(desk.set.findings, 1)->code, "A9");
    CU_ASSERT_EQUAL(findings_get(desk.set.findings, 0)->level, LEVEL_ERROR);
    CU_ASSERT_PTR_NULL(findings_get(desk.set.findings, 0)->where);
    CU_ASSERT_EQUAL(desk.tallies[0].found, 0);
    end(&desk);
}

static void gives_formulas_their_level_and_basis(void)
{
    struct desk desk;

    begin(&desk, FORMULA, COMPARED, "{'a': 7, 'b': 3}");
    apply(&desk, NULL);
    CU_ASSERT_EQUAL_FATAL(findings_count(desk.set.findings), 1);
    const struct finding *finding = findings_get(desk.set.findings, 0);
    CU_ASSERT_STRING_EQUAL(finding->code, "A4");
    CU_ASSERT_EQUAL(finding->level, LEVEL_HINT);
    CU_ASSERT_STRING_EQUAL(finding->basis, "算术");
    CU_ASSERT_STRING_EQUAL(finding->found, "7");
    CU_ASSERT_STRING_EQUAL(finding->expected, "6");
    CU_ASSERT_STRING_EQUAL(finding->where, "甲");
    CU_ASSERT_EQUAL(desk.tallies[0].looked_at, 1);
    CU_ASSERT_EQUAL(desk.tallies[0].found, 1);
    end(&desk);

    begin(&desk, FORMULA, COMPARED, "{'a': 7, 'b': 3}");
    rules_set_level(desk.rules, "A4", LEVEL_ERROR, desk.set.findings);
    apply(&desk, NULL);
    CU_ASSERT_EQUAL(findings_worst(desk.set.findings), LEVEL_ERROR);
    end(&desk);

    /* What one finds that is disabled goes; what it fills stays. */
    begin(&desk, FORMULA, COMPARED, "{'a': 7, 'b': 3}");
    rules_disable(desk.rules, "A4", desk.set.findings);
    apply(&desk, NULL);
    CU_ASSERT_EQUAL(findings_count(desk.set.findings), 0);
    end(&desk);
    begin(&desk, FORMULA, COMPARED, "{'b': 3}");
    rules_disable(desk.rules, "A4", desk.set.findings);
    apply(&desk, NULL);
    CU_ASSERT_STRING_EQUAL(fixture_xpath(desk.set.doc, "/*/a"), "6");
    end(&desk);
}

static void says_where_and_what_was_found(void)
{
    static const struct { const char *context, *data, *where, *found,
        *attachment; } cases[] = {
        { "b", "{'b': 2}", "附件2 乙", "2人", "附件2" },
        { "m", "{'m': 9.90}", "附件1 合计", "9.9万元", "附件1" },
        /* What the form prints with its unit has it once. */
        { "r", "{'r': 50}", "率", "50%", NULL },
        { "t", "{'t': '一二三四五六七八九十一二三四五六七八九十"
            "一二三四五六七八九十一二三四五六七八九十'}", "文",
            "一二三四五六七八九十一二三四五六七八九十"
            "一二三四五六七八九十一二三四五六七八九十", NULL },
        { "t", "{'t': '一二三四五六七八九十一二三四五六七八九十"
            "一二三四五六七八九十一二三四五六七八九十完'}", "文",
            "一二三四五六七八九十一二三四五六七八九十"
            "一二三四五六七八九十一二三四五六七八九十…", NULL },
        /* Nothing is found in a blank, nor in what is no value. */
        { "b", "{'b': null}", "附件2 乙", NULL, "附件2" },
        { "b", "{}", "附件2 乙", NULL, "附件2" },
        { "l", "{'l': [{'n': 1}]}", "“项目”", NULL, NULL },
        { "l/item/n", "{'l': [{'n': 1}]}", "项目第1项 n", "1", NULL },
        { ".", "{}", NULL, NULL, NULL },
        { "b/@unit", "{'b': 2}", NULL, NULL, NULL },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct desk desk;
        char rule[256];
        snprintf(rule, sizeof rule, "<rule code='A9' level='error'>"
            TITLE "<check context='%s' test='false()'>"
            "<zh>z</zh><en>e</en></check></rule>", cases[i].context);
        run(&desk, rule, cases[i].data);
        CU_ASSERT_EQUAL_FATAL(findings_count(desk.set.findings), 1);
        const struct finding *finding = findings_get(desk.set.findings, 0);
        const char *pairs[][2] = { { finding->where, cases[i].where },
            { finding->found, cases[i].found },
            { finding->attachment, cases[i].attachment } };
        for (size_t k = 0; k < COUNT(pairs); k++) {
            CU_ASSERT_EQUAL(pairs[k][0] != NULL, pairs[k][1] != NULL);
            if (pairs[k][0] && pairs[k][1])
                CU_ASSERT_STRING_EQUAL(pairs[k][0], pairs[k][1]);
        }
        end(&desk);
    }
}

static void counts_what_rules_look_at_and_find(void)
{
    static const char rules[] = CODED("A1", CHECK("context='l/item/n' "
        "test='. = 1'") CHECK("context='a' test='true()'"))
        FIRES("A2") CODED("A3", CHECK("context='none' test='true()'"))
        COMPARED
        "<rule code='A5' level='error' kind='undecided'>" TITLE "<reason>"
        SENTENCE "</reason></rule>"
        /* Its context is what fails: it has looked at the whole. */
        CODED("A6", CHECK("context='none'"));
    static const struct rule_tally tallies[] = {
        { 4, 2, false }, { 1, 1, false }, { 0, 0, false },
        { 1, 0, false }, { 0, 0, false }, { 1, 0, false }
    };
    struct desk desk;

    begin(&desk, FORMULA, rules, "{'a': 2, 'b': 1, 'l': [{'n': 1}, {'n': 2},"
        " {'n': 3}]}");
    apply(&desk, NULL);
    for (size_t k = 0; k < COUNT(tallies); k++) {
        CU_ASSERT_EQUAL(desk.tallies[k].looked_at, tallies[k].looked_at);
        CU_ASSERT_EQUAL(desk.tallies[k].found, tallies[k].found);
    }
    end(&desk);

    begin(&desk, "", FIRES("A1") FIRES("A2"), "{'a': 2}");
    desk.tallies[0].is_left_out = true;
    apply(&desk, NULL);
    CU_ASSERT_EQUAL(desk.tallies[0].looked_at, 0);
    CU_ASSERT_EQUAL(desk.tallies[1].looked_at, 1);
    CU_ASSERT_EQUAL(findings_count(desk.set.findings), 1);
    end(&desk);

    begin(&desk, "", FIRES("A1") FIRES("A2"), "{'a': 2}");
    rules_disable(desk.rules, "A1", desk.set.findings);
    apply(&desk, NULL);
    CU_ASSERT_EQUAL(desk.tallies[0].looked_at, 0);
    CU_ASSERT_EQUAL(desk.tallies[0].found, 0);
    CU_ASSERT_EQUAL(desk.tallies[1].found, 1);
    end(&desk);
}

#define LIMITS CODED("A9", "<parameter name='most' value='10'>" SENTENCE \
    "</parameter><parameter name='word' value='元'>" SENTENCE "</parameter>" \
    "<parameter name='none' value=''>" SENTENCE "</parameter>" \
    "<parameter name='kind' value='x y' choices='x y z'>" SENTENCE \
    "</parameter><parameter name='typo' value='a→b' pairs='→'>" SENTENCE \
    "</parameter><parameter name='share' value='90' from='1' to='100'>" \
    SENTENCE "</parameter>" \
    CHECK("context='a' test='. &lt;= $most or ../t = $word'"))

static void lets_a_run_change_rules(void)
{
    static const struct { const char *name, *value, *codes; } cases[] = {
        { "most", "10", "A9 1:7 /a" }, { "most", "11", "" },
        { "most", "11.5", "" }, { "most", "-1", "A9 1:7 /a" },
        { "word", "人", "" }, { "word", "5", "A9 1:7 /a" },
        { "word", "", "A9 1:7 /a" }, { "none", "5", "A9 1:7 /a" },
        { "kind", "z", "A9 1:7 /a" }, { "kind", " z  x ", "A9 1:7 /a" },
        { "typo", "", "A9 1:7 /a" }, { "typo", "x→y 甲→乙", "A9 1:7 /a" },
        { "share", "1", "A9 1:7 /a" }, { "share", "100.0", "A9 1:7 /a" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct desk desk;
        begin(&desk, "", LIMITS, "{'a': 11, 't': '人'}");
        CU_ASSERT_TRUE(rules_set_parameter(desk.rules, "A9", cases[i].name,
            cases[i].value, desk.set.findings));
        apply(&desk, NULL);
        CU_ASSERT_STRING_EQUAL(fixture_codes(desk.set.findings),
            cases[i].codes);
        end(&desk);
    }
}

static void says_which_change_cannot_be_made(void)
{
    enum { DISABLE, LEVEL, PARAMETER };
    static const struct { int kind; const char *code, *name, *value, *finding,
        *sentence; } cases[] = {
        { DISABLE, "Q99", NULL, NULL, "U018", "there is no rule Q99; jixiao "
            "rules lists them all" },
        { LEVEL, "A90", NULL, NULL, "U019", "there is no rule A90; the "
            "nearest is A9, jixiao rules lists them all" },
        { DISABLE, "A5", NULL, NULL, "U020", "rule A5 checks nothing and "
            "cannot be changed; leave the option out, jixiao explain A5 says "
            "why" },
        { LEVEL, "A6", NULL, NULL, "U020", "rule A6 checks nothing" },
        { PARAMETER, "A6", "most", "1", "U020", "rule A6 checks nothing" },
        { PARAMETER, "A9", "mots", "1", "U021", "rule A9 has no parameter "
            "mots; use most, word, none, kind, typo, share" },
        { PARAMETER, "A9", "", "1", "U021", "rule A9 has no parameter ;" },
        { PARAMETER, "A1", "most", "1", "U022", "rule A1 has no parameter "
            "most, nor any other; leave the option out" },
        { DISABLE, "S001", NULL, NULL, "U023", "S001 is a check of the "
            "program itself" },
        { PARAMETER, "A9", "most", "ten", "U030", "the parameter most of rule "
            "A9 is a figure, 10 now, it cannot be \"ten\"; give a figure" },
        { PARAMETER, "A9", "most", "", "U030", "it cannot be (empty)" },
        { PARAMETER, "A9", "most", "1,000", "U030", "it cannot be" },
        { PARAMETER, "A9", "kind", "w", "U031", "the parameter kind of rule "
            "A9 cannot be \"w\"; use x y z" },
        { PARAMETER, "A9", "kind", "x w", "U031", "cannot be \"x w\"" },
        { PARAMETER, "A9", "kind", "xy", "U031", "cannot be \"xy\"" },
        { PARAMETER, "A9", "kind", " ", "U031", "cannot be \" \"" },
        { PARAMETER, "A9", "typo", "abc", "U032", "the parameter typo of rule "
            "A9 is made of pairs, it cannot be \"abc\"; write them a→b, with "
            "spaces between them" },
        { PARAMETER, "A9", "typo", "a→b c", "U032", "it cannot be" },
        { PARAMETER, "A9", "typo", "→b", "U032", "it cannot be" },
        { PARAMETER, "A9", "typo", "a→", "U032", "it cannot be" },
        { PARAMETER, "A9", "typo", "a=b", "U032", "it cannot be" },
        { PARAMETER, "A9", "share", "101", "U033", "the parameter share of "
            "rule A9 is a figure from 1 to 100, 90 now, it cannot be \"101\"; "
            "give one within these bounds" },
        { PARAMETER, "A9", "share", "0.9", "U033", "it cannot be" },
        { PARAMETER, "A9", "share", "all", "U033", "it cannot be" },
        { PARAMETER, "A9", "share", "", "U033", "it cannot be" },
    };
    struct desk desk;

    begin(&desk, "", FIRES("A1") LIMITS
        "<rule code='A5' level='error' kind='constructed'>" TITLE "<reason>"
        SENTENCE "</reason></rule><rule code='A6' level='error' "
        "kind='undecided'>" TITLE "<reason>" SENTENCE "</reason></rule>",
        "{'a': 10}");
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct findings *findings = findings_new();
        bool made = cases[i].kind == DISABLE
            ? rules_disable(desk.rules, cases[i].code, findings)
            : cases[i].kind == LEVEL
            ? rules_set_level(desk.rules, cases[i].code, LEVEL_HINT, findings)
            : rules_set_parameter(desk.rules, cases[i].code, cases[i].name,
                cases[i].value, findings);
        CU_ASSERT_FALSE(made);
        CU_ASSERT_EQUAL_FATAL(findings_count(findings), 1);
        CU_ASSERT_STRING_EQUAL(findings_get(findings, 0)->code,
            cases[i].finding);
        CU_ASSERT_EQUAL(findings_get(findings, 0)->level, LEVEL_USAGE);
        CU_ASSERT_PTR_NOT_NULL(strstr(fixture_sentence(findings, 0,
            LANGUAGE_EN), cases[i].sentence));
        findings_free(findings);
    }
    /* All is as it was. */
    apply(&desk, NULL);
    CU_ASSERT_STRING_EQUAL(fixture_codes(desk.set.findings), "A1 1:7 /a");
    CU_ASSERT_EQUAL(findings_worst(desk.set.findings), LEVEL_WARNING);
    end(&desk);
}

CU_TestInfo rules_tests[] = {
    {"test every node of their context", tests_every_node_of_its_context},
    {"report where `at` leads", reports_where_at_leads},
    {"make up sentence, level and basis", makes_up_sentence_level_and_basis},
    {"report what cannot be evaluated", reports_what_cannot_be_evaluated},
    {"say what should be there", says_what_should_be_there},
    {"repeat a check for its columns", repeats_a_check_for_its_columns},
    {"name sets and parameters as variables",
        names_sets_and_parameters_as_variables},
    {"compare with last year", compares_with_last_year},
    {"leave the last word to others", leaves_the_last_word_to_others},
    {"leave the last word to formulas", leaves_the_last_word_to_formulas},
    {"leave the last word to the program",
        leaves_the_last_word_to_the_program},
    {"do not look at the findings of other files",
        does_not_look_at_the_findings_of_other_files},
    {"give formulas their level and basis",
        gives_formulas_their_level_and_basis},
    {"say where and what was found", says_where_and_what_was_found},
    {"count what they look at and find", counts_what_rules_look_at_and_find},
    {"let a run change them", lets_a_run_change_rules},
    {"say which change cannot be made", says_which_change_cannot_be_made},
    CU_TEST_INFO_NULL
};
