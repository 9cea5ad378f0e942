/*
 * Mutations of XML that keep it well-formed: elements, attributes and texts
 * are taken out, doubled, or replaced by what stands in other files.
 */

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <stdlib.h>
#include <string.h>

#include "0_base/buffer.h"
#include "fuzz.h"

#define OPTIONS (XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING)

/* Words of XPath and of patterns, and numbers at their edges. */
static const char *const tokens[] = {
    "/", "//", "@*", "*", ".", "..", "[1]", "[last()]", "|", "or", "and", "+",
    "-", "div", "mod", "=", "!=", "<", "<=", "node()", "text()", "$", "(", ")",
    "[", "]", "'", "0", "-1", "1e9", "0.5", "999999999999999999", "position()",
    "ancestor::", "following-sibling::", "preceding::", "string()", "count(",
    "key(", "x:sum(", "current()", "{", "}", "{{", "#default", "xsl:", "",
    "document('')", "self::*", ",", "not(", "true()"
};

#define PICK(table, random) \
    table[fuzz_below(random, sizeof table / sizeof *table)]

static xmlNodePtr next_element(xmlNodePtr node, const xmlNode *top)
{
    xmlNodePtr next = node->children;

    for (;;) {
        while (next && next->type != XML_ELEMENT_NODE)
            next = next->next;
        if (next || node == top)
            return next;
        next = node->next;
        node = node->parent;
        if (!next && node == top)
            return NULL;
    }
}

/* NULL: none has such a name; name NULL: any. */
static xmlNodePtr any_element(xmlDocPtr doc, const xmlChar *name,
    struct fuzz_random *random)
{
    xmlNodePtr root = xmlDocGetRootElement(doc), found = NULL;
    size_t count = 0;

    for (xmlNodePtr at = root; at; at = next_element(at, root))
        if (!name || xmlStrEqual(at->name, name))
            if (fuzz_below(random, ++count) == 0)
                found = at;
    return found;
}

static xmlAttrPtr any_attribute(xmlNodePtr element,
    struct fuzz_random *random)
{
    xmlAttrPtr found = NULL;
    size_t count = 0;

    for (xmlAttrPtr at = element->properties; at; at = at->next)
        if (fuzz_below(random, ++count) == 0)
            found = at;
    return found;
}

/* A file of the program whose root has the same name, of many tries one. */
static xmlDocPtr donor(const xmlNode *root, struct fuzz_random *random)
{
    static xmlDocPtr kept;
    static int uses;

    if (kept && uses++ < 200
        && xmlStrEqual(xmlDocGetRootElement(kept)->name, root->name))
        return kept;
    for (int tries = 0; tries < 100; tries++) {
        const struct resource *file = resource_get(
            fuzz_below(random, resource_count()));
        xmlDocPtr doc = xmlReadMemory((const char *)file->bytes,
            (int)file->length, NULL, NULL, OPTIONS);
        if (doc && xmlDocGetRootElement(doc)
            && xmlStrEqual(xmlDocGetRootElement(doc)->name, root->name)) {
            xmlFreeDoc(kept);
            uses = 0;
            return kept = doc;
        }
        xmlFreeDoc(doc);
    }
    return NULL;
}

/* A token goes, comes, or takes another's place. */
static void change_words(struct buffer *out, const char *old,
    struct fuzz_random *random)
{
    size_t length = strlen(old), at = fuzz_below(random, length + 1), to = at;

    while (at > 0 && ((unsigned char)old[at] & 0xC0) == 0x80)
        at--;
    if (fuzz_below(random, 3) > 0)
        to += fuzz_below(random, 8);
    to = to < length ? to : length;
    while (to < length && ((unsigned char)old[to] & 0xC0) == 0x80)
        to++;
    buffer_add(out, old, at);
    if (fuzz_below(random, 3) > 0)
        buffer_add_string(out, PICK(tokens, random));
    buffer_add_string(out, old + (to < at ? at : to));
}

static void change_attribute(xmlNodePtr element, xmlDocPtr other,
    struct fuzz_random *random)
{
    xmlAttrPtr attribute = any_attribute(element, random);
    xmlNodePtr like = other ? any_element(other, element->name, random) : NULL;
    xmlAttrPtr from = like ? any_attribute(like, random) : NULL;
    struct buffer text = BUFFER_EMPTY;
    xmlChar *old;

    if (from && fuzz_below(random, 3) == 0) {
        old = xmlNodeGetContent((xmlNodePtr)from);
        xmlSetProp(element, from->name, old);
    } else if (!attribute || fuzz_below(random, 8) == 0) {
        if (attribute)
            xmlRemoveProp(attribute);
        return;
    } else {
        old = xmlNodeGetContent((xmlNodePtr)attribute);
        change_words(&text, (const char *)old, random);
        xmlSetProp(element, attribute->name, BAD_CAST buffer_string(&text));
    }
    xmlFree(old);
    buffer_free(&text);
}

static void change_text(xmlNodePtr element, struct fuzz_random *random)
{
    struct buffer text = BUFFER_EMPTY;

    for (xmlNodePtr at = element->children; at; at = at->next)
        if (at->type == XML_TEXT_NODE && fuzz_below(random, 2) == 0) {
            xmlChar *old = xmlNodeGetContent(at);
            xmlChar *escaped;
            change_words(&text, (const char *)old, random);
            escaped = xmlEncodeSpecialChars(NULL,
                BAD_CAST buffer_string(&text));
            xmlNodeSetContent(at, escaped);
            xmlFree(escaped);
            xmlFree(old);
            break;
        }
    buffer_free(&text);
}

/* Before, behind or inside another element. */
static void put_somewhere(xmlDocPtr doc, xmlNodePtr copy,
    struct fuzz_random *random)
{
    xmlNodePtr at = any_element(doc, NULL, random);

    if (!copy)
        return;
    if (at == xmlDocGetRootElement(doc) || fuzz_below(random, 3) == 0)
        xmlAddChild(at, copy);
    else if (fuzz_below(random, 2) == 0)
        xmlAddPrevSibling(at, copy);
    else
        xmlAddNextSibling(at, copy);
}

static void change_elements(xmlDocPtr doc, xmlNodePtr element,
    xmlDocPtr other, struct fuzz_random *random)
{
    xmlNodePtr like = other ? any_element(other, fuzz_below(random, 2)
        ? element->name : NULL, random) : NULL;

    switch (fuzz_below(random, 4)) {
    case 0:
        if (element != xmlDocGetRootElement(doc)) {
            xmlUnlinkNode(element);
            xmlFreeNode(element);
        }
        break;
    case 1:
        put_somewhere(doc, xmlDocCopyNode(element, doc, 1), random);
        break;
    case 2:
        for (size_t n = fuzz_below(random, 10); n > 0; n--)
            if (element != xmlDocGetRootElement(doc))
                xmlAddNextSibling(element, xmlDocCopyNode(element, doc, 1));
        break;
    default:
        if (like && like != xmlDocGetRootElement(other))
            put_somewhere(doc, xmlDocCopyNode(like, doc, 1), random);
    }
}

static void change(xmlDocPtr doc, struct fuzz_random *random)
{
    xmlNodePtr element = any_element(doc, NULL, random);
    xmlDocPtr other = donor(xmlDocGetRootElement(doc), random);

    switch (fuzz_below(random, 5)) {
    case 0:
    case 1:
        change_elements(doc, element, other, random);
        break;
    case 2:
        change_text(element, random);
        break;
    default:
        change_attribute(element, other, random);
    }
}

/* The length of the new text, 0 where there is none. */
static size_t shape(uint8_t *bytes, size_t size, size_t room, unsigned seed)
{
    struct fuzz_random random = { seed };
    xmlDocPtr doc = size > 0 ? xmlReadMemory((const char *)bytes, (int)size,
        NULL, NULL, OPTIONS) : NULL;
    xmlChar *text = NULL;
    int length = 0;

    if (doc) {
        for (size_t n = fuzz_below(&random, 3) + 1; n > 0; n--)
            change(doc, &random);
        xmlDocDumpMemoryEnc(doc, &text, &length, "UTF-8");
    }
    if (text && (size_t)length <= room)
        memcpy(bytes, text, (size_t)length);
    else
        length = 0;
    xmlFree(text);
    xmlFreeDoc(doc);
    return (size_t)length;
}

size_t fuzz_shape_xml(uint8_t *bytes, size_t size, size_t room,
    unsigned seed)
{
    size_t made = seed % FUZZ_PLAIN ? shape(bytes, size, room, seed) : 0;

    return made > 0 ? made : LLVMFuzzerMutate(bytes, size, room);
}
