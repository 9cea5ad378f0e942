/* Which findings are silent because the blank behind them speaks for them. */

#include <CUnit/CUnit.h>
#include <string.h>

#include "6_rules/blanks.h"
#include "fixture.h"

static const char schema[] = "{'properties': {"
    "'a': {'x-type': 'count', 'x-asked-rule': 'B1'}, 'b': {'x-type': 'count'},"
    "'row': {'properties': {'x': {'x-type': 'count'},"
    " 'y': {'x-type': 'count', 'x-asked-rule': 'B1'}}},"
    "'told': {'properties': {'x': {'x-type': 'count'},"
    " 'w': {'x-type': 'text'}, 'v': {'x-type': 'text'}}},"
    "'full': {'properties': {'x': {'x-type': 'count'},"
    " 'y': {'x-type': 'count', 'x-asked-rule': 'B1'}}},"
    "'gone': {'properties': {'x': {'x-type': 'count'}}}}}";
static const char data[] = "{'a': null, 'b': 5, 'row': {},"
    "'told': {'w': '因故'}, 'full': {'x': 5}}";

/* A finding as cases name it: the last three are NULL for none. */
struct found {
    const char *code;
    enum level level;
    const char *pointer, *blank, *answer;
};

static void add(struct fixture_set *set, const struct found *found)
{
    findings_add_made(set->findings, &(struct finding){ .code = found->code,
        .level = found->level, .pointer = found->pointer,
        .blank = found->blank, .text = { "句", "s" } });
    if (found->answer)
        findings_answer(set->findings, findings_count(set->findings) - 1,
            found->answer, "/e/0");
}

/* What is left of some findings, in their order. */
static void expect(const struct found *found, size_t count, size_t first,
    const char *const *left)
{
    struct fixture_set set;
    size_t k = 0;

    fixture_set_begin(&set, schema, data);
    for (size_t i = 0; i < count && found[i].code; i++)
        add(&set, &found[i]);
    blanks_silence(set.doc, set.findings, first);
    for (; left[k]; k++)
        CU_ASSERT_STRING_EQUAL_FATAL(
            findings_get(set.findings, k)->code, left[k]);
    CU_ASSERT_EQUAL(findings_count(set.findings), k);
    fixture_set_end(&set);
}

static void leave_the_last_word_to_the_blank(void)
{
    static const struct { struct found found[4]; const char *left[5]; }
    cases[] = {
        { { { "N1", LEVEL_ERROR, "/a", NULL, NULL },
            { "R7", LEVEL_ERROR, "/b", "/a", NULL } }, { "N1" } },
        { { { "R7", LEVEL_ERROR, "/b", "/a", NULL },
            { "N2", LEVEL_ERROR, "/a", NULL, NULL } }, { "N2" } },
        { { { "R7", LEVEL_WARNING, "/b", "/a", NULL },
            { "N2", LEVEL_WARNING, "/a", NULL, NULL } }, { "N2" } },
        /* What is no blank: a divisor of 0. */
        { { { "R7", LEVEL_ERROR, "/a", "/b", NULL },
            { "A2", LEVEL_WARNING, "/b", NULL, NULL } }, { "R7", "A2" } },
        { { { "R7", LEVEL_ERROR, "/a", "/b", NULL },
            { "A2", LEVEL_ERROR, "/b", NULL, NULL } }, { "A2" } },
        { { { "R7", LEVEL_ERROR, "/b", "/a", NULL } }, { "R7" } },
        { { { "R7", LEVEL_ERROR, "/b", "/a", NULL },
            { "R7", LEVEL_ERROR, "/a", "/b", NULL } }, { "R7", "R7" } },
        { { { "N1", LEVEL_ERROR, "/row/x", NULL, NULL },
            { "R7", LEVEL_ERROR, "/b", "/a", NULL },
            { "R8", LEVEL_ERROR, "/b", "/row/x", NULL },
            { "N2", LEVEL_HINT, "/b", NULL, NULL } },
          { "N1", "R7", "N2" } },
        /* What leaves the blank as it is. */
        { { { "N2", LEVEL_HINT, "/a", NULL, NULL },
            { "R7", LEVEL_ERROR, "/b", "/a", NULL } }, { "N2", "R7" } },
        { { { "N2", LEVEL_WARNING, "/a", NULL, "因故" },
            { "R7", LEVEL_WARNING, "/b", "/a", NULL } }, { "N2", "R7" } },
    };

    for (size_t i = 0; i < COUNT(cases); i++)
        expect(cases[i].found, COUNT(cases[i].found), 0, cases[i].left);
}

static void may_be_found_with_the_part_around_them(void)
{
    static const struct { const char *code, *pointer, *blank;
        const char *left[3]; } cases[] = {
        { "N4", "/row", "/row/x", { "N4" } },
        { "N4", "/row", "/rows/x", { "N4", "R7" } },
        { "N4", "/none", "/none/x", { "N4", "R7" } },
        { "N4", "", "/row/x", { "N4", "R7" } },
        { "N4", "/gone", "/gone/x", { "N4" } },
        /* Words beside figures are no figures, but other words are words. */
        { "N4", "/told", "/told/x", { "N4" } },
        { "N4", "/told", "/told/v", { "N4", "R7" } },
        /* There is more in the whole, unless its rule asks for the blank. */
        { "N4", "/full", "/full/y", { "N4", "R7" } },
        { "B1", "/full", "/full/y", { "B1" } },
        { "B1", "/b", "/b/a", { "B1", "R7" } },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        const struct found found[] = {
            { cases[i].code, LEVEL_ERROR, cases[i].pointer, NULL, NULL },
            { "R7", LEVEL_ERROR, "/b", cases[i].blank, NULL },
        };
        expect(found, COUNT(found), 0, cases[i].left);
    }
}

/* What a figure lacks may follow from another blank of its entry, and a text
 * that quotes it tells of it, too. */
static void are_told_of_from_nearby_where_figures_lack_them(void)
{
    static const struct { struct found found[2]; const char *left[3]; }
    cases[] = {
        { { { "N1", LEVEL_ERROR, "/row/y", NULL, NULL },
            { "R008", LEVEL_ERROR, "/b", "/row/x", NULL } }, { "N1" } },
        { { { "N1", LEVEL_ERROR, "/row/y", NULL, NULL },
            { "R007", LEVEL_ERROR, "/b", "/row/x", NULL } },
            { "N1", "R007" } },
        { { { "N1", LEVEL_ERROR, "/full/x", NULL, NULL },
            { "R008", LEVEL_ERROR, "/b", "/full/y", NULL } },
            { "N1", "R008" } },
        { { { "N1", LEVEL_ERROR, "/told/x", NULL, NULL },
            { "R008", LEVEL_ERROR, "/b", "/row/x", NULL } },
            { "N1", "R008" } },
        { { { "R007", LEVEL_ERROR, "/b", "/row/x", NULL },
            { "R008", LEVEL_ERROR, "/b", "/row/x", NULL } }, { "R007" } },
        { { { "R007", LEVEL_ERROR, "/b", "/row/y", NULL },
            { "R008", LEVEL_ERROR, "/b", "/row/x", NULL } },
            { "R007", "R008" } },
    };

    for (size_t i = 0; i < COUNT(cases); i++)
        expect(cases[i].found, COUNT(cases[i].found), 0, cases[i].left);
}

static void are_told_of_once_where_figures_lack_them(void)
{
    static const struct found found[] = {
        { "R008", LEVEL_ERROR, "/b", "/a", NULL },
        { "R008", LEVEL_ERROR, "/b", NULL, NULL },
        { "R008", LEVEL_ERROR, "/b", "/row/x", NULL },
        { "R7", LEVEL_ERROR, "/b", "/row/x", NULL },
        { "N1", LEVEL_ERROR, "/a", NULL, NULL },
    };
    static const char *const left[] = { "R008", "R7", "N1", NULL };

    expect(found, COUNT(found), 0, left);
}

/* Findings of another file are about other blanks. */
static void leave_the_findings_before(void)
{
    static const struct found found[] = {
        { "N1", LEVEL_ERROR, "/a", NULL, NULL },
        { "R7", LEVEL_ERROR, "/b", "/a", NULL },
        { "R8", LEVEL_ERROR, "/b", "/a", NULL },
    };
    static const char *const all[] = { "N1", "R7", "R8", NULL };

    expect(found, COUNT(found), 1, all);
}

static void are_as_bad_as_what_comes_of_them(void)
{
    static const struct { enum level level, other, left; } cases[] = {
        { LEVEL_WARNING, LEVEL_ERROR, LEVEL_ERROR },
        { LEVEL_WARNING, LEVEL_WARNING, LEVEL_WARNING },
        { LEVEL_ERROR, LEVEL_WARNING, LEVEL_ERROR },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        const struct found found[] = {
            { "N2", LEVEL_WARNING, "/row/x", NULL, NULL },
            { "R7", cases[i].other, "/b", "/a", NULL },
            { "N1", cases[i].level, "/a", NULL, NULL },
        };
        struct fixture_set set;
        fixture_set_begin(&set, schema, data);
        for (size_t k = 0; k < COUNT(found); k++)
            add(&set, &found[k]);
        blanks_silence(set.doc, set.findings, 0);
        CU_ASSERT_EQUAL_FATAL(findings_count(set.findings), 2);
        CU_ASSERT_EQUAL(findings_get(set.findings, 0)->level, LEVEL_WARNING);
        CU_ASSERT_EQUAL(findings_get(set.findings, 1)->level, cases[i].left);
        fixture_set_end(&set);
    }
}

/* The first one of those that tell of a blank becomes as bad, and no other. */
static void are_told_of_by_the_first_that_can(void)
{
    static const struct { struct found found[4]; const char *worse; }
    cases[] = {
        { { { "N1", LEVEL_HINT, "/a", NULL, NULL },
            { "N2", LEVEL_WARNING, "/a", NULL, NULL },
            { "N3", LEVEL_WARNING, "/a", NULL, NULL },
            { "R7", LEVEL_ERROR, "/b", "/a", NULL } }, "N2" },
        { { { "N1", LEVEL_WARNING, "/row", NULL, NULL },
            { "N2", LEVEL_WARNING, "/row/x", NULL, NULL },
            { "R7", LEVEL_ERROR, "/b", "/row/x", NULL } }, "N1" },
        { { { "N1", LEVEL_WARNING, "/row/x", NULL, NULL },
            { "N2", LEVEL_WARNING, "/row", NULL, NULL },
            { "R7", LEVEL_ERROR, "/b", "/row/x", NULL } }, "N1" },
        { { { "N1", LEVEL_WARNING, "/full", NULL, NULL },
            { "B1", LEVEL_WARNING, "/full", NULL, NULL },
            { "R7", LEVEL_ERROR, "/b", "/full/y", NULL } }, "B1" },
        { { { "N1", LEVEL_WARNING, "/row/y", NULL, NULL },
            { "N2", LEVEL_WARNING, "/row/x", NULL, NULL },
            { "R008", LEVEL_ERROR, "/b", "/row/x", NULL } }, "N1" },
        { { { "N1", LEVEL_WARNING, "/full/x", NULL, NULL },
            { "N2", LEVEL_WARNING, "/full/y", NULL, NULL },
            { "R008", LEVEL_ERROR, "/b", "/full/y", NULL } }, "N2" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct fixture_set set;
        fixture_set_begin(&set, schema, data);
        for (size_t k = 0; k < 4 && cases[i].found[k].code; k++)
            add(&set, &cases[i].found[k]);
        blanks_silence(set.doc, set.findings, 0);
        for (size_t k = 0; k < findings_count(set.findings); k++) {
            const struct finding *one = findings_get(set.findings, k);
            CU_ASSERT_EQUAL_FATAL(one->level == LEVEL_ERROR,
                strcmp(one->code, cases[i].worse) == 0);
        }
        fixture_set_end(&set);
    }
}

CU_TestInfo blanks_tests[] = {
    {"are told of by the first that can",
        are_told_of_by_the_first_that_can},
    {"leave the last word to the blank", leave_the_last_word_to_the_blank},
    {"may be found with the part around them",
        may_be_found_with_the_part_around_them},
    {"are told of from nearby where figures lack them",
        are_told_of_from_nearby_where_figures_lack_them},
    {"are told of once where figures lack them",
        are_told_of_once_where_figures_lack_them},
    {"are as bad as what comes of them", are_as_bad_as_what_comes_of_them},
    {"leave the findings before", leave_the_findings_before},
    CU_TEST_INFO_NULL
};
