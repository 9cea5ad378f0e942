#ifndef FOREIGN_H
#define FOREIGN_H

/* Functions that are written for libxml2's XPath: what they are called with,
 * made when a run first calls one. */

#include "4_formulas/xpath/xpath.h"

void foreign_free(struct foreign *foreign);     /* NULL is allowed */

#endif
