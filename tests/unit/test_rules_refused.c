/* Files of rules that are not taken: each thing that is wrong in one. */

#include <CUnit/CUnit.h>
#include <string.h>

#include "ruled_fixture.h"

struct refusal {
    const char *rules, *code, *part;
};

static void expect(const struct refusal *refusal, const char *formulas)
{
    struct ruled ruled;

    ruled_begin(&ruled);
    ruled_load(&ruled, formulas, refusal->rules);
    CU_ASSERT_PTR_NULL(ruled.rules);
    CU_ASSERT_EQUAL_FATAL(findings_count(ruled.findings), 1);
    CU_ASSERT_STRING_EQUAL(findings_get(ruled.findings, 0)->code,
        refusal->code);
    CU_ASSERT_EQUAL(findings_worst(ruled.findings), LEVEL_SYSTEM);
    CU_ASSERT_PTR_NOT_NULL(strstr(fixture_sentence(ruled.findings, 0,
        LANGUAGE_EN), refusal->part));
    ruled_end(&ruled);
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
    struct ruled ruled;

    expect(&taken, "<set name='all' select='*'/>");
    ruled_begin(&ruled);
    ruled_load(&ruled, "<set name='all' select='*'/>", "<set name='some' "
        "select='$all[a]'/>" RULE("A", "", "<check context='$all' "
        "test='$some'>" TEXTS "</check>"));
    CU_ASSERT_STRING_EQUAL(fixture_codes(ruled.findings), "");
    CU_ASSERT_PTR_NOT_NULL(ruled.rules);
    ruled_end(&ruled);
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
    struct ruled ruled;

    ruled_begin(&ruled);
    ruled_load(&ruled, "", "<set name='s' select='f(1)'/>" TESTED("g() + $h")
        RULE("B", "", "<check context='$i' test='j()' after='Z'>"
        "<zh>{$k}</zh><en>{l()}</en></check>"));
    CU_ASSERT_PTR_NULL(ruled.rules);
    CU_ASSERT_EQUAL(findings_count(ruled.findings), 8);
    ruled_end(&ruled);
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

CU_TestInfo rules_refused_tests[] = {
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
