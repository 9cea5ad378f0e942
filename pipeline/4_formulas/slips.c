/*
 * Judges which amounts were stated in another unit than asked for, from how
 * they stand to others.
 */

#include "4_formulas/slips.h"

#include <string.h>

#include "3_transform/submission.h"
#include "4_formulas/relations.h"
#include "4_formulas/slips_told.h"

/* Amounts that are alike differ by no more than this from year to year; those
 * that are not alike may be alike in the other unit within the closer one. */
#define ALIKE 20
#define CLOSE 5

/* How many times its whole an amount is by a slip of the unit, and not of the
 * point; less where other cells of the row are, too. */
#define FAR 100
#define FAR_IN_ROW 10

/* Nobody states less than this many 元, or other smaller units. */
static const struct decimal least = { 100, 0, false };

/* Slips change what others are compared with; no set needs more rounds. */
#define ROUNDS_MAX 10

struct judge {
    struct relations relations;
    struct formula_run run;
    bool changed;               /* another round may find more */
};

static struct amount *member(struct judge *judge,
    const struct relation *relation, size_t k)
{
    return relation_member(&judge->relations, relation, k);
}

static struct decimal taken(struct judge *judge, struct amount *amount)
{
    return amount_taken(&judge->relations, amount);
}

static size_t number_of(const struct judge *judge,
    const struct amount *amount)
{
    return (size_t)(amount - judge->relations.amounts);
}

static bool is_known(const struct amount *amount)
{
    return !amount->value.blank;
}

/* What a formula filled in may have slipped with its parts: it tells of one
 * that is far too large, but not of one that is right. */
static bool is_stated(const struct amount *amount)
{
    return amount->state == STATE_STATED && is_known(amount);
}

/* Whether a is more than so many times b. */
static bool exceeds(struct decimal a, struct decimal b, int times)
{
    const struct decimal factor = { times, 0, false };
    struct decimal product;

    return decimal_multiply(b, factor, 0, b.places, &product)
        && decimal_compare(a, product) > 0;
}

static bool is_positive(struct decimal value)
{
    return !value.blank && value.units > 0;
}

/* Whether neither is more than so many times the other. */
static bool is_near(struct decimal a, struct decimal b, int times)
{
    return is_positive(a) && is_positive(b) && !exceeds(a, b, times)
        && !exceeds(b, a, times);
}

/* Whether it may be stated in the other unit: where that is the smaller one,
 * not a figure that would be next to nothing. */
static bool may_slip(const struct amount *amount)
{
    return !amount->slipped && !amount->meant.blank
        && (amount->shift == 0
            || decimal_compare(amount->meant, least) >= 0);
}

static void slip(struct judge *judge, struct amount *amount,
    const struct amount *because)
{
    amount->slipped = true;
    amount->because = number_of(judge, because);
    judge->changed = true;
}

/* What the members make, as they are taken; blank where one is. */
static struct decimal sum_of(struct judge *judge,
    const struct relation *relation)
{
    struct decimal sum = { 0, 0, false };

    for (size_t k = 0; k < relation->count; k++) {
        struct decimal value = taken(judge, member(judge, relation, k));
        if (value.blank || !decimal_add(sum, value, &sum))
            return decimal_blank;
    }
    return relation->count ? sum : decimal_blank;
}

/* Whether a total is the sum, at the decimals that it is stated with: in the
 * other unit that is as fine as anybody would have rounded it. */
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

/* One side of an equation, changed to see whether the other one then agrees:
 * one amount at a time, or all of them. */
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

    if (!trial->found && may_slip(amount)
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
        slip(trial->judge, amount, trial->because);
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
        slip(trial->judge, trial->found, trial->because);
        return true;
    }
    visit_side(trial, relation, add_meant);
    if (trial->all.blank || decimal_compare(trial->all, least) < 0
        || !agrees(trial, trial->all))
        return false;
    visit_side(trial, relation, slip_one);
    return true;
}

/* A total and parts that differ, but for what has filled it in. */
static void judge_sum(struct judge *judge, const struct relation *relation)
{
    struct amount *total = &judge->relations.amounts[relation->target];
    struct decimal sum = sum_of(judge, relation), value = taken(judge, total);
    struct trial parts = { .judge = judge, .total = total, .side = sum,
        .other = value, .because = total };
    struct trial whole = { .judge = judge, .total = total, .side = value,
        .other = sum, .is_total = true };

    if (sum.blank || value.blank || is_total(judge, total, value, sum))
        return;
    whole.because = member(judge, relation, 0);
    if (!judge_side(&whole, relation))
        judge_side(&parts, relation);
}

/* Whether a cell beside it in its row has what is asked for. */
typedef bool quality(struct judge *judge, const struct amount *amount,
    struct amount *cell);

static const struct amount *find_beside(struct judge *judge,
    const struct amount *amount, quality *has)
{
    const struct relation *row = amount->row == NO_AMOUNT ? NULL
        : &judge->relations.list[amount->row];

    for (size_t k = 0; row && k < row->count; k++) {
        struct amount *cell = member(judge, row, k);
        if (cell != amount && is_known(cell) && has(judge, amount, cell))
            return cell;
    }
    return NULL;
}

static bool is_broken_too(struct judge *judge, const struct amount *amount,
    struct amount *cell)
{
    (void)judge;
    (void)amount;
    return cell->broken || cell->slipped;
}

static bool is_held_and_alike(struct judge *judge,
    const struct amount *amount, struct amount *cell)
{
    (void)judge;
    return cell->held && !cell->slipped && is_stated(cell)
        && is_near(amount->value, cell->value, ALIKE);
}

static bool is_alike(struct judge *judge, const struct amount *amount,
    struct amount *cell)
{
    return is_stated(cell)
        && is_near(amount->value, taken(judge, cell), ALIKE);
}

static bool is_alike_in_other_unit(struct judge *judge,
    const struct amount *amount, struct amount *cell)
{
    return is_near(amount->meant, taken(judge, cell), CLOSE);
}

/* The same of a cell that is right: held, or put right itself. */
static bool is_right_in_other_unit(struct judge *judge,
    const struct amount *amount, struct amount *cell)
{
    return (cell->held || cell->slipped)
        && is_alike_in_other_unit(judge, amount, cell);
}

/* A cell that nothing speaks against, and unlike it in the other unit, too. */
static bool is_whole_and_unlike(struct judge *judge,
    const struct amount *amount, struct amount *cell)
{
    return !cell->broken && !cell->slipped && is_stated(cell)
        && is_positive(cell->value)
        && !is_alike_in_other_unit(judge, amount, cell);
}

/* A part and its whole, which is stated. */
static void judge_part(struct judge *judge, struct amount *part,
    struct decimal whole, const struct amount *because)
{
    if (!is_stated(part) || !may_slip(part) || part->held
        || !exceeds(part->value, whole, FAR_IN_ROW)
        || decimal_compare(part->meant, whole) > 0)
        return;
    judge->changed = judge->changed || !part->broken;
    part->broken = true;
    if ((exceeds(part->value, whole, FAR)
            || find_beside(judge, part, is_broken_too))
        && !find_beside(judge, part, is_whole_and_unlike))
        slip(judge, part, because);
}

/* Parts and their whole. */
struct bounding {
    struct judge *judge;
    struct decimal whole;
    const struct amount *because;
};

static void judge_leaf(void *user, struct amount *part)
{
    const struct bounding *bounding = user;

    if (is_positive(bounding->whole))
        judge_part(bounding->judge, part, bounding->whole,
            bounding->because);
}

/* That it is not above its whole says nothing of an amount that would be
 * larger in the other unit. */
static void hold_leaf(void *user, struct amount *part)
{
    const struct bounding *bounding = user;
    struct decimal value = taken(bounding->judge, part);

    part->held = part->held || (is_stated(part) && part->shift > 0
        && !bounding->whole.blank
        && !value.blank && decimal_compare(value, bounding->whole) <= 0);
}

static bool all_are_stated(struct judge *judge,
    const struct relation *relation)
{
    for (size_t k = 0; k < relation->count; k++)
        if (!is_stated(member(judge, relation, k)))
            return false;
    return relation->count > 0;
}

/* What was filled in from parts that have slipped holds nothing. */
static void visit_parts(struct judge *judge, const struct relation *relation,
    bool of_stated, amount_visitor *visit)
{
    struct relations *relations = &judge->relations;
    struct amount *target = &relations->amounts[relation->target];
    bool is_bound = relation->kind == FORMULA_BOUND;
    struct bounding bounding = { judge, decimal_blank, target };

    if (!relation->count || (of_stated && !(is_bound
                ? all_are_stated(judge, relation) : is_stated(target))))
        return;
    bounding.whole = is_bound ? sum_of(judge, relation)
        : taken(judge, target);
    if (is_bound) {
        bounding.because = member(judge, relation, 0);
        amount_visit(relations, target, visit, &bounding);
    }
    for (size_t k = 0; !is_bound && k < relation->count; k++)
        amount_visit(relations, member(judge, relation, k), visit,
            &bounding);
}

static void judge_row(struct judge *judge, const struct relation *row)
{
    for (size_t k = 0; k < row->count; k++) {
        struct amount *cell = member(judge, row, k);
        if (!is_stated(cell) || !may_slip(cell) || cell->held
            || find_beside(judge, cell, is_held_and_alike))
            continue;
        const struct amount *other = find_beside(judge, cell,
            is_right_in_other_unit);
        if (!other && !find_beside(judge, cell, is_alike))
            other = find_beside(judge, cell, is_alike_in_other_unit);
        if (other)
            slip(judge, cell, other);
    }
}

static bool has_parts(const struct relation *relation)
{
    return relation->kind != FORMULA_ROW && relation->kind != FORMULA_SAME;
}

static void judge_relation(struct judge *judge,
    const struct relation *relation)
{
    if (relation->kind == FORMULA_ROW)
        judge_row(judge, relation);
    if (has_parts(relation))
        visit_parts(judge, relation, false, judge_leaf);
    if (relation->kind < FORMULA_BOUND)
        judge_sum(judge, relation);
}

/* What holds is found anew in every round: a whole may have slipped. */
static void judge_round(struct judge *judge)
{
    struct relations *relations = &judge->relations;

    judge->changed = false;
    for (size_t k = 0; k < relations->amount_count; k++)
        relations->amounts[k].held = false;
    for (size_t k = 0; k < relations->count; k++)
        if (has_parts(&relations->list[k]))
            visit_parts(judge, &relations->list[k], true, hold_leaf);
    for (size_t k = 0; k < relations->count; k++)
        judge_relation(judge, &relations->list[k]);
}

/* The formula that gives slips their code. */
static const struct formula *find_row(const struct formulas *formulas)
{
    for (size_t k = 0; k < formulas->count; k++)
        if (formulas->list[k].kind == FORMULA_ROW)
            return &formulas->list[k];
    return NULL;
}

void slips_find(const struct formulas *formulas,
    struct evaluation *evaluation, struct print_style style,
    const struct json *json, xmlDocPtr previous, size_t *counted)
{
    struct judge judge = { .run = { .evaluation = evaluation,
        .style = style, .json = json }, .changed = true };
    const struct formula *row = find_row(formulas);
    xmlDocPtr doc = evaluation->context->doc;

    if (!row)
        return;
    if (!relations_read(&judge.relations, formulas, &judge.run, previous,
            counted)) {
        findings_out_of_memory(evaluation->findings);
        judge.changed = false;
    }
    for (int k = 0; judge.changed && k < ROUNDS_MAX; k++)
        judge_round(&judge);
    for (size_t k = 0; k < judge.relations.amount_count; k++) {
        const struct amount *amount = &judge.relations.amounts[k];
        if (amount->slipped && is_stated(amount) && amount->node->doc == doc)
            slip_tell(&judge.relations, &judge.run, row, amount);
    }
    relations_free(&judge.relations);
}
