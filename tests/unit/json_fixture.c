/* JSON texts and the one thing that is found in them. */

#include "json_fixture.h"

#include <CUnit/CUnit.h>
#include <stdio.h>
#include <string.h>

#include "library/reports/line.h"

struct json *json_parse_text(const char *text, struct findings *findings)
{
    return json_parse(text, strlen(text), findings);
}

void json_check_finding(const struct findings *findings,
    const char *code, unsigned line, unsigned column)
{
    CU_ASSERT_EQUAL_FATAL(findings_count(findings), 1);
    const struct finding *finding = findings_get(findings, 0);
    if (strcmp(finding->code, code) != 0 || finding->place.line != line
        || finding->place.column != column) {
        printf("    expected %s at %u:%u, got ", code, line, column);
        line_print(finding, (struct line_style){ LANGUAGE_EN, false },
            stdout);
    }
    CU_ASSERT_STRING_EQUAL(finding->code, code);
    CU_ASSERT_EQUAL(finding->place.line, line);
    CU_ASSERT_EQUAL(finding->place.column, column);
    /* No placeholder is left in either sentence. */
    for (int k = 0; k < LANGUAGE_COUNT; k++) {
        CU_ASSERT_PTR_NULL(strstr(finding->text[k], "{met}"));
        CU_ASSERT_PTR_NULL(strstr(finding->text[k], "{line}"));
        CU_ASSERT_PTR_NULL(strstr(finding->text[k], "{size}"));
    }
}
