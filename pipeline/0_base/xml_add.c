/* Adds elements and attributes to trees, failures being kept for later. */

#include "0_base/xml_add.h"

#include <stdio.h>

xmlNodePtr xml_add_element(xmlNodePtr parent, const char *name,
    const char *text, bool *failed)
{
    xmlNodePtr element = parent
        ? xmlNewTextChild(parent, parent->ns, BAD_CAST name, BAD_CAST text)
        : NULL;

    if (!element)
        *failed = true;
    return element;
}

void xml_add_attribute(xmlNodePtr element, const char *name,
    const char *value, bool *failed)
{
    if (element && value
        && !xmlNewNsProp(element, NULL, BAD_CAST name, BAD_CAST value))
        *failed = true;
}

void xml_add_number(xmlNodePtr element, const char *name, uint64_t number,
    bool *failed)
{
    char text[24];

    snprintf(text, sizeof text, "%ju", (uintmax_t)number);
    xml_add_attribute(element, name, text, failed);
}
