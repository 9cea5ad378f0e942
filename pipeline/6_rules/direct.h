#ifndef DIRECT_H
#define DIRECT_H

/*
 * Tests that a rule states as data: a function of text.h, or one of related.h
 * that tells something of one text, with arguments that are the same for all
 * nodes.  They are most of what is asked of every text; without XPath they
 * take a fraction of the time.  A node fails where the function finds
 * something in it, or, with a limit, a number below that.
 */

#include "4_formulas/entry.h"
#include "6_rules/related/related_calls.h"
#include "6_rules/text/checks.h"

#define DIRECT_ARGUMENTS_MAX (CALL_ARGUMENTS_MAX - 1)

struct direct {
    const struct text_function *function;       /* one of these, or none: */
    const struct related_function *related;     /* the test is another one */
    struct expression arguments[DIRECT_ARGUMENTS_MAX];
    int count;                          /* those behind the node */
    struct expression limit;            /* compiled where there is one */
};

/* A test as a rule states it. */
struct direct_words {
    const char *function;       /* its name; NULL: the test is another one */
    const char *arguments[DIRECT_ARGUMENTS_MAX];    /* XPath; NULL for none */
    const char *limit;                              /* likewise */
};

/* Reads a test.  False with a finding where there is no such function with so
 * many arguments, or where one of them is no XPath. */
bool direct_read(struct direct *direct, const struct direct_words *words,
    const struct entry *entry, struct findings *findings);
void direct_free(struct direct *direct);

/* Adds the test as XPath: not(t:overlap(., $others) < $limit). */
void direct_write(const struct direct_words *words, struct buffer *out);

/* Whether it can be filtered by. */
bool direct_is_known(const struct direct *direct);

/*
 * The nodes that fail, in their order; the caller frees them.  Arguments are
 * evaluated once, with the root element for context.  NULL where the function
 * refuses its arguments or memory runs out: XPath then says which.
 */
xmlXPathObjectPtr direct_filter(const struct direct *direct,
    xmlNodeSetPtr nodes, struct evaluation *evaluation);

#endif
