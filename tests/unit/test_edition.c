/* Which editions there are, and their parts. */

#include <CUnit/CUnit.h>
#include <string.h>

#include "0_base/listed.h"
#include "edition_fixture.h"
#include "fixture.h"
#include "jixiao.h"
#include "library/edition.h"
#include "library/handles.h"

static const struct resources built_in = { .data_dir = NULL };

static void knows_which_editions_there_are(void)
{
    static const struct { const char *name; bool there; } cases[] = {
        { "e", true }, { "e-2023", true }, { "f", false }, { "", false },
        { "E", false }, { "../schemas/e", false }, { "e/", false },
        { ".", false }, { "e_2023", false }, { "版本", false },
    };
    struct fixture fixture;
    bool failed = false;

    fixture_begin(&fixture);
    fixture_write_edition(&fixture, "e");
    fixture_write_edition(&fixture, "e-2023");
    fixture_write(&fixture, "schemas/f/rules.xml", "<rules/>");
    for (size_t i = 0; i < COUNT(cases); i++)
        CU_ASSERT_EQUAL(edition_exists(&fixture.resources, cases[i].name,
            &failed), cases[i].there);
    CU_ASSERT_TRUE(edition_exists(&built_in, "hunan-county-2023", &failed));
    CU_ASSERT_FALSE(edition_exists(&built_in, "common", &failed));
    CU_ASSERT_FALSE(failed);
    fixture_end(&fixture);
}

static void lists_those_that_are_built_in(void)
{
    struct buffer list = BUFFER_EMPTY, last = BUFFER_EMPTY;
    struct edition_names names;
    bool failed = false;

    edition_list(&built_in, &list);
    edition_names_read(&names, &built_in);
    CU_ASSERT_TRUE_FATAL(names.count >= 1 && !names.failed);
    for (size_t k = 0; k < names.count; k++) {
        CU_ASSERT_TRUE(edition_exists(&built_in, names.list[k], &failed));
        CU_ASSERT_PTR_NOT_NULL(strstr(buffer_string(&list), names.list[k]));
    }
    edition_last(&built_in, &last);
    CU_ASSERT_STRING_EQUAL(buffer_string(&last),
        names.list[names.count - 1]);
    edition_names_free(&names);
    buffer_free(&list);
    buffer_free(&last);
}

static void lists_those_of_a_folder(void)
{
    struct buffer list = BUFFER_EMPTY, other = BUFFER_EMPTY;
    struct fixture fixture;

    fixture_begin(&fixture);
    fixture_write_edition(&fixture, "e-2024");
    fixture_write_edition(&fixture, "d-2024");
    fixture_write(&fixture, "schemas/f/rules.xml", "<rules/>");
    fixture_write(&fixture, "schemas/F g/submission.schema.json", "{}");
    edition_list(&fixture.resources, &list);
    CU_ASSERT_STRING_EQUAL(buffer_string(&list), "d-2024" LISTED_NEXT
        "e-2024");
    edition_last(&fixture.resources, &other);
    CU_ASSERT_STRING_EQUAL(buffer_string(&other), "e-2024");
    CU_ASSERT_TRUE(edition_nearest(&fixture.resources, "e-2042", &other));
    CU_ASSERT_STRING_EQUAL(buffer_string(&other), "e-2024");
    CU_ASSERT_FALSE(edition_nearest(&fixture.resources,
        "hunan-county-2023", &other));
    buffer_clear(&list);
    edition_list(&(struct resources){ .data_dir = "/nowhere" }, &list);
    edition_last(&(struct resources){ .data_dir = "/nowhere" }, &other);
    CU_ASSERT_EQUAL(list.length + other.length, 0);
    buffer_free(&list);
    buffer_free(&other);
    fixture_end(&fixture);
}

static void finds_the_name_most_like_one(void)
{
    static const struct { const char *name, *nearest; } cases[] = {
        { "hunan-county-2023", "hunan-county-2023" },
        { "hunan-county-2032", "hunan-county-2023" },
        { "hunan-conty-2023", "hunan-county-2023" },
        { "beijing", NULL }, { "", NULL },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct buffer out = BUFFER_EMPTY;
        CU_ASSERT_EQUAL(edition_nearest(&built_in, cases[i].name,
            &out),
            cases[i].nearest != NULL);
        CU_ASSERT_STRING_EQUAL(buffer_string(&out),
            cases[i].nearest ? cases[i].nearest : "");
        buffer_free(&out);
    }
}

static void loads_all_parts(void)
{
    struct findings *findings = findings_new();
    struct fixture fixture;

    jixiao_setup();
    fixture_begin(&fixture);
    fixture_write_edition(&fixture, "e");
    struct edition *edition = edition_load(&fixture.resources, "e", findings);
    CU_ASSERT_PTR_NOT_NULL_FATAL(edition);
    CU_ASSERT_STRING_EQUAL(edition->name, "e");
    CU_ASSERT_TRUE(edition->schema && edition->formulas);
    CU_ASSERT_TRUE(!edition->lexicon && !edition->rules);
    const struct lexicon *lexicon = edition_lexicon(edition, findings);
    CU_ASSERT_PTR_NOT_NULL(lexicon);
    CU_ASSERT_PTR_NULL(edition->rules);
    CU_ASSERT_PTR_NOT_NULL(edition_load_rules(edition, findings));
    CU_ASSERT_PTR_EQUAL(edition_lexicon(edition, findings), lexicon);
    CU_ASSERT_PTR_NULL(edition->sheets[EDITION_FORMS]);
    const struct stylesheet *forms = edition_sheet(edition, EDITION_FORMS,
        findings);
    CU_ASSERT_PTR_NOT_NULL(forms);
    CU_ASSERT_PTR_EQUAL(edition_sheet(edition, EDITION_FORMS,
        findings), forms);
    CU_ASSERT_EQUAL(edition->style.most, 2);
    CU_ASSERT_EQUAL(findings_count(findings), 0);
    edition_free(edition);
    edition_free(NULL);
    fixture_end(&fixture);
    findings_free(findings);
}

static void says_which_part_is_broken(void)
{
    static const struct { const char *path, *text, *code; } cases[] = {
        { "schemas/e/submission.schema.json", "{", NULL },
        { "schemas/e/submission.schema.json", "{\"properties\":"
            "{\"edition\": {\"const\": \"other\"}}}", "V032" },
        { "schemas/e/types.schema.json", "{", NULL },
        { "schemas/e/formulas.xml", "<formulas>", "V002" },
        { "schemas/e/formulas.xml", "<formulas><formula/></formulas>",
            "V004" },
        { "schemas/e/rules.xml", "<rules><rule/></rules>", "V004" },
        { "schemas/e/formulas.xml", "<rules/>", "V004" },
        { "schemas/e/rules.xml", "<formulas/>", "V004" },
        { "stylesheets/e/forms.xsl", "<forms/>", "V005" },
    };

    jixiao_setup();
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct findings *findings = findings_new();
        struct fixture fixture;
        fixture_begin(&fixture);
        fixture_write_edition(&fixture, "e");
        fixture_write(&fixture, cases[i].path, cases[i].text);
        struct edition *edition = edition_load(&fixture.resources, "e",
            findings);
        CU_ASSERT_TRUE(!edition || !edition_load_rules(edition, findings)
            || !edition_sheet(edition, EDITION_FORMS, findings));
        edition_free(edition);
        CU_ASSERT_TRUE_FATAL(findings_count(findings) > 0);
        CU_ASSERT_TRUE(findings_worst(findings) >= LEVEL_ERROR);
        if (cases[i].code && strstr(cases[i].path, ".xml"))
            CU_ASSERT_PTR_NOT_NULL(strstr(fixture_sentence(findings, 0,
                LANGUAGE_EN), cases[i].path));
        if (cases[i].code)
            CU_ASSERT_STRING_EQUAL(findings_get(findings, 0)->code,
                cases[i].code);
        fixture_end(&fixture);
        findings_free(findings);
    }
}

static void reports_a_broken_edition_and_a_missing_file(void)
{
    struct session session;

    edition_begin(&session, "{'edition': 'e', 'year': 2023}");
    fixture_write(&session.fixture, "schemas/e/rules.xml", "<rules>");
    CU_ASSERT_PTR_NULL(edition_read(&session));
    CU_ASSERT_STRING_EQUAL(fixture_codes(session.findings),
        "V002 0:0, V030 0:0");
    CU_ASSERT_PTR_NULL(findings_get(session.findings, 0)->file);
    CU_ASSERT_EQUAL(findings_worst(session.findings), LEVEL_SYSTEM);
    edition_end(&session);

    edition_begin(&session, "{}");
    CU_ASSERT_PTR_NULL(jixiao_read(session.jixiao, "/nonexistent/a.json",
        NULL, session.outside));
    CU_ASSERT_STRING_EQUAL(fixture_codes(session.findings), "X010 0:0");
    edition_end(&session);
}

CU_TestInfo edition_tests[] = {
    {"knows which editions there are", knows_which_editions_there_are},
    {"lists those that are built in", lists_those_that_are_built_in},
    {"lists those of a folder", lists_those_of_a_folder},
    {"finds the name most like one", finds_the_name_most_like_one},
    {"loads all parts", loads_all_parts},
    {"says which part is broken", says_which_part_is_broken},
    {"reports a broken edition and a missing file",
        reports_a_broken_edition_and_a_missing_file},
    CU_TEST_INFO_NULL
};
