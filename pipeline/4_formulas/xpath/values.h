#ifndef VALUES_H
#define VALUES_H

/*
 * Values of XPath and of variables, and what XPath makes of them.
 *
 * Ownership: what a value points to is in a pool or a tree of the run.
 */

#include <string.h>

#include "4_formulas/xpath/tree.h"

enum type { TYPE_UNSET, TYPE_BOOLEAN, TYPE_NUMBER, TYPE_TEXT, TYPE_NODES,
    TYPE_FRAGMENT, TYPE_UNKNOWN };

/* In document order, none twice. */
struct nodes {
    struct node **at;
    size_t count, room;
};

/* What the content of a variable made: text, or a tree of its own. */
struct fragment {
    struct tree *tree;          /* NULL: text alone */
    struct text text;
};

struct value {
    enum type type;
    union {
        bool boolean;
        double number;
        struct text text;
        struct nodes nodes;
        struct fragment fragment;
    };
};

static inline struct value value_boolean(bool boolean)
{
    return (struct value){ .type = TYPE_BOOLEAN, .boolean = boolean };
}

static inline struct value value_number(double number)
{
    return (struct value){ .type = TYPE_NUMBER, .number = number };
}

static inline struct value value_text(struct text text)
{
    return (struct value){ .type = TYPE_TEXT, .text = text };
}

static inline struct value value_nodes(struct nodes nodes)
{
    return (struct value){ .type = TYPE_NODES, .nodes = nodes };
}

bool value_is_true(const struct value *value);
double value_to_number(const struct value *value, struct pool *pool);
struct text value_to_text(const struct value *value, struct pool *pool);

double number_of_text(struct text text, struct pool *pool);
struct text text_of_number(double number, struct pool *pool);

static inline struct text text_of_string(const char *string)
{
    return (struct text){ string, strlen(string) };
}

bool text_equal(struct text a, struct text b);
struct text texts_join(const struct text *texts, size_t count,
    struct pool *pool);

/* Nodes by their string value, the first of each. */
struct text_set {
    struct node **slots;
    size_t room;
};

/* For no more than so many. */
void text_set_begin(struct text_set *set, size_t most, struct pool *pool);
/* Where the node with this text is, or goes. */
struct node **text_set_slot(const struct text_set *set, struct text text);

/* One of XPath's = != < <= > >=. */
enum comparison { COMPARE_EQUAL, COMPARE_UNEQUAL, COMPARE_LESS,
    COMPARE_LESS_EQUAL, COMPARE_MORE, COMPARE_MORE_EQUAL };

bool numbers_compare(double a, double b, enum comparison how);
bool value_compare(const struct value *a, const struct value *b,
    enum comparison how, struct pool *pool);

void nodes_add(struct nodes *nodes, struct node *node, struct pool *pool);

/* Those of either. */
struct nodes nodes_merge(const struct nodes *a, const struct nodes *b,
    struct pool *pool);

/* Puts them in document order and takes out what stands there twice. */
void nodes_sort(struct nodes *nodes, struct pool *pool);

#endif
