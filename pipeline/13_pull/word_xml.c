/*
 * Elements and attributes by name, in either namespace.
 */

#include "13_pull/word_xml.h"

#include "10_archive/untrusted_xml.h"

bool word_is(xmlNodePtr node, const char *name)
{
    static const char *const spaces[] = {
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main"
    };

    return untrusted_xml_is(node, spaces[0], name)
        || untrusted_xml_is(node, spaces[1], name);
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
