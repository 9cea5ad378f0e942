/* Judges cells by the other cells of their row, last year's among them. */

#include "4_formulas/slips_judge.h"

/* Whether neither is more than so many times the other: two amounts of a row
 * are alike then; to be alike in the other unit, they must be closer. */
static bool is_near(const struct judge *judge, struct decimal a,
    struct decimal b, enum lexicon_limit times)
{
    return slips_is_positive(a) && slips_is_positive(b)
        && !slips_exceeds(judge, a, b, times)
        && !slips_exceeds(judge, b, a, times);
}

/* A test of another cell of an amount's row. */
typedef bool quality(struct judge *judge, const struct amount *amount,
    struct amount *cell);

static const struct amount *find_beside(struct judge *judge,
    const struct amount *amount, quality *has)
{
    const struct relation *row = amount->row == NO_AMOUNT ? NULL
        : &judge->relations.list[amount->row];

    for (size_t k = 0; row && k < row->count; k++) {
        struct amount *cell = slips_member(judge, row, k);
        if (cell != amount && slips_is_known(cell) && has(judge, amount, cell))
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
    return cell->held && !cell->slipped && slips_is_stated(cell)
        && is_near(judge, amount->value, cell->value, LIMIT_SLIP_ALIKE);
}

static bool is_alike(struct judge *judge, const struct amount *amount,
    struct amount *cell)
{
    return slips_is_stated(cell)
        && is_near(judge, amount->value, slips_taken(judge, cell),
            LIMIT_SLIP_ALIKE);
}

static bool is_alike_in_other_unit(struct judge *judge,
    const struct amount *amount, struct amount *cell)
{
    return is_near(judge, amount->meant, slips_taken(judge, cell),
        LIMIT_SLIP_CLOSE);
}

/* The same of a cell that is known to be right: a whole holds it, or it has
 * been taken in the other unit itself. */
static bool is_right_in_other_unit(struct judge *judge,
    const struct amount *amount, struct amount *cell)
{
    return (cell->held || cell->slipped)
        && is_alike_in_other_unit(judge, amount, cell);
}

/* A cell that nothing speaks against, and that is unlike the amount even if
 * that is taken in the other unit. */
static bool is_whole_and_unlike(struct judge *judge,
    const struct amount *amount, struct amount *cell)
{
    return !cell->broken && !cell->slipped && slips_is_stated(cell)
        && slips_is_positive(cell->value)
        && !is_alike_in_other_unit(judge, amount, cell);
}

bool slips_row_is_broken(struct judge *judge, const struct amount *amount)
{
    return find_beside(judge, amount, is_broken_too) != NULL;
}

bool slips_row_is_unlike(struct judge *judge, const struct amount *amount)
{
    return find_beside(judge, amount, is_whole_and_unlike) != NULL;
}

void slips_judge_row(struct judge *judge, const struct relation *row)
{
    for (size_t k = 0; k < row->count; k++) {
        struct amount *cell = slips_member(judge, row, k);
        if (!slips_is_stated(cell) || !slips_is_possible(judge, cell)
            || cell->held || find_beside(judge, cell, is_held_and_alike))
            continue;
        const struct amount *other = find_beside(judge, cell,
            is_right_in_other_unit);
        if (!other && !find_beside(judge, cell, is_alike))
            other = find_beside(judge, cell, is_alike_in_other_unit);
        if (other)
            slips_mark(judge, cell, other);
    }
}
