#ifndef UNTRUSTED_XML_H
#define UNTRUSTED_XML_H

/*
 * XML that somebody else may have written: no document type and so no entity,
 * no network, no other file, and nothing deeper or longer than libxml2 allows
 * without being told otherwise.
 *
 * Ownership: the caller frees the tree and the reason.
 */

#include <libxml/tree.h>
#include <stdbool.h>

#include "0_base/buffer.h"

struct untrusted_xml {
    xmlDocPtr tree;             /* NULL where it could not be made */
    bool lacked_memory;
    bool has_type;              /* a DOCTYPE, which is refused */
    struct buffer reason;       /* "line: what", where it is not well-formed */
};

struct untrusted_xml untrusted_xml_parse(const char *bytes, size_t length);
void untrusted_xml_free(struct untrusted_xml *xml);

/* An attribute's text, borrowed from the tree; NULL where there is none. */
const char *untrusted_xml_attribute(xmlNodePtr element, const char *name);

/* Whether it is an element of that name in that namespace. */
bool untrusted_xml_is(xmlNodePtr node, const char *space, const char *name);

#endif
