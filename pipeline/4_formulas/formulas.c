/* Formulas loaded, and applied: a blank filled in, a stated figure compared. */

#include "4_formulas/formulas.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/list.h"
#include "3_transform/submission.h"
#include "4_formulas/entry.h"
#include "4_formulas/exact.h"

struct formula {
    struct entry entry;
    bool compares;              /* compare="no": it only fills */
    struct expression target, value;
};

struct formulas {
    xmlDocPtr file;
    char *path;
    size_t count, room;
    struct formula *list;
    struct sets sets;
};

/* What one run of the formulas works with. */
struct run {
    struct evaluation *evaluation;
    struct print_style style;
    const struct json *json;
    struct sum sum;             /* that the value of a formula is */
};

static struct formula *next_formula(struct formulas *formulas,
    struct findings *findings)
{
    struct formula *list = list_room(formulas->list, formulas->count,
        &formulas->room, sizeof *list);

    if (!list) {
        findings_out_of_memory(findings);
        return NULL;
    }
    formulas->list = list;
    struct formula *formula = &list[formulas->count++];
    *formula = (struct formula){0};
    return formula;
}

static bool compile(struct expression *expression, const char *text,
    const struct columns *columns, const struct entry *entry,
    struct findings *findings)
{
    char *full = columns_put(columns, text);
    bool good = full
        && expression_compile(expression, full, entry->origin, findings);

    if (!full)
        findings_out_of_memory(findings);
    free(full);
    return good;
}

/* One formula for each of its columns. */
static bool load_formula(struct formulas *formulas, xmlNodePtr element,
    struct findings *findings)
{
    struct columns columns = columns_of(element);
    struct entry entry;

    if (!entry_read(&entry, element, formulas->path, NULL, findings))
        return false;
    const char *target = entry_attribute(&entry, element, "target", findings);
    const char *value = entry_attribute(&entry, element, "value", findings);
    const char *compares = node_attribute(element, "compare");
    if (!target || !value)
        return false;
    while (columns_step(&columns)) {
        struct formula *formula = next_formula(formulas, findings);
        if (!formula)
            return false;
        formula->entry = entry;
        formula->compares = !compares || strcmp(compares, "no") != 0;
        if (!compile(&formula->target, target, &columns, &entry, findings)
            || !compile(&formula->value, value, &columns, &entry, findings))
            return false;
    }
    return true;
}

static bool load_element(struct formulas *formulas, xmlNodePtr element,
    struct findings *findings)
{
    const struct entry entry = { .origin = { formulas->path,
        (const char *)element->name, xmlGetLineNo(element) } };

    if (strcmp(entry.origin.code, "set") == 0)
        return sets_add(&formulas->sets, element, formulas->path, findings);
    if (strcmp(entry.origin.code, "formula") == 0)
        return load_formula(formulas, element, findings);
    entry_reject(&entry, "set|formula", findings);
    return false;
}

/* Functions and variables that do not exist, before any data meets them. */
static bool check_names(const struct formulas *formulas,
    struct findings *findings)
{
    const struct print_style style = {0};
    struct exact exact = { .style = &style };
    xmlXPathContextPtr scope = xmlXPathNewContext(NULL);
    bool good = scope && exact_register_xpath(scope, &exact);

    if (!good)
        findings_out_of_memory(findings);
    good = good && sets_check(&formulas->sets, scope, findings);
    for (size_t k = 0; good && k < formulas->count; k++)
        good = expression_check(&formulas->list[k].target, scope, findings)
            && expression_check(&formulas->list[k].value, scope, findings);
    xmlXPathFreeContext(scope);
    return good;
}

struct formulas *formulas_load(const struct resources *resources,
    const char *path, struct findings *findings)
{
    struct formulas *formulas = calloc(1, sizeof *formulas);

    if (!formulas || !(formulas->path = strdup(path))) {
        findings_out_of_memory(findings);
        free(formulas);
        return NULL;
    }
    formulas->file = xml_load(resources, path, findings);
    bool good = formulas->file != NULL;
    xmlNodePtr element = good
        ? xmlFirstElementChild(xmlDocGetRootElement(formulas->file)) : NULL;
    for (; good && element; element = xmlNextElementSibling(element))
        good = load_element(formulas, element, findings);
    if (!good || !check_names(formulas, findings)) {
        formulas_free(formulas);
        return NULL;
    }
    return formulas;
}

void formulas_free(struct formulas *formulas)
{
    if (!formulas)
        return;
    for (size_t k = 0; k < formulas->count; k++) {
        expression_free(&formulas->list[k].target);
        expression_free(&formulas->list[k].value);
    }
    free(formulas->list);
    sets_free(&formulas->sets);
    free(formulas->path);
    if (formulas->file)
        xmlFreeDoc(formulas->file);
    free(formulas);
}

/* Whether a leaf can hold the text. */
static bool fits(xmlNodePtr leaf, const char *text)
{
    enum value_type type = VALUE_TEXT;
    struct decimal ignored;

    node_value_type(leaf, &type);
    return !value_type_is_figure(type)
        || decimal_parse(text, strlen(text), &ignored) == DECIMAL_OK;
}

/* The result of a formula as text; the caller frees it.  NULL: none. */
static xmlChar *result_of(const struct formula *formula, struct run *run,
    xmlNodePtr leaf)
{
    xmlXPathObjectPtr result = expression_evaluate(&formula->value,
        run->evaluation, leaf);
    xmlChar *text = result ? xmlXPathCastToString(result) : NULL;

    if (result && !text)
        findings_out_of_memory(run->evaluation->findings);
    xmlXPathFreeObject(result);
    bool useful = text && *text;        /* "": not evaluable */
    if (useful && !fits(leaf, (const char *)text)) {
        expression_reject(&formula->value, "its result is no figure",
            run->evaluation->findings);
        useful = false;
    }
    if (!useful) {
        xmlFree(text);
        text = NULL;
    }
    return text;
}

static void fill(const struct formula *formula, struct run *run,
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

static int stated_places(xmlNodePtr leaf, struct print_style style)
{
    const char *text = node_attribute(leaf, "places");
    int places = text ? atoi(text) : 0;

    return places > style.most ? places : style.most;
}

static void report(const struct formula *formula, struct run *run,
    xmlNodePtr leaf, const char *expected, const char *stated)
{
    const char *src = node_attribute(leaf, "src");

    findings_add_as(run->evaluation->findings, CATALOGUE_FORMULA_DIFFERS,
        &(struct finding){ .code = formula->entry.origin.code,
            .level = LEVEL_ERROR, .place = json_place_at(run->json, src),
            .pointer = src, .found = stated, .expected = expected },
        formula->entry.text, "expected", expected, "stated", stated, NULL);
}

/* Whether the leaf states what the formula gives. */
static bool compare_figures(const struct formula *formula, struct run *run,
    xmlNodePtr leaf, const char *text)
{
    struct figure stated = node_figure(leaf, run->style);
    struct figure expected = stated;
    int places = stated_places(leaf, run->style);

    decimal_parse(text, strlen(text), &expected.value);
    if (stated.value.blank)             /* it could not be read */
        return true;
    struct decimal a = value_in_unit(stated.type, stated.unit, stated.value);
    struct decimal b = decimal_round(value_in_unit(stated.type, stated.unit,
        expected.value), places);
    if (decimal_compare(a, b) == 0)
        return true;

    struct buffer words[2] = { BUFFER_EMPTY, BUFFER_EMPTY };
    expected.with_unit = stated.with_unit = true;
    expected.style.most = stated.style.most = places;
    figure_print(&expected, &words[0]);
    figure_print(&stated, &words[1]);
    if (words[0].failed || words[1].failed)
        findings_out_of_memory(run->evaluation->findings);
    else
        report(formula, run, leaf, buffer_string(&words[0]),
            buffer_string(&words[1]));
    buffer_free(&words[0]);
    buffer_free(&words[1]);
    return false;
}

static bool compare(const struct formula *formula, struct run *run,
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
        report(formula, run, leaf, text, (const char *)stated);
    xmlFree(stated);
    return true;
}

/* Sees to a total that is the sum its formula made. */
static void settle_sum(struct run *run, xmlNodePtr leaf, const char *text)
{
    struct decimal value;

    if (!run->sum.value.blank
        && decimal_parse(text, strlen(text), &value) == DECIMAL_OK
        && decimal_compare(value, run->sum.value) == 0
        && !sum_settle(&run->sum, leaf, run->style))
        findings_out_of_memory(run->evaluation->findings);
}

/* The pointer of an operand that was lacking, or of what that one lacked in
 * turn; NULL where there is none. */
static const char *find_lack(xmlNodePtr operand)
{
    if (!operand || operand->type != XML_ELEMENT_NODE)
        return NULL;
    return node_attribute(operand, node_attribute(operand, "awaited")
        ? "lacks" : "src");
}

/* Marks a leaf that could not be filled in, with what was lacking. */
static void await(const struct formula *formula, const struct run *run,
    xmlNodePtr leaf)
{
    const char *lack = find_lack(run->evaluation->exact.lack);

    if (!node_set_attribute(leaf, "awaited", formula->entry.origin.code)
        || (lack && !node_set_attribute(leaf, "lacks", lack)))
        findings_out_of_memory(run->evaluation->findings);
}

/* Whether it had a result, which was filled in or compared. */
static bool apply_to_leaf(const struct formula *formula, struct run *run,
    xmlNodePtr leaf)
{
    enum state state = node_state(leaf);

    if (state != STATE_ABSENT && (state != STATE_STATED || !formula->compares))
        return false;
    run->evaluation->exact.lack = NULL;
    run->sum.value = decimal_blank;
    xmlChar *text = result_of(formula, run, leaf);
    if (!text && state == STATE_ABSENT)
        await(formula, run, leaf);
    if (!text)
        return false;
    bool agrees = true;
    if (state == STATE_ABSENT)
        fill(formula, run, leaf, (const char *)text);
    else
        agrees = compare(formula, run, leaf, (const char *)text);
    if (agrees)
        settle_sum(run, leaf, (const char *)text);
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

const struct sets *formulas_sets(const struct formulas *formulas)
{
    return &formulas->sets;
}

void formulas_apply(const struct formulas *formulas,
    struct evaluation *evaluation, struct print_style style,
    const struct json *json, size_t *settled)
{
    struct run run = { .evaluation = evaluation, .style = style,
        .json = json };
    xmlNodePtr root = xmlDocGetRootElement(evaluation->context->doc);

    if (!sets_evaluate(&formulas->sets, evaluation)) {
        findings_out_of_memory(evaluation->findings);
        return;
    }
    evaluation->exact.sum = &run.sum;
    for (size_t k = 0; k < formulas->count; k++) {
        const struct formula *formula = &formulas->list[k];
        xmlXPathObjectPtr targets = expression_evaluate(&formula->target,
            evaluation, root);
        xmlNodeSetPtr nodes = targets && targets->type == XPATH_NODESET
            ? targets->nodesetval : NULL;
        for (int n = 0; nodes && n < nodes->nodeNr; n++)
            settled[k] += apply_to_leaf(formula, &run, nodes->nodeTab[n]);
        xmlXPathFreeObject(targets);
    }
    evaluation->exact.sum = NULL;
}
