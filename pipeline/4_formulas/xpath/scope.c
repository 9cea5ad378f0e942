/* What the prefixes of an expression stand for. */

#include "4_formulas/xpath/scope.h"

#include <string.h>
#include <libxml/tree.h>

const char *scope_uri(const struct scope *scope, const char *prefix)
{
    if (!prefix)
        return "";
    if (!scope->element)
        return prefix;
    const xmlNs *ns = xmlSearchNs(scope->element->doc,
        (xmlNodePtr)scope->element, BAD_CAST prefix);
    if (!ns)
        give_up(scope->pool->out, "an unknown prefix", prefix);
    return (const char *)ns->href;
}

const struct name *scope_name(const struct scope *scope, const char *name,
    const char **prefix)
{
    const char *colon = strchr(name, ':');

    if (xmlValidateQName(BAD_CAST name, 0) != 0)
        give_up(scope->pool->out, "a name that is none", name);
    *prefix = colon ? pool_copy(scope->pool, name, (size_t)(colon - name))
        : NULL;
    return names_get(scope->names, scope_uri(scope, *prefix),
        colon ? colon + 1 : name);
}
