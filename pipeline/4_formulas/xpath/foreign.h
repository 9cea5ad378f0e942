#ifndef FOREIGN_H
#define FOREIGN_H

/* Functions that are written for libxml2's XPath: what they are called with,
 * made when a run first calls one. */

#include "4_formulas/xpath/xpath.h"

void foreign_free(struct foreign *foreign);     /* NULL is allowed */

/* A value as libxml2 has it, which the caller frees; NULL where memory runs
 * out. */
xmlXPathObjectPtr foreign_object(const struct value *value,
    struct pool *pool);

/* A value of libxml2, its nodes by flats: the work is given up where they are
 * of another tree, or where flats is NULL. */
struct value foreign_value(xmlXPathObjectPtr object,
    const struct flats *flats, struct pool *pool);

#endif
