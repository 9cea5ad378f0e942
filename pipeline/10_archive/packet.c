/* XMP packets found in bytes that come in pieces, and the level that the last
 * of them states. */

#include "10_archive/packet.h"

#include <stdio.h>
#include <string.h>

#include "10_archive/untrusted_xml.h"

#define BEGIN "<?xpacket begin="
#define END "<?xpacket end="
#define RDF "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#define PDFA_ID "http://www.aiim.org/pdfa/ns/id/"

static const char *find(const struct buffer *bytes, const char *mark)
{
    size_t length = strlen(mark);
    const char *at = buffer_string(bytes);
    const char *end = at + bytes->length;

    while ((size_t)(end - at) >= length
        && (at = memchr(at, *mark, (size_t)(end - at) - length + 1)) != NULL) {
        if (memcmp(at, mark, length) == 0)
            return at;
        at++;
    }
    return NULL;
}

/* Keeps the bytes from `from` on. */
static void keep_from(struct buffer *kept, size_t from)
{
    size_t left = kept->length - from;

    if (from > 0 && kept->bytes) {
        memmove(kept->bytes, kept->bytes + from, left);
        buffer_cut(kept, left);
    }
}

/* A property of a description, which is an element or an attribute. */
static const char *property(xmlNodePtr description, const char *name)
{
    const xmlAttr *attribute = xmlHasNsProp(description, BAD_CAST name,
        BAD_CAST PDFA_ID);
    xmlNodePtr node = xmlFirstElementChild(description);

    while (!attribute && node && !untrusted_xml_is(node, PDFA_ID, name))
        node = xmlNextElementSibling(node);
    xmlNodePtr text = attribute ? attribute->children
        : node ? node->children : NULL;
    return text && text->content ? (const char *)text->content : "";
}

static void read_description(struct packet_search *search,
    xmlNodePtr description)
{
    const char *part = property(description, "part");
    const char *conformance = property(description, "conformance");

    if (strlen(part) == 1 && strlen(conformance) <= 1)
        snprintf(search->level, sizeof search->level, "%s%s", part,
            conformance);
}

/* Descriptions are below rdf:RDF, which is the root or in it. */
static void read_tree(struct packet_search *search, xmlNodePtr root)
{
    xmlNodePtr node = root;

    if (node && !untrusted_xml_is(node, RDF, "RDF"))
        node = xmlFirstElementChild(node);
    for (node = node ? xmlFirstElementChild(node) : NULL; node;
        node = xmlNextElementSibling(node))
        if (untrusted_xml_is(node, RDF, "Description"))
            read_description(search, node);
}

/* What is kept is a packet, up to the mark of its end. */
static bool read_packet(struct packet_search *search, size_t length)
{
    struct untrusted_xml xml = untrusted_xml_parse(
        buffer_string(&search->kept), length);
    bool good = !xml.lacked_memory;

    if (xml.tree)
        read_tree(search, xmlDocGetRootElement(xml.tree));
    untrusted_xml_free(&xml);
    return good;
}

/* Up to the next mark; false where there is none in what is kept. */
static bool step(struct packet_search *search, bool *good)
{
    struct buffer *kept = &search->kept;
    const char *at = find(kept, search->is_inside ? END : BEGIN);
    size_t marks = strlen(BEGIN);

    if (!at) {
        if (!search->is_inside && kept->length > marks)
            keep_from(kept, kept->length - marks);
        return false;
    }
    size_t from = (size_t)(at - buffer_string(kept));
    if (search->is_inside) {
        *good = read_packet(search, from);
        search->count++;
        from += strlen(END);
    }
    keep_from(kept, from);
    search->is_inside = !search->is_inside;
    return *good;
}

bool packet_search_add(struct packet_search *search, const char *bytes,
    size_t length)
{
    bool good = true;

    if (search->count == PACKET_COUNT_MAX)
        return true;
    buffer_add(&search->kept, bytes, length);
    while (!search->kept.failed && search->count < PACKET_COUNT_MAX
        && step(search, &good))
        ;
    if (search->is_inside && search->kept.length > PACKET_MAX) {
        search->is_inside = false;
        buffer_clear(&search->kept);
    }
    return good && !search->kept.failed;
}

void packet_search_free(struct packet_search *search)
{
    buffer_free(&search->kept);
}
