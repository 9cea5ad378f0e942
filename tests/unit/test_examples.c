/* Every example of the catalogue has its fault, and no other. */

#include <CUnit/CUnit.h>
#include <stdlib.h>
#include <string.h>

#include "0_base/catalogue.h"
#include "2_schema/schema.h"
#include "fixture.h"

static char *load(void *context, const char *uri, size_t *length)
{
    (void)uri;
    *length = strlen(context);
    return strdup(context);
}

/* What is found in a text, and then of its shape. */
static const char *find(const struct catalogue_example *example,
    const char *text, struct findings *findings)
{
    struct json *json = json_parse(text, strlen(text), findings);
    struct schema *schema = *example->schema ? schema_compile("e.json",
        &(struct schema_options){ .load = load,
            .context = (void *)example->schema }, findings) : NULL;

    if (json && schema)
        schema_validate(schema, json, findings);
    schema_free(schema);
    json_free(json);
    return findings_count(findings) ? findings_get(findings, 0)->code : "";
}

static void have_the_fault_that_they_show(void)
{
    for (int k = 0; k < CATALOGUE_COUNT; k++) {
        const struct catalogue_example *example
            = catalogue_example((enum catalogue)k);
        struct findings *findings = findings_new();
        if (example)
            CU_ASSERT_STRING_EQUAL(find(example, example->wrong, findings),
                catalogue_get((enum catalogue)k)->code);
        findings_free(findings);
    }
}

static void are_right_without_it(void)
{
    for (int k = 0; k < CATALOGUE_COUNT; k++) {
        const struct catalogue_example *example
            = catalogue_example((enum catalogue)k);
        struct findings *findings = findings_new();
        if (example)
            CU_ASSERT_STRING_EQUAL(find(example, example->right, findings),
                "");
        findings_free(findings);
    }
}

/* What no text of a few lines can have. */
static void are_there_for_all_codes_of_texts(void)
{
    static const char *const without[] = { "J002", "J003", "J004", "J005",
        "J006", "J008", "S090", "S091", "S092", "S099" };
    size_t left = 0;

    for (int k = 0; k < CATALOGUE_COUNT; k++) {
        const char *code = catalogue_get((enum catalogue)k)->code;
        bool is_without = false;
        for (size_t n = 0; n < COUNT(without); n++)
            is_without = is_without || strcmp(code, without[n]) == 0;
        if ((*code != 'J' && *code != 'S') || is_without)
            left += is_without;
        else
            CU_ASSERT_PTR_NOT_NULL(catalogue_example((enum catalogue)k));
    }
    CU_ASSERT_EQUAL(left, COUNT(without));
}

CU_TestInfo examples_tests[] = {
    { "have the fault that they show", have_the_fault_that_they_show },
    { "are right without it", are_right_without_it },
    { "are there for all codes of texts", are_there_for_all_codes_of_texts },
    CU_TEST_INFO_NULL
};
