/*
 * Goes over the leaves that formulas fill, and tells the terms on which they
 * do.
 */

#include "4_formulas/formula_leaves.h"

#include <string.h>

#include "4_formulas/formula_list.h"
#include "4_formulas/formula_terms.h"
#include "4_formulas/nesting.h"

/* What is in a predicate that only asks whether something is there. */
#define PRESENCE FORMULA_NAME "/*.@: "

static bool has_terms(const struct sets *sets, const char *text, int depth);

/* Whether a set that is named at the beginning of a text has. */
static bool set_has_terms(const struct sets *sets, const char *name,
    int depth)
{
    for (size_t k = 0; k < sets->count; k++) {
        size_t length = strlen(sets->list[k].name);
        if (strncmp(sets->list[k].name, name, length) == 0
            && strspn(name, FORMULA_NAME) == length
            && has_terms(sets, sets->list[k].select.text, depth + 1))
            return true;
    }
    return false;
}

static bool has_terms(const struct sets *sets, const char *text, int depth)
{
    bool found = depth > (int)sets->count;
    struct nesting nesting = { 0 };

    for (; !found && *text; text++) {
        if (!nesting_take(&nesting, *text))
            continue;
        if (*text == '$')
            found = set_has_terms(sets, text + 1, depth);
        if (*text != '[')
            continue;
        size_t length = (size_t)(formula_term_end(text) - text - 1);
        found = strspn(text + 1, PRESENCE) < length
            && !formula_term_is_own(text + 1);
    }
    return found;
}

static bool visit_targets(const struct formula *formula,
    struct leaf_formula *found, const struct formula_run *run,
    leaf_formula_visitor *visit, void *user)
{
    xmlXPathObjectPtr targets = formula_targets(formula, run);
    xmlNodeSetPtr nodes = formula_nodes(targets);

    for (int k = 0; nodes && k < nodes->nodeNr; k++) {
        found->leaf = nodes->nodeTab[k];
        visit(user, found);
    }
    xmlXPathFreeObject(targets);
    return targets != NULL;
}

bool formulas_visit_leaves(const struct formulas *formulas,
    struct evaluation *evaluation, leaf_formula_visitor *visit, void *user)
{
    const struct formula_run run = { .evaluation = evaluation };
    bool good = sets_evaluate(&formulas->sets, evaluation);

    for (size_t k = 0; good && k < formulas->count; k++) {
        const struct formula *formula = &formulas->list[k];
        if (!formula->fills)
            continue;
        good = visit_targets(formula, &(struct leaf_formula){
            .code = formula->entry.origin.code,
            .value = formula->value.text,
            .is_sum = formula->kind == FORMULA_SUM,
            .has_terms = has_terms(&formulas->sets, formula->target.text, 0),
            }, &run, visit, user);
    }
    return good;
}
