#ifndef DIRECT_H
#define DIRECT_H

/*
 * Tests that need no XPath for each node: not(t:function(.)) and
 * not(t:function(., words)), with a function of text.h and words that are the
 * same for all nodes: variables, and concat() of them.  They are most of what
 * is asked of every text, and take a fraction of the time this way.
 */

#include "4_formulas/expression.h"
#include "6_rules/text_checks.h"

struct direct {
    text_check *check;          /* NULL: the test is another one */
    struct expression words;    /* compiled where there is a second argument */
};

/* Reads a test that compiles; one of another form leaves check NULL.  False
 * where memory runs out, which is noted in findings. */
bool direct_read(struct direct *direct, const struct expression *test,
    struct findings *findings);
void direct_free(struct direct *direct);

/*
 * The nodes for which the test is not true, in their order; the caller frees
 * them.  NULL where the function refuses its words or memory runs out: XPath
 * then says which.
 */
xmlXPathObjectPtr direct_filter(const struct direct *direct,
    xmlNodeSetPtr nodes, struct evaluation *evaluation);

#endif
