/* Libraries that are opened only when they are needed. */

#include <CUnit/CUnit.h>
#include <math.h>
#include <string.h>

#include "0_base/late.h"
#include "fixture.h"

#define CALLS(CALL) CALL(cos) CALL(fabs)

static struct {
    CALLS(LATE_MEMBER)
} calls;

static void opens_a_library_and_calls_it(void)
{
    static const char *const names[] = { CALLS(LATE_NAME) NULL };
    struct late_library library = { "libm.so.6", names, &calls, false };
    struct findings *findings = findings_new();

    CU_ASSERT(late_open(&library, findings));
    CU_ASSERT(late_open(&library, findings));
    CU_ASSERT_EQUAL(calls.fabs(-2), 2);
    CU_ASSERT_EQUAL(calls.cos(0), 1);
    CU_ASSERT_STRING_EQUAL(fixture_codes(findings), "");
    findings_free(findings);
}

static void says_what_cannot_be_opened(void)
{
    static const char *const names[] = { "fabs", "no_such_call", NULL };
    struct late_library cases[] = {
        { "libnone.so.1", names, &calls, false },
        { "libm.so.6", names, &calls, false },
    };

    for (size_t k = 0; k < COUNT(cases); k++) {
        struct findings *findings = findings_new();
        CU_ASSERT_FALSE(late_open(&cases[k], findings));
        CU_ASSERT_FALSE(cases[k].is_open);
        CU_ASSERT_STRING_EQUAL(fixture_codes(findings), "X072 0:0");
        CU_ASSERT_PTR_NOT_NULL(strstr(fixture_sentence(findings, 0,
            LANGUAGE_ZH), k == 0 ? "libnone.so.1" : "no_such_call"));
        findings_free(findings);
        CU_ASSERT_FALSE(late_open(&cases[k], NULL));
    }
}

CU_TestInfo late_tests[] = {
    { "opens a library and calls it", opens_a_library_and_calls_it },
    { "says what cannot be opened", says_what_cannot_be_opened },
    CU_TEST_INFO_NULL
};
