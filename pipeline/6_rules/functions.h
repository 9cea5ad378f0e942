#ifndef FUNCTIONS_H
#define FUNCTIONS_H

/*
 * What expressions of rules may name beside the functions of exact.h: those
 * of text.h, related.h and nodes.h, and variables.
 *
 * Errors: false means that memory ran out.
 */

#include <libxml/xpath.h>
#include <stdbool.h>

#include "6_rules/related/related.h"

/* The functions; those of exact.h an evaluation has (expression.h).  related is
 * borrowed while the context lives; NULL where none of them will be called. */
bool functions_register(xmlXPathContextPtr context, struct related *related);

/* A variable that is a string; a former value is replaced. */
bool functions_set_variable(xmlXPathContextPtr context, const char *name,
    const char *value);

/* One that is a set of nodes, which the context then owns. */
bool functions_set_nodes(xmlXPathContextPtr context, const char *name,
    xmlXPathObjectPtr nodes);

void functions_clear_variable(xmlXPathContextPtr context, const char *name);

#endif
