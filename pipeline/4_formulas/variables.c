/* Variables of an XPath context: set, cleared, asked for. */

#include "4_formulas/variables.h"

#include <libxml/xpathInternals.h>

bool variable_set(xmlXPathContextPtr context, const char *name,
    xmlXPathObjectPtr value)
{
    return xmlXPathRegisterVariable(context, BAD_CAST name, value) == 0;
}

xmlXPathObjectPtr string_object(const char *text)
{
    xmlXPathObjectPtr object = xmlXPathNewCString(text);

    if (object && object->stringval)
        return object;
    xmlXPathFreeObject(object);
    return NULL;
}

bool variable_set_string(xmlXPathContextPtr context, const char *name,
    const char *value)
{
    xmlXPathObjectPtr string = string_object(value);

    if (string && variable_set(context, name, string))
        return true;
    xmlXPathFreeObject(string);
    return false;
}

void variable_clear(xmlXPathContextPtr context, const char *name)
{
    xmlXPathRegisterVariable(context, BAD_CAST name, NULL);
}

bool variable_is_set(xmlXPathContextPtr context, const char *name,
    const char *uri)
{
    xmlXPathObjectPtr value = xmlXPathVariableLookupNS(context, BAD_CAST name,
        BAD_CAST uri);
    bool known = value != NULL;

    xmlXPathFreeObject(value);
    return known;
}
