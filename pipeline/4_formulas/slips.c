/*
 * Judges which amounts were stated in another unit than asked for, from how
 * they stand to others.
 */

#include "4_formulas/slips.h"

#include <string.h>

#include "3_transform/submission.h"
#include "3_transform/where.h"
#include "4_formulas/relations.h"

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
    bool changed;
};

static struct amount *member(struct judge *judge,
    const struct relation *relation, size_t k)
{
    return &judge->relations.amounts[
        judge->relations.members[relation->first + k]];
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
        struct decimal value = amount_taken(member(judge, relation, k));
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
    struct decimal a, b;

    return !sum.blank && decimal_shift(value, -total->shift, &a)
        && decimal_shift(sum, -total->shift, &b)
        && decimal_compare(decimal_round(a, places),
            decimal_round(b, places)) == 0;
}

/* The sum with the k-th member in the other unit. */
static struct decimal sum_with(struct judge *judge,
    const struct relation *relation, struct decimal sum, size_t k)
{
    const struct amount *part = member(judge, relation, k);

    return decimal_subtract(sum, part->value, &sum)
        && decimal_add(sum, part->meant, &sum) ? sum : decimal_blank;
}

/* The sum with all members in the other unit; blank where one has none. */
static struct decimal sum_in_other_unit(struct judge *judge,
    const struct relation *relation)
{
    struct decimal sum = { 0, 0, false };

    for (size_t k = 0; k < relation->count; k++) {
        const struct amount *part = member(judge, relation, k);
        if (part->value.units != 0 && (part->slipped || part->meant.blank))
            return decimal_blank;
        if (part->value.units != 0 && !decimal_add(sum, part->meant, &sum))
            return decimal_blank;
    }
    return sum;
}

static void slip_parts(struct judge *judge, const struct relation *relation)
{
    const struct amount *total = &judge->relations.amounts[relation->target];

    for (size_t k = 0; k < relation->count; k++)
        if (member(judge, relation, k)->value.units != 0)
            slip(judge, member(judge, relation, k), total);
}

/* A sum that differs from its total: the total, one part, or all parts. */
static void judge_sum(struct judge *judge, const struct relation *relation)
{
    struct amount *total = &judge->relations.amounts[relation->target];
    struct decimal sum = sum_of(judge, relation);
    struct decimal value = amount_taken(total);

    if (sum.blank || value.blank
        || is_total(judge, total, value, sum))
        return;
    if (may_slip(total) && is_total(judge, total, total->meant, sum)) {
        slip(judge, total, member(judge, relation, 0));
        return;
    }
    for (size_t k = 0; k < relation->count; k++) {
        struct amount *part = member(judge, relation, k);
        if (may_slip(part) && is_total(judge, total, value,
                sum_with(judge, relation, sum, k))) {
            slip(judge, part, total);
            return;
        }
    }
    sum = sum_in_other_unit(judge, relation);
    if (!sum.blank && is_total(judge, total, value, sum))
        slip_parts(judge, relation);
}

/* Whether a cell beside it in its row has what is asked for. */
typedef bool quality(const struct amount *amount, const struct amount *cell);

static const struct amount *find_beside(struct judge *judge,
    const struct amount *amount, quality *has)
{
    const struct relation *row = amount->row == NO_AMOUNT ? NULL
        : &judge->relations.list[amount->row];

    for (size_t k = 0; row && k < row->count; k++) {
        const struct amount *cell = member(judge, row, k);
        if (cell != amount && is_known(cell) && has(amount, cell))
            return cell;
    }
    return NULL;
}

static bool is_broken_too(const struct amount *amount,
    const struct amount *cell)
{
    (void)amount;
    return cell->broken || cell->slipped;
}

static bool is_held_and_alike(const struct amount *amount,
    const struct amount *cell)
{
    return cell->held && !cell->slipped && is_stated(cell)
        && is_near(amount->value, cell->value, ALIKE);
}

static bool is_alike(const struct amount *amount, const struct amount *cell)
{
    return is_stated(cell)
        && is_near(amount->value, amount_taken(cell), ALIKE);
}

static bool is_alike_in_other_unit(const struct amount *amount,
    const struct amount *cell)
{
    return is_near(amount->meant, amount_taken(cell), CLOSE);
}

/* A part and its whole, which is stated. */
static void judge_part(struct judge *judge, struct amount *part,
    struct decimal whole, const struct amount *because)
{
    if (!is_stated(part) || !may_slip(part) || part->held
        || !exceeds(part->value, whole, FAR_IN_ROW)
        || decimal_compare(part->meant, whole) > 0)
        return;
    part->broken = true;
    if ((exceeds(part->value, whole, FAR)
            || find_beside(judge, part, is_broken_too))
        && !find_beside(judge, part, is_held_and_alike))
        slip(judge, part, because);
}

/* The parts of a sum, or the target of a bound; visit gets each with its
 * whole. */
typedef void part_visitor(struct judge *judge, struct amount *part,
    struct decimal whole, const struct amount *because);

static bool all_are(struct judge *judge, const struct relation *relation,
    bool (*is)(const struct amount *amount))
{
    for (size_t k = 0; k < relation->count; k++)
        if (!is(member(judge, relation, k)))
            return false;
    return relation->count > 0;
}

static void visit_parts(struct judge *judge, const struct relation *relation,
    bool (*is)(const struct amount *whole), part_visitor *visit)
{
    struct amount *target = relation->target == NO_AMOUNT ? NULL
        : &judge->relations.amounts[relation->target];

    if (relation->kind == FORMULA_BOUND && all_are(judge, relation, is))
        visit(judge, target, sum_of(judge, relation),
            member(judge, relation, 0));
    if (relation->kind != FORMULA_BOUND && target && is(target))
        for (size_t k = 0; k < relation->count; k++)
            visit(judge, member(judge, relation, k), amount_taken(target),
                target);
}

static void hold_part(struct judge *judge, struct amount *part,
    struct decimal whole, const struct amount *because)
{
    (void)judge;
    (void)because;
    part->held = part->held || (is_stated(part) && !whole.blank
        && decimal_compare(amount_taken(part), whole) <= 0);
}

static void judge_if_positive(struct judge *judge, struct amount *part,
    struct decimal whole, const struct amount *because)
{
    if (is_positive(whole))
        judge_part(judge, part, whole, because);
}

static void judge_row(struct judge *judge, const struct relation *row)
{
    for (size_t k = 0; k < row->count; k++) {
        struct amount *cell = member(judge, row, k);
        const struct amount *other;
        if (!is_stated(cell) || !may_slip(cell) || cell->held
            || find_beside(judge, cell, is_alike))
            continue;
        other = find_beside(judge, cell, is_alike_in_other_unit);
        if (other)
            slip(judge, cell, other);
    }
}

static void judge_relation(struct judge *judge,
    const struct relation *relation)
{
    if (relation->kind == FORMULA_ROW)
        judge_row(judge, relation);
    else
        visit_parts(judge, relation, is_known, judge_if_positive);
    if (relation->kind == FORMULA_SUM || relation->kind == FORMULA_WHOLE)
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
        visit_parts(judge, &relations->list[k], is_stated, hold_part);
    for (size_t k = 0; k < relations->count; k++)
        judge_relation(judge, &relations->list[k]);
}

/* A figure of a leaf in a unit, printed with it. */
static void print_amount(const struct judge *judge, xmlNodePtr leaf,
    struct decimal value, const char *unit, struct buffer *out)
{
    struct figure figure = node_figure(leaf, judge->run.style);

    figure.value = value;
    figure.unit = unit;
    figure.with_unit = true;
    figure.style.most = DECIMAL_PLACES_MAX;
    figure.style.least = 0;
    figure_print(&figure, out);
}

enum word { STATED, MEANT, RIGHT, PLACE, FIGURE, WORD_COUNT };

static void report(struct judge *judge, const struct formula *formula,
    const struct amount *amount)
{
    const struct amount *because
        = &judge->relations.amounts[amount->because];
    xmlNodePtr leaf = amount->node, other = because->node;
    const char *src = node_attribute(leaf, "src");
    const char *unit = node_attribute(leaf, "unit");
    const char *other_unit = value_other_unit(VALUE_AMOUNT, unit);
    struct buffer words[WORD_COUNT] = { BUFFER_EMPTY, BUFFER_EMPTY,
        BUFFER_EMPTY, BUFFER_EMPTY, BUFFER_EMPTY };
    bool failed = false;

    print_amount(judge, leaf, amount->value, unit, &words[STATED]);
    print_amount(judge, leaf, amount->meant, other_unit, &words[MEANT]);
    print_amount(judge, leaf, amount->meant, unit, &words[RIGHT]);
    where_print(other, &words[PLACE]);
    print_amount(judge, other, because->value, node_attribute(other, "unit"),
        &words[FIGURE]);
    for (int k = 0; k < WORD_COUNT; k++)
        failed = failed || words[k].failed;
    if (failed)
        findings_out_of_memory(judge->run.evaluation->findings);
    else
        findings_add_as(judge->run.evaluation->findings,
            CATALOGUE_FORMULA_SLIP,
            &(struct finding){ .code = formula->entry.origin.code,
                .level = LEVEL_WARNING, .pointer = src,
                .place = json_place_at(judge->run.json, src),
                .found = buffer_string(&words[STATED]),
                .expected = buffer_string(&words[RIGHT]) },
            formula->entry.text, "unit", other_unit,
            "stated", buffer_string(&words[STATED]),
            "meant", buffer_string(&words[MEANT]),
            "right", buffer_string(&words[RIGHT]),
            "place", buffer_string(&words[PLACE]),
            "figure", buffer_string(&words[FIGURE]), NULL);
    for (int k = 0; k < WORD_COUNT; k++)
        buffer_free(&words[k]);
}

static void tell(struct judge *judge, const struct formula *formula,
    const struct amount *amount)
{
    char text[DECIMAL_TEXT_SIZE];

    decimal_print(amount->meant, text);
    if (!node_set_attribute(amount->node, "slip", text)
        || !node_set_attribute(amount->node, "slip-rule",
            formula->entry.origin.code))
        findings_out_of_memory(judge->run.evaluation->findings);
    report(judge, formula, amount);
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
    const struct json *json, xmlDocPtr previous, size_t *settled)
{
    struct judge judge = { .run = { .evaluation = evaluation,
        .style = style, .json = json }, .changed = true };
    const struct formula *row = find_row(formulas);
    xmlDocPtr doc = evaluation->context->doc;

    if (!row)
        return;
    if (!relations_read(&judge.relations, formulas, &judge.run, previous,
            settled)) {
        findings_out_of_memory(evaluation->findings);
        judge.changed = false;
    }
    for (int k = 0; judge.changed && k < ROUNDS_MAX; k++)
        judge_round(&judge);
    for (size_t k = 0; k < judge.relations.amount_count; k++) {
        const struct amount *amount = &judge.relations.amounts[k];
        if (amount->slipped && is_stated(amount) && amount->node->doc == doc)
            tell(&judge, row, amount);
    }
    relations_free(&judge.relations);
}
