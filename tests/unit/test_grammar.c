/* What is between the stages against the grammars. */

#include <CUnit/CUnit.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "edition_fixture.h"
#include "fixture.h"
#include "jixiao.h"
#include "library/handles.h"

static void checks_intermediates_against_their_grammars(void)
{
    struct session session;

    edition_begin(&session, "{'edition': 'e', 'year': 2023, 'a': 1, 'b': 2,"
        "'note': '{{sum}}'}");
    fixture_copy(&session.fixture, "schemas/common/submission.rng");
    fixture_copy(&session.fixture, "schemas/common/document.rng");
    struct jixiao_set *set = edition_read(&session);
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
    edition_end(&session);
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
        edition_begin(&session, "{'edition': 'e', 'year': 2023}");
        if (cases[i].text)
            fixture_write(&session.fixture, "schemas/common/submission.rng",
                cases[i].text);
        struct jixiao_set *set = edition_read(&session);
        CU_ASSERT_PTR_NOT_NULL_FATAL(set);
        CU_ASSERT_FALSE(grammar_check(session.jixiao, GRAMMAR_SUBMISSION,
            set->submission, session.findings));
        CU_ASSERT_STRING_EQUAL(fixture_codes(session.findings),
            cases[i].codes);
        jixiao_set_free(set);
        edition_end(&session);
    }
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
            edition_begin(&session,
                "{'edition': 'e', 'year': 2023, 'a': 1, 'b': 1,"
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
            struct jixiao_set *set = edition_read(&session);
            CU_ASSERT_PTR_NOT_NULL_FATAL(set);
            CU_ASSERT_FALSE(jixiao_build(session.jixiao, set,
                &(struct jixiao_build){ .output = output, .only = only[k],
                    .formats = "html" }, &report,
                session.outside));
            CU_ASSERT_TRUE(findings_worst(session.findings) >= LEVEL_USAGE);
            free(report.folder);
            jixiao_set_free(set);
            edition_end(&session);
        }
    }
}

CU_TestInfo grammar_tests[] = {
    {"checks intermediates against their grammars",
        checks_intermediates_against_their_grammars},
    {"reports a grammar that cannot be used",
        reports_a_grammar_that_cannot_be_used},
    {"survives forms that violate the grammar",
        survives_forms_that_violate_the_grammar},
    CU_TEST_INFO_NULL
};
