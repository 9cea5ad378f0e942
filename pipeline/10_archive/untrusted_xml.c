/* XML of others, parsed so that it can do no harm. */

#include "10_archive/untrusted_xml.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <limits.h>
#include <string.h>

#include "0_base/xml.h"
#include "0_base/xml_memory.h"

/* Nothing of a document type is read. */
static void refuse_type(void *context, const xmlChar *name,
    const xmlChar *public, const xmlChar *system)
{
    xmlParserCtxtPtr parser = context;
    struct untrusted_xml *xml = parser->_private;

    (void)name;
    (void)public;
    (void)system;
    xml->has_type = true;
    xmlStopParser(parser);
}

static void say_why(struct untrusted_xml *xml, const xmlError *error)
{
    const char *message = error && error->message ? error->message : "";

    buffer_printf(&xml->reason, "%d: %.*s", error ? error->line : 0,
        (int)strcspn(message, "\n"), message);
    xml->lacked_memory = xml->lacked_memory || xml->reason.failed;
}

struct untrusted_xml untrusted_xml_parse(const char *bytes, size_t length)
{
    struct untrusted_xml xml = { .tree = NULL };
    unsigned long before = xml_memory_lacked();
    struct xml_hush hush = xml_hush();
    xmlParserCtxtPtr parser = xmlNewParserCtxt();
    if (parser && length <= INT_MAX) {
        parser->_private = &xml;
        parser->sax->internalSubset = refuse_type;
        xml.tree = xmlCtxtReadMemory(parser, bytes, (int)length, NULL, NULL,
            XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    }
    xml.lacked_memory = !parser || xml_memory_lacked() != before;
    if (xml.tree && (xml.has_type || xml.lacked_memory)) {
        xmlFreeDoc(xml.tree);
        xml.tree = NULL;
    }
    if (!xml.tree && !xml.has_type && !xml.lacked_memory)
        say_why(&xml, xmlCtxtGetLastError(parser));
    if (parser)
        xmlFreeParserCtxt(parser);
    xml_unhush(hush);
    return xml;
}

void untrusted_xml_free(struct untrusted_xml *xml)
{
    xmlFreeDoc(xml->tree);
    buffer_free(&xml->reason);
    xml->tree = NULL;
}

const char *untrusted_xml_attribute(xmlNodePtr element, const char *name)
{
    const xmlAttr *attribute = xmlHasNsProp(element, BAD_CAST name, NULL);

    if (!attribute)
        return NULL;
    return attribute->children && attribute->children->content
        ? (const char *)attribute->children->content : "";
}

bool untrusted_xml_is(xmlNodePtr node, const char *space, const char *name)
{
    return xml_is(node, name) && node->ns
        && strcmp((const char *)node->ns->href, space) == 0;
}
