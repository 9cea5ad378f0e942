/* Named sets of nodes, evaluated once for each file of data. */

#include "4_formulas/sets.h"

#include <stdlib.h>
#include <string.h>

#include "0_base/list.h"
#include "4_formulas/entry.h"
#include "4_formulas/variables.h"

bool sets_have(const struct sets *sets, const char *name)
{
    for (size_t k = 0; k < sets->count; k++)
        if (strcmp(sets->list[k].name, name) == 0)
            return true;
    return false;
}

static bool add(struct sets *sets, const struct set *set)
{
    struct set *list = list_room(sets->list, sets->count, &sets->room,
        sizeof *list);

    if (!list)
        return false;
    sets->list = list;
    list[sets->count++] = *set;
    return true;
}

/* Finds an attribute that sets do not have; it may be misspelt. */
static const char *find_other(xmlNodePtr element)
{
    for (xmlAttrPtr at = element->properties; at; at = at->next)
        if (strcmp((const char *)at->name, "name") != 0
            && strcmp((const char *)at->name, "select") != 0)
            return (const char *)at->name;
    return NULL;
}

bool sets_add(struct sets *sets, xmlNodePtr element, const char *path,
    struct findings *findings)
{
    const struct entry entry = { .origin = { path, "set",
        xmlGetLineNo(element) } };
    const char *name = entry_attribute(&entry, element, "name", findings);
    const char *select = name ? entry_attribute(&entry, element, "select",
        findings) : NULL;
    struct set set = { .name = name };

    if (!select)
        return false;
    if (sets_have(sets, name)) {
        entry_refuse_again(&entry, name, findings);
        return false;
    }
    const char *wrong = strcmp(name, PREVIOUS_VARIABLE) == 0 ? "name"
        : find_other(element);
    if (wrong) {
        entry_reject(&entry, wrong, findings);
        return false;
    }
    if (!expression_compile(&set.select, select, entry.origin, findings))
        return false;
    if (add(sets, &set))
        return true;
    expression_free(&set.select);
    findings_out_of_memory(findings);
    return false;
}

void sets_free(struct sets *sets)
{
    for (size_t k = 0; k < sets->count; k++)
        expression_free(&sets->list[k].select);
    free(sets->list);
    *sets = (struct sets){0};
}

bool sets_check(const struct sets *sets, struct expression_scope *scope,
    struct findings *findings)
{
    bool good = true;

    for (size_t k = 0; k < sets->count; k++) {
        good = expression_check(&sets->list[k].select, scope, findings)
            && good;
        if (!variable_set_string(scope->context, sets->list[k].name, ""))
            findings_out_of_memory(findings);
    }
    return good;
}

bool sets_evaluate(const struct sets *sets, struct evaluation *evaluation)
{
    xmlXPathContextPtr context = evaluation->context;

    for (size_t k = 0; k < sets->count; k++) {
        xmlXPathObjectPtr value = expression_evaluate(&sets->list[k].select,
            evaluation, xmlDocGetRootElement(context->doc));
        if (value && !variable_set(context, sets->list[k].name, value)) {
            xmlXPathFreeObject(value);
            return false;
        }
        if (value && evaluation->native)
            native_keep(evaluation->native, value);
    }
    return true;
}
