/* The values that are left where several schemas list what one may be. */

#include "2_schema/compile/common_values.h"

#include "2_schema/values/equal.h"

static const cJSON *member(const struct schema_node *part, const char *name)
{
    return cJSON_GetObjectItemCaseSensitive(part->json, name);
}

static bool lists_values(const struct schema_node *part)
{
    return cJSON_IsArray(member(part, VALUES_ENUM))
        || member(part, VALUES_CONST);
}

/* Whether a part lets a value of another one in. */
static bool lets_in(const struct schema_node *part,
    const struct schema_node *other, const cJSON *value)
{
    const struct json *json = part->resource->document->json;
    const struct json *from = other->resource->document->json;
    const cJSON *one = member(part, VALUES_CONST);
    const cJSON *all = member(part, VALUES_ENUM), *entry;
    bool found = !cJSON_IsArray(all);

    if (!found)
        cJSON_ArrayForEach(entry, all)
            found = found || json_equals(json, entry, from, value);
    return found && (!one || json_equals(json, one, from, value));
}

static bool is_common(const struct schema_node *node,
    const struct schema_node *from, const cJSON *value)
{
    for (size_t p = 0; p < node->parts.count; p++)
        if (!lets_in(node->parts.nodes[p], from, value))
            return false;
    return true;
}

/* Whether a value of a part is common to all: one alone, for const.  A part
 * that is about blanks alone asks for no other value. */
static bool has_common(const struct schema_node *node,
    const struct schema_node *part)
{
    const cJSON *one = member(part, VALUES_CONST), *entry;

    bool blank = true;

    if (one)
        return cJSON_IsNull(one) || is_common(node, part, one);
    cJSON_ArrayForEach(entry, member(part, VALUES_ENUM)) {
        if (!cJSON_IsNull(entry) && is_common(node, part, entry))
            return true;
        blank = blank && cJSON_IsNull(entry);
    }
    return blank;
}

bool node_lacks_values(const struct schema_node *node)
{
    const struct schema_node *first = NULL;

    for (size_t p = 0; p < node->parts.count; p++) {
        const struct schema_node *part = node->parts.nodes[p];
        if (first && lists_values(part))
            return !has_common(node, first);
        if (!first && lists_values(part))
            first = part;
    }
    return false;
}
