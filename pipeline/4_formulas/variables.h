#ifndef VARIABLES_H
#define VARIABLES_H

/*
 * Variables of an XPath context, which expressions name $name, and strings that
 * they may have.
 *
 * Errors: false or NULL means that memory ran out.
 */

#include <libxml/xpath.h>
#include <stdbool.h>

/* A string for XPath; libxml2 makes one without text where memory is short. */
xmlXPathObjectPtr string_object(const char *text);

/* A former value is replaced.  The context then owns the new one. */
bool variable_set(xmlXPathContextPtr context, const char *name,
    xmlXPathObjectPtr value);
bool variable_set_string(xmlXPathContextPtr context, const char *name,
    const char *value);

void variable_clear(xmlXPathContextPtr context, const char *name);

/* Of a namespace, or of none where uri is NULL. */
bool variable_is_set(xmlXPathContextPtr context, const char *name,
    const char *uri);

#endif
