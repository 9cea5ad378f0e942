#ifndef FIGURE_WITHIN_H
#define FIGURE_WITHIN_H

/*
 * The figure that a derived text is made of, with words around it: 98.9 of
 * ≥98.9%.  Who changes such a text changes that figure, and what it is to be,
 * if nothing else: ≤98%, 98%以内.  A text may also be made of what it is to be
 * alone, as a grade is.
 *
 * Ownership: figure_within_read() gives the caller the literals, for
 *            figure_within_free(); pointers are the submission's.
 */

#include <stdbool.h>

#include "13_pull/literal.h"
#include "13_pull/page_model.h"
#include "13_pull/pull.h"

struct value_within {
    const char *src;            /* NULL: the words say nothing of it */
    struct literal literal;     /* as data would state it now */
};

struct figure_within {
    bool is_made;               /* it is made of one of these; words may still
                                   say anything else */
    const struct schema_node *node;     /* of the choice; NULL for none */
    struct value_within figure;
    struct value_within choice; /* of what the schema has words for */
};

/* What words say of the figure in a value that is printed as `old`; false where
 * its formula names none that is stated, or where they say anything else.
 * *failed is set where memory runs out. */
bool figure_within_read(const struct pull_source *source,
    const struct model_value *value, const char *old, const char *words,
    struct figure_within *within, bool *failed);
void figure_within_free(struct figure_within *within);

/* Appends what words have to say to be read, in a language: one of ≥, ≤, =
 * with a figure. */
void figure_within_print(const struct figure_within *within,
    enum language language, struct buffer *out);

#endif
