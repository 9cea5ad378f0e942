#ifndef RULES_H
#define RULES_H

/*
 * The rules of an edition: what must agree, what must not be blank.
 *
 * A rule looks at every node of its context; where its test is not true the
 * sentence is made up there and reported at the place of the node, or of the
 * node that `at` leads to.
 */

#include "0_base/findings.h"
#include "0_base/resources.h"
#include "1_read/json.h"
#include "4_formulas/expression.h"

struct rules;

/* NULL, with the reason in findings, where the file cannot be used. */
struct rules *rules_load(const struct resources *resources, const char *path,
    struct findings *findings);
void rules_free(struct rules *rules);

void rules_apply(const struct rules *rules, struct evaluation *evaluation,
    const struct json *json);

#endif
