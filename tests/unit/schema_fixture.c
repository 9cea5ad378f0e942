/* Data checked against a schema given with it, and what is said of both. */

#include "schema_fixture.h"

#include <CUnit/CUnit.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *load(void *context, const char *uri, size_t *length)
{
    for (const struct document *document = context; document->uri;
        document++) {
        if (strcmp(document->uri, uri) != 0)
            continue;
        *length = strlen(document->text);
        return strdup(document->text);
    }
    return NULL;
}

static void list_findings(const struct findings *findings,
    enum language language, struct buffer *out)
{
    for (size_t k = 0; k < findings_count(findings); k++) {
        const struct finding *finding = findings_get(findings, k);
        buffer_printf(out, "%s%u:%u %s: %s [%s]", k ? "\n" : "",
            finding->place.line, finding->place.column, finding->code,
            finding->text[language], finding->pointer);
    }
}

void check_documents(const struct document *documents,
    const char *data, enum language language, struct buffer *out)
{
    struct schema_options options = { .load = load,
        .context = (void *)documents };
    struct findings *findings = findings_new();
    struct schema *schema = schema_compile(documents[0].uri, &options,
        findings);
    struct json *json = schema ? json_parse(data, strlen(data), findings)
        : NULL;

    buffer_clear(out);
    if (json)
        CU_ASSERT_EQUAL(schema_validate(schema, json, findings),
            findings_count(findings) == 0);
    findings_sort(findings);
    list_findings(findings, language, out);
    json_free(json);
    schema_free(schema);
    findings_free(findings);
}

void check_data(const char *schema, const char *data,
    enum language language, struct buffer *out)
{
    struct document documents[] = { { "a.json", schema }, { NULL, NULL } };

    check_documents(documents, data, language, out);
}

void check_wordings(const struct wording *cases, size_t count,
    enum language language)
{
    struct buffer found = BUFFER_EMPTY;

    for (size_t k = 0; k < count; k++) {
        check_data(cases[k].schema, cases[k].data, language, &found);
        CU_ASSERT_STRING_EQUAL(buffer_string(&found), cases[k].expected);
        if (strcmp(buffer_string(&found), cases[k].expected) != 0)
            printf("    found:    %s\n    expected: %s\n",
                buffer_string(&found), cases[k].expected);
    }
    buffer_free(&found);
}

size_t count_lines(const char *text)
{
    size_t count = *text != '\0';

    for (; *text; text++)
        count += *text == '\n';
    return count;
}
