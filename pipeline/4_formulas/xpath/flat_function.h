#ifndef FLAT_FUNCTION_H
#define FLAT_FUNCTION_H

/*
 * Functions on the elements of a submission, written on their list: compiled
 * expressions call them, and through flat_call() libxml2's XPath does.
 *
 * Ownership: what they give is in the pool.
 * Errors:    the work is given up (pool.h).
 */

#include <libxml/xpathInternals.h>

#include "4_formulas/xpath/flats.h"
#include "4_formulas/xpath/values.h"

/* Nodes among the arguments are of the list. */
typedef struct value flat_evaluate(const struct value *arguments,
    size_t count, const struct flats *flats, struct pool *pool);

struct flat_function {
    const char *uri, *name;
    flat_evaluate *evaluate;    /* NULL: only libxml2 calls it */
    xmlXPathFunction call;      /* by libxml2 */
};

/* For arguments that are not as many as there should be, or of other types. */
_Noreturn void flat_refuse(struct pool *pool);

/* A call by libxml2.  Of the nodes that it is given, those that are no elements
 * of the list are left out. */
void flat_call(xmlXPathParserContextPtr parser, int given,
    flat_evaluate *function, const struct flats *flats);

#endif
