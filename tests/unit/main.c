/*
 * Run every suite of suites.def, or those named as arguments, and print one
 * line a test: "ok suite: test" or "not ok suite: test: where: what failed".
 * A suite is a file tests/unit/test_<name>.c that defines <name>_tests[].
 */

#include <CUnit/CUnit.h>
#include <CUnit/TestDB.h>
#include <CUnit/TestRun.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "0_base/findings.h"
#include "8_formats/fonts/harfbuzz.h"

#define SUITE(name) extern CU_TestInfo name##_tests[];
#include "suites.def"
#undef SUITE

static CU_SuiteInfo suites[] = {
#define SUITE(name) {#name, NULL, NULL, NULL, NULL, name##_tests},
#include "suites.def"
#undef SUITE
    CU_SUITE_INFO_NULL
};

/* Tests that asserted nothing, and so cannot fail. */
static unsigned idle;

static void test_is_complete(const CU_pTest test, const CU_pSuite suite,
    const CU_pFailureRecord first)
{
    static unsigned asserted;
    bool is_idle = CU_get_number_of_asserts() == asserted;

    asserted = CU_get_number_of_asserts();
    idle += is_idle;
    printf("%s %s: %s", first == NULL && !is_idle ? "ok" : "not ok",
        suite->pName, test->pName);
    if (is_idle)
        printf(": it asserts nothing");
    if (first != NULL)
        printf(": %s:%u: %s", first->strFileName, first->uiLineNumber,
            first->strCondition);
    putchar('\n');
    for (CU_pFailureRecord more = first == NULL ? NULL : first->pNext;
         more != NULL; more = more->pNext)
        printf("    %s:%u: %s\n", more->strFileName, more->uiLineNumber,
            more->strCondition);
}

static bool is_wanted(const char *suite, int argc, char **argv)
{
    for (int i = 1; i < argc; i++)
        if (strcmp(argv[i], suite) == 0)
            return true;
    return argc == 1;
}

static bool suites_register(int argc, char **argv)
{
    for (CU_SuiteInfo *suite = suites; suite->pName != NULL; suite++) {
        CU_SuiteInfo one[] = {*suite, CU_SUITE_INFO_NULL};

        if (is_wanted(suite->pName, argc, argv)
            && CU_register_suites(one) != CUE_SUCCESS)
            return false;
    }
    return true;
}

/* Tests look at faces without drawing pages of them. */
static bool open_libraries(void)
{
    struct findings *findings = findings_new();
    bool good = findings && harfbuzz_open(findings);

    findings_free(findings);
    return good;
}

int main(int argc, char **argv)
{
    unsigned run, failed;

    setvbuf(stdout, NULL, _IOLBF, 0);
    if (CU_initialize_registry() != CUE_SUCCESS
        || !suites_register(argc, argv)) {
        fprintf(stderr, "unit-tests: %s\n", CU_get_error_msg());
        return 2;
    }
    if (!open_libraries()) {
        fputs("unit-tests: HarfBuzz cannot be opened\n", stderr);
        return 2;
    }
    CU_set_test_complete_handler(test_is_complete);
    CU_run_all_tests();
    run = CU_get_number_of_tests_run();
    failed = CU_get_number_of_tests_failed() + idle;
    CU_cleanup_registry();
    printf("%u passed, %u failed\n", run - failed, failed);
    return failed > 0;
}
