/*
 * Judges which amounts were stated in another unit than asked for, from how
 * they stand to others.
 */

#include "4_formulas/slips.h"

#include "4_formulas/slips_judge.h"
#include "4_formulas/slips_told.h"

/* An amount that is found changes what others are compared with, so that all
 * are judged again; no filing needs more rounds. */
#define ROUNDS_MAX 10

/* Judges a part by its whole.  One that is far above it has the wrong unit: a
 * decimal point that was lost makes less of it.  Where other cells of its row
 * are too large as well, less is enough. */
static void judge_part(struct judge *judge, struct amount *part,
    struct decimal whole, const struct amount *because)
{
    if (!slips_is_stated(part) || !slips_is_possible(judge, part) || part->held
        || !slips_exceeds(judge, part->value, whole, LIMIT_SLIP_ROW)
        || decimal_compare(part->meant, whole) > 0)
        return;
    judge->changed = judge->changed || !part->broken;
    part->broken = true;
    if ((slips_exceeds(judge, part->value, whole, LIMIT_SLIP_WHOLE)
            || slips_row_is_broken(judge, part))
        && !slips_row_is_unlike(judge, part))
        slips_mark(judge, part, because);
}

/* A whole, while its parts are visited. */
struct bounding {
    struct judge *judge;
    struct decimal whole;
    const struct amount *because;
};

static void judge_leaf(void *user, struct amount *part)
{
    const struct bounding *bounding = user;

    if (slips_is_positive(bounding->whole))
        judge_part(bounding->judge, part, bounding->whole,
            bounding->because);
}

/* Notes that an amount is right because its whole is not smaller.  That proves
 * nothing where the other unit is the larger one: the mistake would have made
 * the amount too small. */
static void hold_leaf(void *user, struct amount *part)
{
    const struct bounding *bounding = user;
    struct decimal value = slips_taken(bounding->judge, part);

    part->held = part->held || (slips_is_stated(part) && part->shift > 0
        && !bounding->whole.blank
        && !value.blank && decimal_compare(value, bounding->whole) <= 0);
}

static bool all_are_stated(struct judge *judge,
    const struct relation *relation)
{
    for (size_t k = 0; k < relation->count; k++)
        if (!slips_is_stated(slips_member(judge, relation, k)))
            return false;
    return relation->count > 0;
}

/* of_stated: only where the whole was stated.  A whole that was filled in from
 * wrong parts cannot show that a part is right. */
static void visit_parts(struct judge *judge, const struct relation *relation,
    bool of_stated, amount_visitor *visit)
{
    struct relations *relations = &judge->relations;
    struct amount *target = &relations->amounts[relation->target];
    bool is_bound = relation->kind == FORMULA_BOUND;
    struct bounding bounding = { judge, decimal_blank, target };

    if (!relation->count || (of_stated && !(is_bound
                ? all_are_stated(judge, relation) : slips_is_stated(target))))
        return;
    bounding.whole = is_bound ? slips_sum_of(judge, relation)
        : slips_taken(judge, target);
    if (is_bound) {
        bounding.because = slips_member(judge, relation, 0);
        amount_visit(relations, target, visit, &bounding);
    }
    for (size_t k = 0; !is_bound && k < relation->count; k++)
        amount_visit(relations, slips_member(judge, relation, k), visit,
            &bounding);
}

static bool has_parts(const struct relation *relation)
{
    return relation->kind != FORMULA_ROW && relation->kind != FORMULA_SAME;
}

static void judge_relation(struct judge *judge,
    const struct relation *relation)
{
    if (relation->kind == FORMULA_ROW)
        slips_judge_row(judge, relation);
    if (has_parts(relation))
        visit_parts(judge, relation, false, judge_leaf);
    if (relation->kind < FORMULA_BOUND)
        slips_judge_sum(judge, relation);
}

/* Which amounts are held is found again in every round, since a whole may have
 * been taken in the other unit by the last one. */
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
    const struct lexicon *lexicon, struct evaluation *evaluation,
    const struct json *json, xmlDocPtr previous, size_t *counted)
{
    struct judge judge = { .run = { .evaluation = evaluation,
            .style = *evaluation->exact.style, .json = json },
        .lexicon = lexicon, .changed = true };
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
        if (amount->slipped && slips_is_stated(amount)
            && amount->node->doc == doc)
            slip_tell(&judge.relations, &judge.run, row, amount);
    }
    relations_free(&judge.relations);
}
