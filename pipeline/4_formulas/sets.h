#ifndef SETS_H
#define SETS_H

/*
 * Nodes, or a string, with a name: <set name select> in files of formulas and
 * of rules.  They are evaluated once for a file of data, in their order, with
 * the root element for context; expressions behind them name $name.
 *
 * Ownership: names are borrowed from the parsed file.
 */

#include <libxml/tree.h>

#include "4_formulas/expression.h"

/* Last year's data, which rules name: no name for a set. */
#define PREVIOUS_VARIABLE "previous"

struct set {
    const char *name;
    struct expression select;
};

struct sets {
    struct set *list;
    size_t count, room;
};

/* Reads an element of the file at path; false with a finding where something
 * is wrong with it, or where its name is taken. */
bool sets_add(struct sets *sets, xmlNodePtr element, const char *path,
    struct findings *findings);
void sets_free(struct sets *sets);

bool sets_have(const struct sets *sets, const char *name);

/* Whether they name what there is (expression_check()); the scope then knows
 * their names. */
bool sets_check(const struct sets *sets, struct expression_scope *scope,
    struct findings *findings);

/* Makes them variables of an evaluation; one that cannot be evaluated is a
 * finding, and none.  False if memory runs out. */
bool sets_evaluate(const struct sets *sets, struct evaluation *evaluation);

#endif
