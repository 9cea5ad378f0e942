/* Adds up the figures of nodes, and tells which of them are blank.  The sum of
 * the known ones is not the total, but the total cannot be smaller. */

#include "4_formulas/parts.h"

#include <string.h>

#include "3_transform/submission.h"

static bool parse(const char *text, struct decimal *value)
{
    return decimal_parse(text, strlen(text), value) == DECIMAL_OK;
}

bool parts_read_node(xmlNodePtr node, struct decimal *value)
{
    *value = decimal_blank;
    if (node->type == XML_ELEMENT_NODE) {
        const char *text = node_attribute(node, "value");
        return !text || parse(text, value);
    }
    xmlChar *text = xmlNodeGetContent(node);
    bool good = text && parse((const char *)text, value);
    xmlFree(text);
    return good;
}

static bool add(struct parts *parts, xmlNodePtr node)
{
    struct decimal value;

    if (!parts_read_node(node, &value))
        return false;
    if (value.blank) {
        if (parts->blank_count++ == 0)
            parts->first_blank = node;
        return true;
    }
    parts->zero_count += value.units == 0;
    if (parts->known_count++ == 0)
        parts->known = (struct decimal){ 0, 0, false };
    return decimal_add(parts->known, value, &parts->known);
}

bool parts_add_up(xmlNodeSetPtr nodes, struct parts *parts)
{
    bool good = true;

    *parts = (struct parts){ .known = decimal_blank };
    for (int k = 0; good && nodes && k < nodes->nodeNr; k++)
        good = add(parts, nodes->nodeTab[k]);
    return good;
}

bool parts_are_complete(const struct parts *parts)
{
    return parts->known_count > 0 && parts->blank_count == 0;
}
