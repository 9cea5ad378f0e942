/*
 * Figures of one sentence, printed so that those differ which are not equal.
 */

#include "4_formulas/sides.h"

#include <string.h>

void side_set_figure(struct side *side, struct figure figure)
{
    side->reprints = true;
    side->figure = figure;
    side->number = value_in_unit(figure.type, figure.unit, figure.value);
}

void side_set_words(struct side *side)
{
    const char *words = buffer_string(&side->words);

    if (decimal_parse(words, strlen(words), &side->number) != DECIMAL_OK)
        side->number = decimal_blank;
}

/* What it says, rounded as it is printed. */
static struct decimal shown(const struct side *side)
{
    return side->reprints
        ? decimal_round(side->number, side->figure.style.most)
        : side->number;
}

static bool is_same_text(const char *a, const char *b)
{
    return strcmp(a ? a : "", b ? b : "") == 0;
}

/* Whether they are figures of one kind; a bare number is one of any. */
static bool compares(const struct side *a, const struct side *b)
{
    if (a == b || a->number.blank || b->number.blank)
        return false;
    return !a->reprints || !b->reprints
        || (a->figure.type == b->figure.type
            && is_same_text(a->figure.unit, b->figure.unit));
}

static bool misleads(const struct side *side, const struct side *sides,
    size_t count)
{
    struct decimal says = shown(side);

    if (says.units == 0 && side->number.units != 0)
        return true;
    for (size_t k = 0; k < count; k++)
        if (compares(side, &sides[k])
            && decimal_compare(side->number, sides[k].number) != 0
            && decimal_compare(says, shown(&sides[k])) == 0)
            return true;
    return false;
}

/* How many zeros at the end a figure keeps, in company with the others. */
static int zeros_kept(const struct side *side, const struct side *sides,
    size_t count)
{
    int least = side->figure.style.least;

    for (size_t k = 0; k < count; k++)
        if (sides[k].reprints && compares(side, &sides[k])
            && sides[k].figure.style.least > least)
            least = sides[k].figure.style.least;
    return least;
}

/* Prints it again where it is to have other decimals than it has. */
static void settle(struct side *side, const struct side *sides, size_t count)
{
    struct print_style *style = &side->figure.style;
    const struct print_style before = *style;

    while (style->most < side->number.places && misleads(side, sides, count))
        style->most = side->figure.type == VALUE_AMOUNT
            ? side->number.places : style->most + 1;
    style->least = zeros_kept(side, sides, count);
    if (style->most == before.most && style->least == before.least)
        return;
    buffer_clear(&side->words);
    figure_print(&side->figure, &side->words);
}

void sides_settle(struct side *sides, size_t count)
{
    for (size_t k = 0; k < count; k++)
        if (sides[k].reprints && !sides[k].number.blank)
            settle(&sides[k], sides, count);
}
