#ifndef RESULT_H
#define RESULT_H

/*
 * Where the output of instructions goes, as it comes.  A start tag is open for
 * attributes until there is something in its element; namespaces that are not
 * in sight are declared in it.
 *
 * Errors: the work is given up (pool.h).
 */

#include "0_base/buffer.h"
#include "4_formulas/xpath/tree.h"

/* One of the start tag that is open, and where its sink has put it. */
struct made_attribute {
    const struct name *name;
    bool is_new;                /* it is nowhere yet */
    size_t from, to;            /* in result->bytes */
    void *node;                 /* in a tree */
};

struct open_element {
    const struct name *name;
    const char *prefix;
    struct text tag;            /* both; at is NULL where they are apart */
    size_t declared;            /* where its namespaces begin in scope */
};

/* What all results of a run share, each beginning where the one that it is
 * made for stands. */
struct open_stack {
    struct open_element *elements;
    struct namespace *scope;
    struct made_attribute *attributes;
    size_t element_count, element_room, scope_count, scope_room,
        attribute_count, attribute_room;
};

struct result;

/* What makes bytes or nodes of it. */
struct sink {
    bool takes_markup;          /* XML, written as result_markup() has it */
    bool writes_bytes;          /* at once, to the result's */
    /* The element that is the innermost now, and what is in its start tag;
     * an attribute that is not new gets another value at its place. */
    void (*start)(struct result *result);
    void (*declare)(struct result *result, const struct namespace *declared);
    void (*attribute)(struct result *result, struct made_attribute *made,
        const char *prefix, struct text value);
    void (*content)(struct result *result);     /* the first in an element */
    void (*end)(struct result *result, bool is_empty);
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
    size_t first_element, first_scope, first_attribute;
    bool is_open;               /* the start tag of the innermost element */
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

/* tag: prefix and name as one string, or { NULL, 0 }. */
void result_start(struct result *result, const struct name *name,
    const char *prefix, struct text tag);
/* In the element that was started last. */
void result_declare(struct result *result, const char *prefix,
    const char *uri);
/* Declares a prefix unless it stands for this already. */
void result_need(struct result *result, const char *prefix, const char *uri);
void result_attribute(struct result *result, const struct name *name,
    const char *prefix, struct text value);
/* The same as it is written, of a sink that takes that: the first of its name
 * in the start tag. */
void result_attribute_written(struct result *result,
    const struct name *name, struct text written);
/* Only what is before its value is written yet. */
void result_attribute_headed(struct result *result, const struct name *name,
    struct text head, struct text value);
void result_text(struct result *result, struct text text);
void result_other(struct result *result, enum node_kind kind,
    const struct name *name, struct text text);
void result_end(struct result *result);

/* A node with all below it, as xsl:copy-of has it. */
void result_copy(struct result *result, const struct node *node);

/* Whether a prefix stands for a namespace here. */
bool result_has(const struct result *result, const char *prefix,
    const char *uri);

/* So many elements and attributes, no deeper than MARKUP_DEPTH, as they are
 * written, all of whose prefixes the result has; false where they do not fit,
 * and nothing is done. */
#define MARKUP_DEPTH 8
bool result_markup(struct result *result, struct text written,
    size_t nodes);

/* What comes next is in the innermost element. */
void result_settle(struct result *result);
/* Bytes of whole elements that were written before, which take so much of what
 * output may take; false where that is too much.  The result is settled. */
bool result_written(struct result *result, const struct buffer *bytes,
    size_t spent);

/* The element that is open or that an end is of. */
static inline const struct open_element *result_element(
    const struct result *result)
{
    return &result->open->elements[result->open->element_count - 1];
}

static inline size_t result_depth(const struct result *result)
{
    return result->open->element_count - result->first_element;
}

void open_stack_free(struct open_stack *open);

#endif
