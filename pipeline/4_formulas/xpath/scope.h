#ifndef SCOPE_H
#define SCOPE_H

/* What an expression is compiled in, and how it is read. */

#include "4_formulas/xpath/xpath.h"

struct scope {
    struct pool *pool;
    struct names *names;
    const xmlNode *element;     /* where prefixes are looked up; NULL: they
                                   stand for themselves */
    bool only_elements;         /* there are neither texts nor prefixes: steps
                                   that ask for these are refused */
    /* A variable in sight as an expression; gives up where there is none. */
    const struct expr *(*variable)(struct scope *scope,
        const struct name *name);
    /* A function that not every expression may call; NULL where there is none.
     */
    const struct expr *(*call)(struct scope *scope, const struct name *name,
        const struct expr **arguments, size_t count);
    /* The number of a key; of a document, whose address is resolved. */
    size_t (*key)(struct scope *scope, const struct name *name);
    const struct expr *(*document)(struct scope *scope,
        const struct expr *address);
};

/* The namespace of a prefix, "" for none. */
const char *scope_uri(const struct scope *scope, const char *prefix);

/* "prefix:local" or "local", without the default namespace. */
const struct name *scope_name(const struct scope *scope, const char *name,
    const char **prefix);

const struct expr *expr_read(struct scope *scope, const char *text);

#endif
