/* Data files read, compared and built with an edition. */

#include <CUnit/CUnit.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "edition_fixture.h"
#include "fixture.h"
#include "jixiao.h"
#include "library/handles.h"

static void completes_a_data_file(void)
{
    struct session session;

    edition_begin(&session, "{'edition': 'e', 'year': 2023, 'a': 1.5, 'b': 2,"
        "'note': '{{year}}年共{{sum}}'}");
    struct jixiao_set *set = edition_read(&session);
    CU_ASSERT_PTR_NOT_NULL_FATAL(set);
    CU_ASSERT_STRING_EQUAL(fixture_codes(session.findings), "");
    xmlDocPtr submission = set->submission;
    CU_ASSERT_STRING_EQUAL(fixture_xpath(submission, "concat(/*/@edition,"
        "' ', /*/sum, ' ', /*/sum/@state, ' ', /*/note)"),
        "e 3.5 derived 2023年共3.5万元");
    jixiao_set_free(set);
    jixiao_set_free(NULL);
    edition_end(&session);
    jixiao_close(NULL);
}

static void makes_its_page_model(void)
{
    static const struct { const char *only, *count; } cases[] = {
        { NULL, "2" }, { "附件2", "1" }, { "附件1，附件2", "2" },
        { "附件9", NULL }, { "", NULL },
    };
    struct session session;

    edition_begin(&session, "{'edition': 'e', 'year': 2023}");
    struct jixiao_set *set = edition_read(&session);
    CU_ASSERT_PTR_NOT_NULL_FATAL(set);
    for (size_t i = 0; i < COUNT(cases); i++) {
        xmlDocPtr documents = set_document(set, cases[i].only,
            session.findings);
        CU_ASSERT_EQUAL(documents != NULL, cases[i].count != NULL);
        if (documents && cases[i].count)
            CU_ASSERT_STRING_EQUAL(fixture_xpath(documents, "count(/*/*)"),
                cases[i].count);
        xmlFreeDoc(documents);
    }
    CU_ASSERT_STRING_EQUAL(fixture_codes(session.findings),
        "U001 0:0, U001 0:0");
    jixiao_set_free(set);
    edition_end(&session);
}

static void goes_on_with_what_does_not_fit_together(void)
{
    static const struct { const char *data, *codes; enum level worst; }
    cases[] = {
        { "{'edition': 'e', 'year': 2023, 'a': 1, 'b': 2, 'sum': 4}",
            "A04 1:55 /sum", LEVEL_WARNING },
        { "{'edition': 'e', 'year': 2023, 'a': 1, 'b': 2, 'sum': 4,"
            "'explanations': [{'rule': 'A04', 'pointer': '/sum',"
            "'reason': '因故'}]}", "A04 1:55 /sum", LEVEL_HINT },
        { "{'edition': 'e', 'year': 1999}", "A05 1:26 /year", LEVEL_ERROR },
        { "{'edition': 'e', 'year': 1999, 'explanations': [{'rule': 'A05',"
            "'pointer': '/year', 'reason': '因故'}]}",
            "A05 1:26 /year, P003 1:49 /explanations/0", LEVEL_ERROR },
        { "{'edition': 'e', 'year': 2023, 'note': '{{nowhere}}'}",
            "R003 1:41 /note", LEVEL_ERROR },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct session session;
        edition_begin(&session, cases[i].data);
        struct jixiao_set *set = edition_read(&session);
        CU_ASSERT_PTR_NOT_NULL(set);
        CU_ASSERT_STRING_EQUAL(fixture_codes(session.findings),
            cases[i].codes);
        CU_ASSERT_EQUAL(findings_worst(session.findings), cases[i].worst);
        CU_ASSERT_STRING_EQUAL(findings_get(session.findings, 0)->file,
            session.path);
        jixiao_set_free(set);
        edition_end(&session);
    }
}

static void stops_where_there_is_no_shape_to_go_on_with(void)
{
    static const struct { const char *data, *code, *pointer; } cases[] = {
        { "{'year': 2023}", "V006", "/edition" },
        { "{'edition': 7}", "V006", "/edition" },
        { "{'editon': 'x', 'unit': 'y'}", "V031", "/edition" },
        { "{'version': 'x'}", "V006", "/edition" },
        { "[]", "V026", "" },
        { "[{}]", "V026", "" },
        { "'x'", "V026", "" },
        { "3", "V026", "" },
        { "null", "V026", "" },
        { "{'edition': 'ee'}", "V007", "/edition" },
        { "{'edition': 'hunan-county-2032'}", "V008", "/edition" },
        { "{'edition': 'beijing'}", "V008", "/edition" },
        { "{'edition': '../e'}", "V008", "/edition" },
        { "{'edition': 'e', 'year': 2023, 'surplus': 1}", "S004", NULL },
        { "{'edition': 'e'}", "S003", NULL },
        { "{'edition': 'e', 'year': 2023, 'year': 2023}", "J007", NULL },
        { "{", "J016", NULL },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct session session;
        edition_begin(&session, cases[i].data);
        CU_ASSERT_PTR_NULL(edition_read(&session));
        CU_ASSERT_EQUAL_FATAL(findings_count(session.findings), 1);
        const struct finding *finding = findings_get(session.findings, 0);
        CU_ASSERT_STRING_EQUAL(finding->code, cases[i].code);
        if (cases[i].pointer)
            CU_ASSERT_STRING_EQUAL(finding->pointer, cases[i].pointer);
        CU_ASSERT_EQUAL(finding->level, LEVEL_ERROR);
        edition_end(&session);
    }
}

/* Rules that cannot be used are no matter where none are run. */
static void reads_last_year_without_rules(void)
{
    static const struct jixiao_report_options json = {
        .kind = JIXIAO_REPORT_JSON };
    struct session session;
    char *text = NULL;
    size_t length;

    edition_begin(&session, "{'edition': 'e', 'year': 2023, 'a': 1, 'b': 2,"
        "'sum': 4}");
    struct jixiao_set *set = edition_read(&session);
    CU_ASSERT_PTR_NOT_NULL_FATAL(set);
    struct findings *none = findings_new();
    struct jixiao_set *last = jixiao_read_previous(session.jixiao,
        session.path, fixture_outside(none));
    CU_ASSERT_PTR_NOT_NULL_FATAL(last);
    CU_ASSERT_STRING_EQUAL(fixture_codes(none), "");
    /* The edition has rules by now; of this set they say nothing. */
    FILE *out = open_memstream(&text, &length);
    struct jixiao_report *report = jixiao_report_begin(&json, out);
    jixiao_report_file(report, session.path, last, fixture_outside(none));
    CU_ASSERT_TRUE(jixiao_report_end(report, fixture_outside(none)));
    fclose(out);
    CU_ASSERT_PTR_NOT_NULL(strstr(text, "\"edition\": \"e\""));
    CU_ASSERT_PTR_NULL(strstr(text, "\"rules\""));
    free(text);
    jixiao_set_free(last);
    jixiao_set_free(set);
    findings_free(none);
    edition_end(&session);

    edition_begin(&session, "{'edition': 'e', 'year': 2023}");
    fixture_write(&session.fixture, "schemas/e/rules.xml", "<rules>");
    last = jixiao_read_previous(session.jixiao, session.path,
        session.outside);
    CU_ASSERT_PTR_NOT_NULL(last);
    CU_ASSERT_STRING_EQUAL(fixture_codes(session.findings), "");
    CU_ASSERT_PTR_NULL(jixiao_rules(session.jixiao, "e", session.outside));
    CU_ASSERT_STRING_EQUAL(fixture_codes(session.findings),
        "V002 0:0, V030 0:0");
    jixiao_set_free(last);
    edition_end(&session);
}

static bool makes_next(struct session *session, const struct jixiao_set *set)
{
    size_t length;
    char *made = jixiao_next(session->jixiao, set, NULL, &length,
        session->outside);

    free(made);
    return made != NULL;
}

static bool pulls(struct session *session, const struct jixiao_set *set)
{
    struct jixiao_pulled pulled;
    bool good = jixiao_pull(session->jixiao, set,
        &(struct jixiao_pull_options){ .paths = NULL }, &pulled,
        session->outside);

    free(pulled.patch);
    free(pulled.data);
    return good;
}

static bool redlines(struct session *session, const struct jixiao_set *set)
{
    char folder[160];
    struct jixiao_outcome outcome = {0};
    struct jixiao_comparison *comparison = jixiao_compare(set, set,
        session->outside);

    CU_ASSERT_PTR_NOT_NULL_FATAL(comparison);
    snprintf(folder, sizeof folder, "%s/changes", session->fixture.path);
    bool good = jixiao_redline(session->jixiao, comparison,
        &(struct jixiao_redline){ .output = folder }, &outcome,
        session->outside);
    jixiao_comparison_free(comparison);
    /* Of two that are the same there is nothing to make. */
    return good || strcmp(fixture_codes(session->findings), "Q015 0:0") == 0;
}

/* Words that cannot be used are no matter where none are asked for. */
static void says_that_its_words_are_broken(void)
{
    static bool (*const needs[])(struct session *session,
        const struct jixiao_set *set) = { makes_next, pulls, redlines };

    for (size_t k = 0; k < COUNT(needs); k++) {
        struct session session;
        edition_begin(&session, "{'edition': 'e', 'year': 2023}");
        struct jixiao_set *set = jixiao_read_previous(session.jixiao,
            session.path, session.outside);
        CU_ASSERT_PTR_NOT_NULL_FATAL(set);
        CU_ASSERT_TRUE(needs[k](&session, set));
        CU_ASSERT_TRUE(findings_worst(session.findings) < LEVEL_ERROR);
        jixiao_set_free(set);
        edition_end(&session);

        edition_begin(&session, "{'edition': 'e', 'year': 2023}");
        fixture_write(&session.fixture, "schemas/common/language.xml",
            "<language>");
        set = jixiao_read_previous(session.jixiao, session.path,
            session.outside);
        CU_ASSERT_PTR_NOT_NULL_FATAL(set);
        CU_ASSERT_FALSE(needs[k](&session, set));
        CU_ASSERT_STRING_EQUAL(fixture_codes(session.findings),
            "V002 0:0, V030 0:0");
        jixiao_set_free(set);
        edition_end(&session);
    }
}

static void keeps_an_edition_for_the_next_file(void)
{
    struct session session;

    edition_begin(&session, "{'edition': 'e', 'year': 2023}");
    fixture_write_edition(&session.fixture, "other");
    struct jixiao_set *first = edition_read(&session);
    /* Broken now, but compiled before. */
    fixture_write(&session.fixture, "schemas/e/rules.xml", "<rules>");
    struct jixiao_set *second = edition_read(&session);
    fixture_write(&session.fixture, "data.json",
        "{\"edition\": \"other\", \"year\": 2023}");
    struct jixiao_set *third = edition_read(&session);
    CU_ASSERT_TRUE(first && second && third);
    CU_ASSERT_STRING_EQUAL(fixture_codes(session.findings), "");
    jixiao_set_free(first);
    jixiao_set_free(second);
    jixiao_set_free(third);
    edition_end(&session);
}

static void compares_with_last_year(void)
{
    static const struct { const char *last, *codes; bool used; } cases[] = {
        { "{\"edition\": \"e\", \"year\": 1998, \"a\": 1, \"b\": 2}",
            "A05 1:26 /year", true },
        /* What was wrong in it is not wrong this year. */
        { "{\"edition\": \"e\", \"year\": 1998, \"a\": 1, \"b\": 2,\n"
            "\"sum\": 4, \"note\": \"{{none}}\"}",
            "A05 1:26 /year", true },
        { "{\"edition\": \"e\", \"other\": 1}",
            "S003 1:1 /year, S004 1:18 /other", false },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct session session;
        char path[128];
        edition_begin(&session, "{'edition': 'e', 'year': 2001}");
        fixture_write(&session.fixture, "schemas/e/rules.xml",
            "<rules xmlns='urn:jixiao:rules:1'><rule code='A04' "
            "level='warning' kind='formula'><zh>合计</zh><en>totals</en>"
            "<basis>表</basis></rule><rule code='A05' level='error'>"
            "<zh>年度</zh><en>years</en><basis>表</basis>"
            "<check context='year[$previous]' test='$previous/sum = 0'>"
            "<zh>{$previous/sum}</zh><en>{$previous/sum}</en></check>"
            "</rule></rules>");
        fixture_write(&session.fixture, "last.json", cases[i].last);
        snprintf(path, sizeof path, "%s/last.json", session.fixture.path);
        struct jixiao_set *last = jixiao_read_previous(session.jixiao, path,
            session.outside);
        CU_ASSERT_EQUAL(last != NULL, cases[i].used);
        struct jixiao_set *set = jixiao_read(session.jixiao, session.path,
            last, session.outside);
        CU_ASSERT_PTR_NOT_NULL(set);
        CU_ASSERT_STRING_EQUAL(fixture_codes(session.findings),
            cases[i].codes);
        CU_ASSERT_STRING_EQUAL(findings_get(session.findings, 0)->file,
            cases[i].used ? session.path : path);
        jixiao_set_free(set);
        jixiao_set_free(last);
        edition_end(&session);
    }
}

/* Whether a file of that name is in the set's folder. */
static bool is_written(const struct jixiao_outcome *report, const char *name)
{
    char path[512];

    snprintf(path, sizeof path, "%s/%s", report->folder, name);
    return access(path, R_OK) == 0;
}

static void builds_with_the_formats_of_the_data_folder(void)
{
    struct jixiao_outcome report = { 0 };
    struct session session;
    char output[128];

    edition_begin(&session, "{'edition': 'e', 'year': 2023, 'note': '一'}");
    fixture_write(&session.fixture, "stylesheets/formats/html.xsl",
        "<xsl:stylesheet version='1.0' "
        "xmlns:xsl='http://www.w3.org/1999/XSL/Transform'>"
        "<xsl:template match='/'><p><xsl:value-of select='.'/></p>"
        "</xsl:template></xsl:stylesheet>");
    fixture_write(&session.fixture, "stylesheets/formats/index.xsl",
        "<xsl:stylesheet version='1.0' "
        "xmlns:xsl='http://www.w3.org/1999/XSL/Transform'>"
        "<xsl:template match='/'><i><xsl:value-of select='count(/*/*)'/></i>"
        "</xsl:template></xsl:stylesheet>");
    snprintf(output, sizeof output, "%s/out", session.fixture.path);
    struct jixiao_set *set = edition_read(&session);
    CU_ASSERT_PTR_NOT_NULL_FATAL(set);
    CU_ASSERT_TRUE(jixiao_build(session.jixiao, set, &(struct jixiao_build){
        .output = output, .formats = "html" }, &report,
        session.outside));
    CU_ASSERT_STRING_EQUAL(fixture_codes(session.findings), "");
    CU_ASSERT_PTR_NOT_NULL_FATAL(report.folder);
    CU_ASSERT_TRUE(is_written(&report, "附件1表.html"));
    CU_ASSERT_TRUE(is_written(&report, "附件2注.html"));
    CU_ASSERT_TRUE(is_written(&report, "整套.html"));
    CU_ASSERT_TRUE(is_written(&report, "核对.html"));
    CU_ASSERT_TRUE(is_written(&report, "index.html"));
    CU_ASSERT_FALSE(is_written(&report, "附件1表.docx"));
    free(report.folder);
    jixiao_set_free(set);
    edition_end(&session);
}

CU_TestInfo edition_sets_tests[] = {
    {"completes a data file", completes_a_data_file},
    {"makes its page model", makes_its_page_model},
    {"goes on with what does not fit together",
        goes_on_with_what_does_not_fit_together},
    {"stops where there is no shape to go on with",
        stops_where_there_is_no_shape_to_go_on_with},
    {"reads last year without rules", reads_last_year_without_rules},
    {"says that its words are broken", says_that_its_words_are_broken},
    {"is kept for the next file", keeps_an_edition_for_the_next_file},
    {"compares with last year", compares_with_last_year},
    {"builds with the formats of the data folder",
        builds_with_the_formats_of_the_data_folder},
    CU_TEST_INFO_NULL
};
