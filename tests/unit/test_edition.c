#include <CUnit/CUnit.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "0_base/listed.h"
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

/* A jixiao that works with the small edition. */
struct session {
    struct fixture fixture;
    struct findings *findings;
    struct jixiao_findings *outside;    /* the same */
    struct jixiao *jixiao;
    char path[128];                 /* of the data file */
};

static void begin(struct session *session, const char *data)
{
    char text[1024];

    jixiao_setup();
    fixture_begin(&session->fixture);
    fixture_write_edition(&session->fixture, "e");
    snprintf(text, sizeof text, "%s", data);
    for (char *at; (at = strchr(text, '\'')) != NULL; )
        *at = '"';
    fixture_write(&session->fixture, "data.json", text);
    snprintf(session->path, sizeof session->path, "%s/data.json",
        session->fixture.path);
    session->findings = findings_new();
    session->outside = fixture_outside(session->findings);
    session->jixiao = jixiao_open(session->fixture.path, session->outside);
    CU_ASSERT_PTR_NOT_NULL_FATAL(session->jixiao);
}

static struct jixiao_set *open_data(struct session *session)
{
    return jixiao_read(session->jixiao, session->path, NULL,
        session->outside);
}

static void end(struct session *session)
{
    jixiao_close(session->jixiao);
    findings_free(session->findings);
    fixture_end(&session->fixture);
}

static void completes_a_data_file(void)
{
    struct session session;

    begin(&session, "{'edition': 'e', 'year': 2023, 'a': 1.5, 'b': 2,"
        "'note': '{{year}}年共{{sum}}'}");
    struct jixiao_set *set = open_data(&session);
    CU_ASSERT_PTR_NOT_NULL_FATAL(set);
    CU_ASSERT_STRING_EQUAL(fixture_codes(session.findings), "");
    xmlDocPtr submission = set->submission;
    CU_ASSERT_STRING_EQUAL(fixture_xpath(submission, "concat(/*/@edition,"
        "' ', /*/sum, ' ', /*/sum/@state, ' ', /*/note)"),
        "e 3.5 derived 2023年共3.5万元");
    jixiao_set_free(set);
    jixiao_set_free(NULL);
    end(&session);
    jixiao_close(NULL);
}

static void makes_its_page_model(void)
{
    static const struct { const char *only, *count; } cases[] = {
        { NULL, "2" }, { "附件2", "1" }, { "附件1，附件2", "2" },
        { "附件9", NULL }, { "", NULL },
    };
    struct session session;

    begin(&session, "{'edition': 'e', 'year': 2023}");
    struct jixiao_set *set = open_data(&session);
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
    end(&session);
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
        begin(&session, cases[i].data);
        struct jixiao_set *set = open_data(&session);
        CU_ASSERT_PTR_NOT_NULL(set);
        CU_ASSERT_STRING_EQUAL(fixture_codes(session.findings),
            cases[i].codes);
        CU_ASSERT_EQUAL(findings_worst(session.findings), cases[i].worst);
        CU_ASSERT_STRING_EQUAL(findings_get(session.findings, 0)->file,
            session.path);
        jixiao_set_free(set);
        end(&session);
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
        begin(&session, cases[i].data);
        CU_ASSERT_PTR_NULL(open_data(&session));
        CU_ASSERT_EQUAL_FATAL(findings_count(session.findings), 1);
        const struct finding *finding = findings_get(session.findings, 0);
        CU_ASSERT_STRING_EQUAL(finding->code, cases[i].code);
        if (cases[i].pointer)
            CU_ASSERT_STRING_EQUAL(finding->pointer, cases[i].pointer);
        CU_ASSERT_EQUAL(finding->level, LEVEL_ERROR);
        end(&session);
    }
}

static void reports_a_broken_edition_and_a_missing_file(void)
{
    struct session session;

    begin(&session, "{'edition': 'e', 'year': 2023}");
    fixture_write(&session.fixture, "schemas/e/rules.xml", "<rules>");
    CU_ASSERT_PTR_NULL(open_data(&session));
    CU_ASSERT_STRING_EQUAL(fixture_codes(session.findings),
        "V002 0:0, V030 0:0");
    CU_ASSERT_PTR_NULL(findings_get(session.findings, 0)->file);
    CU_ASSERT_EQUAL(findings_worst(session.findings), LEVEL_SYSTEM);
    end(&session);

    begin(&session, "{}");
    CU_ASSERT_PTR_NULL(jixiao_read(session.jixiao, "/nonexistent/a.json",
        NULL, session.outside));
    CU_ASSERT_STRING_EQUAL(fixture_codes(session.findings), "X010 0:0");
    end(&session);
}

/* Rules that cannot be used are no matter where none are run. */
static void reads_last_year_without_rules(void)
{
    static const struct jixiao_report_options json = {
        .kind = JIXIAO_REPORT_JSON };
    struct session session;
    char *text = NULL;
    size_t length;

    begin(&session, "{'edition': 'e', 'year': 2023, 'a': 1, 'b': 2,"
        "'sum': 4}");
    struct jixiao_set *set = open_data(&session);
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
    end(&session);

    begin(&session, "{'edition': 'e', 'year': 2023}");
    fixture_write(&session.fixture, "schemas/e/rules.xml", "<rules>");
    last = jixiao_read_previous(session.jixiao, session.path,
        session.outside);
    CU_ASSERT_PTR_NOT_NULL(last);
    CU_ASSERT_STRING_EQUAL(fixture_codes(session.findings), "");
    CU_ASSERT_PTR_NULL(jixiao_rules(session.jixiao, "e", session.outside));
    CU_ASSERT_STRING_EQUAL(fixture_codes(session.findings),
        "V002 0:0, V030 0:0");
    jixiao_set_free(last);
    end(&session);
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
        begin(&session, "{'edition': 'e', 'year': 2023}");
        struct jixiao_set *set = jixiao_read_previous(session.jixiao,
            session.path, session.outside);
        CU_ASSERT_PTR_NOT_NULL_FATAL(set);
        CU_ASSERT_TRUE(needs[k](&session, set));
        CU_ASSERT_TRUE(findings_worst(session.findings) < LEVEL_ERROR);
        jixiao_set_free(set);
        end(&session);

        begin(&session, "{'edition': 'e', 'year': 2023}");
        fixture_write(&session.fixture, "schemas/common/language.xml",
            "<language>");
        set = jixiao_read_previous(session.jixiao, session.path,
            session.outside);
        CU_ASSERT_PTR_NOT_NULL_FATAL(set);
        CU_ASSERT_FALSE(needs[k](&session, set));
        CU_ASSERT_STRING_EQUAL(fixture_codes(session.findings),
            "V002 0:0, V030 0:0");
        jixiao_set_free(set);
        end(&session);
    }
}

static void keeps_an_edition_for_the_next_file(void)
{
    struct session session;

    begin(&session, "{'edition': 'e', 'year': 2023}");
    fixture_write_edition(&session.fixture, "other");
    struct jixiao_set *first = open_data(&session);
    /* Broken now, but compiled before. */
    fixture_write(&session.fixture, "schemas/e/rules.xml", "<rules>");
    struct jixiao_set *second = open_data(&session);
    fixture_write(&session.fixture, "data.json",
        "{\"edition\": \"other\", \"year\": 2023}");
    struct jixiao_set *third = open_data(&session);
    CU_ASSERT_TRUE(first && second && third);
    CU_ASSERT_STRING_EQUAL(fixture_codes(session.findings), "");
    jixiao_set_free(first);
    jixiao_set_free(second);
    jixiao_set_free(third);
    end(&session);
}

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
        begin(&session, data);
        jixiao_change_rules(session.jixiao, &cases[i].change, 1);
        struct jixiao_set *set = open_data(&session);
        CU_ASSERT_PTR_NOT_NULL_FATAL(set);
        CU_ASSERT_STRING_EQUAL(fixture_codes(session.findings),
            cases[i].codes);
        CU_ASSERT_EQUAL(findings_worst(session.findings), cases[i].worst);
        jixiao_set_free(set);
        end(&session);
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

    begin(&session, "{'edition': 'e', 'year': 1999}");
    jixiao_change_rules(session.jixiao, changes, COUNT(changes));
    CU_ASSERT_PTR_NULL(open_data(&session));
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
    end(&session);
}

static void gives_out_rules_and_what_they_came_to(void)
{
    struct session session;

    begin(&session, "{'edition': 'e', 'year': 1999, 'a': 1, 'b': 2,"
        "'sum': 3}");
    struct jixiao_set *set = open_data(&session);
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
    end(&session);
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
        begin(&session, "{'edition': 'e', 'year': 2001}");
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
        end(&session);
    }
}

static void checks_intermediates_against_their_grammars(void)
{
    struct session session;

    begin(&session, "{'edition': 'e', 'year': 2023, 'a': 1, 'b': 2,"
        "'note': '{{sum}}'}");
    fixture_copy(&session.fixture, "schemas/common/submission.rng");
    fixture_copy(&session.fixture, "schemas/common/document.rng");
    struct jixiao_set *set = open_data(&session);
    CU_ASSERT_PTR_NOT_NULL_FATAL(set);
    xmlDocPtr submission = set->submission;
    xmlDocPtr documents = set_document(set, NULL, session.findings);
    CU_ASSERT_TRUE(grammar_check(session.jixiao, GRAMMAR_SUBMISSION,
        submission, session.findings));
    CU_ASSERT_TRUE(grammar_check(session.jixiao, GRAMMAR_DOCUMENT,
        documents, session.findings));
    CU_ASSERT_STRING_EQUAL(fixture_codes(session.findings), "");

    /* Each is not the other. */
    CU_ASSERT_FALSE(grammar_check(session.jixiao, GRAMMAR_SUBMISSION,
        documents, session.findings));
    CU_ASSERT_TRUE(findings_count(session.findings) > 0);
    CU_ASSERT_STRING_EQUAL(findings_get(session.findings, 0)->code, "V009");
    CU_ASSERT_PTR_NOT_NULL(strstr(fixture_sentence(session.findings, 0,
        LANGUAGE_EN), "schemas/common/submission.rng: "));
    xmlFreeDoc(documents);
    jixiao_set_free(set);
    end(&session);
}

static void reports_a_grammar_that_cannot_be_used(void)
{
    static const struct { const char *text, *codes; } cases[] = {
        { NULL, "V001 0:0" }, { "<grammar", "V002 0:0" },
        { "<grammar xmlns='http://relaxng.org/ns/structure/1.0'/>",
            "V002 0:0" },
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct session session;
        begin(&session, "{'edition': 'e', 'year': 2023}");
        if (cases[i].text)
            fixture_write(&session.fixture, "schemas/common/submission.rng",
                cases[i].text);
        struct jixiao_set *set = open_data(&session);
        CU_ASSERT_PTR_NOT_NULL_FATAL(set);
        CU_ASSERT_FALSE(grammar_check(session.jixiao, GRAMMAR_SUBMISSION,
            set->submission, session.findings));
        CU_ASSERT_STRING_EQUAL(fixture_codes(session.findings),
            cases[i].codes);
        jixiao_set_free(set);
        end(&session);
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

    begin(&session, "{'edition': 'e', 'year': 2023, 'note': '一'}");
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
    struct jixiao_set *set = open_data(&session);
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
    end(&session);
}

/* Forms that leave out what document.rng asks for are no crash. */
static void survives_forms_that_violate_the_grammar(void)
{
    static const char *const bodies[] = {
        "", "<documents/>",
        "<documents xmlns='urn:jixiao:document:1'><attachment/></documents>",
        "<documents title='t' file='f'><attachment id='a'/></documents>",
        "text",
    };

    for (size_t i = 0; i < COUNT(bodies); i++) {
        static const char *const only[] = { NULL, "a", "附件9" };
        for (size_t k = 0; k < COUNT(only); k++) {
            struct jixiao_outcome report = { 0 };
            struct session session;
            char output[128], forms[1024];
            begin(&session, "{'edition': 'e', 'year': 2023, 'a': 1, 'b': 1,"
                "'sum': 3}");
            snprintf(forms, sizeof forms, "<xsl:stylesheet version='1.0' "
                "xmlns:xsl='http://www.w3.org/1999/XSL/Transform'>"
                "<xsl:template match='/'>%s</xsl:template></xsl:stylesheet>",
                bodies[i]);
            fixture_write(&session.fixture, "stylesheets/e/forms.xsl", forms);
            fixture_write(&session.fixture, "stylesheets/formats/html.xsl",
                forms);
            fixture_write(&session.fixture, "stylesheets/formats/index.xsl",
                forms);
            snprintf(output, sizeof output, "%s/out", session.fixture.path);
            struct jixiao_set *set = open_data(&session);
            CU_ASSERT_PTR_NOT_NULL_FATAL(set);
            CU_ASSERT_FALSE(jixiao_build(session.jixiao, set,
                &(struct jixiao_build){ .output = output, .only = only[k],
                    .formats = "html" }, &report,
                session.outside));
            CU_ASSERT_TRUE(findings_worst(session.findings) >= LEVEL_USAGE);
            free(report.folder);
            jixiao_set_free(set);
            end(&session);
        }
    }
}

CU_TestInfo edition_tests[] = {
    {"knows which editions there are", knows_which_editions_there_are},
    {"lists those that are built in", lists_those_that_are_built_in},
    {"lists those of a folder", lists_those_of_a_folder},
    {"finds the name most like one", finds_the_name_most_like_one},
    {"loads all parts", loads_all_parts},
    {"says which part is broken", says_which_part_is_broken},
    {"completes a data file", completes_a_data_file},
    {"makes its page model", makes_its_page_model},
    {"goes on with what does not fit together",
        goes_on_with_what_does_not_fit_together},
    {"stops where there is no shape to go on with",
        stops_where_there_is_no_shape_to_go_on_with},
    {"reports a broken edition and a missing file",
        reports_a_broken_edition_and_a_missing_file},
    {"reads last year without rules", reads_last_year_without_rules},
    {"says that its words are broken", says_that_its_words_are_broken},
    {"is kept for the next file", keeps_an_edition_for_the_next_file},
    {"changes the rules of its editions", changes_the_rules_of_its_editions},
    {"refuses changes that cannot be made",
        refuses_changes_that_cannot_be_made},
    {"gives out rules and what they came to",
        gives_out_rules_and_what_they_came_to},
    {"compares with last year", compares_with_last_year},
    {"checks intermediates against their grammars",
        checks_intermediates_against_their_grammars},
    {"reports a grammar that cannot be used",
        reports_a_grammar_that_cannot_be_used},
    {"builds with the formats of the data folder",
        builds_with_the_formats_of_the_data_folder},
    {"survives forms that violate the grammar",
        survives_forms_that_violate_the_grammar},
    CU_TEST_INFO_NULL
};
