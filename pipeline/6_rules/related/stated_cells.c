/* What the cells of an entry make of a figure that a text tells of it. */

#include "6_rules/related/stated_walk.h"

#include "0_base/signs.h"
#include "6_rules/text/ratio.h"

bool stated_is_points(const struct walk *walk,
    const struct text_figure *figure)
{
    return word_of(lexicon_words(walk->lexicon, NOTION_RATE_POINTS),
        (struct text_span){ figure->unit, figure->unit_length }) != NULL;
}

/* Whether a value in the base of a figure is that figure, or rounds to it. */
static bool is_so_much(const struct text_figure *figure, struct decimal value)
{
    return !decimal_shift(value, -figure->shift, &value)
        || decimal_compare(value, figure->value) == 0
        || (figure->value.places < value.places && decimal_compare(
            decimal_round(value, figure->value.places), figure->value) == 0);
}

/* Whether a cell says the figure; true as well where that cannot be told, and
 * then it is not known. */
static bool says(const struct walk *walk, const char *cell,
    const struct text_figure *figure, bool *known)
{
    struct text_figure own;
    struct decimal value;

    *known = measure_figure(walk->lexicon, cell, &own)
        && text_figures_alike(&own, figure) && text_figure_base(&own, &value);
    return !*known || is_so_much(figure, value);
}

bool stated_is_other_rate(const struct walk *walk,
    const struct text_figure *figure)
{
    struct text_figure target;

    if (!text_figure_is_rate(figure))
        return false;
    for (size_t k = 0; k < walk->names; k++)
        if (!measure_figure(walk->lexicon, walk->name[k].measure->target,
                &target) || text_figure_is_rate(&target))
            return false;
    return true;
}

static void add_name(const struct walk *walk, size_t from, size_t to)
{
    buffer_add(walk->out, walk->name->text, walk->name->length);
    buffer_add(walk->out, walk->statement->sentence.text + from, to - from);
}

void stated_judge_cells(const struct walk *walk,
    const struct text_figure *figure)
{
    const char *other = NULL;
    bool known_target, known_actual;

    for (size_t k = 0; k < walk->names; k++) {
        const struct measure *measure = walk->name[k].measure;
        bool is_target = says(walk, measure->target, figure, &known_target);
        bool is_actual = says(walk, measure->actual, figure, &known_actual);
        if (walk->role == TARGET ? is_target
            : walk->role == RESULT ? is_actual
            : (is_target || is_actual))
            return;
        other = walk->role == TARGET ? measure->target : measure->actual;
    }
    add_name(walk, walk->called, figure->end);
    buffer_printf(walk->out, SIGN_UNEQUAL "%s", other);
}

/* How much more the result of an entry is than its target, or less; false where
 * that cannot be told. */
struct difference {
    struct text_figure target, actual;
    struct decimal size;        /* in their base, without a sign */
    bool is_rate;               /* what they are in */
};

static bool find_difference(const struct walk *walk,
    const struct measure *measure, enum role role,
    struct difference *difference)
{
    struct decimal target, actual;

    *difference = (struct difference){0};
    if (!measure_figure(walk->lexicon, measure->target, &difference->target)
        || !measure_figure(walk->lexicon, measure->actual,
            &difference->actual)
        || !text_figures_alike(&difference->target, &difference->actual)
        || !text_figure_base(&difference->target, &target)
        || !text_figure_base(&difference->actual, &actual))
        return false;
    difference->is_rate = text_figure_is_rate(&difference->target);
    return role == ABOVE
        ? decimal_subtract(actual, target, &difference->size)
        : decimal_subtract(target, actual, &difference->size);
}

/* Whether the figure is the difference, in points or in percent of the target
 * too; true where it is in another unit. */
static bool is_difference(const struct walk *walk,
    const struct difference *difference, const struct text_figure *figure)
{
    struct text_ratio ratio = { .above = difference->size };

    if (text_figures_alike(figure, &difference->target)
            || (difference->is_rate && stated_is_points(walk, figure))) {
        if (is_so_much(figure, difference->size))
            return true;
        if (!difference->is_rate || stated_is_points(walk, figure))
            return false;
    } else if (!text_figure_is_rate(figure)) {
        return true;
    }
    return !text_figure_base(&difference->target, &ratio.below)
        || ratio.below.units <= 0 || text_ratio_agrees(&ratio, figure->value);
}

static void add_difference(const struct walk *walk,
    const struct difference *difference, enum role role,
    const struct text_figure *figure)
{
    const struct text_figure *first = role == ABOVE ? &difference->actual
        : &difference->target;
    const struct text_figure *second = role == ABOVE ? &difference->target
        : &difference->actual;
    struct decimal size = difference->size;

    add_name(walk, 0, 0);
    text_add_number(first->value, walk->out);
    buffer_add(walk->out, first->unit, first->unit_length);
    buffer_add_string(walk->out, SIGN_MINUS);
    text_add_number(second->value, walk->out);
    buffer_add(walk->out, second->unit, second->unit_length);
    buffer_add_string(walk->out, "=");
    decimal_shift(size, -first->shift, &size);
    text_add_number(size, walk->out);
    buffer_add_string(walk->out, SIGN_UNEQUAL);
    text_add_figure(walk->statement, figure, walk->out);
}

/* Whether the target is the most that there may be: ≤12万元. */
static bool is_ceiling(const struct walk *walk, const struct measure *measure)
{
    return measure->target && notion_at(walk->lexicon, NOTION_CEILINGS,
        measure->target, 0) > 0;
}

/* Whether an entry of the name may have so much more or less; what is saved of
 * a ceiling is said to be more than its target, too.  Otherwise the difference
 * is that of the last one. */
static bool may_differ(const struct walk *walk, enum role role,
    const struct text_figure *figure, struct difference *difference)
{
    struct difference saved;

    for (size_t k = 0; k < walk->names; k++) {
        const struct measure *measure = walk->name[k].measure;
        if (!find_difference(walk, measure, role, difference)
            || is_difference(walk, difference, figure)
            || (role == ABOVE && is_ceiling(walk, measure)
                && find_difference(walk, measure, BELOW, &saved)
                && is_difference(walk, &saved, figure)))
            return true;
    }
    return false;
}

bool stated_may_differ(const struct walk *walk, enum role role,
    const struct text_figure *figure)
{
    struct difference difference;

    return may_differ(walk, role, figure, &difference);
}

void stated_judge_difference(const struct walk *walk, enum role role,
    const struct text_figure *figure)
{
    struct difference difference = {0};

    if (!may_differ(walk, role, figure, &difference))
        add_difference(walk, &difference, role, figure);
}

/* Whether a rate of completion is as full as it can be said to be: of a target
 * that was reached. */
static bool is_full(const struct text_ratio *ratio, struct decimal rate)
{
    return decimal_compare(rate, decimal_hundred) == 0
        && decimal_compare(ratio->above, ratio->below) >= 0;
}

void stated_judge_share(const struct walk *walk,
    const struct text_figure *figure)
{
    struct text_figure target, actual;
    struct text_ratio ratio = {0};

    for (size_t k = 0; k < walk->names; k++) {
        const struct measure *measure = walk->name[k].measure;
        if (!measure_figure(walk->lexicon, measure->target, &target)
            || !measure_figure(walk->lexicon, measure->actual, &actual)
            || !text_figures_alike(&target, &actual)
            || !text_ratio_of(&actual, &target, &ratio)
            || ratio.below.units <= 0 || is_ceiling(walk, measure)
            || is_full(&ratio, figure->value)
            || text_ratio_agrees(&ratio, figure->value))
            return;
    }
    add_name(walk, 0, 0);
    text_ratio_judge(&actual, &target, figure, walk->out);
}
