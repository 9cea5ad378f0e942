#ifndef DIRECT_H
#define DIRECT_H

/*
 * Tests that need no XPath for each node: not(t:function(.)),
 * not(t:function(., …)) and not(t:function(., …) < $limit), with a function
 * of text.h, or one of related.h that tells something of one text, and
 * arguments that are the same for all nodes: variables, strings, and concat()
 * of them.  They are most of what is asked of every text, and take a fraction
 * of the time this way.
 */

#include "4_formulas/expression.h"
#include "6_rules/related/parts.h"
#include "6_rules/text/checks.h"

#define DIRECT_ARGUMENTS_MAX (CALL_ARGUMENTS_MAX - 1)

struct direct {
    const struct text_function *function;       /* one of these, or none: */
    const struct related_function *related;     /* the test is another one */
    struct expression arguments[DIRECT_ARGUMENTS_MAX];
    int count;                                  /* those behind the node */
    struct expression limit;                    /* compiled where there is one */
};

/* Reads a test that compiles; of another form it has no function.  False
 * where memory runs out, which is noted in findings. */
bool direct_read(struct direct *direct, const struct expression *test,
    struct findings *findings);
void direct_free(struct direct *direct);

/* Whether it can be filtered by. */
bool direct_is_known(const struct direct *direct);

/*
 * The nodes for which the test is not true, in their order; the caller frees
 * them.  NULL where the function refuses its arguments or memory runs out:
 * XPath then says which.
 */
xmlXPathObjectPtr direct_filter(const struct direct *direct,
    xmlNodeSetPtr nodes, struct evaluation *evaluation);

#endif
