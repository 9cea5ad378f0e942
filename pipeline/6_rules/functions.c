#include "6_rules/functions.h"

#include <libxml/xpathInternals.h>

#include "6_rules/nodes.h"
#include "6_rules/text/text.h"

bool functions_register(xmlXPathContextPtr context, struct related *related)
{
    return text_register(context) && related_register(context, related)
        && nodes_register(context);
}

bool functions_set_nodes(xmlXPathContextPtr context, const char *name,
    xmlXPathObjectPtr nodes)
{
    return xmlXPathRegisterVariable(context, BAD_CAST name, nodes) == 0;
}

bool functions_set_variable(xmlXPathContextPtr context, const char *name,
    const char *value)
{
    xmlXPathObjectPtr string = xmlXPathNewCString(value);

    if (string && functions_set_nodes(context, name, string))
        return true;
    xmlXPathFreeObject(string);
    return false;
}

void functions_clear_variable(xmlXPathContextPtr context, const char *name)
{
    xmlXPathRegisterVariable(context, BAD_CAST name, NULL);
}
