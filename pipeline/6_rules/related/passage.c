/* The text of a node, with the parts that references printed. */

#include "6_rules/related/passage.h"

#include <stdlib.h>

#include "0_base/list.h"
#include "0_base/xml.h"
#include "3_transform/submission.h"
#include "6_rules/text/characters.h"
#include "6_rules/text/figures.h"

/* What stands in a text for a quotation that was left out. */
static const char gap[] = "\uFFFC";

static void add_all(struct buffer *text, xmlNodePtr node)
{
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
        buffer_add_string(text, (const char *)node->content);
    for (xmlNodePtr child = node->type == XML_ELEMENT_NODE ? node->children
        : NULL; child; child = child->next)
        add_all(text, child);
}

static bool is_long(const char *text, size_t least)
{
    size_t count = 0, size;
    unsigned code;

    for (; count < least && (size = text_character(text, &code)) > 0;
        text += size)
        count++;
    return count == least;
}

static void note_quote(struct passage *passage, size_t begin)
{
    struct passage_part *quotes = list_room(passage->quotes,
        passage->quote_count, &passage->room, sizeof *quotes);

    if (!quotes) {
        passage->text.failed = true;
        return;
    }
    passage->quotes = quotes;
    quotes[passage->quote_count++] = (struct passage_part){ begin,
        passage->text.length };
}

static void add_quote(struct passage *passage, xmlNodePtr reference,
    enum passage_words words)
{
    size_t begin = passage->text.length;

    add_all(&passage->text, reference);
    if (words == PASSAGE_TYPED || (words == PASSAGE_OWN
            && is_long(buffer_string(&passage->text) + begin,
                passage->long_quote))) {
        buffer_cut(&passage->text, begin);
        buffer_add_string(&passage->text, gap);
    } else if (passage->text.length > begin) {
        note_quote(passage, begin);
    }
}

static void add_node(struct passage *passage, xmlNodePtr node,
    enum passage_words words)
{
    if (xml_is(node, SUBMISSION_REFERENCE))
        add_quote(passage, node, words);
    else if (node->type != XML_ELEMENT_NODE)
        add_all(&passage->text, node);
    else
        for (xmlNodePtr child = node->children; child; child = child->next)
            add_node(passage, child, words);
}

static void clear(struct passage *passage)
{
    buffer_clear(&passage->text);
    passage->quote_count = 0;
}

void passage_read(struct passage *passage, xmlNodePtr node,
    enum passage_words words)
{
    clear(passage);
    if (node->type == XML_ATTRIBUTE_NODE)
        for (xmlNodePtr child = node->children; child; child = child->next)
            add_all(&passage->text, child);
    else
        add_node(passage, node, words);
}

void passage_read_argument(struct passage *passage, const struct call *call,
    int k, enum passage_words words)
{
    xmlNodePtr node = call_node(call, k);

    if (node) {
        passage_read(passage, node, words);
        return;
    }
    xmlChar *string = xmlXPathCastToString(call->objects[k]);
    clear(passage);
    if (string)
        buffer_add_string(&passage->text, (const char *)string);
    else
        passage->text.failed = true;
    xmlFree(string);
}

bool passage_is_typed(const struct passage *passage, size_t begin,
    size_t end)
{
    size_t from = 0, to = passage->quote_count;

    /* To the first quotation that ends behind the beginning. */
    while (from < to) {
        size_t middle = from + (to - from) / 2;
        if (passage->quotes[middle].end <= begin)
            from = middle + 1;
        else
            to = middle;
    }
    return from == passage->quote_count || passage->quotes[from].begin >= end;
}

bool passage_has_typed_digit(xmlNodePtr node)
{
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
        return text_has_digit((const char *)node->content);
    if (xml_is(node, SUBMISSION_REFERENCE))
        return false;
    xmlNodePtr child = node->children;
    while (child && !passage_has_typed_digit(child))
        child = child->next;
    return child != NULL;
}

void passage_free(struct passage *passage)
{
    buffer_free(&passage->text);
    free(passage->quotes);
    *passage = (struct passage){0};
}
