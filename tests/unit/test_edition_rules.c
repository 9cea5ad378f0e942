/* The rules of an edition, changed and told of. */

#include <CUnit/CUnit.h>

#include "edition_fixture.h"
#include "fixture.h"
#include "jixiao.h"
#include "library/handles.h"

static void changes_the_rules_of_its_editions(void)
{
    static const char data[] = "{'edition': 'e', 'year': 1999, 'a': 1,"
        "'b': 2, 'sum': 4}";
    static const struct { struct jixiao_rule_change change;
        const char *codes; enum level worst; } cases[] = {
        { { .kind = JIXIAO_RULE_DISABLE, .code = "A05" },
            "A04 1:54 /sum", LEVEL_WARNING },
        { { .kind = JIXIAO_RULE_DISABLE, .code = "A04" },
            "A05 1:26 /year", LEVEL_ERROR },
        { { .kind = JIXIAO_RULE_LEVEL, .code = "A05",
            .level = JIXIAO_HINT }, "A05 1:26 /year, A04 1:54 /sum",
            LEVEL_WARNING },
        { { .kind = JIXIAO_RULE_PARAMETER, .code = "A05", .name = "first",
            .value = "1990" }, "A04 1:54 /sum", LEVEL_WARNING },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct session session;
        edition_begin(&session, data);
        jixiao_change_rules(session.jixiao, &cases[i].change, 1);
        struct jixiao_set *set = edition_read(&session);
        CU_ASSERT_PTR_NOT_NULL_FATAL(set);
        CU_ASSERT_STRING_EQUAL(fixture_codes(session.findings),
            cases[i].codes);
        CU_ASSERT_EQUAL(findings_worst(session.findings), cases[i].worst);
        jixiao_set_free(set);
        edition_end(&session);
    }
}

static void refuses_changes_that_cannot_be_made(void)
{
    static const struct jixiao_rule_change changes[] = {
        { .kind = JIXIAO_RULE_DISABLE, .code = "A05" },
        { .kind = JIXIAO_RULE_DISABLE, .code = "A06" },
        { .kind = JIXIAO_RULE_LEVEL, .code = "S001", .level = JIXIAO_HINT },
        { .kind = JIXIAO_RULE_LEVEL, .code = "A20", .level = JIXIAO_HINT },
        { .kind = JIXIAO_RULE_PARAMETER, .code = "A05", .name = "last",
            .value = "1" },
        { .kind = JIXIAO_RULE_PARAMETER, .code = "A04", .name = "first",
            .value = "1" },
        { .kind = JIXIAO_RULE_DISABLE, .code = "nothing" },
    };
    static const char codes[] = "U018 0:0, U019 0:0, U020 0:0, U021 0:0, "
        "U022 0:0, U023 0:0";
    struct session session;

    edition_begin(&session, "{'edition': 'e', 'year': 1999}");
    jixiao_change_rules(session.jixiao, changes, COUNT(changes));
    CU_ASSERT_PTR_NULL(edition_read(&session));
    CU_ASSERT_STRING_EQUAL(fixture_codes(session.findings), codes);
    CU_ASSERT_EQUAL(findings_worst(session.findings), LEVEL_USAGE);
    for (size_t k = 0; k < findings_count(session.findings); k++)
        CU_ASSERT_PTR_NULL(findings_get(session.findings, k)->file);

    /* The edition has not been kept as it was. */
    struct findings *more = findings_new();
    CU_ASSERT_PTR_NULL(jixiao_rules(session.jixiao, "e",
        fixture_outside(more)));
    CU_ASSERT_STRING_EQUAL(fixture_codes(more), codes);
    findings_free(more);
    edition_end(&session);
}

static void gives_out_rules_and_what_they_came_to(void)
{
    struct session session;

    edition_begin(&session, "{'edition': 'e', 'year': 1999, 'a': 1, 'b': 2,"
        "'sum': 3}");
    struct jixiao_set *set = edition_read(&session);
    CU_ASSERT_PTR_NOT_NULL_FATAL(set);
    const struct rules *rules = set->edition->rules;
    const struct rule_tally *tallies = set->tallies;
    CU_ASSERT_STRING_EQUAL(jixiao_set_edition(set), "e");
    CU_ASSERT_PTR_EQUAL((const struct jixiao_rules *)rules,
        jixiao_rules(session.jixiao, "e", session.outside));
    CU_ASSERT_EQUAL_FATAL(rules_count(rules), 3);
    CU_ASSERT_STRING_EQUAL(rules_get(rules, 0)->code, "A04");
    CU_ASSERT_EQUAL(tallies[0].looked_at, 1);
    CU_ASSERT_EQUAL(tallies[0].found, 0);
    CU_ASSERT_EQUAL(tallies[1].looked_at, 1);
    CU_ASSERT_EQUAL(tallies[1].found, 1);
    jixiao_set_free(set);
    edition_end(&session);
}

CU_TestInfo edition_rules_tests[] = {
    {"changes the rules of its editions", changes_the_rules_of_its_editions},
    {"refuses changes that cannot be made",
        refuses_changes_that_cannot_be_made},
    {"gives out rules and what they came to",
        gives_out_rules_and_what_they_came_to},
    CU_TEST_INFO_NULL
};
