#ifndef FUNCTION_H
#define FUNCTION_H

/* The functions that expressions may call: a table of those of XPath, XSLT and
 * EXSLT, and the exact ones (4_formulas/exact.h). */

#include "7_forms/xslt/scope.h"

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

#endif
