/* What else has a say in what rules report: other rules, formulas, the program,
 * other files, and whoever runs them. */

#include "rules_fixture.h"

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
        struct rules_desk desk;
        rules_desk_run(&desk, cases[i].rules, cases[i].data);
        CU_ASSERT_STRING_EQUAL(fixture_codes(desk.set.findings),
            cases[i].codes);
        rules_desk_end(&desk);
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
        struct rules_desk desk;
        rules_desk_begin(&desk, FORMULA, rules, cases[i].data);
        if (cases[i].disabled)
            rules_disable(desk.rules, "A4", desk.set.findings);
        rules_desk_apply(&desk, NULL);
        CU_ASSERT_STRING_EQUAL(fixture_codes(desk.set.findings),
            cases[i].codes);
        rules_desk_end(&desk);
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
        struct rules_desk desk;
        char rule[256];
        snprintf(rule, sizeof rule, "<rule code='A9' level='error'>" TITLE
            "<check context='a' test='false()' after='%s'>" SENTENCE
            "</check></rule>", cases[i].after);
        rules_desk_begin(&desk, "", rule, "{'a': 1}");
        desk.reference = &reference;
        rules_desk_apply(&desk, NULL);
        CU_ASSERT_STRING_EQUAL(fixture_codes(desk.set.findings),
            cases[i].codes);
        rules_desk_end(&desk);
    }
}

/* Another file, or last year's, has the same pointers. */
static void does_not_look_at_the_findings_of_other_files(void)
{
    struct rules_desk desk;

    rules_desk_begin(&desk, "", CODED("A1", CHECK("context='a' test='true()'"))
        RULE("context='a' test='false()' after='A1'"), "{'a': 1}");
    findings_set_file(desk.set.findings, "other.json");
    findings_add_made(desk.set.findings, &(struct finding){ .code = "A1",
        .level = LEVEL_ERROR, .pointer = "/a", .text = { "句", "s" } });
    findings_set_file(desk.set.findings, NULL);
    rules_desk_apply(&desk, NULL);
    CU_ASSERT_EQUAL(findings_count(desk.set.findings), 2);
    CU_ASSERT_STRING_EQUAL(findings_get(desk.set.findings, 1)->code, "A9");
    CU_ASSERT_EQUAL(findings_get(desk.set.findings, 0)->level, LEVEL_ERROR);
    CU_ASSERT_PTR_NULL(findings_get(desk.set.findings, 0)->where);
    CU_ASSERT_EQUAL(desk.tallies[0].found, 0);
    rules_desk_end(&desk);
}

static void gives_formulas_their_level_and_basis(void)
{
    struct rules_desk desk;

    rules_desk_begin(&desk, FORMULA, COMPARED, "{'a': 7, 'b': 3}");
    rules_desk_apply(&desk, NULL);
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
    rules_desk_end(&desk);

    rules_desk_begin(&desk, FORMULA, COMPARED, "{'a': 7, 'b': 3}");
    rules_set_level(desk.rules, "A4", LEVEL_ERROR, desk.set.findings);
    rules_desk_apply(&desk, NULL);
    CU_ASSERT_EQUAL(findings_worst(desk.set.findings), LEVEL_ERROR);
    rules_desk_end(&desk);

    /* What one finds that is disabled goes; what it fills stays. */
    rules_desk_begin(&desk, FORMULA, COMPARED, "{'a': 7, 'b': 3}");
    rules_disable(desk.rules, "A4", desk.set.findings);
    rules_desk_apply(&desk, NULL);
    CU_ASSERT_EQUAL(findings_count(desk.set.findings), 0);
    rules_desk_end(&desk);
    rules_desk_begin(&desk, FORMULA, COMPARED, "{'b': 3}");
    rules_disable(desk.rules, "A4", desk.set.findings);
    rules_desk_apply(&desk, NULL);
    CU_ASSERT_STRING_EQUAL(fixture_xpath(desk.set.doc, "/*/a"), "6");
    rules_desk_end(&desk);
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
        struct rules_desk desk;
        rules_desk_begin(&desk, "", LIMITS, "{'a': 11, 't': '人'}");
        CU_ASSERT_TRUE(rules_set_parameter(desk.rules, "A9", cases[i].name,
            cases[i].value, desk.set.findings));
        rules_desk_apply(&desk, NULL);
        CU_ASSERT_STRING_EQUAL(fixture_codes(desk.set.findings),
            cases[i].codes);
        rules_desk_end(&desk);
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
    struct rules_desk desk;

    rules_desk_begin(&desk, "", FIRES("A1") LIMITS
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
    rules_desk_apply(&desk, NULL);
    CU_ASSERT_STRING_EQUAL(fixture_codes(desk.set.findings), "A1 1:7 /a");
    CU_ASSERT_EQUAL(findings_worst(desk.set.findings), LEVEL_WARNING);
    rules_desk_end(&desk);
}

CU_TestInfo rules_ruled_tests[] = {
    {"leave the last word to others", leaves_the_last_word_to_others},
    {"leave the last word to formulas", leaves_the_last_word_to_formulas},
    {"leave the last word to the program",
        leaves_the_last_word_to_the_program},
    {"do not look at the findings of other files",
        does_not_look_at_the_findings_of_other_files},
    {"give formulas their level and basis",
        gives_formulas_their_level_and_basis},
    {"let a run change them", lets_a_run_change_rules},
    {"say which change cannot be made", says_which_change_cannot_be_made},
    CU_TEST_INFO_NULL
};
