#ifndef FORMULA_TERMS_H
#define FORMULA_TERMS_H

/*
 * The terms on which formulas fill their targets: what stands in the brackets
 * of the path to these, sets being written out.
 *
 * Ownership: formulas_terms() gives the caller the list, for
 *            formulas_terms_free(); code and value are borrowed.
 */

#include "4_formulas/formulas.h"

#define FORMULA_TERMS_MAX 8

/* What the name of a set is made of. */
#define FORMULA_NAME "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ" \
    "0123456789_-"

/* Where what the first bracket of a text opens is closed; its end where it is
 * not. */
const char *formula_term_end(const char *text);

/* Whether a term is about the target itself: as long as that is blank, it
 * holds. */
bool formula_term_is_own(const char *text);

struct formula_term {
    char *text;                 /* a predicate */
    int up;                     /* of what is around the target so many steps
                                   out */
};

struct formula_terms {
    const char *code, *value;
    bool is_sum;
    char *path;                 /* to the target, without the terms; NULL: they
                                   cannot be told apart */
    struct formula_term list[FORMULA_TERMS_MAX];
    size_t count;
};

/* Those of all formulas that fill, in the order of the file; NULL if memory
 * runs out. */
struct formula_terms *formulas_terms(const struct formulas *formulas,
    size_t *count);
void formulas_terms_free(struct formula_terms *list, size_t count);

#endif
