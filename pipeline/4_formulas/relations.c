/*
 * Collects the amounts of a submission with the sums, bounds and rows that the
 * formulas of the edition say they are in.
 */

#include "4_formulas/relations.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "0_base/list.h"
#include "3_transform/submission.h"
#include "3_transform/where.h"

/* What is typed in 元 has two decimals at most, and is seldom less. */
#define MEANT_PLACES 2

/* The figure in the other unit; blank where nobody can have meant that. */
static struct decimal meant_by(xmlNodePtr node, struct figure figure)
{
    const char *places = node_attribute(node, "places");
    const char *other = value_other_unit(figure.type, figure.unit);
    int shift = value_shift_of_unit(figure.type, other)
        - value_shift_of_unit(figure.type, figure.unit);
    struct decimal meant;

    if (!other || figure.value.blank || figure.value.units <= 0
        || (shift < 0 && places && strtol(places, NULL, 10) > MEANT_PLACES)
        || !decimal_shift(figure.value, shift, &meant))
        return decimal_blank;
    return amount_to_fen(meant);
}

/* The number of a node's amount; NO_AMOUNT for a node that has none, or where
 * memory runs out. */
static size_t find_amount(struct relations *relations, xmlNodePtr node,
    struct print_style style)
{
    enum value_type type;

    if (node->type != XML_ELEMENT_NODE || !node_value_type(node, &type)
        || type != VALUE_AMOUNT)
        return NO_AMOUNT;
    if (node->_private)
        return (size_t)(uintptr_t)node->_private - 1;
    struct amount *list = list_room(relations->amounts,
        relations->amount_count, &relations->amount_room, sizeof *list);
    if (!list) {
        relations->failed = true;
        return NO_AMOUNT;
    }
    struct figure figure = node_figure(node, style);
    relations->amounts = list;
    list[relations->amount_count++] = (struct amount){ .node = node,
        .state = node_state(node), .value = figure.value,
        .meant = meant_by(node, figure),
        .shift = value_shift_of_unit(figure.type, figure.unit),
        .row = NO_AMOUNT, .sum = NO_AMOUNT, .because = NO_AMOUNT };
    node->_private = (void *)(uintptr_t)relations->amount_count;
    return relations->amount_count - 1;
}

static bool add_member(struct relations *relations, size_t amount)
{
    size_t *list = list_room(relations->members, relations->member_count,
        &relations->member_room, sizeof *list);

    if (!list)
        return false;
    relations->members = list;
    list[relations->member_count++] = amount;
    relations->list[relations->count - 1].count++;
    return true;
}

static bool add_relation(struct relations *relations, enum formula_kind kind,
    size_t target)
{
    struct relation *list = list_room(relations->list, relations->count,
        &relations->room, sizeof *list);

    if (!list)
        return false;
    relations->list = list;
    list[relations->count++] = (struct relation){ kind, target,
        relations->member_count, 0 };
    return true;
}

/* The members that the formula names from a node on. */
static bool add_members(struct relations *relations,
    const struct formula *formula, struct formula_run *run, xmlNodePtr from)
{
    xmlXPathObjectPtr result = expression_evaluate(&formula->value,
        run->evaluation, from);
    xmlNodeSetPtr nodes = formula_nodes(result);
    bool good = true;

    for (int k = 0; good && nodes && k < nodes->nodeNr; k++) {
        size_t amount = find_amount(relations, nodes->nodeTab[k],
            run->style);
        good = amount == NO_AMOUNT || add_member(relations, amount);
        if (good && amount != NO_AMOUNT && formula->kind == FORMULA_ROW)
            relations->amounts[amount].row = relations->count - 1;
    }
    xmlXPathFreeObject(result);
    return good;
}

/* Entries of lists are not compared with last year's: the same number is
 * another entry there. */
static bool is_in_list(xmlNodePtr node)
{
    while (node->type == XML_ELEMENT_NODE && !node_attribute(node, "key"))
        node = node->parent;
    return node->type == XML_ELEMENT_NODE;
}

static bool add_row(struct relations *relations,
    const struct formula *formula, struct formula_run *run, xmlNodePtr row,
    xmlDocPtr previous)
{
    xmlNodePtr before = previous && !is_in_list(row)
        ? where_find(previous, node_attribute(row, "src")) : NULL;

    return add_relation(relations, formula->kind, NO_AMOUNT)
        && add_members(relations, formula, run, row)
        && (!before || add_members(relations, formula, run, before));
}

static bool add_target(struct relations *relations,
    const struct formula *formula, struct formula_run *run, xmlNodePtr target)
{
    size_t amount = find_amount(relations, target, run->style);

    if (amount == NO_AMOUNT)
        return true;
    if (!add_relation(relations, formula->kind, amount)
        || !add_members(relations, formula, run, target))
        return false;
    struct amount *made = &relations->amounts[amount];
    if (formula->kind == FORMULA_SUM && made->state == STATE_DERIVED
        && made->sum == NO_AMOUNT)
        made->sum = relations->count - 1;
    return true;
}

/* How many cells were looked at, those of rows; false if memory runs out. */
static bool read_formula(struct relations *relations,
    const struct formula *formula, struct formula_run *run,
    xmlDocPtr previous, size_t *cells)
{
    xmlXPathObjectPtr targets = formula_targets(formula, run);
    xmlNodeSetPtr nodes = formula_nodes(targets);
    size_t before = relations->member_count;
    bool is_row = formula->kind == FORMULA_ROW, good = true;

    for (int k = 0; good && nodes && k < nodes->nodeNr; k++)
        good = is_row ? add_row(relations, formula, run, nodes->nodeTab[k],
                previous)
            : add_target(relations, formula, run, nodes->nodeTab[k]);
    if (is_row)
        *cells += relations->member_count - before;
    xmlXPathFreeObject(targets);
    return good;
}

bool relations_read(struct relations *relations,
    const struct formulas *formulas, struct formula_run *run,
    xmlDocPtr previous, size_t *counted)
{
    bool good = true;

    *relations = (struct relations){0};
    for (size_t k = 0; good && k < formulas->count; k++)
        if (formulas->list[k].kind != FORMULA_VALUE)
            good = read_formula(relations, &formulas->list[k], run, previous,
                &counted[k]);
    return good && !relations->failed;
}

void relations_free(struct relations *relations)
{
    for (size_t k = 0; k < relations->amount_count; k++)
        relations->amounts[k].node->_private = NULL;
    free(relations->amounts);
    free(relations->list);
    free(relations->members);
    *relations = (struct relations){0};
}

struct amount *relation_member(const struct relations *relations,
    const struct relation *relation, size_t k)
{
    return &relations->amounts[relations->members[relation->first + k]];
}

void amount_visit(const struct relations *relations, struct amount *amount,
    amount_visitor *visit, void *user)
{
    const struct relation *sum = amount->sum == NO_AMOUNT ? NULL
        : &relations->list[amount->sum];

    if (!sum)
        visit(user, amount);
    for (size_t k = 0; sum && k < sum->count; k++)
        amount_visit(relations, relation_member(relations, sum, k), visit,
            user);
}

static void add_taken(void *user, struct amount *amount)
{
    struct decimal *sum = user;
    struct decimal value = amount->slipped ? amount->meant : amount->value;

    if (sum->blank || value.blank || !decimal_add(*sum, value, sum))
        *sum = decimal_blank;
}

struct decimal amount_taken(const struct relations *relations,
    struct amount *amount)
{
    struct decimal sum = { 0, 0, false };

    amount_visit(relations, amount, add_taken, &sum);
    return sum;
}
