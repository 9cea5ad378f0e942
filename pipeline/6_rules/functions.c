/* All functions for rules, registered in one place. */

#include "6_rules/functions.h"

#include "6_rules/nodes.h"
#include "6_rules/text/text.h"

bool functions_register(xmlXPathContextPtr context, struct related *related)
{
    return text_register(context, related_scope(related))
        && related_register(context, related)
        && nodes_register(context);
}
