#ifndef XPATH_H
#define XPATH_H

/*
 * XPath 1.0, compiled: an expression knows the function that evaluates it.
 *
 * Ownership: expressions are in the pool of their stylesheet.
 * Errors:    the work is given up (pool.h), of an expression that is not
 *            XPath, too: libxslt says what is wrong with it.
 */

#include <libxml/xpath.h>

#include "4_formulas/xpath/machine.h"
#include "4_formulas/xpath/values.h"

struct context;
struct expr;

typedef struct value evaluate(const struct expr *expr,
    struct context *context);

enum axis { AXIS_ANCESTOR, AXIS_ANCESTOR_OR_SELF, AXIS_ATTRIBUTE, AXIS_CHILD,
    AXIS_DESCENDANT, AXIS_DESCENDANT_OR_SELF, AXIS_FOLLOWING_SIBLING,
    AXIS_PARENT, AXIS_PRECEDING_SIBLING, AXIS_SELF, AXIS_COUNT };

enum test { TEST_NAME, TEST_ANY, TEST_SPACE, TEST_NODE, TEST_TEXT,
    TEST_COMMENT, TEST_INSTRUCTION };

#define PREDICATES_MAX 8        /* of a step */

enum operator { OPERATOR_OR, OPERATOR_AND, OPERATOR_EQUAL, OPERATOR_UNEQUAL,
    OPERATOR_LESS, OPERATOR_LESS_EQUAL, OPERATOR_MORE, OPERATOR_MORE_EQUAL,
    OPERATOR_ADD, OPERATOR_SUBTRACT, OPERATOR_MULTIPLY, OPERATOR_DIVIDE,
    OPERATOR_MODULO, OPERATOR_UNION, OPERATOR_COUNT };

/* The whole of it, and, where it is so simple, a path that is to equal what is
 * fixed for all nodes, or what the position is to be below or above. */
struct predicate {
    const struct expr *expr;
    const struct expr *path, *fixed;    /* NULL: not so */
    const struct expr *bound;           /* the same */
    enum operator order;                /* of the position to the bound */
    struct predicate *next;
};

struct step {
    enum axis axis;
    enum test test;
    enum node_kind principal;   /* what names are of */
    const struct name *name;    /* of TEST_NAME */
    const char *uri;            /* of TEST_SPACE */
    struct predicate *predicates;
    bool needs_place;           /* a predicate asks for the position, */
    bool needs_size;            /* or for last() */
    size_t last;                /* place that the first predicate takes; 0:
                                   it is no number as written */
    size_t wanted;              /* the same of the only predicate */
    struct step *next;
};

/* How a path answers without listing its nodes. */
struct walking {
    /* The first node in document order; NULL where there is none. */
    struct node *(*first)(const struct expr *path, struct context *context);
    /* Whether there is a node, or one whose string value is this. */
    bool (*finds)(const struct expr *path, struct context *context);
    bool (*finds_text)(const struct expr *path, struct context *context,
        struct text text);
};

struct expr {
    evaluate *evaluate;
    enum type type;             /* TYPE_UNKNOWN where a run shows it */
    bool uses_node, uses_position, uses_size;   /* the context's */
    bool is_constant;           /* a number or text as written */
    const struct walking *walking;      /* of a path with steps; or NULL */
    enum operator operator;
    size_t count;               /* arguments */
    const struct expr **arguments;
    double number;
    struct text text;
    size_t slot;                /* of a variable, a key or a document */
    xmlXPathFunction foreign;   /* of libxml2's kind, where it calls one; */
    const struct name *name;    /* or that of one to be looked up by prefix */
    bool from_root;             /* a path that begins with / */
    const struct expr *base;    /* of a path; NULL: the context node */
    struct predicate *predicates;       /* of the base */
    struct step *steps;
};

/* What an expression is evaluated for. */
struct context {
    struct machine *machine;
    struct run *run;            /* of a stylesheet; NULL where there is none */
    struct node *node;
    size_t position, size;
    struct node *current;       /* that of the instruction */
    struct value *slots;        /* local variables */
    struct pool *pool;
};

static inline struct value expr_value(const struct expr *expr,
    struct context *context)
{
    return expr->evaluate(expr, context);
}

bool expr_is_true(const struct expr *expr, struct context *context);
double expr_number(const struct expr *expr, struct context *context);
struct text expr_text(const struct expr *expr, struct context *context);
struct nodes expr_nodes(const struct expr *expr, struct context *context);

#endif
