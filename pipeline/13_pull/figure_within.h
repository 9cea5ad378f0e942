#ifndef FIGURE_WITHIN_H
#define FIGURE_WITHIN_H

/*
 * The figure that a derived text is made of, with words around it: 98.9 of
 * ≥98.9%.  Who changes such a text changes that figure, if nothing else.
 */

#include <stdbool.h>

#include "13_pull/literal.h"
#include "13_pull/page_model.h"
#include "13_pull/pull.h"

struct figure_within {
    const char *src;            /* borrowed from the submission */
    struct literal literal;     /* as data would state it now */
};

/* What words say of the figure in a value that is printed as `old`; false where
 * its formula names none that is stated, or where they say anything else.
 * *failed is set where memory runs out; the literal is freed in any case. */
bool figure_within_read(const struct pull_source *source,
    const struct model_value *value, const char *old, const char *words,
    struct figure_within *figure, bool *failed);

#endif
