/*
 * Applies the formulas to one submission: fills what is absent, compares what
 * is stated.
 */

#include "4_formulas/formulas.h"

#include <stdlib.h>
#include <string.h>

#include "3_transform/submission.h"
#include "4_formulas/formula_list.h"
#include "4_formulas/sides.h"

/* Whether a leaf can hold the text. */
static bool fits(xmlNodePtr leaf, const char *text)
{
    enum value_type type = VALUE_TEXT;
    struct decimal ignored;

    node_value_type(leaf, &type);
    return !value_type_is_figure(type)
        || decimal_parse(text, strlen(text), &ignored) == DECIMAL_OK;
}

/* The sum of the parts as text; "" where not all of them are known. */
static xmlChar *sum_of(const struct formula *formula, struct formula_run *run,
    xmlNodePtr leaf)
{
    char text[DECIMAL_TEXT_SIZE] = "";

    if (!formula_add_up(formula, run, leaf))
        return NULL;
    run->evaluation->exact.lack = run->parts.first_blank;
    if (parts_are_complete(&run->parts))
        decimal_print(run->parts.known, text);
    xmlChar *copy = xmlStrdup(BAD_CAST text);
    if (!copy)
        findings_out_of_memory(run->evaluation->findings);
    return copy;
}

static xmlChar *value_of(const struct formula *formula,
    struct formula_run *run, xmlNodePtr leaf)
{
    xmlXPathObjectPtr result = expression_evaluate(&formula->value,
        run->evaluation, leaf);
    xmlChar *text = result ? xmlXPathCastToString(result) : NULL;

    if (result && !text)
        findings_out_of_memory(run->evaluation->findings);
    xmlXPathFreeObject(result);
    return text;
}

/* The result of a formula as text; the caller frees it.  NULL: none. */
static xmlChar *result_of(const struct formula *formula,
    struct formula_run *run, xmlNodePtr leaf)
{
    xmlChar *text = formula->kind == FORMULA_VALUE
        ? value_of(formula, run, leaf) : sum_of(formula, run, leaf);
    bool useful = text && *text;        /* "": not evaluable */

    if (useful && !fits(leaf, (const char *)text)) {
        expression_reject(&formula->value, PHRASE_XPATH_NO_FIGURE, "",
            run->evaluation->findings);
        useful = false;
    }
    if (!useful) {
        xmlFree(text);
        text = NULL;
    }
    return text;
}

static void fill(const struct formula *formula, struct formula_run *run,
    xmlNodePtr leaf, const char *text)
{
    struct decimal value = decimal_blank;
    enum value_type type = VALUE_TEXT;
    bool good;

    node_value_type(leaf, &type);
    if (!value_type_is_figure(type)) {
        good = node_set_words(leaf, text);
    } else {
        decimal_parse(text, strlen(text), &value);
        good = node_set_figure(leaf, value, run->style);
    }
    if (!good || !node_set_attribute(leaf, "state", state_name(STATE_DERIVED))
        || !node_set_attribute(leaf, "formula",
            formula->entry.origin.code))
        findings_out_of_memory(run->evaluation->findings);
}

static void report_wrong_figure(const struct formula *formula,
    struct formula_run *run, xmlNodePtr leaf, enum catalogue id,
    const char *expected, const char *stated)
{
    const char *src = node_attribute(leaf, "src");

    findings_add_as(run->evaluation->findings, id,
        &(struct finding){ .code = formula->entry.origin.code,
            .level = LEVEL_ERROR, .place = json_place_at(run->json, src),
            .pointer = src, .found = stated, .expected = expected },
        formula->entry.text, "expected", expected, "stated", stated, NULL);
}

/* What is said of a wrong figure: a total that exceeds parts of which some are
 * 0 may be right, and a 0 of them wrong. */
static enum catalogue sentence_for(const struct formula *formula,
    const struct formula_run *run, struct decimal stated,
    struct decimal expected)
{
    return formula->kind == FORMULA_SUM && run->parts.zero_count > 0
            && decimal_compare(stated, expected) > 0
        ? CATALOGUE_FORMULA_ZEROS : CATALOGUE_FORMULA_DIFFERS;
}

/* Whether the leaf states what the formula gives. */
static bool compare_figures(const struct formula *formula,
    struct formula_run *run, xmlNodePtr leaf, const char *text)
{
    struct figure stated = node_figure(leaf, run->style);
    struct figure expected = stated;
    int places = formula_places(leaf, run->style);
    int rounded = run->evaluation->exact.places;

    decimal_parse(text, strlen(text), &expected.value);
    if (stated.value.blank)             /* it could not be read */
        return true;
    if (rounded >= 0 && rounded < places && stated.type != VALUE_AMOUNT)
        places = rounded;
    struct decimal a = decimal_round(value_in_unit(stated.type, stated.unit,
        stated.value), places);
    struct decimal b = decimal_round(value_in_unit(stated.type, stated.unit,
        expected.value), places);
    if (decimal_compare(a, b) == 0)
        return true;

    struct buffer words[2];
    sides_print_pair(expected, stated, words);
    if (words[0].failed || words[1].failed)
        findings_out_of_memory(run->evaluation->findings);
    else
        report_wrong_figure(formula, run, leaf,
            sentence_for(formula, run, a, b), buffer_string(&words[0]),
            buffer_string(&words[1]));
    buffer_free(&words[0]);
    buffer_free(&words[1]);
    return false;
}

static bool compare(const struct formula *formula, struct formula_run *run,
    xmlNodePtr leaf, const char *text)
{
    enum value_type type = VALUE_TEXT;

    node_value_type(leaf, &type);
    if (value_type_is_figure(type))
        return compare_figures(formula, run, leaf, text);
    xmlChar *stated = xmlNodeGetContent(leaf);
    if (!stated)
        findings_out_of_memory(run->evaluation->findings);
    else if (strcmp((const char *)stated, text) != 0)
        report_wrong_figure(formula, run, leaf, CATALOGUE_FORMULA_DIFFERS,
            text, (const char *)stated);
    xmlFree(stated);
    return true;
}

/* Lets the form say how a total is rounded (sums.h), if the formula gives a
 * sum. */
static void mark_sum(struct formula_run *run, xmlNodePtr leaf,
    const char *text)
{
    struct decimal value;

    if (!run->sum.value.blank
        && decimal_parse(text, strlen(text), &value) == DECIMAL_OK
        && decimal_compare(value, run->sum.value) == 0
        && !sum_mark(&run->sum, leaf, run->style))
        findings_out_of_memory(run->evaluation->findings);
}

/* The pointer of a blank operand, or of the blank that this one was calculated
 * from; NULL where there is none. */
static const char *find_lack(xmlNodePtr operand)
{
    if (!operand || operand->type != XML_ELEMENT_NODE)
        return NULL;
    return node_attribute(operand, node_attribute(operand, "awaited")
        ? "lacks" : "src");
}

/* Marks a leaf that could not be filled in, with what was lacking. */
static void await(const struct formula *formula, const struct formula_run *run,
    xmlNodePtr leaf)
{
    const char *lack = find_lack(run->evaluation->exact.lack);

    if (!node_set_attribute(leaf, "awaited", formula->entry.origin.code)
        || (lack && !node_set_attribute(leaf, "lacks", lack)))
        findings_out_of_memory(run->evaluation->findings);
}

/* A formula without a result: a stated total is compared with the parts that
 * are known. */
static bool apply_partly(const struct formula *formula,
    struct formula_run *run, xmlNodePtr leaf, enum state state)
{
    if (state == STATE_ABSENT)
        await(formula, run, leaf);
    if (formula->kind == FORMULA_VALUE)
        return false;
    run->partial = run->partial || run->parts.blank_count > 0;
    return state == STATE_STATED && wholes_compare(formula, run, leaf);
}

/* Whether it had a result, which was filled in or compared. */
static bool apply_to_leaf(const struct formula *formula,
    struct formula_run *run, xmlNodePtr leaf)
{
    enum state state = node_state(leaf);

    if (!(state == STATE_ABSENT && formula->fills)
        && !(state == STATE_STATED && formula->compares))
        return false;
    run->evaluation->exact.lack = NULL;
    run->evaluation->exact.places = -1;
    run->sum.value = decimal_blank;
    xmlChar *text = result_of(formula, run, leaf);
    if (!text)
        return apply_partly(formula, run, leaf, state);
    bool agrees = true;
    if (state == STATE_STATED
        && !node_set_overrides(leaf, formula->entry.origin.code))
        findings_out_of_memory(run->evaluation->findings);
    if (state == STATE_ABSENT)
        fill(formula, run, leaf, (const char *)text);
    else
        agrees = compare(formula, run, leaf, (const char *)text);
    if (agrees)
        mark_sum(run, leaf, (const char *)text);
    xmlFree(text);
    return true;
}

size_t formulas_count(const struct formulas *formulas)
{
    return formulas->count;
}

const struct expression_origin *formulas_origin(
    const struct formulas *formulas, size_t k)
{
    const struct formula *formula = &formulas->list[k];

    return formula->compares ? &formula->entry.origin : NULL;
}

/* The first formula of a code; NULL for none. */
static const struct formula *find(const struct formulas *formulas,
    const char *code)
{
    for (size_t k = 0; k < formulas->count; k++)
        if (strcmp(formulas->list[k].entry.origin.code, code) == 0)
            return &formulas->list[k];
    return NULL;
}

const char *formulas_words(const struct formulas *formulas, const char *code,
    enum language language)
{
    const struct formula *formula = find(formulas, code);

    return formula ? formula->entry.text[language] : NULL;
}

struct formula_text formulas_text(const struct formulas *formulas,
    const char *code)
{
    const struct formula *formula = find(formulas, code);

    return formula ? formula->text : (struct formula_text){ NULL, NULL };
}

const struct sets *formulas_sets(const struct formulas *formulas)
{
    return &formulas->sets;
}

void formulas_apply(const struct formulas *formulas,
    struct evaluation *evaluation, const struct json *json, size_t *counted)
{
    struct formula_run run = { .evaluation = evaluation,
        .style = *evaluation->exact.style, .json = json };

    if (!sets_evaluate(&formulas->sets, evaluation)) {
        findings_out_of_memory(evaluation->findings);
        return;
    }
    evaluation->exact.sum = &run.sum;
    for (size_t k = 0; k < formulas->count; k++) {
        const struct formula *formula = &formulas->list[k];
        xmlXPathObjectPtr targets = formula->fills ? formula_targets(formula,
            &run) : NULL;
        xmlNodeSetPtr nodes = formula_nodes(targets);
        for (int n = 0; nodes && n < nodes->nodeNr; n++)
            counted[k] += apply_to_leaf(formula, &run, nodes->nodeTab[n]);
        xmlXPathFreeObject(targets);
    }
    evaluation->exact.sum = NULL;
    wholes_mark_rests(formulas, &run);
}
