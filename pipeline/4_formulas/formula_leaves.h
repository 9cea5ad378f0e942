#ifndef FORMULA_LEAVES_H
#define FORMULA_LEAVES_H

/*
 * Which formula fills which leaf, for those who tell formulas in the language
 * of another program.
 */

#include "4_formulas/formulas.h"

/* A formula and a leaf that it fills, or would with its operands; borrowed. */
struct leaf_formula {
    xmlNodePtr leaf;
    const char *code;
    const char *value;          /* its expression, or the parts of a sum */
    bool is_sum;
    bool has_terms;             /* it does so while some values are these and
                                   not others */
};

typedef void leaf_formula_visitor(void *user,
    const struct leaf_formula *formula);

/* In the order of the file, on a submission that is complete.  False if memory
 * runs out. */
bool formulas_visit_leaves(const struct formulas *formulas,
    struct evaluation *evaluation, leaf_formula_visitor *visit, void *user);

#endif
