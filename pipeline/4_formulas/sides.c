/* Prints the figures of a sentence so that two that are not equal do not look
 * equal. */

#include "4_formulas/sides.h"

#include <string.h>

void side_set_figure(struct side *side, struct figure figure, bool cell)
{
    side->reprints = true;
    side->cell = cell;
    side->figure = figure;
    side->number = value_in_unit(figure.type, figure.unit, figure.value);
}

void side_set_words(struct side *side, const char *after)
{
    const char *words = buffer_string(&side->words);

    if (decimal_parse(words, strlen(words), &side->number) != DECIMAL_OK)
        side->number = decimal_blank;
    side->has_type = value_unit_begins(after, &side->type);
}

/* What it says, rounded as it is printed. */
static struct decimal shown(const struct side *side)
{
    return side->reprints
        ? decimal_round(side->number, side->figure.style.most)
        : side->number;
}

/* What is calculated may have no unit. */
static bool is_same_unit(const char *a, const char *b)
{
    return !a || !b || !*a || !*b || strcmp(a, b) == 0;
}

/* Whether a figure and another side are of one kind; a bare number may be of
 * any kind. */
static bool compares(const struct side *figure, const struct side *other)
{
    if (figure == other || figure->number.blank || other->number.blank)
        return false;
    if (!other->reprints)
        return !other->has_type || other->type == figure->figure.type;
    return figure->figure.type == other->figure.type
        && is_same_unit(figure->figure.unit, other->figure.unit);
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

    for (size_t k = 0; k < count && !side->cell; k++)
        if (sides[k].cell && compares(side, &sides[k])
            && sides[k].figure.style.least > least)
            least = sides[k].figure.style.least;
    return least;
}

/* Gives each figure that looks equal to another one decimal more, and an amount
 * all that it has; false when no two look equal any longer. */
static bool widen(struct side *sides, size_t count)
{
    bool wrong = false;

    for (size_t k = 0; k < count; k++)
        wrong = wrong || (sides[k].widens && misleads(&sides[k], sides,
            count));
    for (size_t k = 0; wrong && k < count; k++) {
        int *most = &sides[k].figure.style.most;
        if (sides[k].widens && *most < sides[k].number.places)
            *most = sides[k].figure.type == VALUE_AMOUNT
                ? sides[k].number.places : *most + 1;
    }
    return wrong;
}

static void print_again(struct side *side)
{
    buffer_clear(&side->words);
    figure_print(&side->figure, &side->words);
}

void sides_tell_apart(struct side *sides, size_t count)
{
    for (size_t k = 0; k < count; k++) {
        struct side *side = &sides[k];
        bool figure = side->reprints && !side->number.blank;
        int least = figure ? zeros_kept(side, sides, count) : 0;
        side->widens = figure && misleads(side, sides, count);
        side->is_reprinted = side->widens
            || (figure && least != side->figure.style.least);
        side->figure.style.least = least;
    }
    for (int k = 0; k < DECIMAL_PLACES_MAX && widen(sides, count); k++)
        continue;
    for (size_t k = 0; k < count; k++)
        if (sides[k].is_reprinted)
            print_again(&sides[k]);
}

void sides_print_pair(struct figure a, struct figure b,
    struct buffer words[2])
{
    struct side sides[2] = {0};

    a.with_unit = b.with_unit = true;
    side_set_figure(&sides[0], a, true);
    side_set_figure(&sides[1], b, true);
    for (int k = 0; k < 2; k++)
        figure_print(&sides[k].figure, &sides[k].words);
    sides_tell_apart(sides, 2);
    for (int k = 0; k < 2; k++)
        words[k] = sides[k].words;
}
