#ifndef FORMULAS_FIXTURE_H
#define FORMULAS_FIXTURE_H

/*
 * What the tests of formulas stand on: some of them run on data of one schema.
 */

#include <stddef.h>

#include "fixture.h"

#define PATH "schemas/e/formulas.xml"

#define FORMULA(attributes, target, value) \
    "<formula code='A04' " attributes " target=\"" target \
    "\" value=\"" value "\"><zh>分项之和</zh><en>the sum of its parts</en>" \
    "</formula>"
#define SUM FORMULA("", "sum", "x:sum(../a | ../b)")

/* How many values each formula of the last run filled in or compared. */
extern size_t formulas_counted[256];

/* Runs formulas on data; set is to be ended. */
void formulas_run(struct fixture_set *set, const char *formulas,
    const char *data);

#endif
