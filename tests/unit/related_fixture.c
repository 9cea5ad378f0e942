/* Expressions on a tree of texts, and what they give. */

#include "related_fixture.h"

#include <CUnit/CUnit.h>
#include <libxml/xpathInternals.h>
#include <stdio.h>
#include <string.h>

#include "6_rules/related/related.h"

static void keep_quiet(void *user, xmlErrorPtr error)
{
    (void)user;
    (void)error;
}

void session_begin(struct session *session, const char *tree)
{
    session->doc = fixture_xml(tree);
    session->related = related_new(session->doc, fixture_lexicon(),
        NULL);
    session->context = xmlXPathNewContext(session->doc);
    CU_ASSERT_PTR_NOT_NULL_FATAL(session->related);
    CU_ASSERT_TRUE_FATAL(related_register(session->context,
        session->related));
    session->context->error = keep_quiet;
    session->context->node = xmlDocGetRootElement(session->doc);
}

void session_end(struct session *session)
{
    xmlXPathFreeContext(session->context);
    related_free(session->related);
    xmlFreeDoc(session->doc);
}

const char *session_evaluate(struct session *session, const char *expression)
{
    static char text[TEXT_SIZE];
    xmlXPathObjectPtr found = xmlXPathEvalExpression(BAD_CAST expression,
        session->context);
    size_t length = 0;

    text[0] = '\0';
    if (!found)
        return "!";
    if (found->type != XPATH_NODESET) {
        xmlChar *string = xmlXPathCastToString(found);
        snprintf(text, sizeof text, "%s", (const char *)string);
        xmlFree(string);
    }
    for (int k = 0; found->nodesetval && k < found->nodesetval->nodeNr; k++) {
        xmlChar *id = xmlGetNoNsProp(found->nodesetval->nodeTab[k],
            BAD_CAST "id");
        length += (size_t)snprintf(text + length, sizeof text - length,
            "%s%s", k ? " " : "", id ? (const char *)id : "?");
        xmlFree(id);
    }
    xmlXPathFreeObject(found);
    return text;
}

void session_check(struct session *session, const char *expression,
    const char *about, const char *expected)
{
    const char *result = session_evaluate(session, expression);

    if (strcmp(result, expected) != 0)
        fprintf(stderr, "%s of %s is %s, not %s\n", expression, about,
            result, expected);
    CU_ASSERT_STRING_EQUAL(result, expected);
}

void check_tree(const char *tree, const struct expected *cases,
    size_t count)
{
    struct session session;

    session_begin(&session, tree);
    for (size_t i = 0; i < count; i++)
        session_check(&session, cases[i].expression, "the tree",
            cases[i].result);
    session_end(&session);
}
