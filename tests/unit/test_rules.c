/* Rules applied to a submission: contexts, tests, sentences, tallies, last
 * year's data. */

#include "rules_fixture.h"

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
        struct rules_desk desk;
        rules_desk_run(&desk, cases[i].rules, cases[i].data);
        CU_ASSERT_STRING_EQUAL(fixture_codes(desk.set.findings),
            cases[i].codes);
        rules_desk_end(&desk);
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
        struct rules_desk desk;
        char rule[256];
        snprintf(rule, sizeof rule, "<rule code='A9' level='error'>"
            TITLE "<check context='a' test='false()' at=\"%s\">"
            "<zh>z</zh><en>e</en></check></rule>", cases[i].at);
        rules_desk_run(&desk, rule, "{'a': 1, 'b': 2, 'l': [{'n': 3}]}");
        CU_ASSERT_STRING_EQUAL(fixture_codes(desk.set.findings),
            cases[i].codes);
        rules_desk_end(&desk);
    }
}

static void makes_up_sentence_level_and_basis(void)
{
    struct rules_desk desk;

    rules_desk_run(&desk,
        "<rule code='B21' level='hint'><zh>名</zh><en>name</en>"
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
    rules_desk_end(&desk);
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
        struct rules_desk desk;
        rules_desk_run(&desk, cases[i].rules, "{'a': 1}");
        CU_ASSERT_STRING_EQUAL(fixture_codes(desk.set.findings),
            cases[i].codes);
        rules_desk_end(&desk);
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
        struct rules_desk desk;
        char rule[256];
        snprintf(rule, sizeof rule, "<rule code='A9' level='error'>"
            TITLE "<check context='a' test='false()' expected=\"%s\">"
            "<zh>z</zh><en>e</en></check></rule>", cases[i].expected);
        rules_desk_run(&desk, rule, "{'a': 1, 'b': 2}");
        CU_ASSERT_EQUAL_FATAL(findings_count(desk.set.findings), 1);
        const char *value = findings_get(desk.set.findings, 0)->expected;
        CU_ASSERT_EQUAL(value != NULL, cases[i].value != NULL);
        if (value && cases[i].value)
            CU_ASSERT_STRING_EQUAL(value, cases[i].value);
        rules_desk_end(&desk);
    }
}

static void repeats_a_check_for_its_columns(void)
{
    struct rules_desk desk;

    rules_desk_run(&desk, CODED("A9",
        "<check columns='a b none m' context='{column}' "
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
    rules_desk_end(&desk);
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
        struct rules_desk desk;
        rules_desk_run(&desk, cases[i].rules, "{'a': 1, 'b': 2}");
        CU_ASSERT_STRING_EQUAL(fixture_codes(desk.set.findings),
            cases[i].codes);
        rules_desk_end(&desk);
    }
}

static void compares_with_last_year(void)
{
    static const char rules[] = RULE("context='b[$previous]' "
        "test='. = $previous/b'");
    static const char *const data[] = { "{'b': 2}", "{'b': 3}", "{}" };
    static const char *const codes[] = { "", "A9 1:7 /b", "A9 1:7 /b" };
    struct rules_desk desk;

    for (size_t i = 0; i < COUNT(data); i++) {
        struct fixture_set last;
        fixture_set_begin(&last, rules_desk_schema, data[i]);
        rules_desk_begin(&desk, "", rules, "{'b': 2}");
        rules_desk_apply(&desk, last.doc);
        CU_ASSERT_STRING_EQUAL(fixture_codes(desk.set.findings), codes[i]);
        rules_desk_end(&desk);
        fixture_set_end(&last);
    }
    rules_desk_run(&desk, rules, "{'b': 2}");
    CU_ASSERT_STRING_EQUAL(fixture_codes(desk.set.findings), "");
    rules_desk_end(&desk);
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
        struct rules_desk desk;
        char rule[256];
        snprintf(rule, sizeof rule, "<rule code='A9' level='error'>"
            TITLE "<check context='%s' test='false()'>"
            "<zh>z</zh><en>e</en></check></rule>", cases[i].context);
        rules_desk_run(&desk, rule, cases[i].data);
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
        rules_desk_end(&desk);
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
    struct rules_desk desk;

    rules_desk_begin(&desk, FORMULA, rules,
        "{'a': 2, 'b': 1, 'l': [{'n': 1}, {'n': 2},"
        " {'n': 3}]}");
    rules_desk_apply(&desk, NULL);
    for (size_t k = 0; k < COUNT(tallies); k++) {
        CU_ASSERT_EQUAL(desk.tallies[k].looked_at, tallies[k].looked_at);
        CU_ASSERT_EQUAL(desk.tallies[k].found, tallies[k].found);
    }
    rules_desk_end(&desk);

    rules_desk_begin(&desk, "", FIRES("A1") FIRES("A2"), "{'a': 2}");
    desk.tallies[0].is_left_out = true;
    rules_desk_apply(&desk, NULL);
    CU_ASSERT_EQUAL(desk.tallies[0].looked_at, 0);
    CU_ASSERT_EQUAL(desk.tallies[1].looked_at, 1);
    CU_ASSERT_EQUAL(findings_count(desk.set.findings), 1);
    rules_desk_end(&desk);

    rules_desk_begin(&desk, "", FIRES("A1") FIRES("A2"), "{'a': 2}");
    rules_disable(desk.rules, "A1", desk.set.findings);
    rules_desk_apply(&desk, NULL);
    CU_ASSERT_EQUAL(desk.tallies[0].looked_at, 0);
    CU_ASSERT_EQUAL(desk.tallies[0].found, 0);
    CU_ASSERT_EQUAL(desk.tallies[1].found, 1);
    rules_desk_end(&desk);
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
    {"say where and what was found", says_where_and_what_was_found},
    {"count what they look at and find", counts_what_rules_look_at_and_find},
    CU_TEST_INFO_NULL
};
