/* Judges changes by their two figures. */

#include "6_rules/text/change_pair.h"

#include "0_base/signs.h"
#include "6_rules/text/ratio.h"
#include "6_rules/text/statements.h"

static struct decimal negated(struct decimal value)
{
    value.units = -value.units;
    return value;
}

struct change {
    struct decimal now, before, difference, doubt;
    bool same_unit;             /* they can be shown as they are written */
};

static bool change_of(const struct change_pair *pair, struct change *change)
{
    change->same_unit = pair->now->shift == pair->before->shift;
    return text_figure_base(pair->now, &change->now)
        && text_figure_base(pair->before, &change->before)
        && decimal_subtract(change->now, change->before, &change->difference)
        && decimal_add(text_figure_doubt(pair->now),
            text_figure_doubt(pair->before), &change->doubt);
}

/* now−before, as they are written or in their base. */
static void add_difference(const struct change_pair *pair,
    const struct change *change, struct buffer *found)
{
    bool same = change->same_unit;

    text_add_number(same ? pair->now->value : change->now, found);
    buffer_add_string(found, SIGN_MINUS);
    text_add_number(same ? pair->before->value : change->before, found);
}

/* 99898−100000=−102≠−120 */
static void check_amount(const struct change_pair *pair, struct change *change,
    const struct text_figure *stated, int sign, struct buffer *found)
{
    struct decimal value, gap, shown;

    if (!text_figure_base(stated, &value)
        || !decimal_add(change->doubt, text_figure_doubt(stated),
            &change->doubt))
        return;
    value = sign < 0 ? negated(value) : value;
    if (!decimal_subtract(change->difference, value, &gap))
        return;
    if (gap.units < 0)
        gap = negated(gap);
    if (decimal_compare(gap, change->doubt) <= 0)
        return;
    change->same_unit = change->same_unit
        && stated->shift == pair->now->shift;
    int shift = change->same_unit ? -stated->shift : 0;
    if (!decimal_shift(change->difference, shift, &shown)
        || !decimal_shift(value, shift, &value))
        return;
    add_difference(pair, change, found);
    buffer_add_char(found, '=');
    text_add_number(shown, found);
    buffer_add_string(found, SIGN_UNEQUAL);
    text_add_number(value, found);
}

/* (99898−100000)÷100000=−0.10%≠−0.2% */
static void check_share(const struct change_pair *pair, const struct change *change,
    const struct text_figure *stated, int sign, struct buffer *found)
{
    struct decimal rate = sign < 0 ? negated(stated->value) : stated->value;
    struct text_ratio ratio = { change->difference, change->doubt,
        change->before, text_figure_doubt(pair->before) };
    bool falls = change->difference.units < 0;
    struct text_ratio size = ratio;

    if (falls)
        size.above = negated(size.above);
    if (change->before.units <= 0
        || text_ratio_agrees(&size, falls ? negated(rate) : rate))
        return;
    buffer_add_char(found, '(');
    add_difference(pair, change, found);
    buffer_add_string(found, ")" SIGN_DIVIDED);
    text_add_number(change->same_unit ? pair->before->value : change->before,
        found);
    buffer_add_char(found, '=');
    text_add_ratio(&ratio, rate, found);
    buffer_add_string(found, SIGN_UNEQUAL);
    text_add_number(rate, found);
    buffer_add_char(found, '%');
}

void change_pair_judge(const struct change_pair *pair,
    const struct text_figure *stated, int sign, struct buffer *found)
{
    struct change change;

    if (stated->precision != TEXT_EXACT || pair->now->precision != TEXT_EXACT
        || pair->before->precision != TEXT_EXACT
        || !text_figures_alike(pair->now, pair->before)
        || !change_of(pair, &change))
        return;
    if (text_figure_is_rate(stated))
        check_share(pair, &change, stated, sign, found);
    else if (text_figures_alike(stated, pair->now))
        check_amount(pair, &change, stated, sign, found);
}
