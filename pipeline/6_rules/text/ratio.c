/* One figure in percent of another, with the slack that rounding gives. */

#include "6_rules/text/ratio.h"

#include "6_rules/text/statements.h"

#define PLACES_LEAST 2

/* The quotient in percent with the doubts taken off (-1) or put on (1). */
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
