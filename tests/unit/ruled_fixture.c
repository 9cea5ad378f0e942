/* A folder with files of rules, and what is made of them. */

#include "ruled_fixture.h"

#include <CUnit/CUnit.h>

#define FORMULAS "schemas/e/formulas.xml"

void ruled_begin(struct ruled *ruled)
{
    *ruled = (struct ruled){ .findings = findings_new() };
    fixture_begin(&ruled->fixture);
}

void ruled_load(struct ruled *ruled, const char *formulas, const char *rules)
{
    fixture_write_list(&ruled->fixture, FORMULAS, "formulas", formulas);
    fixture_write_list(&ruled->fixture, RULED_PATH, "rules", rules);
    ruled->formulas = formulas_load(&ruled->fixture.resources, FORMULAS,
        ruled->findings);
    CU_ASSERT_PTR_NOT_NULL_FATAL(ruled->formulas);
    ruled->rules = rules_load(&ruled->fixture.resources, RULED_PATH,
        ruled->formulas, fixture_lexicon(), ruled->findings);
}

void ruled_end(struct ruled *ruled)
{
    rules_free(ruled->rules);
    formulas_free(ruled->formulas);
    fixture_end(&ruled->fixture);
    findings_free(ruled->findings);
}
