#ifndef FORMULAS_H
#define FORMULAS_H

/*
 * The formulas of an edition: totals, rates, scores, next year.
 *
 * File:      formulas.xml:
 *   <set name select>      what expressions name $name (sets.h), those of
 *                          rules, too: evaluated before all formulas
 *   <formula code target value columns compare figure choice>     with what it
 *                          is in words, <zh> and <en>; compare="no" only fills;
 *                          figure is the one that a text has words around, and
 *                          choice the value of an enum that is before it, or
 *                          that alone is in words: paths from the object that
 *                          the target is in
 *   <formula code target parts columns compare>    the same, the target being
 *                          the sum of its parts
 *   <whole code target parts columns>              the same, but a rule of the
 *                          code compares, and nothing fills it
 *   <same code target parts columns>   the same for what should be equal,
 *                          but may lawfully differ
 *   <bound code target whole columns>  an amount that is in the whole, which
 *                          is the sum of these figures, and not above it
 *   <row code target cells>                rows whose cells are amounts of one
 *                          thing, in other years or plans: slips.h; of the code
 *                          is what is found there
 *
 * A formula's target that is absent is filled in and becomes derived; one
 * that is stated is compared; one that is null stays blank.  Where operands
 * are blank, or a divisor is 0, an absent target bears the code as what it
 * awaits, and the pointer of the first of them as what it lacks.  Formulas run
 * once, in the order of their file: one may use what those above it filled.  A
 * finding bears the code of the formula, which is that of a rule (6_rules):
 * that says its level and its basis.
 *
 * Blanks:    of a sum whose parts are not all known, those that are must not
 *            exceed a total that is stated: a warning, as the rest may be
 *            negative.  Parts that are blank bear what such a total leaves for
 *            them together, @rest in the base unit, and how many share it,
 *            @rest-count.
 *
 * Precision: a stated figure is compared at the decimals that it was stated
 *            with, or at those that the edition prints where these are more:
 *            on a form that drops zeros at the end, 10 says 10.00.  A rate that
 *            the formula rounds (x:ratio) is compared at no more decimals than
 *            it has: 108.695652 says 108.70.
 */

#include "0_base/findings.h"
#include "0_base/resources.h"
#include "0_base/value.h"
#include "1_read/json.h"
#include "4_formulas/expression.h"
#include "4_formulas/sets.h"

struct formulas;

/* NULL, with the reason in findings, where the file cannot be used. */
struct formulas *formulas_load(const struct resources *resources,
    const char *path, struct findings *findings);
void formulas_free(struct formulas *formulas);

/* Whether they name what there is: functions and variables, or with the names
 * of members, elements of the data.  What they do not is a finding each. */
bool formulas_check(const struct formulas *formulas,
    const struct member_names *members, struct findings *findings);

size_t formulas_count(const struct formulas *formulas);

/* Where the k-th stands, with the code of the rule that it compares for; NULL
 * where it only fills. */
const struct expression_origin *formulas_origin(
    const struct formulas *formulas, size_t k);

/* What the first formula of a code is in words, borrowed; NULL where there is
 * none of that code. */
const char *formulas_words(const struct formulas *formulas, const char *code,
    enum language language);

/* What its text is made of, paths, borrowed; NULL for none. */
struct formula_text {
    const char *figure, *choice;
};

struct formula_text formulas_text(const struct formulas *formulas,
    const char *code);

const struct sets *formulas_sets(const struct formulas *formulas);

/* Fills and compares; json says where a stated value stands.  To counted[k] is
 * added how many values the k-th formula filled in or compared. */
void formulas_apply(const struct formulas *formulas,
    struct evaluation *evaluation, const struct json *json, size_t *counted);

#endif
