/* Writes page models: elements, attributes and words. */

#include "7_forms/page_bytes.h"

#include <libxml/parserInternals.h>     /* xmlStringText */
#include <string.h>

#include "0_base/buffer.h"
#include "7_forms/xslt/sinks.h"

#define PIECE ((size_t)16 << 10)        /* bytes that are given at once */

struct writing {
    struct buffer bytes;
    page_bytes_taker *take;
    void *user;
};

static void give(struct writing *writing)
{
    writing->take(writing->user, buffer_string(&writing->bytes),
        writing->bytes.length);
    buffer_clear(&writing->bytes);
}

static struct text words_of(const xmlNode *node)
{
    const char *words = node->content ? (const char *)node->content : "";

    return (struct text){ words, strlen(words) };
}

static bool is_words(const xmlNode *node)
{
    return node->type == XML_TEXT_NODE && node->name == xmlStringText;
}

static void add_tag(struct buffer *out, const xmlNs *ns, const xmlChar *name)
{
    if (ns && ns->prefix) {
        buffer_add_string(out, (const char *)ns->prefix);
        buffer_add_char(out, ':');
    }
    buffer_add_string(out, (const char *)name);
}

static bool add_namespace(struct buffer *out, const xmlNs *ns)
{
    buffer_add_string(out, ns->prefix ? " xmlns:" : " xmlns");
    if (ns->prefix)
        buffer_add_string(out, (const char *)ns->prefix);
    buffer_add(out, "=\"", 2);
    buffer_add_string(out, (const char *)ns->href);
    buffer_add_char(out, '"');
    return !strpbrk((const char *)ns->href, "\"&<");
}

static bool add_attribute(struct buffer *out, const xmlAttr *attribute)
{
    buffer_add_char(out, ' ');
    add_tag(out, attribute->ns, attribute->name);
    buffer_add(out, "=\"", 2);
    const xmlNode *value = attribute->children;
    write_value(out, value ? words_of(value) : (struct text){ "", 0 });
    return !value || (is_words(value) && !value->next);
}

static bool add_start(struct buffer *out, const xmlNode *element)
{
    bool good = true;

    buffer_add_char(out, '<');
    add_tag(out, element->ns, element->name);
    for (const xmlNs *ns = element->nsDef; good && ns; ns = ns->next)
        good = add_namespace(out, ns);
    for (const xmlAttr *attribute = element->properties; good && attribute;
        attribute = attribute->next)
        good = add_attribute(out, attribute);
    return good;
}

static bool add_node(struct writing *writing, const xmlNode *node);

static bool add_element(struct writing *writing, const xmlNode *element)
{
    struct buffer *out = &writing->bytes;
    const xmlNode *child = element->children;

    if (!add_start(out, element))
        return false;
    if (!child) {
        buffer_add(out, "/>", 2);
        return true;
    }
    buffer_add_char(out, '>');
    while (child && add_node(writing, child))
        child = child->next;
    buffer_add(out, "</", 2);
    add_tag(out, element->ns, element->name);
    buffer_add_char(out, '>');
    return !child;
}

static bool add_node(struct writing *writing, const xmlNode *node)
{
    if (writing->bytes.length >= PIECE)
        give(writing);
    if (node->type == XML_ELEMENT_NODE)
        return add_element(writing, node);
    if (is_words(node))
        write_text(&writing->bytes, words_of(node));
    return is_words(node);
}

/* Whether it is one of our own, in UTF-8. */
static bool is_plain(xmlDocPtr documents)
{
    return documents->children && !documents->children->next
        && documents->children->type == XML_ELEMENT_NODE
        && documents->standalone < 0 && documents->encoding
        && strcmp((const char *)documents->encoding, "UTF-8") == 0;
}

bool page_bytes(xmlDocPtr documents, page_bytes_taker *take, void *user)
{
    struct writing writing = { .take = take, .user = user };

    if (!is_plain(documents))
        return false;
    buffer_add_string(&writing.bytes,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    bool good = add_element(&writing, documents->children);
    buffer_add_char(&writing.bytes, '\n');
    give(&writing);
    good = good && !writing.bytes.failed;
    buffer_free(&writing.bytes);
    return good;
}
