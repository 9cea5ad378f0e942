/* Results as trees of libxml2's, for what reads them later. */

#include <libxml/parserInternals.h>     /* xmlStringText */
#include <string.h>

#include "0_base/xml_add.h"
#include "7_forms/xslt/sinks.h"

static void *made(struct result *result, void *piece)
{
    if (!piece)
        give_up(result->pool->out, "no memory", NULL);
    return piece;
}

static void append(struct result *result, xmlNodePtr node)
{
    xml_append(result->at ? result->at : (xmlNodePtr)result->doc, node);
}

static xmlNsPtr find_namespace(struct result *result, xmlNodePtr element,
    const char *prefix, const char *uri)
{
    if (!*uri)
        return NULL;
    for (xmlNodePtr node = element; node && node->type == XML_ELEMENT_NODE;
        node = node->parent)
        for (xmlNsPtr ns = node->nsDef; ns; ns = ns->next)
            if (prefix ? ns->prefix && strcmp((const char *)ns->prefix,
                    prefix) == 0 : !ns->prefix)
                return ns;
    if (prefix && strcmp(prefix, "xml") == 0)
        return made(result, xmlSearchNs(result->doc, element,
            BAD_CAST "xml"));
    give_up(result->pool->out, "an unknown prefix", prefix);
}

/* A text node; a short one is kept where its properties would be, as libxml2's
 * own parser does it. */
static xmlNodePtr new_text(struct result *result, struct text words)
{
    xmlNodePtr node = made(result, xmlMalloc(sizeof *node));

    *node = (xmlNode){ .type = XML_TEXT_NODE, .name = xmlStringText,
        .doc = result->doc };
    node->content = words.length < sizeof node->properties
        ? (xmlChar *)&node->properties : xmlMalloc(words.length + 1);
    if (!node->content) {
        xmlFree(node);
        made(result, NULL);
    }
    if (words.length)
        memcpy(node->content, words.at, words.length);
    node->content[words.length] = '\0';
    return node;
}

/* What text came, in one node. */
static void settle_text(struct result *result)
{
    struct buffer *words = result->bytes;

    if (words->failed)
        made(result, NULL);
    if (!words->length)
        return;
    append(result, new_text(result, (struct text){ words->bytes,
        words->length }));
    buffer_clear(words);
}

static void start(struct result *result)
{
    const struct open_element *opened = result_element(result);

    settle_text(result);
    xmlNodePtr element = made(result, xmlNewDocNode(result->doc, NULL,
        BAD_CAST opened->name->local, NULL));
    append(result, element);
    result->at = element;
}

static void declare(struct result *result, const struct namespace *declared)
{
    made(result, xmlNewNs(result->at, BAD_CAST declared->uri,
        BAD_CAST declared->prefix));
}

/* Without a value. */
static xmlAttrPtr add_attribute(struct result *result,
    const struct name *name, xmlNsPtr ns)
{
    const struct open_stack *open = result->open;
    bool is_first = open->attribute_count == result->first_attribute + 1;
    xmlAttrPtr last = is_first ? NULL
        : open->attributes[open->attribute_count - 2].node;
    const xmlChar *local = made(result, (void *)xmlDictLookup(
        result->doc->dict, BAD_CAST name->local, -1));
    xmlAttrPtr node = made(result, xmlMalloc(sizeof *node));

    *node = (xmlAttr){ .type = XML_ATTRIBUTE_NODE, .name = local,
        .parent = result->at, .doc = result->doc, .ns = ns, .prev = last };
    if (last)
        last->next = node;
    else
        result->at->properties = node;
    return node;
}

/* Its value is one text, even an empty one. */
static void attribute(struct result *result, struct made_attribute *one,
    const char *prefix, struct text value)
{
    if (one->is_new)
        one->node = add_attribute(result, one->name, find_namespace(result,
            result->at, prefix, one->name->uri));
    xmlAttrPtr node = one->node;
    xmlNodePtr words = new_text(result, value);

    xmlFreeNode(node->children);
    words->parent = (xmlNodePtr)node;
    node->children = node->last = words;
}

/* The namespace of an element may be declared in its own start tag. */
static void content(struct result *result)
{
    const struct open_element *opened = result_element(result);

    result->at->ns = find_namespace(result, result->at, opened->prefix,
        opened->name->uri);
}

static void end(struct result *result, bool is_empty)
{
    if (is_empty)
        content(result);
    settle_text(result);
    xmlNodePtr parent = result->at->parent;

    result->at = parent->type == XML_ELEMENT_NODE ? parent : NULL;
}

static void text(struct result *result, struct text words)
{
    buffer_add(result->bytes, words.at, words.length);
}

static void other(struct result *result, enum node_kind kind,
    const struct name *name, struct text words)
{
    char *copy = pool_copy(result->pool, words.at, words.length);

    settle_text(result);
    append(result, made(result, kind == NODE_COMMENT
        ? xmlNewDocComment(result->doc, BAD_CAST copy)
        : xmlNewDocPI(result->doc, BAD_CAST name->local,
            words.length ? BAD_CAST copy : NULL)));
}

const struct sink doc_sink = { false, false, start, declare, attribute,
    content, end, text, other, settle_text };
