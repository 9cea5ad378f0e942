/* Marks an amount in the wrong unit, and says what it would be in the other one
 * and which figure shows that. */

#include "4_formulas/slips_told.h"

#include "3_transform/where.h"

/* A figure of a leaf in a unit, printed with it. */
static void print_amount(const struct formula_run *run, xmlNodePtr leaf,
    struct decimal value, const char *unit, struct buffer *out)
{
    struct figure figure = node_figure(leaf, run->style);

    figure.value = value;
    figure.unit = unit;
    figure.with_unit = true;
    figure.style.most = DECIMAL_PLACES_MAX;
    figure.style.least = 0;
    figure_print(&figure, out);
}

enum word { STATED, MEANT, RIGHT, PLACE, FIGURE, WORD_COUNT };

/* What the figure is that shows it: one that was stated in the wrong unit as
 * well shows nothing but as it was meant. */
static struct decimal shown_by(const struct relations *relations,
    struct amount *because)
{
    struct decimal taken = amount_taken(relations, because);

    return taken.blank ? because->value : taken;
}

static void report_unit_slip(const struct relations *relations,
    const struct formula_run *run, const struct formula *formula,
    const struct amount *amount)
{
    struct amount *because = &relations->amounts[amount->because];
    xmlNodePtr leaf = amount->node, other = because->node;
    const char *src = node_attribute(leaf, "src");
    const char *unit = node_attribute(leaf, "unit");
    const char *other_unit = value_other_unit(VALUE_AMOUNT, unit);
    struct buffer words[WORD_COUNT] = { BUFFER_EMPTY, BUFFER_EMPTY,
        BUFFER_EMPTY, BUFFER_EMPTY, BUFFER_EMPTY };
    bool failed = false;

    print_amount(run, leaf, amount->value, unit, &words[STATED]);
    print_amount(run, leaf, amount->meant, other_unit, &words[MEANT]);
    print_amount(run, leaf, amount->meant, unit, &words[RIGHT]);
    where_print(other, &words[PLACE]);
    print_amount(run, other, shown_by(relations, because),
        node_attribute(other, "unit"), &words[FIGURE]);
    for (int k = 0; k < WORD_COUNT; k++)
        failed = failed || words[k].failed;
    if (failed)
        findings_out_of_memory(run->evaluation->findings);
    else
        findings_add_as(run->evaluation->findings,
            CATALOGUE_FORMULA_SLIP,
            &(struct finding){ .code = formula->entry.origin.code,
                .level = LEVEL_WARNING, .pointer = src,
                .place = json_place_at(run->json, src),
                .found = buffer_string(&words[STATED]),
                .expected = buffer_string(&words[RIGHT]) },
            formula->entry.text, "unit", other_unit,
            "stated", buffer_string(&words[STATED]),
            "meant", buffer_string(&words[MEANT]),
            "right", buffer_string(&words[RIGHT]),
            "place", buffer_string(&words[PLACE]),
            "figure", buffer_string(&words[FIGURE]), NULL);
    for (int k = 0; k < WORD_COUNT; k++)
        buffer_free(&words[k]);
}

void slip_tell(const struct relations *relations,
    const struct formula_run *run, const struct formula *formula,
    const struct amount *amount)
{
    char text[DECIMAL_TEXT_SIZE];

    decimal_print(amount->meant, text);
    if (!node_set_attribute(amount->node, "slip", text)
        || !node_set_attribute(amount->node, "slip-rule",
            formula->entry.origin.code))
        findings_out_of_memory(run->evaluation->findings);
    report_unit_slip(relations, run, formula, amount);
}
