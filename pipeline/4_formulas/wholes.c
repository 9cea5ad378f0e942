/*
 * Totals of which not all parts are known.  Amounts are hardly ever negative:
 * known parts that exceed their total are worth a warning, and what is left of
 * the total is what the blank parts lack.
 */

#include <stdio.h>
#include <string.h>

#include "3_transform/submission.h"
#include "4_formulas/formula_list.h"
#include "4_formulas/sides.h"

/* What remains of a total for its blank parts, in its unit and at the decimals
 * that it is stated with; blank where that is not known. */
static struct decimal rest_of(xmlNodePtr total, struct decimal value,
    const struct formula_run *run)
{
    struct figure figure = node_figure(total, run->style);
    struct decimal known = decimal_round(value_in_unit(figure.type,
        figure.unit, run->parts.known), formula_places(total, run->style));
    struct decimal rest;

    if (run->parts.known.blank)
        known = (struct decimal){ 0, 0, false };
    return decimal_subtract(value_in_unit(figure.type, figure.unit, value),
        known, &rest) ? rest : decimal_blank;
}

static int sign_of(struct decimal value)
{
    return decimal_compare(value, (struct decimal){ 0, 0, false });
}

static void report_exceeded_total(const struct formula *formula,
    struct formula_run *run, xmlNodePtr total)
{
    const char *src = node_attribute(total, "src");
    struct figure stated = node_figure(total, run->style), known = stated;
    struct buffer words[2];
    char count[24];

    snprintf(count, sizeof count, "%d", run->parts.blank_count);
    known.value = run->parts.known;
    sides_print_pair(stated, known, words);
    if (words[0].failed || words[1].failed)
        findings_out_of_memory(run->evaluation->findings);
    else
        findings_add_as(run->evaluation->findings,
            CATALOGUE_FORMULA_EXCEEDED,
            &(struct finding){ .code = formula->entry.origin.code,
                .level = LEVEL_WARNING, .pointer = src,
                .place = json_place_at(run->json, src),
                .found = buffer_string(&words[0]) }, formula->entry.text,
            "stated", buffer_string(&words[0]),
            "known", buffer_string(&words[1]), "count", count, NULL);
    buffer_free(&words[0]);
    buffer_free(&words[1]);
}

bool wholes_compare(const struct formula *formula, struct formula_run *run,
    xmlNodePtr total)
{
    struct decimal value = node_figure(total, run->style).value;

    if (value.blank || run->parts.known_count == 0)
        return false;
    struct decimal rest = rest_of(total, value, run);
    if (!rest.blank && sign_of(rest) < 0)
        report_exceeded_total(formula, run, total);
    return true;
}

/* The amount of a total: as stated, or what remains for it of the one above. */
static struct decimal value_of(xmlNodePtr total,
    const struct formula_run *run)
{
    const char *count = node_attribute(total, "rest-count");
    struct decimal value = node_figure(total, run->style).value;

    if (value.blank && count && strcmp(count, "1") == 0) {
        const char *rest = node_attribute(total, "rest");
        decimal_parse(rest, strlen(rest), &value);
    }
    return value;
}

/* The first total that tells what a part lacks counts, unless a later one lacks
 * that part alone. */
static void mark_part(xmlNodePtr part, const char *rest, const char *count,
    struct findings *findings)
{
    const char *former = node_attribute(part, "rest-count");

    if (part->type != XML_ELEMENT_NODE || node_attribute(part, "value")
        || (former && (strcmp(former, "1") == 0 || strcmp(count, "1") != 0)))
        return;
    if (!node_set_attribute(part, "rest", rest)
        || !node_set_attribute(part, "rest-count", count))
        findings_out_of_memory(findings);
}

static void mark_parts(const struct formula *formula, struct formula_run *run,
    xmlNodePtr total, struct decimal rest)
{
    struct figure figure = node_figure(total, run->style);
    char text[DECIMAL_TEXT_SIZE], count[24];
    xmlXPathObjectPtr parts = NULL;

    if (decimal_shift(rest, value_shift_of_unit(figure.type, figure.unit),
            &rest))
        parts = expression_evaluate(&formula->value, run->evaluation, total);
    xmlNodeSetPtr nodes = formula_nodes(parts);
    decimal_print(rest, text);
    snprintf(count, sizeof count, "%d", run->parts.blank_count);
    for (int k = 0; nodes && k < nodes->nodeNr; k++)
        mark_part(nodes->nodeTab[k], text, count,
            run->evaluation->findings);
    xmlXPathFreeObject(parts);
}

static void mark_total(const struct formula *formula, struct formula_run *run,
    xmlNodePtr total)
{
    struct decimal value = value_of(total, run);

    if (value.blank || !formula_add_up(formula, run, total)
        || run->parts.blank_count == 0)
        return;
    struct decimal rest = rest_of(total, value, run);
    if (!rest.blank && sign_of(rest) > 0)
        mark_parts(formula, run, total, rest);
}

/* Goes from the last formula to the first, because totals of totals come behind
 * the totals that they add up. */
void wholes_mark_rests(const struct formulas *formulas,
    struct formula_run *run)
{
    for (size_t k = formulas->count; k-- > 0;) {
        const struct formula *formula = &formulas->list[k];
        xmlXPathObjectPtr targets = formula->kind == FORMULA_WHOLE
            || (formula->kind == FORMULA_SUM && run->partial)
            ? formula_targets(formula, run) : NULL;
        xmlNodeSetPtr nodes = formula_nodes(targets);
        for (int n = 0; nodes && n < nodes->nodeNr; n++)
            mark_total(formula, run, nodes->nodeTab[n]);
        xmlXPathFreeObject(targets);
    }
}
