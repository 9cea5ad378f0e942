/*
 * Reads formulas.xml: elements with expressions, which must name nothing that
 * does not exist.
 */

#include "4_formulas/formula_list.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/list.h"
#include "0_base/xml.h"
#include "3_transform/submission.h"

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

/* Elements of the file that are formulas, and what they may have. */
static const struct kind {
    const char *element;
    enum formula_kind kind;
    const char *value;          /* the attribute with the expression */
} kinds[] = {
    { "formula", FORMULA_VALUE, "value" },
    { "formula", FORMULA_SUM, "parts" },
    { "whole", FORMULA_WHOLE, "parts" },
    { "same", FORMULA_SAME, "parts" },
    { "bound", FORMULA_BOUND, "whole" },
    { "row", FORMULA_ROW, "cells" },
};

static const struct kind *find_kind(xmlNodePtr element)
{
    const struct kind *found = NULL;

    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
        if (xml_is(element, kinds[k].element)
            && (!found || node_attribute(element, kinds[k].value)))
            found = &kinds[k];
    return found;
}

/* Whether the newest formula fills what one before it fills already. */
static bool fills_again(const struct formulas *formulas)
{
    const struct formula *newest = &formulas->list[formulas->count - 1];

    for (size_t k = 0; newest->fills && k + 1 < formulas->count; k++)
        if (formulas->list[k].fills && strcmp(formulas->list[k].target.text,
                newest->target.text) == 0)
            return true;
    return false;
}

/* One formula for each of its columns. */
static bool load_formula(struct formulas *formulas, const struct kind *kind,
    xmlNodePtr element, struct findings *findings)
{
    struct columns columns = columns_of(element);
    struct entry entry;

    if (!entry_read(&entry, element, formulas->path, NULL, findings))
        return false;
    const char *target = entry_attribute(&entry, element, "target", findings);
    const char *value = entry_attribute(&entry, element, kind->value,
        findings);
    const char *compares = node_attribute(element, "compare");
    if (!target || !value)
        return false;
    while (columns_step(&columns)) {
        struct formula *formula = next_formula(formulas, findings);
        if (!formula)
            return false;
        formula->entry = entry;
        formula->kind = kind->kind;
        formula->text.figure = node_attribute(element, "figure");
        formula->text.choice = node_attribute(element, "choice");
        formula->fills = kind->kind <= FORMULA_SUM;
        formula->compares = kind->kind == FORMULA_ROW
            || (formula->fills
                && (!compares || strcmp(compares, "no") != 0));
        if (!compile(&formula->target, target, &columns, &entry, findings)
            || !compile(&formula->value, value, &columns, &entry, findings))
            return false;
        if (fills_again(formulas)) {
            entry_refuse_again(&entry, "target", findings);
            return false;
        }
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
    const struct kind *kind = find_kind(element);
    if (kind)
        return load_formula(formulas, kind, element, findings);
    entry_reject(&entry, "set|formula|whole|same|bound|row", findings);
    return false;
}

/* A path that words of a sentence are found by; NULL for none. */
static bool check_path(const struct formula *formula, const char *path,
    struct expression_scope *scope, struct findings *findings)
{
    const struct expression expression = { .text = (char *)path,
        .origin = formula->target.origin };

    return !path || !scope->members
        || expression_check(&expression, scope, findings);
}

bool formulas_check(const struct formulas *formulas,
    const struct member_names *members, struct findings *findings)
{
    const struct print_style style = {0};
    struct evaluation none;

    if (!evaluation_begin(&none, NULL, &style, findings))
        return false;
    struct expression_scope scope = { none.context, ID_MAP_EMPTY, members,
        NULL };
    bool good = sets_check(&formulas->sets, &scope, findings);
    for (size_t k = 0; (good || members) && k < formulas->count; k++) {
        const struct formula *formula = &formulas->list[k];
        good = expression_check(&formula->target, &scope, findings) && good;
        good = expression_check(&formula->value, &scope, findings) && good;
        good = check_path(formula, formula->text.figure, &scope, findings)
            && good;
        good = check_path(formula, formula->text.choice, &scope, findings)
            && good;
    }
    expression_scope_end(&scope);
    evaluation_end(&none);
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
    xmlNodePtr element = good ? entry_first(formulas->file, "formulas", path,
        findings, &good) : NULL;
    for (; good && element; element = xmlNextElementSibling(element))
        good = load_element(formulas, element, findings);
    if (!good || !formulas_check(formulas, NULL, findings)) {
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
