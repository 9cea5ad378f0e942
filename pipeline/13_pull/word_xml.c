/*
 * Elements and attributes by name, in either namespace.
 */

#include "13_pull/word_xml.h"

#include <string.h>

/* The name is looked at first: it tells most elements apart. */
bool word_is(xmlNodePtr node, const char *name)
{
    static const char *const spaces[] = {
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main"
    };

    if (node->type != XML_ELEMENT_NODE || !node->ns
        || strcmp((const char *)node->name, name) != 0)
        return false;
    const char *space = (const char *)node->ns->href;
    return strcmp(space, spaces[0]) == 0 || strcmp(space, spaces[1]) == 0;
}

xmlNodePtr word_child(xmlNodePtr node, const char *name)
{
    xmlNodePtr child = node ? node->children : NULL;

    while (child && !word_is(child, name))
        child = child->next;
    return child;
}

const char *word_attribute(xmlNodePtr element, const char *name)
{
    const xmlAttr *attribute = element && element->ns ? xmlHasNsProp(element,
        BAD_CAST name, element->ns->href) : NULL;

    if (!attribute)
        return NULL;
    return attribute->children && attribute->children->content
        ? (const char *)attribute->children->content : "";
}

static bool is_off(const char *value)
{
    return value && (strcmp(value, "0") == 0 || strcmp(value, "false") == 0
        || strcmp(value, "off") == 0);
}

bool word_run_is_struck(xmlNodePtr run)
{
    static const char *const ways[] = { "vanish", "strike", "dstrike" };
    xmlNodePtr properties = word_child(run, "rPr");

    for (size_t k = 0; k < sizeof ways / sizeof *ways; k++) {
        xmlNodePtr way = word_child(properties, ways[k]);
        if (way && !is_off(word_attribute(way, "val")))
            return true;
    }
    return false;
}
