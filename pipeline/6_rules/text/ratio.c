/* One figure in percent of another, with the slack that rounding gives. */

#include "6_rules/text/ratio.h"

#include "0_base/signs.h"
#include "6_rules/text/statements.h"

#define PLACES_LEAST 2

/* The least (-1) or the greatest (1) ratio in percent that the roundings
 * allow. */
static bool bound(const struct text_ratio *ratio, bool upper, int places,
    struct decimal *out)
{
    struct decimal above, below;
    bool good = upper
        ? decimal_add(ratio->above, ratio->above_doubt, &above)
            && decimal_subtract(ratio->below, ratio->below_doubt, &below)
        : decimal_subtract(ratio->above, ratio->above_doubt, &above)
            && decimal_add(ratio->below, ratio->below_doubt, &below);

    return good && below.units > 0
        && decimal_divide(above, below, 2, places, out);
}

bool text_ratio_agrees(const struct text_ratio *ratio, struct decimal rate)
{
    struct decimal low, high;

    if (!bound(ratio, false, rate.places, &low)
        || !bound(ratio, true, rate.places, &high))
        return true;
    return decimal_compare(low, rate) <= 0 && decimal_compare(rate, high) <= 0;
}

void text_add_ratio(const struct text_ratio *ratio, struct decimal rate,
    struct buffer *out)
{
    struct decimal quotient = decimal_blank;
    int places = rate.places > PLACES_LEAST ? rate.places : PLACES_LEAST;

    if (decimal_divide(ratio->above, ratio->below, 2, places, &quotient))
        text_add_number(quotient, out);
    buffer_add_char(out, '%');
}

bool text_ratio_of(const struct text_figure *part,
    const struct text_figure *whole, struct text_ratio *ratio)
{
    ratio->above_doubt = text_figure_doubt(part);
    ratio->below_doubt = text_figure_doubt(whole);
    return text_figure_base(part, &ratio->above)
        && text_figure_base(whole, &ratio->below);
}

void text_ratio_judge(const struct text_figure *part,
    const struct text_figure *whole, const struct text_figure *rate,
    struct buffer *found)
{
    struct text_ratio ratio;
    bool same = part->shift == whole->shift;

    if (!text_ratio_of(part, whole, &ratio)
        || text_ratio_agrees(&ratio, rate->value))
        return;
    text_add_number(same ? part->value : ratio.above, found);
    buffer_add_string(found, SIGN_DIVIDED);
    text_add_number(same ? whole->value : ratio.below, found);
    buffer_add_char(found, '=');
    text_add_ratio(&ratio, rate->value, found);
    buffer_add_string(found, SIGN_UNEQUAL);
    text_add_number(rate->value, found);
    buffer_add_char(found, '%');
}
