#ifndef XML_H
#define XML_H

/*
 * XML files of the program: editions, grammars, stylesheets.
 *
 * They are read from the resources alone: no entity, DTD, network address or
 * other file is ever followed.
 */

#include <libxml/tree.h>
#include <stdbool.h>
#include <string.h>

#include "0_base/findings.h"
#include "0_base/resources.h"

/* Whether a node, which may be NULL, is an element of that name, whatever its
 * namespace is. */
static inline bool xml_is(const xmlNode *node, const char *name)
{
    return node && node->type == XML_ELEMENT_NODE
        && strcmp((const char *)node->name, name) == 0;
}

/* Resources as stylesheets name one another: xml_load() takes paths only. */
#define XML_SCHEME "jixiao:/"

/*
 * A resource as a tree, which the caller frees.  NULL, with the reason in
 * findings, where it is missing or not well-formed.
 */
xmlDocPtr xml_load(const struct resources *resources, const char *path,
    struct findings *findings);

/* The same into a dictionary and with options of a caller's own. */
xmlDocPtr xml_load_with(const struct resources *resources, const char *path,
    xmlDictPtr dictionary, int options, struct findings *findings);

#endif
