/* What the judges of sums, bounds and rows ask of amounts. */

#include "4_formulas/slips_judge.h"

struct amount *slips_member(struct judge *judge,
    const struct relation *relation, size_t k)
{
    return relation_member(&judge->relations, relation, k);
}

struct decimal slips_taken(struct judge *judge, struct amount *amount)
{
    return amount_taken(&judge->relations, amount);
}

static size_t number_of(const struct judge *judge,
    const struct amount *amount)
{
    return (size_t)(amount - judge->relations.amounts);
}

bool slips_is_known(const struct amount *amount)
{
    return !amount->value.blank;
}

bool slips_is_stated(const struct amount *amount)
{
    return amount->state == STATE_STATED && slips_is_known(amount);
}

static struct decimal limit_of(const struct judge *judge,
    enum lexicon_limit limit)
{
    return (struct decimal){ (int64_t)lexicon_limit(judge->lexicon, limit),
        0, false };
}

bool slips_exceeds(const struct judge *judge, struct decimal a,
    struct decimal b, enum lexicon_limit times)
{
    const struct decimal factor = limit_of(judge, times);
    struct decimal product;

    return decimal_multiply(b, factor, 0, b.places, &product)
        && decimal_compare(a, product) > 0;
}

bool slips_is_positive(struct decimal value)
{
    return !value.blank && value.units > 0;
}

bool slips_is_large(const struct judge *judge, struct decimal amount)
{
    return decimal_compare(amount, limit_of(judge, LIMIT_SLIP_LEAST)) >= 0;
}

bool slips_is_possible(const struct judge *judge,
    const struct amount *amount)
{
    return !amount->slipped && !amount->meant.blank
        && (amount->shift == 0 || slips_is_large(judge, amount->meant));
}

void slips_mark(struct judge *judge, struct amount *amount,
    const struct amount *because)
{
    amount->slipped = true;
    amount->because = number_of(judge, because);
    judge->changed = true;
}

struct decimal slips_sum_of(struct judge *judge,
    const struct relation *relation)
{
    struct decimal sum = { 0, 0, false };

    for (size_t k = 0; k < relation->count; k++) {
        struct decimal value = slips_taken(judge,
            slips_member(judge, relation, k));
        if (value.blank || !decimal_add(sum, value, &sum))
            return decimal_blank;
    }
    return relation->count ? sum : decimal_blank;
}
