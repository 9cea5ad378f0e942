#ifndef RULES_FUNCTIONS_H
#define RULES_FUNCTIONS_H

/*
 * What expressions of rules may call beside the functions of exact.h: those
 * of text.h, related.h and nodes.h.
 */

#include <libxml/xpath.h>
#include <stdbool.h>

#include "6_rules/related/related.h"

/* Those of exact.h an evaluation has (expression.h).  related is borrowed while
 * the context lives; NULL where none of them will be called.  False if memory
 * runs out. */
bool functions_register(xmlXPathContextPtr context, struct related *related);

#endif
