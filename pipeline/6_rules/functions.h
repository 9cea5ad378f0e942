#ifndef FUNCTIONS_H
#define FUNCTIONS_H

/*
 * What expressions of rules may name: the functions of exact.h and text.h,
 * and variables.
 *
 * Errors: false means that memory ran out.
 */

#include <libxml/xpath.h>
#include <stdbool.h>

/* The functions on text; those of exact.h an evaluation has (expression.h). */
bool functions_register(xmlXPathContextPtr context);

/* A variable that is a string; a former value is replaced. */
bool functions_set_variable(xmlXPathContextPtr context, const char *name,
    const char *value);

/* One that is a set of nodes, which the context then owns. */
bool functions_set_nodes(xmlXPathContextPtr context, const char *name,
    xmlXPathObjectPtr nodes);

void functions_clear_variable(xmlXPathContextPtr context, const char *name);

#endif
