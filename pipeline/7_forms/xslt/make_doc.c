/* Results as trees of libxml2's, for what reads them later. */

#include <string.h>

#include "7_forms/xslt/sinks.h"

static void *made(struct result *result, void *piece)
{
    if (!piece)
        give_up(result->pool->out, "no memory", NULL);
    return piece;
}

static void append(struct result *result, xmlNodePtr node)
{
    xmlNodePtr parent = result->at ? result->at : (xmlNodePtr)result->doc;

    node->parent = parent;
    node->prev = parent->last;
    if (parent->last)
        parent->last->next = node;
    else
        parent->children = node;
    parent->last = node;
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

static void add_attribute(struct result *result, xmlNodePtr element,
    const struct waiting_attribute *attribute)
{
    struct text value = result_waiting_value(result, attribute);
    xmlAttrPtr made_one = made(result, xmlNewNsProp(element,
        find_namespace(result, element, attribute->prefix,
        attribute->name->uri), BAD_CAST attribute->name->local, NULL));
    xmlNodePtr words = made(result, xmlNewDocTextLen(result->doc,
        BAD_CAST value.at, (int)value.length));

    words->parent = (xmlNodePtr)made_one;
    made_one->children = made_one->last = words;
}

/* What text came, in one node. */
static void settle_text(struct result *result)
{
    struct buffer *words = result->bytes;

    if (words->failed)
        made(result, NULL);
    if (!words->length)
        return;
    append(result, made(result, xmlNewDocTextLen(result->doc,
        BAD_CAST words->bytes, (int)words->length)));
    buffer_clear(words);
}

static void start(struct result *result, bool is_empty)
{
    const struct open_element *waiting = result_element(result);
    const struct open_stack *open = result->open;

    settle_text(result);
    xmlNodePtr element = made(result, xmlNewDocNode(result->doc, NULL,
        BAD_CAST waiting->name->local, NULL));
    append(result, element);
    for (size_t k = waiting->declared; k < open->scope_count; k++)
        made(result, xmlNewNs(element, BAD_CAST open->scope[k].uri,
            BAD_CAST open->scope[k].prefix));
    element->ns = find_namespace(result, element, waiting->prefix,
        waiting->name->uri);
    for (size_t k = result->first_attribute; k < open->attribute_count; k++)
        add_attribute(result, element, &open->attributes[k]);
    if (!is_empty)
        result->at = element;
}

static void end(struct result *result)
{
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

const struct sink doc_sink = { start, end, text, other, settle_text };
