#ifndef EXPRESSION_H
#define EXPRESSION_H

/*
 * Expressions in the data files of an edition (formulas.xml, rules.xml):
 * XPath with the exact functions.
 *
 * Ownership: what *_compile() gives is the caller's; compiled expressions are
 *            read-only afterwards and may serve many data files.
 * Errors:    an expression that cannot be compiled or evaluated is a finding
 *            that names the file, the line and the code of its row.
 */

#include <libxml/xpath.h>

#include "0_base/findings.h"
#include "0_base/id_map.h"
#include "0_base/phrases.h"
#include "0_base/value.h"
#include "2_schema/member_names.h"
#include "4_formulas/exact.h"
#include "4_formulas/native.h"

/* Where an expression stands, for findings about it; borrowed. */
struct expression_origin {
    const char *path;
    const char *code;
    long line;
};

struct expression {
    struct native *native;      /* NULL: libxml2 evaluates it */
    xmlXPathCompExprPtr compiled;       /* NULL where it is native: it is
                                           compiled where that gives up */
    char *source;               /* what is compiled: the text, or around it */
    char *text;                 /* NULL: there is none */
    struct expression_origin origin;
};

/* What expressions are evaluated with: one data file's submission.xml. */
struct evaluation {
    xmlXPathContextPtr context; /* borrows exact: it stays where it is */
    struct native_run *native;  /* NULL: libxml2 evaluates */
    struct exact exact;
    struct findings *findings;
    size_t first;               /* findings that there were before it */
    bool compares;              /* libxml2 evaluates all once more, and where
                                   its result is another one, that is found */
};

bool evaluation_begin(struct evaluation *evaluation, xmlDocPtr submission,
    const struct print_style *style, struct findings *findings);
void evaluation_end(struct evaluation *evaluation);

/* To be told when elements were added to the submission, or taken from it. */
void evaluation_refresh(struct evaluation *evaluation);

bool expression_compile(struct expression *expression, const char *text,
    struct expression_origin origin, struct findings *findings);
void expression_free(struct expression *expression);

/*
 * The same for a test, as an expression that gives those nodes of the
 * variable $EXPRESSION_NODES where it is not true: one evaluation for all of
 * them takes a fraction of the time of one for each.
 */
#define EXPRESSION_NODES "nodes-tested"

bool expression_compile_filter(struct expression *expression,
    const char *test, struct expression_origin origin,
    struct findings *findings);

/* What expressions may name: the functions and variables of a context, which
 * is that of an evaluation with the same ones as a run's; borrowed. */
struct expression_scope {
    xmlXPathContextPtr context;
    struct id_map calls;        /* found good: functions by the number of
                                   their arguments; told of: elements */
    const struct member_names *members;     /* NULL: names of elements are not
                                               looked at; else they alone */
    const char *folder;         /* with members: elsewhere they may be those
                                   of other data; NULL: anywhere */
};

/* Whether every function and variable that it names is known to the scope, and
 * called with as many arguments as it takes; with members, whether every
 * element that it names is one of these.  Each that is not is a finding. */
bool expression_check(const struct expression *expression,
    struct expression_scope *scope, struct findings *findings);
void expression_scope_end(struct expression_scope *scope);

/* The result, which the caller frees; NULL if it cannot be evaluated. */
xmlXPathObjectPtr expression_evaluate(const struct expression *expression,
    struct evaluation *evaluation, xmlNodePtr node);

/* Add the finding that it is of no use, for a reason with the name that it is
 * about; "" for none. */
void expression_reject(const struct expression *expression,
    enum phrase reason, const char *name, struct findings *findings);

#endif
