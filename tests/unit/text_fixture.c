/* Calls of functions on texts in XPath, and what they give. */

#include "text_fixture.h"

#include <CUnit/CUnit.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <stdio.h>
#include <string.h>

#include "6_rules/text/text.h"

static void keep_quiet(void *user, xmlErrorPtr error)
{
    (void)user;
    (void)error;
}

static void set(xmlXPathContextPtr context, const char *name,
    const char *value)
{
    CU_ASSERT_EQUAL_FATAL(xmlXPathRegisterVariable(context, BAD_CAST name,
        xmlXPathNewCString(value)), 0);
}

const char *evaluate_text(xmlDocPtr doc, const char *expression,
    const char *text, const char *argument)
{
    static char result[256];
    struct text_scope scope = { fixture_lexicon() };
    xmlXPathContextPtr context = xmlXPathNewContext(doc);

    CU_ASSERT_TRUE_FATAL(text_register(context, &scope));
    context->error = keep_quiet;
    context->node = xmlDocGetRootElement(doc);
    set(context, "text", text);
    set(context, "argument", argument);
    xmlXPathObjectPtr found = xmlXPathEvalExpression(BAD_CAST expression,
        context);
    xmlChar *string = found ? xmlXPathCastToString(found) : NULL;
    snprintf(result, sizeof result, "%s", string ? (const char *)string
        : "!");
    xmlFree(string);
    xmlXPathFreeObject(found);
    xmlXPathFreeContext(context);
    return result;
}

void check_texts(const char *name, const char *argument,
    const struct expected *cases, size_t count)
{
    xmlDocPtr doc = fixture_xml("<s/>");
    char expression[64];

    snprintf(expression, sizeof expression, "t:%s($text%s)", name,
        argument ? ", $argument" : "");
    for (size_t k = 0; k < count; k++) {
        const char *result = evaluate_text(doc, expression, cases[k].text,
            argument ? argument : "");
        if (strcmp(result, cases[k].result) != 0)
            fprintf(stderr, "t:%s of %s is \"%s\", not \"%s\"\n", name,
                cases[k].text, result, cases[k].result);
        CU_ASSERT_STRING_EQUAL(result, cases[k].result);
    }
    xmlFreeDoc(doc);
}
