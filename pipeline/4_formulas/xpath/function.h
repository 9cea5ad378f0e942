#ifndef FUNCTION_H
#define FUNCTION_H

/* The functions that expressions may call: tables of those of XPath, and of
 * those that are added to them; and the exact ones (4_formulas/exact.h). */

#include "4_formulas/xpath/scope.h"

#define ANY_COUNT 64            /* arguments */

struct function {
    const char *uri, *name;
    size_t least, most;         /* arguments */
    enum type type;
    evaluate *evaluate;
    bool uses_position, uses_size;
};

/* The call of a function; gives up where nobody knows it. */
const struct expr *function_call(struct scope *scope,
    const struct name *name, const struct expr **arguments, size_t count);

/* The same, of one in a table; NULL: it is not there, or not with so many
 * arguments. */
const struct expr *function_of_table(const struct function *table,
    size_t length, struct scope *scope, const struct name *name,
    const struct expr **arguments, size_t count);

/* Of one that is written for libxml2's XPath; NULL: it is looked up by its
 * name, which the caller sets. */
struct expr *function_foreign(struct scope *scope,
    xmlXPathFunction function, const struct expr **arguments, size_t count);

/* What is called is set by the caller. */
struct expr *function_new_call(struct pool *pool,
    const struct expr **arguments, size_t count);

#endif
