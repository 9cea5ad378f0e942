/* A jixiao that works with a small edition, for the tests of editions. */

#include "edition_fixture.h"

#include <CUnit/CUnit.h>
#include <stdio.h>
#include <string.h>

void edition_begin(struct session *session, const char *data)
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

struct jixiao_set *edition_read(struct session *session)
{
    return jixiao_read(session->jixiao, session->path, NULL,
        session->outside);
}

void edition_end(struct session *session)
{
    jixiao_close(session->jixiao);
    findings_free(session->findings);
    fixture_end(&session->fixture);
}
