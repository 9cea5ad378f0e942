/*
 * Judges totals that differ from the sum of their parts: whether one amount in
 * the other unit, or all parts in it, make them agree.
 */

#include "3_transform/submission.h"
#include "4_formulas/slips_judge.h"

/* Whether a total is the sum, both rounded to the decimals that the total is
 * stated with, in the unit that the form asks for. */
static bool is_total(const struct judge *judge, const struct amount *total,
    struct decimal value, struct decimal sum)
{
    int places = formula_places(total->node, judge->run.style);
    const char *unit = node_attribute(total->node, "unit");
    struct decimal a = value_in_unit(VALUE_AMOUNT, unit, value);
    struct decimal b = value_in_unit(VALUE_AMOUNT, unit, sum);

    return decimal_compare(decimal_round(a, places),
        decimal_round(b, places)) == 0;
}

/* Tries whether both sides of an equation agree when one amount of a side, or
 * all of its amounts, are taken in the other unit. */
struct trial {
    struct judge *judge;
    const struct amount *total;
    struct decimal side, other;
    bool is_total;              /* the side is the total's */
    struct amount *found;       /* the one that makes them agree */
    struct decimal all;         /* the side with all in the other unit */
    const struct amount *because;
};

static bool agrees(const struct trial *trial, struct decimal side)
{
    return !side.blank && (trial->is_total
        ? is_total(trial->judge, trial->total, side, trial->other)
        : is_total(trial->judge, trial->total, trial->other, side));
}

static void try_one(void *user, struct amount *amount)
{
    struct trial *trial = user;
    struct decimal side;

    if (!trial->found && slips_is_possible(trial->judge, amount)
        && decimal_subtract(trial->side, amount->value, &side)
        && decimal_add(side, amount->meant, &side) && agrees(trial, side))
        trial->found = amount;
}

static void add_meant(void *user, struct amount *amount)
{
    struct trial *trial = user;

    if (amount->value.units != 0 && (trial->all.blank || amount->slipped
            || amount->meant.blank
            || !decimal_add(trial->all, amount->meant, &trial->all)))
        trial->all = decimal_blank;
}

static void slip_one(void *user, struct amount *amount)
{
    const struct trial *trial = user;

    if (amount->value.units != 0)
        slips_mark(trial->judge, amount, trial->because);
}

static void visit_side(struct trial *trial, const struct relation *relation,
    amount_visitor *visit)
{
    struct relations *relations = &trial->judge->relations;

    if (trial->is_total)
        amount_visit(relations, &relations->amounts[relation->target], visit,
            trial);
    for (size_t k = 0; !trial->is_total && k < relation->count; k++)
        amount_visit(relations, relation_member(relations, relation, k),
            visit, trial);
}

/* Whether something on the side has slipped. */
static bool judge_side(struct trial *trial, const struct relation *relation)
{
    trial->all = (struct decimal){ 0, 0, false };
    trial->found = NULL;
    visit_side(trial, relation, try_one);
    if (trial->found) {
        slips_mark(trial->judge, trial->found, trial->because);
        return true;
    }
    visit_side(trial, relation, add_meant);
    if (trial->all.blank || !slips_is_large(trial->judge, trial->all)
        || !agrees(trial, trial->all))
        return false;
    visit_side(trial, relation, slip_one);
    return true;
}

void slips_judge_sum(struct judge *judge, const struct relation *relation)
{
    struct amount *total = &judge->relations.amounts[relation->target];
    struct decimal sum = slips_sum_of(judge, relation);
    struct decimal value = slips_taken(judge, total);
    struct trial parts = { .judge = judge, .total = total, .side = sum,
        .other = value, .because = total };
    struct trial whole = { .judge = judge, .total = total, .side = value,
        .other = sum, .is_total = true };

    if (sum.blank || value.blank || is_total(judge, total, value, sum))
        return;
    whole.because = slips_member(judge, relation, 0);
    if (!judge_side(&whole, relation))
        judge_side(&parts, relation);
}
