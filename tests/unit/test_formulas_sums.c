/* Totals and their parts, rounded, zero or blank. */

#include <CUnit/CUnit.h>
#include <stdio.h>

#include "4_formulas/formula_terms.h"
#include "4_formulas/formulas.h"
#include "fixture.h"
#include "formulas_fixture.h"

/* Printed parts and total, and whether the total says that it is rounded. */
static void says_which_totals_print_rounded(void)
{
    static const struct { const char *formula, *data, *total, *rounded; }
    cases[] = {
        /* 7.92 + 5.12 under 13.05; given or stated. */
        { SUM, "{'a': 7.924, 'b': 5.124}", "sum", "13.05 yes" },
        { SUM, "{'a': 7.924, 'b': 5.124, 'sum': 13.05}", "sum", "13.05 yes" },
        { SUM, "{'a': 7.924, 'b': 5.124, 'sum': 13.048}", "sum", "13.05 yes" },
        { SUM, "{'a': 7.92, 'b': 5.13}", "sum", "13.05 " },
        { SUM, "{'a': 7.924, 'b': 5.126}", "sum", "13.05 " },
        { SUM, "{'a': -0.004, 'b': -0.004}", "sum", "−0.01 yes" },
        /* What is wrong is no matter of rounding. */
        { SUM, "{'a': 7.924, 'b': 5.124, 'sum': 13.15}", "sum", "13.15 " },
        /* Nor what stands elsewhere, in another unit, or is no sum. */
        { FORMULA("", "sum", "x:sum(../a | ../far)"),
            "{'a': 7.924, 'far': 5.124}", "sum", "13.05 " },
        { FORMULA("", "sum", "x:sum(../a | ../yuan)"),
            "{'a': 7.924, 'yuan': 51240}", "sum", "13.05 " },
        { FORMULA("", "yuan", "x:sum(../a | ../b)"),
            "{'a': 7.924, 'b': 5.124}", "yuan", "130480 " },
        { FORMULA("", "sum", "x:difference(x:sum(../a | ../b), '100')"),
            "{'a': 7.924, 'b': 5.124}", "sum", "13.04 " },
        { FORMULA("", "sum", "x:difference(../a, ../b)"),
            "{'a': 7.924, 'b': 5.124}", "sum", "2.8 " },
        /* Points that were stated finer make a finer total. */
        { FORMULA("", "whole", "x:sum(../m | ../n)"),
            "{'m': 9.333, 'n': 80}", "whole", "89.333 " },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct fixture_set set;
        char query[64];
        formulas_run(&set, cases[i].formula, cases[i].data);
        snprintf(query, sizeof query, "concat(/*/%s, ' ', /*/%s/@rounded)",
            cases[i].total, cases[i].total);
        CU_ASSERT_STRING_EQUAL(fixture_xpath(set.doc, query),
            cases[i].rounded);
        fixture_set_end(&set);
    }
}

#define PARTS "<formula code='A04' target='sum' parts='../a | ../b'>" \
    "<zh>分项之和</zh><en>the sum of its parts</en></formula>"

/* A total that is more than its parts, some of which are 0, may be right. */
static void doubts_zeros_under_a_greater_total(void)
{
    static const struct { const char *data, *stated, *known; } cases[] = {
        { "{'a': 0, 'b': 0, 'sum': 874.2}", "874.2", "0" },
        { "{'a': 0, 'b': 9, 'sum': 10}", "10", "9" },
        { "{'a': 9, 'b': 0, 'sum': 10}", "10", "9" },
        { "{'a': -9, 'b': 0, 'sum': 9}", "9", "−9" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct fixture_set set;
        char sentence[512];
        formulas_run(&set, PARTS, cases[i].data);
        snprintf(sentence, sizeof sentence, "填报%s万元，而其中各项加起来只有%s万元"
            "（分项之和）；填 0 或没有列出的各项可能漏填了数，请核对后补填，各项都没有错的"
            "再改正这个合计", cases[i].stated, cases[i].known);
        CU_ASSERT_EQUAL(findings_count(set.findings), 1);
        CU_ASSERT_STRING_EQUAL(fixture_sentence(set.findings, 0,
            LANGUAGE_ZH), sentence);
        fixture_set_end(&set);
    }
}

#define WHOLE "<whole code='C04' target='sum' parts='../a | ../b'>" \
    "<zh>各项之和</zh><en>the sum of all</en></whole>"

/* Known parts that exceed a total, and what it leaves for the others. */
static void decides_sums_with_blanks(void)
{
    static const struct { const char *formula, *data, *rest, *sentence; }
    cases[] = {
        { PARTS, "{'a': 7, 'sum': 5}", "", "5万元 is stated, while what is "
            "filled in of it makes 7万元 already (the sum of its parts, 1 "
            "blank); check the total and its parts, and fill in a blank that "
            "is negative" },
        { PARTS, "{'a': 7, 'sum': 10}", "30000.00 1", NULL },
        { PARTS, "{'a': 7.004, 'sum': 7}", "", NULL },
        { PARTS, "{'a': 7, 'sum': 7}", "", NULL },
        { PARTS, "{'sum': 7}", "70000.00 2", NULL },
        { PARTS, "{'a': 7}", "", NULL },
        { PARTS, "{'a': 7, 'sum': null}", "", NULL },
        /* A rule compares it, and only the rest is told. */
        { WHOLE, "{'a': 7, 'sum': 5}", "", NULL },
        { WHOLE, "{'a': 7, 'sum': 10}", "30000.00 1", NULL },
        /* The total of a total. */
        { "<formula code='A05' target='sum' parts='../a | ../b'>"
            "<zh>和</zh><en>sum</en></formula><whole code='C04' target='c' "
            "parts='../sum'><zh>和</zh><en>sum</en></whole>",
            "{'a': 7, 'c': 9}", "20000.00 1", NULL },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct fixture_set set;
        formulas_run(&set, cases[i].formula, cases[i].data);
        CU_ASSERT_STRING_EQUAL(fixture_xpath(set.doc,
            "normalize-space(concat(/*/b/@rest, ' ', /*/b/@rest-count))"),
            cases[i].rest);
        CU_ASSERT_EQUAL(findings_count(set.findings),
            cases[i].sentence != NULL);
        if (cases[i].sentence) {
            CU_ASSERT_STRING_EQUAL(fixture_sentence(set.findings, 0,
                LANGUAGE_EN), cases[i].sentence);
            CU_ASSERT_EQUAL(findings_get(set.findings, 0)->level,
                LEVEL_WARNING);
        }
        fixture_set_end(&set);
    }
}

/* Brackets in quotation marks close nothing. */
static void parts_the_terms_of_a_target(void)
{
    static const struct { const char *target, *path, *terms[3]; } cases[] = {
        { "sum[../a][../text]", "sum", { "../a", "../text" } },
        { "sum[../text = ']'][../a]", "sum", { "../text = ']'", "../a" } },
        { "sum[contains(../text, '[')]", "sum",
            { "contains(../text, '[')" } },
        { "o[text = '(']/x", "o/x", { "text = '('" } },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct findings *findings = findings_new();
        struct fixture fixture;
        struct buffer file = BUFFER_EMPTY;
        size_t count, k = 0;
        fixture_begin(&fixture);
        buffer_printf(&file, FORMULA("", "%s", "../b"), cases[i].target);
        fixture_write_list(&fixture, PATH, "formulas", buffer_string(&file));
        struct formulas *loaded = formulas_load(&fixture.resources, PATH,
            findings);
        CU_ASSERT_PTR_NOT_NULL_FATAL(loaded);
        struct formula_terms *terms = formulas_terms(loaded, &count);
        CU_ASSERT_EQUAL_FATAL(count, 1);
        CU_ASSERT_STRING_EQUAL(terms->path, cases[i].path);
        for (; k < terms->count && cases[i].terms[k]; k++)
            CU_ASSERT_STRING_EQUAL(terms->list[k].text, cases[i].terms[k]);
        CU_ASSERT_PTR_NULL(cases[i].terms[k]);
        CU_ASSERT_EQUAL(terms->count, k);
        formulas_terms_free(terms, count);
        formulas_free(loaded);
        buffer_free(&file);
        fixture_end(&fixture);
        findings_free(findings);
    }
}

CU_TestInfo formulas_sums_tests[] = {
    {"parts the terms of a target", parts_the_terms_of_a_target},
    {"says which totals print rounded", says_which_totals_print_rounded},
    {"decides sums with blanks", decides_sums_with_blanks},
    {"doubts zeros under a greater total",
        doubts_zeros_under_a_greater_total},
    CU_TEST_INFO_NULL
};
