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

/* A rate of change with its sign, and what it should be. */
struct share {
    struct decimal rate;
    struct text_ratio ratio;
    bool from_zero;             /* nothing is a share of 0 */
};

static struct share share_of(const struct change_pair *pair,
    const struct change *change, const struct text_figure *stated, int sign)
{
    struct share share = {
        .rate = sign < 0 ? negated(stated->value) : stated->value,
        .ratio = { change->difference, change->doubt, change->before,
            text_figure_doubt(pair->before) },
    };

    share.from_zero = change->before.units == 0
        && share.ratio.below_doubt.units == 0 && share.rate.units != 0
        && change->difference.units != 0;
    return share;
}

static bool share_agrees(const struct share *share)
{
    bool falls = share->ratio.above.units < 0;
    struct text_ratio size = share->ratio;

    if (falls)
        size.above = negated(size.above);
    return !share->from_zero && (share->ratio.below.units <= 0
        || text_ratio_agrees(&size, falls ? negated(share->rate)
            : share->rate));
}

/* (99898−100000)÷100000=−0.10%≠−0.2% */
static void add_share(const struct change_pair *pair,
    const struct change *change, const struct share *share,
    struct buffer *found)
{
    buffer_add_char(found, '(');
    add_difference(pair, change, found);
    buffer_add_string(found, ")" SIGN_DIVIDED);
    text_add_number(change->same_unit ? pair->before->value : change->before,
        found);
    if (!share->from_zero) {
        buffer_add_char(found, '=');
        text_add_ratio(&share->ratio, share->rate, found);
    }
    buffer_add_string(found, SIGN_UNEQUAL);
    text_add_number(share->rate, found);
    buffer_add_char(found, '%');
}

bool text_is_points(const struct lexicon *lexicon,
    const struct text_figure *figure)
{
    return word_of(lexicon_words(lexicon, NOTION_RATE_POINTS),
        (struct text_span){ figure->unit, figure->unit_length }) != NULL;
}

/* 3%→3个百分点 where a rate has become another one by so many points, which are
 * no such share of it; false where it has not. */
static bool report_points(const struct lexicon *lexicon,
    const struct change *change, const struct share *share,
    struct buffer *found)
{
    const struct word_list *words = lexicon_words(lexicon,
        NOTION_RATE_POINTS);
    struct decimal size = share->rate.units < 0 ? negated(share->rate)
        : share->rate;

    if (decimal_compare(change->difference, share->rate) != 0
        || decimal_compare(change->before, decimal_hundred) == 0
        || words->count == 0)
        return false;
    text_add_number(size, found);
    buffer_add_string(found, "%" SIGN_ARROW);
    text_add_number(size, found);
    buffer_add(found, words->list[0].text, words->list[0].length);
    return true;
}

void change_pair_judge(const struct lexicon *lexicon,
    const struct change_pair *pair, const struct text_figure *stated,
    int sign, struct buffer *found)
{
    struct change change;

    if (stated->precision != TEXT_EXACT || pair->now->precision != TEXT_EXACT
        || pair->before->precision != TEXT_EXACT
        || !text_figures_alike(pair->now, pair->before)
        || !change_of(pair, &change))
        return;
    if (text_figure_is_rate(stated)) {
        struct share share = share_of(pair, &change, stated, sign);
        if (!(text_figure_is_rate(pair->now)
                && report_points(lexicon, &change, &share, found))
            && !share_agrees(&share))
            add_share(pair, &change, &share, found);
    } else if (text_figures_alike(stated, pair->now)
        || text_is_points(lexicon, stated)) {
        check_amount(pair, &change, stated, sign, found);
    }
}
