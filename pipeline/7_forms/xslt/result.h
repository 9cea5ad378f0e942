#ifndef RESULT_H
#define RESULT_H

/*
 * Where the output of instructions goes.  A start tag waits until its
 * attributes are known; namespaces that are not in sight are declared in it.
 *
 * Errors: the work is given up (pool.h).
 */

#include "0_base/buffer.h"
#include "7_forms/xslt/tree.h"

struct waiting_attribute {
    const struct name *name;
    const char *prefix;
    size_t from, to;            /* in open->values */
};

struct open_element {
    const struct name *name;
    const char *prefix;
    size_t declared;            /* where its namespaces begin in scope */
};

/* What all results of a run share, each beginning where the one that it is
 * made for stands. */
struct open_stack {
    struct open_element *elements;
    struct namespace *scope;
    struct waiting_attribute *attributes;
    size_t element_count, element_room, scope_count, scope_room,
        attribute_count, attribute_room;
    struct buffer values;
};

struct result;

/* What makes bytes or nodes of it: an element with what waited for it, and
 * whether it stays empty. */
struct sink {
    void (*start)(struct result *result, bool is_empty);
    void (*end)(struct result *result);         /* of one not empty */
    void (*text)(struct result *result, struct text text);
    void (*other)(struct result *result, enum node_kind kind,
        const struct name *name, struct text text);
    void (*finish)(struct result *result);      /* NULL: it needs none */
};

struct result {
    const struct sink *sink;
    struct open_stack *open;
    struct pool *pool;
    struct run *run;            /* the caller's to set */
    size_t first_element, first_scope, first_attribute, first_value;
    bool waits;                 /* the start tag of the innermost element */
    struct buffer *bytes;       /* of a sink that writes; text on its way to
                                   doc */
    bool is_raw;                /* in an element whose text is not escaped */
    struct tree *tree;          /* of a sink that makes one */
    struct tree *spare;         /* what a fragment's tree is made in */
    size_t first_word;          /* of a fragment in its run's words */
    xmlDocPtr doc;              /* the same, for later stages */
    xmlNodePtr at;
};

void result_begin(struct result *result, const struct sink *sink,
    struct open_stack *open, struct pool *pool);
void result_finish(struct result *result);

void result_start(struct result *result, const struct name *name,
    const char *prefix);
/* In the element that was started last. */
void result_declare(struct result *result, const char *prefix,
    const char *uri);
/* Declares a prefix unless it stands for this already. */
void result_need(struct result *result, const char *prefix, const char *uri);
void result_attribute(struct result *result, const struct name *name,
    const char *prefix, struct text value);
void result_text(struct result *result, struct text text);
void result_other(struct result *result, enum node_kind kind,
    const struct name *name, struct text text);
void result_end(struct result *result);

/* A node with all below it, as xsl:copy-of has it. */
void result_copy(struct result *result, const struct node *node);

/* The element that waits or that an end is of. */
static inline const struct open_element *result_element(
    const struct result *result)
{
    return &result->open->elements[result->open->element_count - 1];
}

static inline size_t result_depth(const struct result *result)
{
    return result->open->element_count - result->first_element;
}

static inline struct text result_waiting_value(const struct result *result,
    const struct waiting_attribute *attribute)
{
    return (struct text){ buffer_string(&result->open->values)
        + attribute->from, attribute->to - attribute->from };
}

void open_stack_free(struct open_stack *open);

#endif
